package dev.ssot.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.canonical.ProviderCheck.Verdict;
import java.util.function.Supplier;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which providers may be asked: those that lock their class and reach nothing that is not ready.
 */
final class ProviderReachTest {
  private static final ProviderReach REACH = new ProviderReach(ByteBuddyAgent.install());

  @BeforeEach
  void initialise() throws Exception {
    Class.forName(Ready.class.getName());
    Class.forName(Friend.class.getName());
  }

  @ParameterizedTest
  @ValueSource(strings = {"lazy", "throughAFriend", "throughALambda", "inherited", "ofTheJdk"})
  void one_that_locks_and_reaches_what_is_initialised_is_safe(String method) {
    assertThat(method(Ready.class, method)).isEqualTo(Verdict.SAFE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unlocked",
        "ofAHolder",
        "deepOfAHolder",
        "ofAHolderInALambda",
        "constructingAnother",
        "byName",
        "ofAnInterface",
        "ofNativeCode"
      })
  void one_that_does_not_lock_or_may_initialise_a_class_is_not(String method) {
    assertThat(method(Ready.class, method)).isEqualTo(Verdict.UNSAFE);
  }

  @Test
  void one_whose_class_is_not_initialised_is_not_safe_until_it_is() throws Exception {
    assertThat(method(Later.class, "get")).isEqualTo(Verdict.UNSAFE);
    assertThat(field(Later.class, "FIELD")).isEqualTo(Verdict.UNSAFE);

    Class.forName(Later.class.getName());

    assertThat(method(Later.class, "get")).isEqualTo(Verdict.SAFE);
    assertThat(field(Later.class, "FIELD")).as("no code runs").isEqualTo(Verdict.SAFE);
  }

  @Test
  void what_is_not_there_is_absent() {
    assertThat(method(Ready.class, "nowhere")).isEqualTo(Verdict.ABSENT);
    assertThat(field(Ready.class, "NOWHERE")).isEqualTo(Verdict.ABSENT);
    assertThat(method(Ready.class, "ofAnObject")).as("not static").isEqualTo(Verdict.ABSENT);
    ClassLoader loader = Ready.class.getClassLoader();
    assertThat(REACH.check("com.acme.Nowhere", "get", true, loader)).isEqualTo(Verdict.ABSENT);
  }

  @Test
  void nothing_is_initialised_by_looking() {
    method(Ready.class, "ofAHolder");
    method(Ready.class, "ofAHolder");

    assertThat(Ready.holders).isZero();
  }

  @Test
  void a_loader_that_throws_is_not_safe() {
    ClassLoader hostile =
        new ClassLoader(null) {
          @Override
          public java.io.InputStream getResourceAsStream(String name) {
            throw new IllegalStateException("closed");
          }
        };

    assertThat(REACH.check(Ready.class.getName(), "lazy", true, hostile))
        .isNotEqualTo(Verdict.SAFE);
  }

  private static Verdict method(Class<?> holder, String name) {
    return REACH.check(holder.getName(), name, true, holder.getClassLoader());
  }

  private static Verdict field(Class<?> holder, String name) {
    return REACH.check(holder.getName(), name, false, holder.getClassLoader());
  }

  static class Base {
    static Ready made() {
      return new Ready();
    }
  }

  static class Ready extends Base {
    static int holders;
    private static Ready instance;
    private static Maker maker = Friend::make;

    static synchronized Ready lazy() {
      if (instance == null) {
        instance = new Ready();
      }
      return instance;
    }

    static synchronized Ready throughAFriend() {
      return Friend.make();
    }

    static synchronized Ready throughALambda() {
      Supplier<Ready> supplier = () -> new Ready();
      return supplier.get();
    }

    static synchronized Ready inherited() {
      return Ready.made();
    }

    static synchronized Ready ofTheJdk() {
      return String.valueOf(Thread.currentThread().getName()).isEmpty() ? null : lazy();
    }

    static Ready unlocked() {
      return lazy();
    }

    static synchronized Ready ofAHolder() {
      return Holder.INSTANCE;
    }

    static synchronized Ready deepOfAHolder() {
      return Friend.held();
    }

    static synchronized Ready ofAHolderInALambda() {
      Supplier<Ready> supplier = () -> Holder.INSTANCE;
      return supplier.get();
    }

    static synchronized Ready constructingAnother() {
      return new Stranger().make();
    }

    static synchronized Ready byName() throws Exception {
      Class.forName("com.acme.Anything");
      return lazy();
    }

    static synchronized Ready ofAnInterface() {
      return maker.make();
    }

    static synchronized native Ready ofNativeCode();

    Ready ofAnObject() {
      return this;
    }
  }

  interface Maker {
    Ready make();
  }

  static final class Holder {
    static final Ready INSTANCE = new Ready();

    static {
      Ready.holders++;
    }

    private Holder() {}
  }

  static final class Friend {
    private Friend() {}

    static Ready make() {
      return new Ready();
    }

    static Ready held() {
      return Holder.INSTANCE;
    }
  }

  static final class Stranger {
    Ready make() {
      return new Ready();
    }
  }

  static final class Later {
    static final Ready FIELD = new Ready();

    private Later() {}

    static synchronized Ready get() {
      return FIELD;
    }
  }
}

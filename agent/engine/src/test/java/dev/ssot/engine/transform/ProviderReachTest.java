package dev.ssot.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.canonical.LearnedMember;
import dev.ssot.engine.canonical.ProviderCheck.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
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

  private static final ClassLoader LOADER = ProviderReachTest.class.getClassLoader();

  @BeforeEach
  void initialise() throws Exception {
    Class.forName(Ready.class.getName());
    Class.forName(Friend.class.getName());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lazy",
        "throughAFriend",
        "inherited",
        "ofTheJdk",
        "ofAMethod",
        "throughALambda",
        "startingAThread"
      })
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
        "ofAFunction",
        "ofAFunctionInAMap",
        "ofAFunctionInTheJdk",
        "ofAnAbstractMethod",
        "ofAnOverriddenMethod",
        "ofTheThread",
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
    assertThat(check("com.acme.Nowhere", "get", true, LOADER)).isEqualTo(Verdict.ABSENT);
  }

  @Test
  void what_cannot_be_an_instance_of_the_target_is_absent_as_well() {
    assertThat(field(Ready.class, "maker")).as("a supertype").isEqualTo(Verdict.SAFE);
    assertThat(field(Ready.class, "anything")).isEqualTo(Verdict.SAFE);
    assertThat(field(Ready.class, "friend")).isEqualTo(Verdict.ABSENT);
    assertThat(field(Ready.class, "subclass")).isEqualTo(Verdict.ABSENT);
    assertThat(field(Ready.class, "holders")).as("no object").isEqualTo(Verdict.ABSENT);
    assertThat(method(Ready.class, "name")).isEqualTo(Verdict.ABSENT);
    assertThat(method(Ready.class, "withArgument")).isEqualTo(Verdict.ABSENT);
  }

  @Test
  void one_that_only_another_loader_sees_is_neither_asked_nor_absent() {
    ClassLoader above = new ClassLoader(null) {};

    assertThat(check(Later.class.getName(), "get", true, above)).isEqualTo(Verdict.UNSAFE);
    assertThat(check("com.acme.Nowhere", "get", true, above)).isEqualTo(Verdict.ABSENT);
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

    assertThat(check(Ready.class.getName(), "lazy", true, hostile)).isNotEqualTo(Verdict.SAFE);
  }

  private static Verdict method(Class<?> holder, String name) {
    return check(holder.getName(), name, true, LOADER);
  }

  private static Verdict field(Class<?> holder, String name) {
    return check(holder.getName(), name, false, LOADER);
  }

  private static Verdict check(String holder, String name, boolean method, ClassLoader loader) {
    LearnedMember member = new LearnedMember(holder.replace('.', '/'), name, method, name);
    return REACH.check(Ready.class.getName(), member, loader);
  }

  static class Base {
    static Ready made() {
      return new Ready();
    }
  }

  static class Ready extends Base implements Maker {
    static int holders;
    static Object anything;
    static Friend friend;
    static Special subclass;
    private static final Map<String, Ready> ALL = new HashMap<>();
    private static final Map<String, Supplier<Ready>> SOURCES = new HashMap<>();
    private static final ThreadLocal<Ready> OF_THREAD = ThreadLocal.withInitial(() -> null);
    private static Supplier<Ready> source = () -> Holder.INSTANCE;
    private static Function<String, Ready> function = key -> Holder.INSTANCE;
    private static Factory factory = new HoldersFactory();
    private static PlainFactory plain = new HoldersPlainFactory();
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

    static synchronized Ready ofAMethod() {
      return new Ready().ofAnObject();
    }

    static synchronized Ready ofAFunction() {
      return source.get();
    }

    static synchronized Ready ofAFunctionInTheJdk() {
      return ALL.computeIfAbsent("one", function);
    }

    static synchronized Ready ofAnAbstractMethod() {
      return factory.make();
    }

    static synchronized Ready ofAnOverriddenMethod() {
      return plain.make();
    }

    static synchronized Ready ofTheThread() {
      return OF_THREAD.get();
    }

    static synchronized Ready ofAFunctionInAMap() {
      return SOURCES.get("one").get();
    }

    static synchronized Ready startingAThread() {
      Ready ready = new Ready();
      new Thread(() -> ready.ofAnObject()).start();
      return ready;
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

    static synchronized String name() {
      return "ready";
    }

    static synchronized Ready withArgument(Ready ready) {
      return ready;
    }

    @Override
    public Ready make() {
      return this;
    }

    final Ready ofAnObject() {
      return this;
    }
  }

  static final class Special extends Ready {}

  abstract static class Factory {
    abstract Ready make();
  }

  static final class HoldersFactory extends Factory {
    @Override
    Ready make() {
      return Holder.INSTANCE;
    }
  }

  static class PlainFactory {
    Ready make() {
      return null;
    }
  }

  static final class HoldersPlainFactory extends PlainFactory {
    @Override
    Ready make() {
      return Holder.INSTANCE;
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

package dev.ssot.bootstrap.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.filter.TargetMatcher;
import dev.ssot.bootstrap.pattern.ClassPattern;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which loaders have to hand out class files after an attach. */
final class AskedLoadersTest {
  private static final TargetMatcher TARGETS = matcher(Thing.class.getName());

  private final Loader definer = new Loader(AskedLoadersTest.class.getClassLoader(), "STARTED");
  private final Class<?> thing = definer.define(Thing.class);

  @Test
  void as_long_as_no_target_is_loaded_all_are_asked_but_those_that_are_stopped() {
    AskedLoaders asked = new AskedLoaders(new Class<?>[] {String.class}, TARGETS);

    assertThat(asked.contains(new Loader(null, "STARTED"))).isTrue();
    assertThat(asked.contains(new Other(null))).isTrue();
    for (String end : List.of("STOPPING_PREP", "STOPPED", "DESTROYED", "FAILED")) {
      assertThat(asked.contains(new Loader(null, end))).as(end).isFalse();
    }
  }

  @Test
  void with_a_target_loaded_its_loader_those_below_and_those_of_its_kind_are_asked() {
    AskedLoaders asked = new AskedLoaders(new Class<?>[] {thing}, TARGETS);

    assertThat(asked.contains(definer)).isTrue();
    assertThat(asked.contains(new Other(definer))).isTrue();
    assertThat(asked.contains(new Loader(null, "STARTED"))).isTrue();
    assertThat(asked.contains(new Other(null))).isFalse();
    assertThat(asked.contains(AskedLoadersTest.class.getClassLoader())).isFalse();
  }

  @Test
  void one_that_is_stopped_is_not_asked_though_it_has_the_target() {
    Loader stopped = new Loader(null, "STOPPED");
    AskedLoaders asked = new AskedLoaders(new Class<?>[] {stopped.define(Thing.class)}, TARGETS);

    assertThat(asked.contains(stopped)).isFalse();
  }

  @Test
  void one_whose_state_cannot_be_told_is_taken_to_run() {
    assertThat(StoppedLoader.is(new Loader(null, null))).isFalse();
    assertThat(StoppedLoader.is(new Other(null))).isFalse();
    assertThat(StoppedLoader.is(null)).isFalse();
  }

  private static TargetMatcher matcher(String target) {
    return new TargetMatcher(List.of(ClassPattern.of(target)), List.of());
  }

  /** A target. */
  static final class Thing {}

  /** A loader that says how it is, as Tomcat's does. */
  public static final class Loader extends ClassLoader {
    private final String state;

    Loader(ClassLoader parent, String state) {
      super(parent);
      this.state = state;
    }

    /** Returns the state; throws where there is none. */
    public String getStateName() {
      return state.trim();
    }

    Class<?> define(Class<?> type) {
      String file = type.getName().replace('.', '/') + ".class";
      try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
        byte[] bytes = in.readAllBytes();
        return defineClass(type.getName(), bytes, 0, bytes.length);
      } catch (IOException impossible) {
        throw new AssertionError(impossible);
      }
    }
  }

  /** A loader of another kind. */
  private static final class Other extends ClassLoader {
    Other(ClassLoader parent) {
      super(parent);
    }
  }
}

package dev.ssot.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Nothing that our classes name was left out of the jar. */
final class ReferencesIT {
  private static final String DISPATCH = "java/lang/SsotDispatch";

  private final Map<String, byte[]> visible = PackagedJar.visibleClasses();
  private final Map<String, byte[]> hidden = PackagedJar.hiddenClasses();

  @Test
  void every_class_that_a_hidden_class_of_ours_names_is_in_the_jar_or_the_jdk() {
    assertThat(hidden.keySet()).anyMatch(ReferencesIT::isOurs);
    assertThat(
            missing(
                ReferencesIT::isOurs,
                name -> visible.containsKey(name) || hidden.containsKey(name) || isOfTheJdk(name)))
        .isEmpty();
  }

  @Test
  void what_is_there_of_byte_buddy_names_nothing_that_was_left_out() {
    assertThat(hidden.keySet()).anyMatch(name -> name.startsWith("net/bytebuddy/jar/asm/"));
    assertThat(
            missing(
                name -> name.startsWith("net/bytebuddy/"),
                name -> hidden.containsKey(name) || isOfTheJdk(name)))
        .isEmpty();
  }

  @Test
  void visible_classes_name_the_jdk_and_each_other_alone() {
    Map<String, Set<String>> strangers = new TreeMap<>();
    visible.forEach(
        (name, file) ->
            strangers.put(
                name, without(file, other -> visible.containsKey(other) || isOfTheJdk(other))));
    strangers.values().removeIf(Set::isEmpty);

    assertThat(strangers).isEmpty();
  }

  @Test
  void the_dispatch_class_names_the_jdk_alone() {
    assertThat(without(hidden.get(DISPATCH), name -> name.equals(DISPATCH) || isOfTheJdk(name)))
        .isEmpty();
  }

  private Map<String, Set<String>> missing(Predicate<String> from, Predicate<String> known) {
    Map<String, Set<String>> missing = new TreeMap<>();
    hidden.forEach(
        (name, file) -> {
          if (from.test(name)) {
            missing.put(name, without(file, known));
          }
        });
    missing.values().removeIf(Set::isEmpty);
    return missing;
  }

  private static Set<String> without(byte[] classFile, Predicate<String> known) {
    Set<String> names = new TreeSet<>(References.of(classFile));
    names.removeIf(known);
    return names;
  }

  private static boolean isOurs(String name) {
    return name.startsWith("dev/ssot/");
  }

  private static boolean isOfTheJdk(String name) {
    try {
      Class.forName(name.replace('/', '.'), false, ClassLoader.getPlatformClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }
}

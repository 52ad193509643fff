package dev.ssot.bootstrap.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.Kinds;
import dev.ssot.bootstrap.pattern.ClassPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said of a class that is named and cannot be a target. */
final class UnusableMatchesTest {
  private static final String HERE = Kinds.class.getName();

  @Test
  void an_interface_is_told_with_the_nearest_classes_behind_it() {
    assertThat(
            found(
                "**.*$Store",
                Kinds.Store.class,
                Kinds.Base.class,
                Kinds.Far.class,
                Kinds.NearStore.class))
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.kind()).isEqualTo(UnusableMatch.Kind.INTERFACE);
              assertThat(match.instead()).containsExactly(HERE + "$NearStore", HERE + "$Far");
              assertThat(match.sentence())
                  .isEqualTo(
                      HERE
                          + "$Store is an interface, which has no instances of its own; no loaded"
                          + " class that can be a target matches **.*$Store; loaded classes that"
                          + " implement it: "
                          + HERE
                          + "$NearStore, "
                          + HERE
                          + "$Far; name the one that is meant in the option targets");
            });
  }

  @Test
  void an_abstract_class_of_which_none_is_loaded_is_told_so() {
    assertThat(found(HERE + "$Base", Kinds.Base.class, Kinds.Store.class))
        .singleElement()
        .extracting(UnusableMatch::hint)
        .isEqualTo(
            "an abstract class, which has no instances of its own; no class of the application that"
                + " could extend it is loaded so far; name a class that is constructed in the"
                + " option targets");
  }

  @Test
  void a_pattern_that_matches_a_usable_class_as_well_is_right() {
    assertThat(found("**.*Store", Kinds.Store.class, Kinds.NearStore.class)).isEmpty();
    assertThat(found("**.*$Base", Kinds.Store.class)).isEmpty();
  }

  @Test
  void an_enum_an_annotation_and_classes_of_the_jdk_are_told_apart() {
    assertThat(kinds("**.*$Level", Kinds.Level.class)).containsExactly(UnusableMatch.Kind.ENUM);
    assertThat(kinds("**.*$Mark", Kinds.Mark.class)).containsExactly(UnusableMatch.Kind.ANNOTATION);
    assertThat(kinds("**.List", List.class, Kinds.Words.class))
        .containsExactly(UnusableMatch.Kind.JDK_INTERFACE);
    assertThat(found("**.ArrayList", ArrayList.class, Kinds.Words.class))
        .singleElement()
        .satisfies(match -> assertThat(match.instead()).containsExactly(HERE + "$Words"));
  }

  @Test
  void a_name_in_the_jdk_is_told_even_if_it_is_not_loaded_and_a_wild_one_is_not() {
    assertThat(kinds("java.util.Optional")).containsExactly(UnusableMatch.Kind.JDK_CLASS);
    assertThat(found("**.Array*", ArrayList.class)).isEmpty();
    assertThat(found("com.acme.Nowhere", ArrayList.class)).isEmpty();
  }

  @Test
  void generated_classes_are_not_named_and_many_are_counted() throws Exception {
    Kinds.Store lambda = () -> {};
    Class<?>[] loaded = {
      Kinds.Store.class,
      lambda.getClass(),
      Kinds.One.class,
      Kinds.Two.class,
      Kinds.Three.class,
      Kinds.Four.class,
      Kinds.Far.class,
      Kinds.NearStore.class
    };

    assertThat(found("**.*$Store", loaded))
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.instead()).hasSize(5).doesNotContain(lambda.getClass().getName());
              assertThat(match.hint()).contains(" and 1 more; name the one");
            });
  }

  private static List<UnusableMatch.Kind> kinds(String pattern, Class<?>... loaded) {
    return found(pattern, loaded).stream().map(UnusableMatch::kind).toList();
  }

  private static List<UnusableMatch> found(String pattern, Class<?>... loaded) {
    Class<?>[] all =
        Stream.concat(Stream.of(loaded), Stream.of(String[].class)).toArray(Class<?>[]::new);
    return UnusableMatches.of(
        FakeInstrumentation.of(all).proxy(), List.of(ClassPattern.of(pattern)));
  }
}

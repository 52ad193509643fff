package dev.ssot.bootstrap.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.pattern.ClassPattern;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TargetMatcherTest {
  /** The target. */
  static class Target {}

  // A class file writes such names as modified UTF-8.
  @SuppressWarnings("UnicodeInCode")
  static class Größe {}

  static class Constructing {
    Object make() {
      return new Target();
    }
  }

  static class ConstructingBesideMuchElse {
    static final long LONG = 123456789012L;

    Object make(double d) {
      Runnable lambda = () -> System.out.println(d + LONG * 3.25 + 1e100);
      lambda.run();
      return List.of("text", 7_000_000, 9_000_000_000L, 1.5f, new Target());
    }
  }

  static class Referring {
    Supplier<Target> maker = Target::new;
  }

  static class Mentioning {
    Target given;

    boolean is(Object o) {
      return o instanceof Target && o == given;
    }
  }

  static class Subclass extends Target {}

  @SuppressWarnings("UnicodeInCode")
  static class ConstructingAccents {
    Object make() {
      return new Größe();
    }
  }

  @Test
  void a_class_that_constructs_a_target_concerns_us() throws IOException {
    for (String pattern :
        List.of(Target.class.getName(), "**.*$Target", "**Target", "dev.ssot.**", "**")) {
      assertThat(matcher(pattern).concerns(classFile(Constructing.class))).as(pattern).isTrue();
      assertThat(matcher(pattern).concerns(classFile(ConstructingBesideMuchElse.class)))
          .as(pattern)
          .isTrue();
    }
  }

  @Test
  void a_constructor_reference_concerns_us() throws IOException {
    assertThat(matcher("**$Target").concerns(classFile(Referring.class))).isTrue();
  }

  @Test
  void the_target_itself_concerns_us() throws IOException {
    assertThat(matcher("**$Target").concerns(classFile(Target.class))).isTrue();
  }

  @Test
  void a_subclass_refers_to_the_constructor_of_the_target() throws IOException {
    assertThat(matcher("**$Target").concerns(classFile(Subclass.class))).isTrue();
  }

  @Test
  void a_class_that_only_mentions_a_target_does_not_concern_us() throws IOException {
    assertThat(matcher("**$Target").concerns(classFile(Mentioning.class))).isFalse();
  }

  @Test
  void other_names_do_not_concern_us() throws IOException {
    for (String pattern : List.of("**.Target", "Target", "**.*$Targets", "com.acme.**")) {
      assertThat(matcher(pattern).concerns(classFile(Constructing.class))).as(pattern).isFalse();
    }
  }

  @Test
  void one_of_many_patterns_is_enough() throws IOException {
    var matcher = matcher("com.acme.A", "**.B", Target.class.getName(), "x.*.C");

    assertThat(matcher.concerns(classFile(Constructing.class))).isTrue();
    assertThat(matcher.isTarget(Target.class.getName().replace('.', '/'))).isTrue();
    assertThat(matcher.isTarget("a/b/B")).isTrue();
    assertThat(matcher.isTarget("a/b/D")).isFalse();
  }

  static class Holder {
    static Target shared;

    static Target get() {
      return shared;
    }
  }

  static class Writing {
    void write(Target target) {
      Holder.shared = target;
    }
  }

  static class Calling {
    Object call() {
      return Holder.get();
    }
  }

  @Test
  void a_named_holder_concerns_us_though_it_constructs_nothing() throws IOException {
    assertThat(matcher("com.acme.X").concerns(classFile(Holder.class))).isFalse();
    assertThat(holding("shared").concerns(classFile(Holder.class))).isTrue();
    assertThat(holding(null).concerns(classFile(Holder.class))).isTrue();
    assertThat(holding(null).isTarget(Holder.class.getName().replace('.', '/'))).isFalse();
  }

  @Test
  void who_writes_the_field_of_a_named_holder_concerns_us() throws IOException {
    assertThat(holding("shared").concerns(classFile(Writing.class))).isTrue();
    assertThat(holding("other").concerns(classFile(Writing.class))).isFalse();
    assertThat(holding(null).concerns(classFile(Writing.class))).isFalse();
    assertThat(holding("shared").concerns(classFile(Calling.class))).isFalse();
  }

  private static TargetMatcher holding(String field) {
    return new TargetMatcher(
        List.of(ClassPattern.of("com.acme.X")),
        List.of(CanonicalHolder.of(Holder.class.getName(), field)));
  }

  @Test
  void no_pattern_concerns_nothing() throws IOException {
    assertThat(matcher().concerns(classFile(Constructing.class))).isFalse();
  }

  @Test
  void names_beyond_ascii_are_decoded() throws IOException {
    assertThat(matcher("**$Größe").concerns(classFile(ConstructingAccents.class))).isTrue();
    assertThat(matcher("**$Grösse").concerns(classFile(ConstructingAccents.class))).isFalse();
  }

  @Test
  void a_class_file_concerns_us_once_its_constants_and_its_name_are_there() throws IOException {
    byte[] whole = classFile(ConstructingBesideMuchElse.class);
    int enough = new ConstantPool(whole).end() + 4;
    for (int length = 0; length < whole.length; length++) {
      assertThat(matcher("**Target").concerns(Arrays.copyOf(whole, length)))
          .as("the first %s bytes", length)
          .isEqualTo(length >= enough);
    }
  }

  @Test
  void what_is_damaged_behind_the_constants_changes_no_answer() throws IOException {
    byte[] whole = classFile(ConstructingBesideMuchElse.class);
    int enough = new ConstantPool(whole).end() + 4;
    var random = new Random(47);
    for (int i = 0; i < 1_000; i++) {
      byte[] damaged = whole.clone();
      damaged[enough + random.nextInt(damaged.length - enough)] = (byte) random.nextInt();
      assertThat(matcher("**Target").concerns(damaged)).isTrue();
    }
  }

  @Test
  void a_class_file_with_a_constant_of_no_known_kind_concerns_nobody() throws IOException {
    byte[] whole = classFile(ConstructingBesideMuchElse.class);
    List<Integer> tags = tags(whole);
    assertThat(tags).hasSizeGreaterThan(50);
    for (int tag : tags) {
      for (int unknown : new int[] {0, 2, 13, 14, 21, 127, 255}) {
        byte[] damaged = whole.clone();
        damaged[tag] = (byte) unknown;
        assertThat(matcher("**Target").concerns(damaged)).as("%s at %s", unknown, tag).isFalse();
      }
    }
  }

  /** Where the constants begin, read without the code that is tested (JVMS 4.4). */
  private static List<Integer> tags(byte[] classFile) throws IOException {
    var bytes = new ByteArrayInputStream(classFile);
    var data = new DataInputStream(bytes);
    data.skipBytes(8);
    int count = data.readUnsignedShort();
    List<Integer> tags = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      tags.add(classFile.length - bytes.available());
      int tag = data.readUnsignedByte();
      switch (tag) {
        case 1 -> data.skipBytes(data.readUnsignedShort());
        case 7, 8, 16, 19, 20 -> data.skipBytes(2);
        case 15 -> data.skipBytes(3);
        case 5, 6 -> {
          data.skipBytes(8);
          i++;
        }
        default -> data.skipBytes(4);
      }
    }
    return tags;
  }

  @Test
  void null_is_no_class_file() {
    assertThat(matcher("**").concerns(null)).isFalse();
    assertThat(matcher("**").concerns(new byte[0])).isFalse();
  }

  private static TargetMatcher matcher(String... patterns) {
    return new TargetMatcher(new ArrayList<>(Stream.of(patterns).map(ClassPattern::of).toList()));
  }

  private static byte[] classFile(Class<?> type) throws IOException {
    try (InputStream in =
        type.getResourceAsStream('/' + type.getName().replace('.', '/') + ".class")) {
      return in.readAllBytes();
    }
  }
}

package dev.ssot.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ssot.engine.canonical.TargetShape;
import dev.ssot.engine.place.Reason;
import dev.ssot.forms.Compilers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the constructors of a target report, and what its class file tells. */
final class ConstructorHookTest {
  private static final String SOURCE =
      """
      public class T implements java.io.Serializable {
        public static final T ONLY = null;
        static final Object OTHER = null;
        private static T mutable;
        final long a;
        final double b;

        public T() {
          this(1, 2.0);
        }

        public T(long a, double b) {
          super();
          this.a = a;
          long sum = 0;
          for (int i = 0; i < 3; i++) {
            double d = i * b;
            sum += (long) d;
          }
          if (sum < 0) {
            this.b = 0;
            return;
          }
          this.b = b;
        }

        public T(String fails) {
          this.a = 0;
          this.b = 0;
          throw new IllegalStateException(fails);
        }

        public T(char c) {
          this(c == 'c' ? "inner" : "");
        }

        public T(short fails) {
          this(Long.parseLong(failing(fails)), 1.0);
        }

        static String failing(short fails) {
          throw new IllegalStateException(String.valueOf(fails));
        }

        public T(float caught) {
          this(1, 1);
          try {
            failing((short) caught);
          } catch (IllegalStateException expected) {
            T.class.hashCode();
          }
        }

        public T(T copied) {
          this(new T().a, copied.b);
        }

        public T(boolean reads) {
          this(Held.HELD);
        }

        public T(int fails) {
          this();
          if (fails > 0) {
            throw new IllegalStateException("half built");
          }
        }

        public T(StringBuilder caught) {
          this(caught(caught), new T(1, 1).b);
          T.class.hashCode();
        }

        public T(Runnable between) {
          this(1, 2.0);
          between.run();
        }

        static long caught(StringBuilder caught) {
          try {
            T.class.getConstructor(int.class).newInstance(1);
          } catch (ReflectiveOperationException e) {
            caught.append(e.getCause().getMessage());
          }
          return 1;
        }

        public T(Object nothing) {
          this(0, 0);
        }

        static T getInstance() {
          return ONLY;
        }

        public static T shared(int which) {
          return ONLY;
        }
      }

      class Sub extends T {}

      class Held {
        static final Object HELD = reflected();

        static Object reflected() {
          try {
            return T.class.getConstructor().newInstance();
          } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
          }
        }
      }

      class Caller {
        public static Object observed() {
          return new T();
        }

        public static Object reading() {
          return new T(true);
        }

        public static Object failing() {
          return new T("x");
        }

        public static Object nested() {
          return new T(new T(1, 1));
        }
      }

      enum E { A }

      abstract class Abstract {}
      """;

  @TempDir private static Path out;
  private static ClassLoader loader;
  private static TreeMap<String, byte[]> plain;

  @BeforeAll
  static void weave() throws Exception {
    TestDispatch.install();
    plain = new TreeMap<>(Compilers.javac(out, "T", SOURCE));
    var woven = new TreeMap<>(plain);
    var weaver = new ClassWeaver("T"::equals);
    woven.replaceAll(
        (name, classFile) -> {
          byte[] changed = weaver.weave(classFile).classFile();
          return changed == null ? classFile : changed;
        });
    loader = new DefiningLoader(ConstructorHookTest.class.getClassLoader(), woven);
  }

  @BeforeEach
  void forget() throws Exception {
    TestDispatch.unmark();
    Recorded.take();
  }

  @Test
  void an_object_that_no_call_site_accounts_for_is_reported_once() throws Exception {
    loader.loadClass("T").getConstructor().newInstance();

    assertThat(Recorded.take()).containsExactly("unaccounted T by T");
  }

  @Test
  void an_object_of_a_subclass_is_reported_as_such() throws Exception {
    var constructor = loader.loadClass("Sub").getDeclaredConstructor();
    constructor.setAccessible(true);
    constructor.newInstance();

    assertThat(Recorded.take()).containsExactly("unaccounted Sub by T");
  }

  @Test
  void an_object_that_a_call_site_accounts_for_is_not_reported() throws Exception {
    call("observed");

    assertThat(Recorded.take())
        .singleElement()
        .asString()
        .startsWith("new Caller#observed()Ljava/lang/Object;[0] T.java:");
  }

  @Test
  void the_mark_is_not_taken_by_an_object_that_the_constructor_makes_for_itself() throws Exception {
    call("nested");

    assertThat(Recorded.take()).hasSize(3).allMatch(event -> event.startsWith("new "));
  }

  @Test
  void the_mark_is_not_taken_by_an_object_that_an_initialiser_makes_in_between() throws Exception {
    call("reading");

    assertThat(Recorded.take())
        .hasSize(2)
        .anyMatch(event -> event.startsWith("new Caller#reading"))
        .contains("unaccounted T by T");
  }

  @Test
  void a_constructor_that_throws_reports_that() throws Exception {
    var constructor = loader.loadClass("T").getConstructor(String.class);

    assertThat(catchThrowable(() -> constructor.newInstance("x")))
        .hasRootCauseInstanceOf(IllegalStateException.class);
    assertThat(Recorded.take()).containsExactly("unaccounted failed T");
  }

  @Test
  void an_object_whose_outer_constructor_throws_is_no_object() throws Exception {
    var constructor = loader.loadClass("T").getConstructor(int.class);

    assertThat(catchThrowable(() -> constructor.newInstance(1))).hasRootCauseMessage("half built");
    assertThat(Recorded.take()).containsExactly("unaccounted failed T");
  }

  @Test
  void a_failure_is_reported_once_wherever_in_a_chain_of_constructors_it_is() throws Exception {
    var inner = loader.loadClass("T").getConstructor(char.class);
    var argument = loader.loadClass("T").getConstructor(short.class);

    assertThat(catchThrowable(() -> inner.newInstance('c'))).hasRootCauseMessage("inner");
    assertThat(Recorded.take()).containsExactly("unaccounted failed T");
    assertThat(catchThrowable(() -> argument.newInstance((short) 1))).hasRootCauseMessage("1");
    assertThat(Recorded.take()).containsExactly("unaccounted failed T");
  }

  @Test
  void a_constructor_that_catches_what_it_throws_reports_an_object() throws Exception {
    loader.loadClass("T").getConstructor(float.class).newInstance(1f);

    assertThat(Recorded.take()).containsExactly("unaccounted T by T");
  }

  @Test
  void what_runs_the_plain_constructor_is_counted_by_the_hook() throws Exception {
    TestDispatch.plain(TestDispatch.looked());
    try {
      call("nested");
      assertThat(Recorded.take()).hasSize(3).allMatch(event -> event.equals("constructed T at 1"));

      assertThat(catchThrowable(() -> call("failing"))).hasRootCauseMessage("x");
      assertThat(Recorded.take()).containsExactly("failed at 1");
    } finally {
      TestDispatch.plain(0);
    }
  }

  @Test
  void a_chain_of_three_constructors_reports_its_object_once() throws Exception {
    loader.loadClass("T").getConstructor(int.class).newInstance(0);

    assertThat(Recorded.take()).containsExactly("unaccounted T by T");
  }

  @Test
  void the_mark_of_a_construction_that_failed_passes_for_no_other() throws Exception {
    var failing = loader.loadClass("T").getConstructor(int.class);
    assertThat(catchThrowable(() -> failing.newInstance(1))).isNotNull();
    Recorded.take();

    loader.loadClass("T").getConstructor(long.class, double.class).newInstance(1, 1);

    assertThat(Recorded.take()).containsExactly("unaccounted T by T");
  }

  @Test
  void objects_that_the_arguments_of_this_make_or_fail_to_make_are_told_apart() throws Exception {
    var message = new StringBuilder();
    loader.loadClass("T").getConstructor(StringBuilder.class).newInstance(message);

    assertThat(message).hasToString("half built");
    assertThat(Recorded.take())
        .hasSize(3)
        .anyMatch(event -> event.startsWith("new T#<init>(Ljava/lang/StringBuilder;)V"))
        .contains("unaccounted failed T", "unaccounted T by T");
  }

  @Test
  void what_another_thread_sees_of_an_unfinished_object_is_no_report() throws Exception {
    var reported = new ArrayList<String>();
    Runnable between = () -> reported.addAll(Recorded.take());
    loader.loadClass("T").getConstructor(Runnable.class).newInstance(between);

    assertThat(reported).as("behind this(…)").isEmpty();
    assertThat(Recorded.take()).containsExactly("unaccounted T by T");
  }

  @Test
  void the_class_file_tells_the_candidates_for_the_canonical_instance() {
    TargetShape shape = new ClassWeaver("T"::equals).weave(plain.get("T")).shape();

    assertThat(shape.fields()).extracting(TargetShape.Candidate::name).containsExactly("ONLY");
    assertThat(shape.fields().get(0).isPrivate()).isFalse();
    assertThat(shape.methods())
        .extracting(TargetShape.Candidate::name)
        .containsExactly("getInstance");
    assertThat(shape.methods().get(0).isPrivate()).isFalse();
    assertThat(shape.refusal()).isNull();
  }

  @Test
  void an_enum_and_an_abstract_class_are_no_targets() {
    var weaver = new ClassWeaver(List.of("E", "Abstract")::contains);

    assertThat(weaver.weave(plain.get("E")).shape().refusal()).isEqualTo(Reason.ENUM);
    assertThat(weaver.weave(plain.get("Abstract")).shape().refusal()).isEqualTo(Reason.ABSTRACT);
    assertThat(weaver.weave(plain.get("T")).shape()).isNull();
  }

  private static void call(String method) throws Exception {
    var declared = loader.loadClass("Caller").getDeclaredMethod(method);
    declared.setAccessible(true);
    declared.invoke(null);
  }
}

package dev.ssot.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.canonical.LearnedMember;
import dev.ssot.engine.canonical.LearnedMembers;
import dev.ssot.engine.policy.Modes;
import dev.ssot.engine.policy.SitePolicy;
import dev.ssot.engine.weave.site.GuardedMethods;
import dev.ssot.forms.Compilers;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Canonical instances tell of themselves where they are kept. */
final class LearningTest {
  private static final String SOURCE =
      """
      class Constant {
        private static final Constant INSTANCE = new Constant();
        static Constant getInstance() { return INSTANCE; }
      }

      class Lazy {
        private static volatile Lazy only;
        static Lazy getInstance() {
          Lazy seen = only;
          if (seen != null) {
            return seen;
          }
          synchronized (Lazy.class) {
            if (only == null) {
              only = new Lazy();
            }
            return only;
          }
        }
      }

      class Twice {
        static final Twice A = new Twice();
        static final Twice B = new Twice();
        static Twice getInstance() { return A; }
      }

      class X {}

      interface Settings {
        X SHARED = new X();
      }

      class Holder {
        static X shared;
        static final Object anything = new X();
        X own = new X();
        static int number = 1;
        static X make() { return shared == null ? new X() : shared; }
        static X make(int which) { return new X(); }
        X instance() { return own; }
        static int count() { return 1; }
      }

      class Child extends Holder {}

      class Main {
        static X write() { Holder.shared = new X(); return Holder.shared; }
      }

      class Factory {
        static X create() { return new X(); }
        static X fail() { throw new IllegalStateException(); }
      }

      class Leaving {
        private static X instance;
        private X own = new X();
        static X toAnother() { return Factory.create(); }
        static X toItself() { return hidden(); }
        static X toAFunction() {
          java.util.function.Supplier<X> making = X::new;
          return making.get();
        }
        static X toAFunctionInTheJdk() {
          java.util.Map<String, X> map = new java.util.HashMap<>();
          return map.computeIfAbsent("one", key -> new X());
        }
        static X toReflection() throws Exception { return X.class.newInstance(); }
        static X twice() { return Factory.create() == null ? null : Factory.create(); }
        static X staying() {
          synchronized (Leaving.class) {
            if (instance == null || instance.getClass() == null) {
              instance = plain(String.valueOf(new X()).length());
            }
            return instance;
          }
        }
        static X constructing() { return new Leaving().own; }
        static X failing() { return Factory.fail(); }
        private static X hidden() { return Factory.create(); }
        private static X plain(int length) { return length < 0 ? null : new X(); }
      }

      class Helped {
        static X shared;
        static void init() { shared = new X(); }
        static X get() {
          if (shared == null) {
            init();
          }
          return shared;
        }
        static X lambda() {
          Runnable later = () -> shared = new X();
          later.run();
          return shared;
        }
        static X twice() {
          shared = new X();
          shared = new X();
          return shared;
        }
        static long failing() {
          shared = new X();
          throw new IllegalStateException();
        }
        static long caught() {
          try {
            return failing();
          } catch (IllegalStateException e) {
            return 1;
          }
        }
        static int unconcerned() { return shared == null ? 0 : 1; }
      }

      enum Single {
        ONLY;
        private final X x = new X();
        X redis() { return x; }
      }

      public class Use {
        public static Object constant() { return Constant.getInstance(); }
        public static Object lazy() { Lazy.getInstance(); return Lazy.getInstance(); }
        public static Object twice() { return Twice.getInstance(); }
        public static Object settings() { return Settings.SHARED; }
        public static Object written() { return Main.write(); }
        public static Object helped() { Helped.get(); return Helped.get(); }
        public static Object lambda() { return Helped.lambda(); }
        public static Object twiceWritten() { return Helped.twice(); }
        public static Object failing() { return Helped.caught(); }
        public static Object unconcerned() { return Helped.unconcerned(); }
        public static Object anything() { return Holder.anything; }
        public static Object made() { return Holder.make(); }
        public static Object single() { return Single.ONLY.redis(); }
      }
      """;

  private static final String KOTLIN =
      """
      object Kept { val x: Any = X() }
      class Outer { companion object { fun redis(): Any = X(); val kept: Any = X() } }
      object Own { fun use() = 1 }
      object KotlinUse {
        @JvmStatic fun kept(): Any = Kept.x
        @JvmStatic fun companion(): Any = Outer.redis()
        @JvmStatic fun property(): Any = Outer.kept
        @JvmStatic fun own(): Any = Own.use()
      }
      """;

  @TempDir private static Path temp;
  private static Map<String, byte[]> plain;

  @BeforeAll
  static void compile() throws Exception {
    TestDispatch.install();
    Path java = Files.createDirectories(temp.resolve("java"));
    Path source = Files.writeString(temp.resolve("Use.java"), SOURCE);
    Path kotlin = Files.writeString(temp.resolve("Use.kt"), KOTLIN);
    plain = new TreeMap<>(Compilers.javac(java, List.of(source), "--release", "8"));
    String path = java + File.pathSeparator + Compilers.kotlinLibrary();
    plain.putAll(
        Compilers.kotlinc(
            Files.createDirectories(temp.resolve("kotlin")), List.of(kotlin), "-cp", path));
  }

  @BeforeEach
  void forget() {
    Recorded.take();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"toAnother", "toItself", "toAFunction", "toAFunctionInTheJdk", "toReflection"})
  void a_provider_tells_when_it_calls_what_may_construct_elsewhere(String provider)
      throws Exception {
    String member = "Leaving#" + provider + "()";

    assertThat(learned("Leaving", provider, member))
        .containsExactly("leaving " + member + " true", "learned X " + member);
    assertThat(TestDispatch.mayBeInProvider()).as("it is back").isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"staying", "constructing"})
  void one_that_only_makes_its_instance_tells_nothing_else(String provider) throws Exception {
    String member = "Leaving#" + provider + "()";

    assertThat(learned("Leaving", provider, member)).containsExactly("learned X " + member);
  }

  @Test
  void one_that_calls_twice_tells_it_twice() throws Exception {
    String leaving = "leaving Leaving#twice() true";

    assertThat(learned("Leaving", "twice", "Leaving#twice()"))
        .containsExactly(leaving, leaving, "learned X Leaving#twice()");
    assertThat(TestDispatch.mayBeInProvider()).isFalse();
  }

  @Test
  void one_that_has_thrown_may_still_be_running_until_its_stack_is_looked_at() throws Exception {
    assertThatThrownBy(() -> learned("Leaving", "failing", "Leaving#failing()"))
        .isInstanceOf(InvocationTargetException.class);
    assertThat(TestDispatch.mayBeInProvider()).isTrue();

    TestDispatch.isInNoProvider();

    assertThat(TestDispatch.mayBeInProvider()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "made,Holder#make(),X Holder#make()",
    "single,Single#redis(),X Single#redis()",
  })
  void a_provider_tells_of_the_instance_before_it_returns(String use, String option, String learned)
      throws Exception {
    assertThat(learned("Use", use, option)).containsExactly("learned " + learned);
  }

  @ParameterizedTest
  @CsvSource({
    "Use,constant,auto,Constant Constant#getInstance()",
    "Use,settings,Settings#SHARED,X Settings#SHARED",
    "Use,written,Holder#shared,X Holder#shared",
    "Use,anything,Holder#anything,X Holder#anything",
    "KotlinUse,kept,Kept#x,X Kept#x",
    "KotlinUse,property,Outer#kept,X Outer#kept",
    "KotlinUse,own,auto,Own Own#INSTANCE",
  })
  void who_writes_a_field_tells_before_and_when_it_returns(
      String type, String use, String option, String written) throws Exception {
    assertThat(learned(type, use, option))
        .containsExactly(
            "written " + written, "returned " + written.substring(written.indexOf(' ') + 1));
  }

  /** The engine looks at the stack: only the outermost of them is the end of the write. */
  @Test
  void methods_that_call_the_writer_tell_that_they_return() throws Exception {
    String returned = "returned Helped#shared";

    assertThat(learned("Use", "helped", "Helped#shared"))
        .containsExactly("written X Helped#shared", returned, returned, returned);
    assertThat(learned("Use", "lambda", "Helped#shared"))
        .containsExactly("written X Helped#shared", returned, returned);
  }

  @Test
  void a_method_that_writes_twice_tells_each_write() throws Exception {
    assertThat(learned("Use", "twiceWritten", "Helped#shared"))
        .containsExactly(
            "written X Helped#shared", "written X Helped#shared", "returned Helped#shared");
  }

  @Test
  void a_method_that_throws_does_not_tell_that_it_returns() throws Exception {
    assertThat(learned("Use", "failing", "Helped#shared"))
        .as("but its caller does")
        .containsExactly("written X Helped#shared", "returned Helped#shared");
    assertThat(learned("Use", "unconcerned", "Helped#shared")).isEmpty();
  }

  @Test
  void a_member_of_a_kotlin_companion_tells_of_the_instance() throws Exception {
    assertThat(learned("KotlinUse", "companion", "Outer$Companion#redis()"))
        .containsExactly("learned X Outer$Companion#redis()");
  }

  @Test
  void a_provider_tells_each_time_that_it_answers() throws Exception {
    assertThat(learned("Use", "lazy", "auto"))
        .containsExactly("learned Lazy Lazy#getInstance()", "learned Lazy Lazy#getInstance()");
  }

  @Test
  void what_is_not_unique_tells_nothing() throws Exception {
    assertThat(learned("Use", "twice", "auto")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Holder#missing",
    "Holder#missing()",
    "Holder#own",
    "Holder#number",
    "Holder#instance()",
    "Holder#count()",
    "Child#shared",
    "Child#make()",
  })
  void what_cannot_be_hooked_is_named(String option) throws Exception {
    String holder = option.substring(0, option.indexOf('#'));

    WeaveResult result = weaver(option).weave(plain.get(holder));

    assertThat(result.absent()).extracting(LearnedMember::description).containsExactly(option);
  }

  @Test
  void what_is_there_is_not_called_absent() throws Exception {
    for (String option : List.of("Holder#shared", "Holder#anything", "Holder#make()")) {
      assertThat(weaver(option).weave(plain.get("Holder")).absent()).as(option).isEmpty();
      assertThat(weaver(option).weave(plain.get("Main")).absent()).as(option).isEmpty();
    }
  }

  @Test
  void what_is_hooked_is_not_hooked_again() throws Exception {
    ClassWeaver weaver = weaver("Holder#make()");
    byte[] woven = weaver.weave(plain.get("Holder")).classFile();

    assertThat(weaver.weave(woven).classFile()).isNull();
  }

  @Test
  void a_hook_is_a_few_instructions_and_no_branch() throws Exception {
    byte[] woven = weaver("Holder#shared").weave(plain.get("Main")).classFile();

    assertThat(Disassembly.of(woven, "write"))
        .containsSubsequence(
            "DUP",
            "LDC \"Holder#shared\"",
            "INVOKESTATIC java/lang/SsotDispatch.written (Ljava/lang/Object;Ljava/lang/String;)V",
            "PUTSTATIC Holder.shared : LX;",
            "LDC \"Holder#shared\"",
            "INVOKESTATIC java/lang/SsotDispatch.returned (Ljava/lang/String;)V",
            "ARETURN");
    byte[] provider = weaver("Holder#make()").weave(plain.get("Holder")).classFile();
    assertThat(Disassembly.of(provider, "make"))
        .containsSubsequence(
            "DUP",
            "LDC \"Holder#make()\"",
            "INVOKESTATIC java/lang/SsotDispatch.learned (Ljava/lang/Object;Ljava/lang/String;)V",
            "ARETURN");
  }

  private static List<String> learned(String type, String use, String option) throws Exception {
    ClassWeaver weaver = weaver(option);
    var woven = new TreeMap<>(plain);
    woven.replaceAll(
        (name, classFile) -> {
          byte[] changed = weaver.weave(classFile).classFile();
          return changed == null ? classFile : changed;
        });
    var loader = new DefiningLoader(LearningTest.class.getClassLoader(), woven);
    Method method = loader.loadClass(type).getDeclaredMethod(use);
    method.setAccessible(true);
    method.invoke(null);
    var learned = new ArrayList<>(Recorded.take());
    assertThat(learned).noneMatch(event -> event.startsWith("failed"));
    learned.removeIf(event -> !event.matches("(learned|written|returned|leaving) .*"));
    return learned;
  }

  private static ClassWeaver weaver(String option) throws Exception {
    Options options = Options.read("canonical=" + option, Map.of(), Map.of(), path -> Map.of());
    var policy = new SitePolicy(options, new Modes(options, (table, changes) -> {}));
    List<String> targets = List.of("Constant", "Lazy", "Twice", "X", "Own");
    return new ClassWeaver(targets::contains, LearnedMembers.of(policy), GuardedMethods.NONE);
  }
}

package dev.ssot.engine.weave;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.weave.site.WovenSite;
import dev.ssot.forms.Compilers;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which constructions keep their object within their class, and which hand it on. */
final class HandOverTest {
  private static final String SOURCE =
      """
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.function.*;

      class X implements AutoCloseable {
        int get() { return 1; }
        X with(int value) { return this; }
        public void close() {}
      }

      class Other {
        X x;
        Other(X x) { this.x = x; }
        Other() {}
        static void take(AutoCloseable x) {}
      }

      public class Uses {
        private X kept;
        private X shown;
        private X wired;
        private static X forAll;
        X open;
        protected static X openForAll;
        private final List<X> list = new ArrayList<>();

        void keepsLocal() { X x = new X(); x.get(); x.close(); }
        void keepsUnused() { new X(); }
        int keepsTry() { try (X x = new X()) { return x.get(); } }
        int keepsTwo() { try (X x = new X(); X y = new X()) { return x.get() + y.get(); } }
        void keepsFinally() { X x = null; try { x = new X(); x.get(); } finally { if (x != null) x.close(); } }
        void keepsLoop(int n) { X x = null; for (int i = 0; i < n; i++) { if (x != null) x.close(); x = new X(); } }
        void keepsField() { kept = new X(); kept.get(); }
        void keepsStaticField() { forAll = new X(); }
        void keepsFluent() { X x = new X().with(1); x.close(); }
        void keepsText() { X x = new X(); System.out.println("made " + x + String.valueOf(x)); }
        void keepsReference(Executor e) { X x = new X(); e.execute(x::close); }
        void keepsChecked() { X x = Objects.requireNonNull(new X()); x.close(); }
        void keepsSwitch(int n) { X x; switch (n) { case 1: x = new X(); break; default: x = null; } if (x != null) x.close(); }
        Object keepsBesides() { X x = new X(); Object o = new Object(); x.close(); return o; }

        X handsReturned() { return new X(); }
        Object handsFluent() { return new X().with(1); }
        AutoCloseable handsBranch(boolean b) { X x = b ? new X() : null; return x; }
        Other handsWired() { return new Other(new X()); }
        void handsPassed() { X x = new X(); Other.take(x); }
        void handsLater() { X x = new X(); x.get(); X y = x; if (y != null) { Other.take(y); } }
        void handsFromTry() { try (X x = new X()) { Other.take(x); } }
        void handsListed() { list.add(new X()); }
        X[] handsArray() { X[] all = {new X()}; return all; }
        void handsOther(Other other) { other.x = new X(); }
        void handsOpenField() { open = new X(); }
        void handsOpenStatic() { openForAll = new X(); }
        Supplier<X> handsLambda() { X x = new X(); return () -> x; }
        Callable<Integer> handsFunction() { X x = new X(); return x::get; }
        void handsShown() { shown = new X(); }
        void handsWiredField() { wired = new X(); }
        void handsLoop(int n) { X x = null; for (int i = 0; i < n; i++) { Other.take(x); x = new X(); } }
        X handsFinally() { X x = null; try { x = new X(); x.get(); } finally { Other.take(x); } return null; }
        X handsAnonymous() { X x = new X(); new Object() { void run() { x.close(); } }.run(); return null; }
        void handsReferenceTo(Optional<X> o) { o.orElseGet(X::new).close(); }

        X shown() { return shown; }
        Other wire() { return new Other(wired); }
      }
      """;

  private static final String KOTLIN =
      """
      class Uses {
        private val mine = X()
        fun keepsUse() { X().use { it.get() } }
        fun keepsLocal() { val x = X(); x.close() }
        fun handsExpression(): Any = X()
        fun handsListed(): Any = listOf(X())
      }
      """;

  private final ClassWeaver weaver = new ClassWeaver("X"::equals);

  @TempDir private Path temp;

  @Test
  void javac_shows_who_keeps_the_fresh_object() {
    assertThatMethodsAreTold(Compilers.javac(temp, "Uses", SOURCE));
  }

  @Test
  void ecj_shows_who_keeps_the_fresh_object() throws IOException {
    Path source = Files.writeString(temp.resolve("Uses.java"), SOURCE);
    assertThatMethodsAreTold(Compilers.ecj(temp, List.of(source), "--release", "8"));
  }

  @Test
  void kotlinc_shows_who_keeps_the_fresh_object() throws IOException {
    Path library = Files.createDirectory(temp.resolve("java"));
    Path kotlin = Files.createDirectory(temp.resolve("kotlin"));
    Compilers.javac(library, "Uses", SOURCE);
    Path source = Files.writeString(temp.resolve("Uses.kt"), KOTLIN);
    String path = library + File.pathSeparator + Compilers.kotlinLibrary();

    assertThatMethodsAreTold(Compilers.kotlinc(kotlin, List.of(source), "-cp", path));
  }

  /** The class that a field is declared in may be extended, and the subclass may hand on. */
  @Test
  void what_subclasses_and_neighbours_can_reach_is_handed_on() {
    var classFiles =
        Compilers.javac(
            temp,
            "Base",
            """
            class X {}
            abstract class Base {
              protected final X forSubclasses = new X();
            }
            abstract class Neighbour {
              final X forNeighbours = new X();
            }
            class Closed {
              private final X mine = new X();
              class Inner { X of() { return null; } int hash() { return mine == null ? 0 : 1; } }
            }
            """);

    assertThat(handsOn(classFiles, "Base")).containsExactly(true);
    assertThat(handsOn(classFiles, "Neighbour")).containsExactly(true);
    assertThat(handsOn(classFiles, "Closed")).containsExactly(false);
  }

  @Test
  void two_constructions_on_one_path_are_told_apart() {
    var classFiles =
        Compilers.javac(
            temp,
            "Both",
            """
            class X { void close() {} }
            class Both {
              X both() {
                X mine = new X();
                mine.close();
                return new X();
              }
            }
            """);

    assertThat(handsOn(classFiles, "Both")).containsExactly(false, true);
  }

  private List<Boolean> handsOn(Map<String, byte[]> classFiles, String name) {
    return weaver.weave(classFiles.get(name), classFiles::get).woven().stream()
        .map(WovenSite::isHandingOn)
        .toList();
  }

  /** By their names: {@code keeps…} and {@code hands…}. */
  private void assertThatMethodsAreTold(Map<String, byte[]> classFiles) {
    var result = weaver.weave(classFiles.get("Uses"), classFiles::get);

    assertThat(result.skipped()).isEmpty();
    assertThat(methods(result, false))
        .isNotEmpty()
        .allMatch(name -> name.matches("keeps.*|<init>"));
    assertThat(methods(result, true)).isNotEmpty().allMatch(name -> name.startsWith("hands"));
  }

  private static Set<String> methods(WeaveResult result, boolean handingOn) {
    return result.woven().stream()
        .filter(site -> site.isHandingOn() == handingOn)
        .map(WovenSite::method)
        .collect(toCollection(TreeSet::new));
  }
}

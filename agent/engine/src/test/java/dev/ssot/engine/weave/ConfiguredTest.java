package dev.ssot.engine.weave;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.canonical.TargetShape;
import dev.ssot.engine.weave.site.ClassFiles;
import dev.ssot.engine.weave.site.WovenSite;
import dev.ssot.forms.Compilers;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which methods configure what they have constructed. */
final class ConfiguredTest {
  private static final String REDIS_MANAGER = "org/crazycake/shiro/RedisManager";

  private static final String SOURCE =
      """
      import java.util.Optional;
      import java.util.function.*;

      class Base {
        void setTimeout(int t) {}
        Base chained() { return this; }
      }

      interface Named {
        void setName(String name);
      }

      class X extends Base implements Named {
        int port;
        static int all;
        void setHost(String host) {}
        X set2(int value) { return this; }
        public void setName(String name) {}
        void settle() {}
        void reset() {}
        static void setDefaults() {}
        void registerModule(String m) {}
        void configure(String f) {}
        void init() {}
        void addListener(Object l) {}
        void enableCache() {}
        X indented() { return this; }
        void put(String k, String v) {}
        void address() {}
        String initial() { return ""; }
        static X shared() { return null; }
      }

      class Other {
        void setHost(String host) {}
      }

      public class Uses {
        X field;

        void keepsSetter() { X x = new X(); x.setHost("h"); }
        void keepsFluent() { new X().set2(1); }
        void keepsField() { field = new X(); field.setHost("h"); }
        void keepsWrite() { X x = new X(); x.port = 1; }
        void keepsInherited() { X x = new X(); x.setTimeout(1); }
        void keepsAsBase() { Base x = new X(); x.setTimeout(1); }
        void keepsAsInterface() { Named x = new X(); x.setName("n"); }
        void keepsReference() { X x = Optional.<X>empty().orElseGet(X::new); x.setHost("h"); }
        void keepsPassedOn() { X x = new X(); Consumer<String> c = x::setHost; c.accept("h"); }
        void keepsBranch(boolean b) { X x = b ? new X() : new X(); if (b) x.setHost("h"); }
        void keepsFinally() { X x = null; try { x = new X(); } finally { x.setHost("h"); } }

        void keepsNamed() { X x = new X(); x.registerModule("m"); }
        void keepsWhole() { X x = new X(); x.configure("f"); }
        void keepsInit() { new X().init(); }
        void keepsAdded() { X x = new X(); x.addListener(this); }
        void keepsSwitched() { X x = new X(); x.enableCache(); }
        X keepsShape() { return new X().indented(); }
        void keepsChained() { X x = new X(); x.chained(); }
        void keepsFluentReference() { X x = new X(); Supplier<X> s = x::indented; s.get(); }

        void sharesStored() { X x = new X(); x.put("k", "v"); }
        void sharesOtherNames() { X x = new X(); x.address(); x.initial(); }
        X sharesFactory() { X x = new X(); return X.shared(); }
        void sharesPlain() { new X().settle(); }
        void sharesEarlier(X given) { given.setHost("h"); field = new X(); }
        void sharesStatic() { X x = new X(); X.setDefaults(); X.all = 1; x.reset(); }
        void sharesOther() { X x = new X(); new Other().setHost("h"); }
        int sharesRead() { return new X().port; }
      }
      """;

  private static final String KOTLIN =
      """
      class Uses {
        fun keepsApply() { X().apply { setHost("h") } }
        fun keepsAlso() { X().also { it.setHost("h") } }
        fun keepsProperty() { val x: Named = X(); x.setName("n") }
        fun sharesPlain() { X() }
      }
      """;

  private final ClassWeaver weaver = new ClassWeaver("X"::equals);

  @TempDir private Path temp;

  @Test
  void javac_shows_which_methods_configure_the_fresh_object() {
    assertThatMethodsAreTold(Compilers.javac(temp, "Uses", SOURCE));
  }

  @Test
  void ecj_shows_which_methods_configure_the_fresh_object() {
    var sources = List.of(source("Uses.java", SOURCE));
    assertThatMethodsAreTold(Compilers.ecj(temp, sources, "--release", "8"));
  }

  @Test
  void kotlinc_shows_which_methods_configure_the_fresh_object() {
    var java = Compilers.javac(folder("java"), "Uses", SOURCE);
    var sources = List.of(source("Uses.kt", KOTLIN));
    var path = temp.resolve("java") + File.pathSeparator + Compilers.kotlinLibrary();
    var classFiles = new TreeMap<>(java);
    classFiles.putAll(Compilers.kotlinc(folder("kotlin"), sources, "-cp", path));

    assertThatMethodsAreTold(classFiles);
  }

  @Test
  void supertypes_that_cannot_be_read_are_not_guessed() {
    var classFiles = Compilers.javac(temp, "Uses", SOURCE);

    var result = weaver.weave(classFiles.get("Uses"));

    assertThat(methods(result, true)).contains("keepsSetter").doesNotContain("keepsAsBase");
  }

  @Test
  void a_construction_after_the_setter_is_one_to_share() {
    var classFiles =
        Compilers.javac(
            temp,
            "Uses",
            """
            class X { void setHost(String host) {} }
            class Uses {
              void both() {
                X x = new X();
                x.setHost("h");
                x = new X();
              }
            }
            """);

    assertThat(weaver.weave(classFiles.get("Uses")).woven())
        .extracting(WovenSite::isConfiguring)
        .containsExactly(true, false);
  }

  @Test
  void a_user_of_shiro_redis_configures_its_manager() {
    var classFiles =
        Compilers.javac(
            temp,
            "Sessions",
            """
            import org.crazycake.shiro.IRedisManager;
            import org.crazycake.shiro.RedisManager;

            class Sessions {
              static IRedisManager configured() {
                RedisManager m = new RedisManager();
                m.setHost("127.0.0.1:6379");
                m.setDatabase(1);
                return m;
              }

              static IRedisManager plain() {
                return new RedisManager();
              }
            }
            """);

    var result = new ClassWeaver(REDIS_MANAGER::equals).weave(classFiles.get("Sessions"));

    assertThat(methods(result, true)).containsExactly("configured");
    assertThat(methods(result, false)).containsExactly("plain");
  }

  @Test
  void a_class_tells_whether_others_can_configure_its_objects() {
    var classFiles =
        Compilers.javac(
            temp,
            "X",
            """
            class X { private int a; int ready; public final int b = 1; public static int c; X() { put(); } private void put() {}
              private void setA(int a) {} static X of() { return null; } int get() { return a; } }
            class Setting { void setHost(String host) {} }
            class Fluent { protected Fluent indented() { return this; } }
            class Open { public int port; }
            class Inheriting extends Setting {}
            class Far extends Inheriting {}
            class Copying implements Cloneable { public Object clone() { return null; } }
            """);

    assertThat(configurable(classFiles))
        .containsOnly("Setting", "Fluent", "Open", "Inheriting", "Far");
  }

  @Test
  void a_class_tells_whether_its_objects_are_read_with_a_state() {
    var classFiles =
        Compilers.javac(
            temp,
            "Read",
            """
            import java.io.*;
            class Read implements Serializable { private final int port = port(); int port() { return 1; } }
            class Empty implements Serializable { static int all; transient int cached; }
            class Inheriting extends Read { }
            class FromPlain extends Plain implements Serializable { }
            class Plain { int port; }
            class Own implements Serializable { private Object readResolve() { return this; } }
            class Declared implements Serializable {
              private static final ObjectStreamField[] serialPersistentFields = {};
            }
            class External implements Externalizable {
              public External() {}
              public void readExternal(ObjectInput in) {}
              public void writeExternal(ObjectOutput out) {}
            }
            """);

    assertThat(read(classFiles)).containsOnly("Read", "Inheriting", "Own", "Declared", "External");
  }

  @Test
  void a_superclass_that_cannot_be_read_may_have_a_state() {
    var classFiles =
        Compilers.javac(
            temp,
            "Sub",
            """
            class Base implements java.io.Serializable {}
            class Sub extends Base {}
            """);

    assertThat(new ClassWeaver(name -> true).weave(classFiles.get("Sub")).shape().isRead())
        .isTrue();
  }

  private static Set<String> configurable(Map<String, byte[]> classFiles) {
    return shapes(classFiles, TargetShape::isConfigurable);
  }

  private static Set<String> read(Map<String, byte[]> classFiles) {
    return shapes(classFiles, TargetShape::isRead);
  }

  private static Set<String> shapes(Map<String, byte[]> classFiles, Predicate<TargetShape> which) {
    ClassFiles files = name -> classFiles.containsKey(name) ? classFiles.get(name) : ofTheJdk(name);
    return classFiles.keySet().stream()
        .filter(
            name ->
                which.test(
                    new ClassWeaver(name::equals).weave(classFiles.get(name), files).shape()))
        .collect(toCollection(TreeSet::new));
  }

  private static byte[] ofTheJdk(String name) {
    try (var in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiled as AspectJ writes it: the method that configures the object is another one. */
  @Test
  void what_around_advice_has_moved_is_taken_to_be_configured() {
    var classFiles =
        Compilers.javac(
            temp,
            "Advised",
            """
            class X { void setHost(String host) {} }
            class Advised {
              void caller() {
                X x = init$_aroundBody0(this);
                x.setHost("h");
              }

              static final X init$_aroundBody0(Advised self) {
                return new X();
              }
            }
            """);

    assertThat(methods(weaver.weave(classFiles.get("Advised")), true))
        .containsExactly("init$_aroundBody0");
  }

  /** By their names: {@code keeps…} and {@code shares…}. */
  private void assertThatMethodsAreTold(Map<String, byte[]> classFiles) {
    ClassFiles files = classFiles::get;
    var result = weaver.weave(classFiles.get("Uses"), files);

    assertThat(result.skipped()).isEmpty();
    assertThat(methods(result, true)).isNotEmpty().allMatch(name -> name.startsWith("keeps"));
    assertThat(methods(result, false)).isNotEmpty().allMatch(name -> name.startsWith("shares"));
  }

  private static Set<String> methods(WeaveResult result, boolean configuring) {
    return result.woven().stream()
        .filter(site -> site.isConfiguring() == configuring)
        .map(WovenSite::method)
        .collect(toCollection(TreeSet::new));
  }

  private Path folder(String name) {
    try {
      return Files.createDirectories(temp.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path source(String name, String text) {
    try {
      return Files.writeString(temp.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

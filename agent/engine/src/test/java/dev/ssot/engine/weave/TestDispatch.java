package dev.ssot.engine.weave;

import dev.ssot.forms.Compilers;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.agent.ByteBuddyAgent;

/** Defines the dispatch class into this JVM and connects a recording engine. */
final class TestDispatch {
  private static Class<?> dispatch;

  private TestDispatch() {}

  static Instrumentation instrumentation() {
    return ByteBuddyAgent.install();
  }

  /** Once per JVM: woven code is linked to it for good. */
  static synchronized void install() throws Exception {
    if (dispatch != null) {
      return;
    }
    Path classes = bootstrapClasses();
    dispatch = define(Files.readAllBytes(classes.resolve("java/lang/SsotDispatch.class")));
    Class<?> engine = recordingEngine(classes);
    dispatch
        .getMethod("connect", dispatch)
        .invoke(null, engine.getDeclaredConstructor().newInstance());
  }

  /** Forgets a mark that no constructor has taken: other tests construct targets without a hook. */
  static void unmark() throws Exception {
    dispatch.getMethod("entered").invoke(null);
  }

  /** Tells whether this thread may be in a call of a provider. */
  static boolean mayBeInProvider() throws Exception {
    return (Boolean) dispatch.getMethod("mayBeInProvider").invoke(null);
  }

  /** Takes note that it is in none. */
  static void isInNoProvider() throws Exception {
    dispatch.getMethod("isInNoProvider").invoke(null);
  }

  /** Has all sites that {@code SiteIds.SAME} numbers run the plain constructor, with that mark. */
  static void plain(int mark) throws Exception {
    dispatch.getMethod("setPlain", int.class, int.class).invoke(null, 1, mark);
  }

  /** The mark of a site whose constructions are looked at. */
  static int looked() throws Exception {
    return 1 | dispatch.getField("LOOK").getInt(null);
  }

  private static Class<?> define(byte[] classFile) throws Exception {
    Module own = TestDispatch.class.getModule();
    instrumentation()
        .redefineModule(
            Object.class.getModule(),
            Set.of(),
            Map.of(),
            Map.of("java.lang", Set.of(own)),
            Set.of(),
            Map.of());
    return MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup())
        .defineClass(classFile);
  }

  private static Class<?> recordingEngine(Path classes) throws Exception {
    Path source = Path.of("src/test/resources/dispatch/RecordingEngine.java").toAbsolutePath();
    Path out = Files.createTempDirectory("ssot-engine");
    var compiled =
        Compilers.javac(
            out,
            List.of(source),
            "--patch-module",
            "java.base=" + classes,
            "-cp",
            System.getProperty("java.class.path"));
    var loader = new DefiningLoader(TestDispatch.class.getClassLoader(), compiled);
    return loader.loadClass("dispatch.RecordingEngine");
  }

  /** A directory, or the jar of the reactor. */
  private static Path bootstrapClasses() throws Exception {
    Path own =
        Path.of(TestDispatch.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return own.resolve("../../../bootstrap/target/classes").normalize();
  }
}

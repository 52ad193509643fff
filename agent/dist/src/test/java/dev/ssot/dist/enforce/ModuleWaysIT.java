package dev.ssot.dist.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * In a named module that exports nothing, what is said before is what is done: of services, of
 * functions made of method handles, and of records.
 */
final class ModuleWaysIT {
  private static final String MODULE =
      """
      module ways {
        provides java.lang.Runnable with app.Task;
        uses java.lang.Runnable;
      }
      """;

  private static final String TASK =
      """
      package app;
      public final class Task implements Runnable {
        static final Task INSTANCE = new Task();
        public void run() {}
      }
      """;

  private static final String SETTINGS =
      """
      package app;
      public record Settings(String name) implements java.io.Serializable {
        static final Settings INSTANCE = new Settings();
        public Settings() { this("none"); }
      }
      """;

  private static final String MAIN =
      """
      package app;
      import java.io.*;
      import java.lang.invoke.*;
      import java.util.ServiceLoader;
      import java.util.function.Supplier;
      public final class Main {
        public static void main(String[] arguments) throws Throwable {
          for (int i = 0; i < 3; i++) {
            service();
            proxy();
            created();
            component();
            reference();
            reflected();
            read();
          }
        }
        static void service() {
          ServiceLoader.load(Runnable.class).forEach(Runnable::run);
        }
        static void proxy() throws Throwable {
          MethodType none = MethodType.methodType(void.class);
          MethodHandle handle = MethodHandles.lookup().findConstructor(Task.class, none);
          MethodHandleProxies.asInterfaceInstance(Supplier.class, handle).get();
        }
        static void created() {
          new Settings();
        }
        static void component() {
          new Settings("name");
        }
        static void reference() {
          Supplier<Settings> supplier = Settings::new;
          supplier.get();
        }
        static void reflected() throws Exception {
          Settings.class.getConstructor().newInstance();
        }
        static void read() throws Exception {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          new ObjectOutputStream(bytes).writeObject(Settings.INSTANCE);
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        }
      }
      """;

  @TempDir private Path temp;

  static Stream<Jdk> jdks() {
    return Jdks.oldestAndNewest(jdk -> jdk.version() >= 17);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void what_is_said_before_is_what_is_done(Jdk jdk) throws Exception {
    compile();
    Map<String, String> tried = sites(jdk, "dry-run");
    Map<String, String> enforced = sites(jdk, "enforce");

    assertThat(tried)
        .isEqualTo(
            Map.of(
                "<clinit> new", "inside-target",
                "service reflection", "null",
                "proxy method-handle", "null",
                "created new", "null",
                "component new", "arguments",
                "reference method-reference", "null",
                "reflected reflection", "null",
                "read deserialization", "deserialized-state"));
    assertThat(enforced).isEqualTo(tried);
  }

  /** Reasons by method and kind; a site is redirected in enforce if it has none. */
  private Map<String, String> sites(Jdk jdk, String mode) {
    Path report = temp.resolve(mode + ".json");
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withArguments("-p", temp.resolve("out").toString())
            .withAgent(
                "targets=app.Task:app.Settings", "mode=" + mode, "log=stderr", "report=" + report)
            .withArguments("-m", "ways/app.Main")
            .runBare();
    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.err()).doesNotContain("the agent failed");
    Map<String, String> reasons = new TreeMap<>();
    for (String target : List.of("app.Task", "app.Settings")) {
      for (JsonNode site :
          (Iterable<JsonNode>) Report.read(report).target(target).allSites()::iterator) {
        String reason = site.get("reason").asText();
        boolean redirects = mode.equals("enforce") && reason.equals("null");
        assertThat(site.get("redirects").asLong() > 0).as(site.toString()).isEqualTo(redirects);
        reasons.put(site.get("method").asText() + " " + site.get("kind").asText(), reason);
      }
    }
    return reasons;
  }

  private void compile() throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("--release", "17", "-g", "-d", temp.resolve("out").toString()));
    for (String[] source :
        new String[][] {
          {"module-info", MODULE},
          {"app/Task", TASK},
          {"app/Settings", SETTINGS},
          {"app/Main", MAIN}
        }) {
      Path file = temp.resolve("src").resolve(source[0] + ".java");
      Files.createDirectories(file.getParent());
      arguments.add(Files.writeString(file, source[1]).toString());
    }
    String[] all = arguments.toArray(new String[0]);
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, all)).isZero();
  }
}

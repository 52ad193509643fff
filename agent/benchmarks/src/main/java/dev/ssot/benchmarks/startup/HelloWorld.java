package dev.ssot.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/**
 * Writes and compiles for Java 8 the smallest application, which constructs a target twice, and an
 * agent that does nothing.
 */
final class HelloWorld {
  private static final String MAIN =
      """
      public final class Main {
        public static void main(String[] arguments) {
          new RedisManager();
          new RedisManager();
          System.out.println("hello, world");
        }
      }
      """;
  private static final String TARGET = "final class RedisManager {}";
  private static final String AGENT =
      """
      public final class EmptyAgent {
        public static void premain(String none) {}
      }
      """;

  private HelloWorld() {}

  /** Writes the classes of the application, and {@code empty-agent.jar}, into the directory. */
  static void write(Path directory) throws IOException {
    compile(directory, "Main", MAIN, "RedisManager", TARGET, "EmptyAgent", AGENT);
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", "EmptyAgent");
    Path agent = directory.resolve("EmptyAgent.class");
    try (var out =
        new JarOutputStream(
            Files.newOutputStream(directory.resolve("empty-agent.jar")), manifest)) {
      out.putNextEntry(new ZipEntry("EmptyAgent.class"));
      out.write(Files.readAllBytes(agent));
    }
    Files.delete(agent);
  }

  private static void compile(Path directory, String... sources) throws IOException {
    String[] arguments = new String[6 + sources.length / 2];
    String[] options = {"--release", "8", "-Xlint:-options", "-proc:none", "-d", "" + directory};
    System.arraycopy(options, 0, arguments, 0, options.length);
    for (int i = 0; i < sources.length; i += 2) {
      Path file = Files.writeString(directory.resolve(sources[i] + ".java"), sources[i + 1]);
      arguments[options.length + i / 2] = file.toString();
    }
    if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments) != 0) {
      throw new IllegalStateException("the application does not compile");
    }
  }
}

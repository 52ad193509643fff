package dev.ssot.benchmarks.startup;

import dev.ssot.benchmarks.written.JavaSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

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
    new JavaSources(directory)
        .add("Main", MAIN)
        .add("RedisManager", TARGET)
        .add("EmptyAgent", AGENT)
        .compile(directory, "--release", "8", "-Xlint:-options");
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
}

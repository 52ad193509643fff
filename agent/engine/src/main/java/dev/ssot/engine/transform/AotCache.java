package dev.ssot.engine.transform;

import dev.ssot.bootstrap.zone.InputStreams;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells whether this JVM was started to write an AOT cache (JEP 483, JEP 514). On 25 the JVM that
 * assembles the cache crashes if an agent has retransformed {@code java.lang.reflect.Constructor}.
 * The flags are read from the command line, as management would have to be loaded to ask for them;
 * flags in a file of options are not seen.
 */
final class AotCache {
  private AotCache() {}

  static boolean isWritten() {
    return isWritten(commandLine())
        || isWritten(variable("JDK_JAVA_OPTIONS"))
        || isWritten(variable("JAVA_TOOL_OPTIONS"));
  }

  /** Looks for the flags that make a JVM write a cache, or the configuration of one. */
  static boolean isWritten(String commandLine) {
    return commandLine.contains("-XX:AOTCacheOutput=")
        || commandLine.contains("-XX:AOTMode=record")
        || commandLine.contains("-XX:AOTMode=create");
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    return value == null ? "" : value;
  }

  private static String commandLine() {
    try (InputStream in = new FileInputStream("/proc/self/cmdline")) {
      return new String(InputStreams.readAll(in), StandardCharsets.ISO_8859_1);
    } catch (IOException | RuntimeException noProcFileSystem) {
      return arguments();
    }
  }

  /** Asks {@code ProcessHandle}, which Java 8 lacks, as it lacks the cache. */
  private static String arguments() {
    try {
      Class<?> type = Class.forName("java.lang.ProcessHandle");
      Object info = type.getMethod("info").invoke(type.getMethod("current").invoke(null));
      Object arguments =
          Class.forName("java.lang.ProcessHandle$Info").getMethod("arguments").invoke(info);
      Object[] texts = (Object[]) ((Optional<?>) arguments).orElse(null);
      return texts == null ? "" : String.join(" ", (String[]) texts);
    } catch (ReflectiveOperationException | RuntimeException unknown) {
      return "";
    }
  }
}

package dev.ssot.engine.snapshot.take;

import dev.ssot.bootstrap.options.FileName;
import dev.ssot.engine.snapshot.JvmProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.time.Instant;
import java.util.Map;

/**
 * Which process this is, without JMX and without a name service: process id and start of {@code
 * ProcessHandle} from 9 on, of {@code /proc} on 8; the host from the environment or {@code
 * /etc/hostname}.
 */
final class JvmIdentity {
  private JvmIdentity() {}

  /**
   * Asks the JVM.
   *
   * @param unknown the start where the JVM does not tell it, as on 8
   */
  static JvmProcess of(Instant unknown) {
    JvmProcess process = new JvmProcess();
    process.pid = FileName.pid();
    process.host = host(System.getenv());
    process.main = main(System.getProperty("sun.java.command"));
    process.started = started(unknown);
    return process;
  }

  private static Instant started(Instant unknown) {
    try {
      Class<?> type = Class.forName("java.lang.ProcessHandle");
      Object self = type.getMethod("current").invoke(null);
      return startOf(type.getMethod("info").invoke(self), unknown);
    } catch (ReflectiveOperationException java8) {
      return unknown; // it does not tell
    }
  }

  /**
   * Takes the name of the host from the environment, in which container engines put it, else from
   * the system's file. The network is not asked, as it may take long to answer.
   */
  static String host(Map<String, String> environment) {
    for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
      String name = environment.get(variable);
      if (name != null && !name.isEmpty()) {
        return name;
      }
    }
    try {
      String name = Files.readAllLines(Paths.get("/etc/hostname")).get(0).trim();
      return name.isEmpty() ? null : name;
    } catch (IOException | RuntimeException noSuchFile) {
      return null;
    }
  }

  /**
   * Returns the first word of the command, which is a class or a jar, as only its name. What
   * follows are arguments of the application, which may hold passwords.
   */
  static String main(String command) {
    if (command == null || command.trim().isEmpty()) {
      return null;
    }
    int blank = command.indexOf(' ');
    int jar = command.indexOf(".jar");
    boolean blanksInPath = jar > blank && new File(command.substring(0, jar + 4)).isFile();
    int end = blanksInPath ? jar + 4 : blank;
    String first = end < 0 ? command : command.substring(0, end);
    return first.substring(Math.max(first.lastIndexOf('/'), first.lastIndexOf('\\')) + 1);
  }

  private static Instant startOf(Object info, Instant unknown) throws ReflectiveOperationException {
    Object start =
        Class.forName("java.lang.ProcessHandle$Info").getMethod("startInstant").invoke(info);
    return ((java.util.Optional<?>) start).map(Instant.class::cast).orElse(unknown);
  }
}

package dev.ssot.bootstrap.options;

import java.io.File;

/**
 * The name of a file that the agent writes, in which {@code %p} stands for the process id, so that
 * several JVMs with the same options write a file each.
 */
public final class FileName {
  private static final String PROCESS = "%p";

  /** Where the platform does not tell the process id, the time has to do. */
  private static final String UNKNOWN = "t" + Long.toString(System.currentTimeMillis(), 36);

  private FileName() {}

  /** Returns the name with the process id in it. */
  static String expanded(String name) {
    return name.contains(PROCESS) ? name.replace(PROCESS, process()) : name;
  }

  /** Returns a name beside that one, with the process id before the extension. */
  public static String ofThisProcess(String name) {
    int dot = name.lastIndexOf('.');
    int end = dot > Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) ? dot : name.length();
    return name.substring(0, end) + "-" + process() + name.substring(end);
  }

  private static String process() {
    long pid = pid();
    return pid < 0 ? UNKNOWN : Long.toString(pid);
  }

  /**
   * Returns the process id, without JMX: of {@code ProcessHandle} from 9 on, of {@code /proc} on 8.
   *
   * @return -1 if the platform does not tell
   */
  public static long pid() {
    try {
      Class<?> type = Class.forName("java.lang.ProcessHandle");
      return (Long) type.getMethod("pid").invoke(type.getMethod("current").invoke(null));
    } catch (ReflectiveOperationException java8) {
      return pidFromProc();
    }
  }

  private static long pidFromProc() {
    try {
      return Long.parseLong(new File("/proc/self").getCanonicalFile().getName());
    } catch (Exception noProcFileSystem) {
      return -1;
    }
  }
}

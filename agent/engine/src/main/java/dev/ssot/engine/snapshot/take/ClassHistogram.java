package dev.ssot.engine.snapshot.take;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.ReflectionException;

/** How many objects of each class are reachable, by a full garbage collection of the JVM. */
public final class ClassHistogram {
  private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";
  private static final String[] SIGNATURE = {String[].class.getName()};

  /** Rank, instances, bytes, class; newer JDKs add the module. */
  private static final Pattern ROW =
      Pattern.compile("^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+)", Pattern.MULTILINE);

  private final Map<String, Row> rows = new HashMap<>();

  private ClassHistogram(String text) {
    Matcher matcher = ROW.matcher(text);
    while (matcher.find()) {
      Row row = rows.computeIfAbsent(matcher.group(2), name -> new Row());
      row.instances += Long.parseLong(matcher.group(1));
      row.classes++;
    }
  }

  /**
   * Counts the live heap. Stops the application for about a second per 0.7 GB of it.
   *
   * @param server the JVM's own; null if the application has not made it
   * @throws IllegalStateException if this JVM has no such command, or JMX was not used so far
   */
  public static ClassHistogram ofLiveHeap(MBeanServer server) throws JMException {
    ObjectName commands = new ObjectName(COMMANDS);
    if (server == null || !server.isRegistered(commands)) {
      throw new IllegalStateException(
          "the live heap cannot be counted from here: this JVM has no MBean " + COMMANDS);
    }
    Object[] all = {new String[0]};
    try {
      return of((String) server.invoke(commands, "gcClassHistogram", all, SIGNATURE));
    } catch (ReflectionException missing) {
      throw new IllegalStateException(
          "the live heap cannot be counted from here: "
              + COMMANDS
              + " has no gcClassHistogram, as in some runtime images; jcmd PID GC.class_histogram"
              + " of a JDK counts it",
          missing);
    }
  }

  /** Reads a histogram as the JVM prints it. */
  static ClassHistogram of(String text) {
    return new ClassHistogram(text);
  }

  /** Returns the objects of exactly this class, in all loaders together. */
  public long instances(String className) {
    Row row = rows.get(className);
    return row == null ? 0 : row.instances;
  }

  /** Returns how many classes of that name have objects: one for each loader. */
  public int classes(String className) {
    Row row = rows.get(className);
    return row == null ? 0 : row.classes;
  }

  /** All lines of one class name. */
  private static final class Row {
    long instances;
    int classes;
  }
}

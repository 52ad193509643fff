package dev.ssot.engine.snapshot.take;

import dev.ssot.engine.jmx.PlatformServer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** How many objects of each class are reachable, by a full garbage collection of the JVM. */
public final class ClassHistogram {
  private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";
  private static final String[] SIGNATURE = {String[].class.getName()};

  /** Rank, instances, bytes, class; newer JDKs add the module. */
  private static final Pattern ROW =
      Pattern.compile("^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+)", Pattern.MULTILINE);

  private final Map<String, Row> rows = new HashMap<String, Row>();

  private ClassHistogram(String text) {
    Matcher matcher = ROW.matcher(text);
    while (matcher.find()) {
      Row row = rows.computeIfAbsent(matcher.group(2), name -> new Row());
      row.instances += Long.parseLong(matcher.group(1));
      row.classes++;
    }
  }

  /**
   * Stops the application for about a second per 0.7 GB of live heap.
   *
   * @throws IllegalStateException if this JVM has no such command, or JMX was not used so far
   */
  public static ClassHistogram ofLiveHeap() throws JMException {
    MBeanServer server = PlatformServer.find();
    ObjectName commands = new ObjectName(COMMANDS);
    if (server == null || !server.isRegistered(commands)) {
      throw new IllegalStateException(
          "the live heap cannot be counted from here: this JVM has no MBean " + COMMANDS);
    }
    Object[] all = {new String[0]};
    return of((String) server.invoke(commands, "gcClassHistogram", all, SIGNATURE));
  }

  /** As the JVM prints it. */
  static ClassHistogram of(String text) {
    return new ClassHistogram(text);
  }

  /** Objects of exactly this class, in all loaders together. */
  public long instances(String className) {
    Row row = rows.get(className);
    return row == null ? 0 : row.instances;
  }

  /** Classes of that name that have objects: a loader each. */
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

package watched;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import jdk.jfr.Recording;
import org.slf4j.LoggerFactory;

/**
 * Uses whatever the agent publishes to: a Micrometer registry, a recording, a logger, the MBean and
 * the HTTP endpoint. Prints nothing of the answers, and goes on without one.
 */
public final class Watched {
  private static final String TEXT = String.class.getName();

  /**
   * @param arguments the port of the endpoint, and for how many milliseconds each answer is waited
   *     for
   */
  public static void main(String[] arguments) throws Exception {
    LoggerFactory.getLogger("watched").info("a line");
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    try (Recording recording = new Recording()) {
      recording.start();
      List<Pool> pools = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        pools.add(new Pool());
      }
      long patience = Long.parseLong(arguments[1]);
      await(patience, () -> instances(registry));
      String endpoint = "http://127.0.0.1:" + arguments[0] + "/";
      for (String path : List.of("health", "metrics", "report", "report?format=html", "none")) {
        await(patience, () -> get(endpoint + path));
      }
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      ObjectName agent = new ObjectName("dev.ssot:type=Agent");
      await(patience, () -> server.getAttribute(agent, "Targets"));
      for (String format : List.of("text", "markdown", "html")) {
        await(patience, () -> invoke(server, agent, "report", format));
      }
      await(patience, () -> server.invoke(agent, "heap", new Object[0], new String[0]));
      await(patience, () -> invoke(server, agent, "mode", "dry-run", "", "", ""));
      pools.add(new Pool());
      System.out.println("pools " + pools.size());
    }
  }

  /** As servers do, it makes a meter now and then. */
  private static Object instances(SimpleMeterRegistry registry) {
    registry.counter("watched.questions", "number", "" + registry.getMeters().size()).increment();
    return registry.find("ssot.instances").gauge().value();
  }

  private static Object get(String address) throws Exception {
    HttpURLConnection connection = (HttpURLConnection) new URL(address).openConnection();
    connection.setConnectTimeout(2_000);
    connection.setReadTimeout(2_000);
    return connection.getResponseCode();
  }

  private static Object invoke(
      MBeanServer server, ObjectName agent, String operation, String... arguments)
      throws Exception {
    String[] types = new String[arguments.length];
    Arrays.fill(types, TEXT);
    return server.invoke(agent, operation, arguments, types);
  }

  /** As somebody who watches would: tries again until there is an answer, but not for ever. */
  private static void await(long patience, Callable<Object> question) throws Exception {
    long end = System.nanoTime() + patience * 1_000_000;
    do {
      try {
        question.call();
        return;
      } catch (Throwable noAnswer) {
        Thread.sleep(20);
      }
    } while (System.nanoTime() < end);
  }
}

final class Pool implements AutoCloseable {
  @Override
  public void close() {}
}

package metered;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * Has a registry, made before or after the first class that names a target, alone or in the global
 * one, and waits until it shows what the agent counted.
 */
public final class MeteredApplication {
  public static void main(String[] arguments) throws Exception {
    boolean early = arguments[0].equals("early");
    SimpleMeterRegistry registry = early ? new SimpleMeterRegistry() : null;
    if (early) {
      registry.counter("acme.requests").increment();
    }
    List<Object> pools = Work.pools(3);
    if (!early) {
      registry = new SimpleMeterRegistry();
    }
    if (arguments[1].equals("global")) {
      Metrics.addRegistry(registry);
    }
    System.out.println("ssot.instances " + await(registry, pools.size()));
  }

  /** As servers do, it makes a meter now and then. */
  private static double await(SimpleMeterRegistry registry, int expected) throws Exception {
    for (int i = 0; i < 300; i++) {
      registry.counter("acme.requests", "status", String.valueOf(i)).increment();
      Gauge gauge = registry.find("ssot.instances").gauge();
      if (gauge != null && gauge.value() == expected) {
        return gauge.value();
      }
      Thread.sleep(100);
    }
    return -1;
  }
}

final class Work {
  static List<Object> pools(int count) {
    List<Object> pools = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pools.add(new Pool());
    }
    return pools;
  }
}

final class Pool {}

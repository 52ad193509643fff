package left;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a registry, a log and a factory, and says what it sees of the agent: its meters, and whether
 * the factory's pools are one. It keeps and calls what constructs a class of the JDK. As servers do, it makes meters now and then. Ends when the file that it is given is there.
 */
public final class LeftApplication {
  /** Functions that construct a class of the JDK, of each time that the agent was there. */
  private static final Map<IntFunction<Object>, Boolean> KEPT = new IdentityHashMap<>();

  private static final Logger LOG = LoggerFactory.getLogger(LeftApplication.class);

  public static void main(String[] arguments) throws Exception {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    for (int round = 0; !new File(arguments[0]).exists(); round++) {
      registry.counter("acme.requests", "status", String.valueOf(round)).increment();
      LOG.info("round {}", round);
      KEPT.put(ScheduledThreadPoolExecutor::new, true);
      for (IntFunction<Object> each : KEPT.keySet()) {
        each.apply(1);
      }
      System.out.println("meters " + meters(registry) + " pools " + pools());
      Thread.sleep(50);
    }
  }

  private static int meters(SimpleMeterRegistry registry) {
    int meters = 0;
    for (Meter each : registry.getMeters()) {
      meters += each.getId().getName().startsWith("ssot.") ? 1 : 0;
    }
    return meters;
  }

  private static int pools() {
    IdentityHashMap<Pool, Boolean> pools = new IdentityHashMap<>();
    for (int i = 0; i < 3; i++) {
      pools.put(Pools.make(), true);
    }
    return pools.size();
  }
}

final class Pools {
  static Pool make() {
    return new Pool();
  }
}

final class Pool {
  void close() {}
}

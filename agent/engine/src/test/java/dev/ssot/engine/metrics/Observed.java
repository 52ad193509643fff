package dev.ssot.engine.metrics;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.OptionsException;
import dev.ssot.engine.bridge.TestClassBytes;
import dev.ssot.engine.ledger.DetectionListener;
import dev.ssot.engine.ledger.Limits;
import dev.ssot.engine.ledger.StackSample;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import dev.ssot.engine.policy.Modes;
import dev.ssot.engine.policy.SitePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An agent that counts what a test says was constructed, and tells its metrics. */
final class Observed {
  static final String TARGET = "com.acme.RedisManager";

  final ApplicationRegistries registries = new ApplicationRegistries(new TestClassBytes());
  final AgentMetrics metrics;
  double churn;
  long errors;
  String mode = "observe";

  private final Targets targets;
  private final SitePolicy policy;
  private final List<Object> alive = new ArrayList<>();
  private long now = 1_000_000;

  Observed() {
    Options options = options("");
    policy = new SitePolicy(options, new Modes(options, (table, changes) -> {}));
    targets = new Targets(new Limits(100_000, 1), new Deaf(), policy);
    metrics = new AgentMetrics(targets, policy, site -> churn, facts(), registries);
  }

  /** Another one of the same agent. */
  MeterReading reading() {
    return new MeterReading(targets, policy, site -> churn, facts());
  }

  private AgentFigures facts() {
    return new AgentFigures("1.2.3", () -> mode, () -> errors);
  }

  /** The configuration file has changed. */
  void regroup(String groups) {
    policy.replace(options(",groups=" + groups), "file");
  }

  private static Options options(String more) {
    try {
      return Options.read("allow=com.acme.Factory" + more, Map.of(), Map.of(), path -> null);
    } catch (OptionsException impossible) {
      throw new AssertionError(impossible);
    }
  }

  void construct(String target, String caller) {
    Object made = new Object();
    alive.add(made);
    targets
        .loaded(target, Observed.class.getClassLoader())
        .site(Location.woven(caller, "run", "()V", 0, "A.java", 7, Kind.NEW))
        .countConstruction(made);
  }

  void sparedAClose(String target) {
    targets.loaded(target, Observed.class.getClassLoader()).guarded.add("com.acme.Chat.stop");
  }

  /** A second passes on the agent's thread. */
  void tick() {
    pass();
    metrics.tick(now);
  }

  /** A second passes. */
  void pass() {
    now += 1_000;
  }

  long now() {
    return now;
  }

  private static final class Deaf implements DetectionListener {
    @Override
    public void sampled(StackSample sample) {}

    @Override
    public void failed(Throwable problem) {
      throw new AssertionError(problem);
    }
  }
}

package dev.ssot.engine;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.start.StartContext;
import dev.ssot.bootstrap.zone.Console;
import dev.ssot.engine.control.MBeanRegistration;
import dev.ssot.engine.detect.Targets;
import dev.ssot.engine.metrics.AgentFacts;
import dev.ssot.engine.metrics.AgentMetrics;
import java.util.function.LongSupplier;

/** The ways out: reports, MBean, metrics, HTTP. */
final class Publishing {
  final Reports reports;
  final AgentMetrics metrics;
  final RegistryWeaving registries;
  final HttpStart http;
  private final MBeanRegistration jmx;

  /**
   * @param errors how often the agent failed
   */
  Publishing(
      StartContext context,
      Redirecting redirecting,
      Targets targets,
      SnapshotAssembler assembler,
      HeapComparisons heap,
      LongSupplier errors) {
    Options options = context.options;
    reports = new Reports(options, assembler, Console.STDOUT, Console.STDERR);
    jmx =
        options.jmx()
            ? new MBeanRegistration(
                new AgentBean(context, reports, redirecting.modes, assembler, heap))
            : null;
    registries = new RegistryWeaving(context.instrumentation, options.metrics());
    AgentFacts facts =
        new AgentFacts(context.version, () -> redirecting.modes.table().ofAll().toString(), errors);
    metrics = new AgentMetrics(targets, redirecting.policy, facts, context.loader::classFile);
    http = new HttpStart(options, reports, new AgentHealth(assembler, errors), metrics);
  }

  /** JMX is there now: nothing of it is loaded before the application does. */
  void jmxSeen() {
    if (jmx != null) {
      jmx.jmxSeen();
    }
  }

  void registerMBean() throws Exception {
    if (jmx != null) {
      jmx.tryRegister();
    }
  }

  /** No scrape, and no more meters; the last report comes later. */
  void end() {
    http.close();
    metrics.end();
  }
}

package dev.ssot.engine;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.zone.AgentEngine;
import dev.ssot.bootstrap.zone.StartContext;
import dev.ssot.engine.control.MBeanRegistration;
import dev.ssot.engine.detect.Limits;
import dev.ssot.engine.detect.Targets;
import dev.ssot.engine.dispatch.EngineDispatch;
import dev.ssot.engine.logging.EngineLog;
import dev.ssot.engine.logging.LogRouter;
import dev.ssot.engine.metrics.AgentFacts;
import dev.ssot.engine.metrics.AgentMetrics;
import dev.ssot.engine.redirect.Canonicals;
import dev.ssot.engine.redirect.SitePolicy;
import java.util.concurrent.TimeUnit;

/**
 * The parts and who knows whom. Made by name from the bootstrap zone, on the agent's start thread,
 * while the application waits for its first class to be woven: nothing slow belongs here.
 */
public final class Engine implements AgentEngine {
  private final LogRouter log = EngineLog.router();
  private final SampleQueue samples;
  private final ClassWeaving weaving;
  private final AgentThread thread;
  private final Reports reports;
  private final MBeanRegistration jmx;
  private final AgentMetrics metrics;
  private final RegistryWeaving registries;

  /** Connects the dispatch class: what is woven from now on is answered by this engine. */
  public Engine(StartContext context) {
    Options options = context.options;
    log.open(options.log().toString(), System.err, context.loader::classFile);
    SitePolicy policy = new SitePolicy(options);
    samples = new SampleQueue(options.stackDepth(), policy);
    Targets targets =
        new Targets(new Limits(options.liveLimit(), options.stacks()), samples, policy);
    Canonicals canonicals = new Canonicals(policy);
    ClassFindings findings = new ClassFindings(options.targets());
    weaving = new ClassWeaving(context, targets, canonicals, findings, log);
    reports =
        new Reports(
            options,
            new SnapshotAssembler(context, targets, policy, canonicals, findings),
            System.out,
            System.err);
    jmx = options.jmx() ? new MBeanRegistration(new AgentBean(context, reports)) : null;
    registries = new RegistryWeaving(context.instrumentation, options.metrics());
    metrics =
        new AgentMetrics(
            targets,
            policy,
            new AgentFacts(context.version, options.mode().toString(), this::errors),
            context.loader::classFile);
    thread =
        new AgentThread(
            now -> samples.drain(),
            targets::tick,
            now -> canonicals.learn(),
            now -> log.tick(TimeUnit.NANOSECONDS.toMillis(System.nanoTime())),
            reports,
            now -> registerMBean(),
            now -> registries.tick(),
            metrics::tick);
    SsotDispatch.connect(
        new EngineDispatch(targets, samples, AgentMetrics.REGISTRY, metrics::noticed));
    thread.start();
  }

  @Override
  public byte[] transform(ClassLoader loader, String className, byte[] classFile) {
    return className.equals(RegistryWeaving.TYPE)
        ? registries.weave(loader, classFile)
        : weaving.weave(loader, className, classFile);
  }

  @Override
  public void libraryLoaded(ClassLoader loader, String className) {
    if (className.equals(RegistryWeaving.TYPE)) {
      registries.seen(loader);
    } else if (loader != null) {
      log.loaderSeen(loader);
    } else if (jmx != null) {
      jmx.jmxSeen();
    }
  }

  private void registerMBean() throws Exception {
    if (jmx != null) {
      jmx.tryRegister();
    }
  }

  private long errors() {
    return samples.failures() + thread.failures();
  }

  @Override
  public void exit() throws Exception {
    metrics.end();
    thread.doAll();
    log.flush();
    reports.atExit();
  }
}

package dev.ssot.engine;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.zone.AgentEngine;
import dev.ssot.bootstrap.zone.Console;
import dev.ssot.bootstrap.zone.StartContext;
import dev.ssot.engine.control.ConfigWatch;
import dev.ssot.engine.control.MBeanRegistration;
import dev.ssot.engine.detect.Limits;
import dev.ssot.engine.detect.Targets;
import dev.ssot.engine.dispatch.EngineDispatch;
import dev.ssot.engine.logging.EngineLog;
import dev.ssot.engine.logging.LogRouter;
import dev.ssot.engine.metrics.AgentFacts;
import dev.ssot.engine.metrics.AgentMetrics;
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
  private final AgentThread logging;
  private final AgentThread learning;
  private final Reports reports;
  private final MBeanRegistration jmx;
  private final HttpStart http;
  private final AgentMetrics metrics;
  private final RegistryWeaving registries;

  /** Connects the dispatch class: what is woven from now on is answered by this engine. */
  public Engine(StartContext context) {
    Options options = context.options;
    log.open(options.log().toString(), Console.STDERR, context.loader::classFile);
    Redirecting redirecting = new Redirecting(options);
    SitePolicy policy = redirecting.policy;
    samples = new SampleQueue(options.stackDepth(), policy);
    Targets targets =
        new Targets(new Limits(options.liveLimit(), options.stacks()), samples, policy);
    ClassFindings findings = new ClassFindings(options.targets());
    weaving = new ClassWeaving(context, targets, redirecting.canonicals, findings, log);
    SnapshotAssembler assembler = new SnapshotAssembler(context, targets, redirecting, findings);
    reports = new Reports(options, assembler, Console.STDOUT, Console.STDERR);
    jmx =
        options.jmx()
            ? new MBeanRegistration(new AgentBean(context, reports, redirecting.modes, assembler))
            : null;
    http = new HttpStart(options, reports, new AgentHealth(assembler, samples));
    registries = new RegistryWeaving(context.instrumentation, options.metrics());
    AgentFacts facts = new AgentFacts(context.version, options.mode().toString(), this::errors);
    metrics = new AgentMetrics(targets, policy, facts, context.loader::classFile);
    thread =
        new AgentThread(
            "ssot-agent",
            configWatch(context, policy)::look,
            now -> redirecting.modes.tick(),
            new VerdictLog(targets, policy, redirecting.redirects),
            now -> samples.drain(),
            targets::tick,
            reports,
            now -> registerMBean(),
            now -> http.perform(),
            now -> registries.tick(),
            metrics::tick);
    // It runs the application's appenders.
    logging = new AgentThread("ssot-log", now -> log.tick(millis()));
    // It may wait for a class initialiser of the application.
    learning = new AgentThread("ssot-learn", now -> redirecting.canonicals.learn());
    SsotDispatch.connect(
        new EngineDispatch(
            targets,
            samples,
            redirecting.epoch,
            redirecting.redirects,
            AgentMetrics.REGISTRY,
            metrics::noticed));
    startThreads();
  }

  private static ConfigWatch configWatch(StartContext context, SitePolicy policy) {
    return new ConfigWatch(
        context.options.config(),
        context.rereading,
        next -> policy.replace(next, "file"),
        EngineLog.logger());
  }

  private void startThreads() {
    thread.start();
    logging.start();
    learning.start();
  }

  /** Of a clock that does not jump. */
  private static long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
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
    http.close();
    metrics.end();
    thread.doAll();
    logging.doAll();
    log.flush();
    reports.atExit();
  }
}

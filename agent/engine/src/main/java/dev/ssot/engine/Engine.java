package dev.ssot.engine;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.zone.AgentEngine;
import dev.ssot.bootstrap.zone.Console;
import dev.ssot.bootstrap.zone.StartContext;
import dev.ssot.engine.control.ClassHistogram;
import dev.ssot.engine.control.ConfigWatch;
import dev.ssot.engine.control.MBeanRegistration;
import dev.ssot.engine.detect.Limits;
import dev.ssot.engine.detect.Targets;
import dev.ssot.engine.dispatch.EngineDispatch;
import dev.ssot.engine.dispatch.ModeEpoch;
import dev.ssot.engine.jfr.FlightRecording;
import dev.ssot.engine.jfr.SiteEvents;
import dev.ssot.engine.logging.EngineLog;
import dev.ssot.engine.logging.LogRouter;
import dev.ssot.engine.metrics.AgentFacts;
import dev.ssot.engine.metrics.AgentMetrics;
import dev.ssot.engine.redirect.LearnedMembers;
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
  private final GuardedSuperclasses superclasses;
  private final AgentThread thread;
  private final AgentThread logging;
  private final AgentThread learning;
  private final Reports reports;
  private final MBeanRegistration jmx;
  private final HttpStart http;
  private final AgentMetrics metrics;
  private final RegistryWeaving registries;
  private final FlightRecording recording;

  /** Connects the dispatch class: what is woven from now on is answered by this engine. */
  public Engine(StartContext context) {
    Options options = context.options;
    log.open(options.log().toString(), Console.STDERR, context.loader::classFile);
    Redirecting redirecting =
        new Redirecting(options, new JdkHooks(context.instrumentation, options.jdkHooks()));
    SitePolicy policy = redirecting.policy;
    recording = redirecting.recording;
    samples = new SampleQueue(options.stackDepth(), policy);
    Targets targets =
        new Targets(
            new Limits(options.liveLimit(), options.stacks()),
            samples,
            policy,
            new SiteEvents(recording, policy));
    ClassFindings findings = new ClassFindings(options.targets());
    superclasses = new GuardedSuperclasses(context.instrumentation, options.guard());
    weaving =
        new ClassWeaving(
            context,
            LearnedMembers.of(options, policy),
            targets,
            redirecting.canonicals,
            findings,
            superclasses,
            this::superclassFound,
            log);
    // A lambda: a method reference would load JMX now.
    HeapComparisons heap = new HeapComparisons(targets, () -> ClassHistogram.ofLiveHeap());
    SnapshotAssembler assembler =
        new SnapshotAssembler(context, targets, redirecting, findings, heap);
    reports = new Reports(options, assembler, Console.STDOUT, Console.STDERR);
    jmx =
        options.jmx()
            ? new MBeanRegistration(
                new AgentBean(context, reports, redirecting.modes, assembler, heap))
            : null;
    registries = new RegistryWeaving(context.instrumentation, options.metrics());
    AgentFacts facts =
        new AgentFacts(
            context.version, () -> redirecting.modes.table().ofAll().toString(), this::errors);
    metrics = new AgentMetrics(targets, policy, facts, context.loader::classFile);
    http = new HttpStart(options, reports, new AgentHealth(assembler, samples), metrics);
    thread =
        new AgentThread(
            "ssot-agent",
            configWatch(context, policy, redirecting.epoch)::look,
            now -> superclasses.tick(),
            now -> redirecting.modes.tick(),
            new VerdictLog(targets, policy, redirecting.redirects),
            now -> samples.drain(),
            now -> redirecting.guardLog.drain(),
            targets::tick,
            reports,
            now -> registerMBean(),
            now -> http.perform(),
            now -> registries.tick(),
            now -> recording.tick(),
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
    redirecting.begin();
  }

  private static ConfigWatch configWatch(StartContext context, SitePolicy policy, ModeEpoch epoch) {
    return new ConfigWatch(
        context.options.config(),
        context.rereading,
        next -> {
          policy.replace(next, "file");
          epoch.next(); // groups may be others though no mode is
        },
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
  public boolean weavesAlso(String className) {
    return superclasses.isInheritedFrom(className);
  }

  private void superclassFound() {
    thread.wake();
  }

  @Override
  public void libraryLoaded(ClassLoader loader, String className) {
    if (className.equals(RegistryWeaving.TYPE)) {
      registries.seen(loader);
    } else if (className.equals(FlightRecording.TYPE)) {
      recording.seen();
    } else if (loader != null) {
      log.loaderSeen(loader);
    } else if (jmx != null) {
      jmx.jmxSeen();
    }
  }

  /** A recording that the command line started has begun: no construction is to be missing. */
  @Override
  public void started() throws Exception {
    recording.tick();
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

package dev.ssot.engine;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.start.AgentEngine;
import dev.ssot.bootstrap.start.Library;
import dev.ssot.bootstrap.start.StartContext;
import dev.ssot.bootstrap.zone.Console;
import dev.ssot.engine.control.ClassHistogram;
import dev.ssot.engine.control.ConfigWatch;
import dev.ssot.engine.detect.Limits;
import dev.ssot.engine.detect.Targets;
import dev.ssot.engine.dispatch.EngineDispatch;
import dev.ssot.engine.jfr.FlightRecording;
import dev.ssot.engine.jfr.SiteEvents;
import dev.ssot.engine.logging.EngineLog;
import dev.ssot.engine.logging.LogRouter;
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
  private final Publishing publishing;
  private final FlightRecording recording;

  /** Connects the dispatch class: what is woven from now on is answered by this engine. */
  public Engine(StartContext context) {
    Options options = context.options;
    log.open(options.log(), Console.STDERR, context.loader::classFile);
    Redirecting redirecting =
        new Redirecting(options, new JdkHooks(context.instrumentation, options.jdkHooks()));
    SitePolicy policy = redirecting.policy;
    recording = redirecting.recording;
    samples = new SampleQueue(options.stackDepth(), policy);
    SiteEvents events = new SiteEvents(recording, policy);
    Limits limits = new Limits(options.liveLimit(), options.stacks());
    Targets targets = new Targets(limits, samples, policy, events);
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
    publishing = new Publishing(context, redirecting, targets, assembler, heap, this::errors);
    thread = new AgentThread("ssot-agent", chores(context, redirecting, targets));
    // It runs the application's appenders.
    logging = new AgentThread("ssot-log", now -> log.tick(millis()));
    // It may wait for a class initialiser of the application.
    learning = new AgentThread("ssot-learn", now -> redirecting.canonicals.readFields());
    SsotDispatch.connect(
        new EngineDispatch(
            targets,
            samples,
            redirecting.epoch,
            redirecting.redirects,
            AgentMetrics.REGISTRY,
            publishing.metrics::noticed));
    startThreads();
    redirecting.begin();
  }

  /** In their order. */
  private AgentThread.Chore[] chores(
      StartContext context, Redirecting redirecting, Targets targets) {
    return new AgentThread.Chore[] {
      configWatch(context, redirecting)::look,
      now -> superclasses.tick(),
      now -> redirecting.modes.tick(),
      new VerdictLog(targets, redirecting.policy, redirecting.redirects),
      new DryRunLog(targets, redirecting.policy, redirecting.redirects, EngineLog.logger()),
      now -> samples.drain(),
      now -> redirecting.guardLog.drain(),
      targets::tick,
      publishing.reports,
      now -> publishing.registerMBean(),
      now -> publishing.http.perform(),
      now -> publishing.registries.tick(),
      now -> recording.tick(),
      publishing.metrics::tick
    };
  }

  private static ConfigWatch configWatch(StartContext context, Redirecting redirecting) {
    return new ConfigWatch(
        context.options.config(),
        context.rereading,
        next -> {
          redirecting.policy.replace(next, "file");
          redirecting.epoch.next(); // groups may be others though no mode is
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
        ? publishing.registries.weave(loader, classFile)
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
  public void libraryLoaded(Library library, ClassLoader loader) {
    switch (library) {
      case JMX:
        publishing.jmxSeen();
        break;
      case FLIGHT_RECORDER:
        recording.markSeen();
        break;
      case SLF4J:
        log.loaderSeen(loader);
        break;
      case MICROMETER:
        publishing.registries.seen(loader);
        break;
    }
  }

  /** A recording that the command line started has begun: no construction is to be missing. */
  @Override
  public void started() throws Exception {
    recording.tick();
  }

  private long errors() {
    return samples.failures() + thread.failures();
  }

  @Override
  public void exit() throws Exception {
    publishing.end();
    thread.doAll();
    logging.doAll();
    log.flush();
    publishing.reports.atExit();
  }
}

package dev.ssot.engine;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.start.StartContext;
import dev.ssot.bootstrap.zone.Console;
import dev.ssot.engine.command.AgentCommands;
import dev.ssot.engine.command.DetachCommand;
import dev.ssot.engine.command.Detaching;
import dev.ssot.engine.command.FileSwitch;
import dev.ssot.engine.command.Reconfiguring;
import dev.ssot.engine.http.endpoint.LazyHttpServer;
import dev.ssot.engine.jmx.AgentBean;
import dev.ssot.engine.jmx.MBeanRegistration;
import dev.ssot.engine.jmx.PlatformServer;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.metrics.AgentFigures;
import dev.ssot.engine.metrics.AgentMetrics;
import dev.ssot.engine.metrics.ApplicationRegistries;
import dev.ssot.engine.redirect.Redirects;
import dev.ssot.engine.report.Reports;
import dev.ssot.engine.snapshot.take.ClassHistogram;
import dev.ssot.engine.snapshot.take.HeapComparisons;
import dev.ssot.engine.snapshot.take.SnapshotAssembler;
import dev.ssot.engine.thread.Chore;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javax.management.JMException;
import org.slf4j.Logger;

/** The ways out: reports, MBean, metrics, HTTP. */
final class Outputs implements Chore {
  final Reports reports;
  final AgentMetrics metrics;
  final LazyHttpServer http;
  final FileSwitch fileSwitch;

  /** Null if the option {@code jmx} is off. */
  private final MBeanRegistration jmx;

  /**
   * Opens nothing yet.
   *
   * @param registries of the application
   * @param errors how often the agent failed
   * @param later takes options that come later
   * @param detaching lets the engine leave
   */
  Outputs(
      StartContext context,
      RedirectParts redirecting,
      Counting counting,
      ApplicationRegistries registries,
      LongSupplier errors,
      Reconfiguring later,
      Detaching detaching,
      Logger log) {
    Options options = context.options;
    HeapComparisons heap = new HeapComparisons(counting.targets, liveHeap());
    SnapshotAssembler assembler =
        new SnapshotAssembler(
            context,
            counting.targets,
            redirecting.policy,
            redirecting.modes,
            redirecting.canonicals,
            redirecting.redirects,
            counting.findings,
            counting.application,
            heap);
    AgentCommands agent =
        new AgentCommands(
            context.version,
            redirecting.modes,
            redirecting.policy,
            assembler,
            heap,
            errors,
            unmatched(counting),
            later,
            new DetachCommand(detaching),
            log);
    fileSwitch = new FileSwitch(redirecting, redirecting.modes, redirecting.policy, assembler, log);
    reports =
        new Reports(options, context.startedMillis, assembler, Console.STDOUT, Console.STDERR, log);
    jmx = options.jmx() ? new MBeanRegistration(new AgentBean(agent)) : null;
    AgentFigures facts = new AgentFigures(context.version, mode(redirecting), errors);
    metrics =
        new AgentMetrics(
            counting.targets, redirecting.policy, churn(redirecting.redirects), facts, registries);
    http = new LazyHttpServer(options, agent, metrics, log);
  }

  /**
   * Returns the source of heap counts, which loads no JMX class before somebody asks for a count.
   */
  private static HeapComparisons.Heap liveHeap() {
    return new HeapComparisons.Heap() {
      @Override
      public ClassHistogram count() throws JMException {
        return ClassHistogram.ofLiveHeap(PlatformServer.find());
      }
    };
  }

  private static Supplier<String> unmatched(Counting counting) {
    return new Supplier<String>() {
      @Override
      public String get() {
        return counting.unusable.hint();
      }
    };
  }

  private static ToDoubleFunction<Site> churn(Redirects redirects) {
    return new ToDoubleFunction<Site>() {
      @Override
      public double applyAsDouble(Site site) {
        return redirects.churn(site);
      }
    };
  }

  private static Supplier<String> mode(RedirectParts redirecting) {
    return new Supplier<String>() {
      @Override
      public String get() {
        return redirecting.modes.table().ofAll().toString();
      }
    };
  }

  /** Notes that the application has loaded JMX; the agent loads no class of it before. */
  void jmxSeen() {
    if (jmx != null) {
      jmx.jmxSeen();
    }
  }

  /** Registers the MBean once the application uses JMX. */
  @Override
  public void perform(long now) throws Exception {
    if (jmx != null) {
      jmx.tryRegister();
    }
  }

  /** Takes the MBean away; a call that it is answering goes on. */
  void unregister() throws JMException {
    if (jmx != null) {
      jmx.unregister();
    }
  }

  /** Ends the scrape and the meters; the last report comes later. */
  void end() {
    http.close();
    metrics.end();
  }
}

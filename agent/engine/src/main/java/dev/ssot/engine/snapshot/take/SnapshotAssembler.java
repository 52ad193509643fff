package dev.ssot.engine.snapshot.take;

import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.bootstrap.options.Share;
import dev.ssot.bootstrap.options.TargetOption;
import dev.ssot.bootstrap.start.StartContext;
import dev.ssot.engine.application.ApplicationCode;
import dev.ssot.engine.canonical.Canonicals;
import dev.ssot.engine.ledger.CanonicalMakers;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.StackSamples;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.policy.ModeScope;
import dev.ssot.engine.policy.ModeTable;
import dev.ssot.engine.policy.Modes;
import dev.ssot.engine.policy.SitePolicy;
import dev.ssot.engine.redirect.Redirects;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.JvmProcess;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.SnapshotSource;
import dev.ssot.engine.snapshot.StackSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import dev.ssot.engine.transform.ClassFindings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * Builds the snapshot behind a report. Each counter is read once, and all sums are made of those
 * values.
 */
public final class SnapshotAssembler implements SnapshotSource {
  private final StartContext context;
  private final Targets targets;
  private final SitePolicy policy;
  private final Modes modes;
  private final CanonicalSnapshots canonicals;
  private final Redirects redirects;
  private final ClassFindings findings;
  private final ApplicationCode application;
  private final HeapComparisons heap;
  private final Instant begun = Instant.now();

  /**
   * Null before the first snapshot, because asking the JVM takes long while the application waits
   * for the engine.
   */
  private JvmProcess jvm;

  public SnapshotAssembler(
      StartContext context,
      Targets targets,
      SitePolicy policy,
      Modes modes,
      Canonicals canonicals,
      Redirects redirects,
      ClassFindings findings,
      ApplicationCode application,
      HeapComparisons heap) {
    this.application = application;
    this.context = context;
    this.targets = targets;
    this.policy = policy;
    this.modes = modes;
    this.canonicals = new CanonicalSnapshots(policy, canonicals);
    this.redirects = redirects;
    this.findings = findings;
    this.heap = heap;
  }

  @Override
  public AgentSnapshot take() {
    targets.settle(System.currentTimeMillis());
    AgentSnapshot snapshot = new AgentSnapshot();
    snapshot.version = context.version;
    ModeTable table = modes.table();
    snapshot.mode = table.ofAll();
    snapshot.narrower =
        modes.isStopped()
            ? Collections.singletonList("enabled: false in the file")
            : narrower(table);
    snapshot.attached = context.attached;
    snapshot.jvm =
        new Supplier<JvmProcess>() {
          @Override
          public JvmProcess get() {
            return jvm();
          }
        };
    snapshot.javaVersion = System.getProperty("java.version");
    snapshot.at = Instant.now();
    snapshot.targets = new ArrayList<>();
    for (Target target : targets.all()) {
      if (!target.isHandedOut() || target.firstToConstruct() != null) {
        snapshot.targets.add(target(target));
      }
    }
    snapshot.config = policy.options().config();
    snapshot.outsideFile = policy.options().outsideFile();
    snapshot.stopped = modes.isStopped();
    snapshot.jmx = context.options.jmx();
    snapshot.application = application.taken();
    snapshot.refused = findings.refused(snapshot.targets);
    return snapshot;
  }

  private static List<String> narrower(ModeTable table) {
    List<String> narrower = new ArrayList<>();
    for (ModeTable.Setting each : table.exceptionsFrom(ModeScope.ALL, table.ofAll())) {
      narrower.add(each.scope + ": " + each.mode);
    }
    return narrower;
  }

  private synchronized JvmProcess jvm() {
    if (jvm == null) {
      jvm = JvmIdentity.of(begun);
    }
    return jvm;
  }

  private TargetSnapshot target(Target target) {
    TargetSnapshot snapshot = new TargetSnapshot();
    snapshot.className = target.className;
    snapshot.loader = target.loaderName();
    TargetOption option = policy.option(target.className);
    snapshot.option = option == null ? null : option.toString();
    snapshot.ownMode = option != null && option.mode() != null;
    snapshot.mode = policy.mode(target.className);
    snapshot.canonical = canonicals.take(target);
    snapshot.sharedBySite = policy.share(target.className) == Share.SITE;
    snapshot.sites = sites(target);
    snapshot.inexact = inexact(target);
    snapshot.exact = snapshot.inexact == null;
    SiteTotals.fill(snapshot);
    snapshot.totals.setCanonicals(target.canonicals().size());
    snapshot.handedOut = target.isHandedOut();
    heap.addTo(snapshot, target, snapshot.inexact != null && snapshot.inexact != Reason.LIVE_LIMIT);
    snapshot.groups =
        new SiteGroups(modes.table(), target.className)
            .of(snapshot.sites, policy.options().groups());
    snapshot.subclasses = target.subclasses();
    snapshot.failures = target.failures();
    snapshot.guarded = target.guarded.total();
    snapshot.guardedBy = target.guarded.all();
    snapshot.modes = modes.history();
    snapshot.notWoven = findings.notWoven(target.className);
    return snapshot;
  }

  /** Tells why instances may be alive that nobody tracks; null if there are none. */
  private Reason inexact(Target target) {
    if (context.missed.concerns(target.className)) {
      return Reason.LOADED_UNWOVEN;
    }
    if (context.attached.equals("agentmain") || context.added.wasLoadedBefore(target.className)) {
      return Reason.LOADED_BEFORE;
    }
    if (!target.isHooked() && !target.isHandedOut()) {
      return Reason.WEAVING_FAILED;
    }
    if (target.countingFailed || targets.countingFailed) {
      return Reason.COUNTING_FAILED;
    }
    if (policy.wasUncounted(target.className, target.locations())) {
      return Reason.NOT_COUNTED;
    }
    return target.instances().isExact() ? null : Reason.LIVE_LIMIT;
  }

  private List<SiteSnapshot> sites(Target target) {
    target.instances().live(); // notes what was collected, before sites are read
    CanonicalMakers makers = CanonicalMakers.of(target);
    List<SiteSnapshot> snapshots = new ArrayList<>();
    for (Site site : target.sites()) {
      long live =
          site.live(); // read first, as an object made in between is alive and not counted yet
      long constructions = site.constructions();
      if (constructions > 0 || site.isUsed()) {
        SiteSnapshot snapshot = site(target, site, constructions, live);
        snapshot.canonicals = makers.madeBy(site);
        snapshot.allowed |= makers.isNothingElse(site);
        snapshots.add(snapshot);
      }
    }
    Collections.sort(snapshots, new SiteOrder(policy.options().groups()));
    return snapshots;
  }

  private SiteSnapshot site(Target target, Site site, long constructions, long live) {
    SiteSnapshot snapshot = new SiteSnapshot();
    snapshot.className = site.location.className;
    snapshot.method = site.location.method;
    snapshot.file = site.location.file;
    snapshot.line = site.location.line;
    snapshot.kind = site.location.kind;
    snapshot.via = site.location.via == null ? null : site.location.via.frame();
    GroupOption group = policy.group(site.location);
    snapshot.group = group == null ? null : group.name();
    snapshot.mode = policy.mode(target.className, site.location);
    snapshot.constructions = constructions;
    snapshot.perMinute = site.perMinute();
    snapshot.churn = redirects.churn(site);
    snapshot.failed = site.failed();
    snapshot.refusals = site.refusals();
    snapshot.redirects = site.redirects();
    snapshot.live = live;
    snapshot.firstSeen = instant(site.firstSeen());
    snapshot.lastSeen = instant(site.lastSeen());
    snapshot.threads = site.threads();
    Reason allowed = policy.allowedBecause(target.className, site.location);
    snapshot.allowed = allowed != null;
    snapshot.reason = redirects.reasonToKeep(site);
    snapshot.redirectable = snapshot.reason == null;
    snapshot.earlyHandle = snapshot.redirectable && site.isCalledByEarlyHandle();
    snapshot.argumentsIgnored = redirects.ignoresArguments(site);
    snapshot.keyed = redirects.isSharedApart(site);
    snapshot.stacks = stacks(site.stacks());
    return snapshot;
  }

  /** Returns null for 0, which stands for never. */
  private static Instant instant(long millis) {
    return millis == 0 ? null : Instant.ofEpochMilli(millis);
  }

  private static List<StackSnapshot> stacks(StackSamples samples) {
    List<StackSnapshot> stacks = new ArrayList<>();
    for (StackSamples.Counted each : samples.all()) {
      stacks.add(new StackSnapshot(each.count(), new FrameTexts(each.frames)));
    }
    return stacks;
  }
}

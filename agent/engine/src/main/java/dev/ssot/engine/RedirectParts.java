package dev.ssot.engine;

import dev.ssot.bootstrap.options.Arguments;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.canonical.Canonicals;
import dev.ssot.engine.canonical.ProviderCheck;
import dev.ssot.engine.canonical.RedirectListener;
import dev.ssot.engine.guard.Guard;
import dev.ssot.engine.guard.Owners;
import dev.ssot.engine.guard.SuperclassHooks;
import dev.ssot.engine.jfr.FlightRecording;
import dev.ssot.engine.journal.GuardLog;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.policy.ModeChange;
import dev.ssot.engine.policy.ModeEpoch;
import dev.ssot.engine.policy.ModeListener;
import dev.ssot.engine.policy.ModeTable;
import dev.ssot.engine.policy.Modes;
import dev.ssot.engine.policy.SitePolicy;
import dev.ssot.engine.redirect.Redirects;
import dev.ssot.engine.transform.GuardedSuperclasses;
import dev.ssot.engine.transform.JdkHooks;
import dev.ssot.engine.wording.ModeWords;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;

/** The parts that decide the answer to a construction, and what happens when a mode is switched. */
final class RedirectParts implements ModeListener, RedirectListener, Consumer<Options> {
  final ModeEpoch epoch = new ModeEpoch();
  final FlightRecording recording;
  final Modes modes;
  final SitePolicy policy;
  final Canonicals canonicals;
  final Redirects redirects;
  final GuardLog guardLog;
  final Guard guard;
  private final JdkHooks hooks;
  private final Logger log;

  /** What was logged already, once for each target and reason. */
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  /**
   * Wires the parts with anonymous classes, as the JVM would generate a class for each lambda while
   * the application waits.
   */
  RedirectParts(
      Options options,
      JdkHooks hooks,
      GuardedSuperclasses superclasses,
      ProviderCheck check,
      Logger log) {
    this.log = log;
    this.hooks = hooks;
    recording =
        new FlightRecording(
            new Runnable() {
              @Override
              public void run() {
                epoch.next();
              }
            });
    modes = new Modes(options, this);
    policy = new SitePolicy(options, modes);
    canonicals = new Canonicals(policy, this, check);
    guardLog = new GuardLog(options.stackDepth(), log);
    guard = guard(options, superclasses);
    redirects = new Redirects(policy, canonicals, hooks, guard);
    prepare(modes.table());
  }

  private Guard guard(Options options, GuardedSuperclasses superclasses) {
    return new Guard(
        options.guard(),
        new Owners() {
          @Override
          public boolean isOwner(Target target, String className, String method) {
            return policy.allowedBecause(target.className, className, method) != null;
          }
        },
        new SuperclassHooks() {
          @Override
          public boolean await(Class<?> type) {
            return superclasses.await(type, policy.options().canonicalWait().toMillis());
          }
        },
        guardLog);
  }

  /** Installs what the first modes need: the engine answers from now on. */
  void begin() {
    optionsChanged();
    installHooks(modes.table());
  }

  private void optionsChanged() {
    SsotDispatch.setComparing(policy.options().arguments() == Arguments.KEY);
  }

  private void installHooks(ModeTable table) {
    if (table.isActive()) {
      hooks.install();
    }
  }

  /** Follows the configuration file, which was read again. */
  @Override
  public void accept(Options next) {
    if (next.enabled()) {
      policy.replace(next, "file");
      optionsChanged();
    } else {
      policy.stop("file");
    }
    epoch.next(); // the groups may have changed although no mode has
  }

  /** Returns what follows options that come by an attach. */
  Consumer<Options> later() {
    return new Consumer<Options>() {
      @Override
      public void accept(Options next) {
        policy.follow(next, "attach");
        optionsChanged();
        epoch.next();
      }
    };
  }

  private void prepare(ModeTable table) {
    if (table.isActive()) {
      canonicals.prepare();
    }
  }

  @Override
  public void changed(ModeTable table, List<ModeChange> changes) {
    prepare(table);
    epoch.next();
    installHooks(table);
    for (ModeChange change : changes) {
      log.warn(ModeWords.change(change));
      recording.modeChanged(change);
    }
  }

  @Override
  public void relink(Target target) {
    if (modes.table().isActive()) {
      epoch.of(target).next();
    }
  }

  @Override
  public void replaced(Target target) {
    if (modes.table().isActive()) {
      epoch.of(target).instanceChanged();
    }
  }

  @Override
  public void refused(Target target, Reason reason, Throwable cause) {
    if (said.add(target.className + reason)) {
      String goesOn =
          canonicals.of(target).reasonForNone() != null
              ? "; until it is mended nothing is redirected"
              : "; it is asked again, and until then call sites share a stand-in";
      log.warn(
          "{}: canonical={}: {}{} (logged once)",
          target.className,
          canonicals.of(target).member().description(),
          reason.sentence(),
          goesOn,
          cause);
    }
  }

  @Override
  public void standsIn(Target target, String description) {
    log.warn(
        "{}: call sites share a stand-in, which one of them has made, until the application has"
            + " made its own ({}): at most one instance more",
        target.className,
        description);
  }
}

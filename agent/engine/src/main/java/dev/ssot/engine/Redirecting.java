package dev.ssot.engine;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.detect.Reason;
import dev.ssot.engine.detect.Target;
import dev.ssot.engine.dispatch.ModeEpoch;
import dev.ssot.engine.jfr.FlightRecording;
import dev.ssot.engine.logging.EngineLog;
import dev.ssot.engine.policy.ModeChange;
import dev.ssot.engine.redirect.Canonicals;
import dev.ssot.engine.redirect.ModeListener;
import dev.ssot.engine.redirect.ModeTable;
import dev.ssot.engine.redirect.Modes;
import dev.ssot.engine.redirect.RedirectListener;
import dev.ssot.engine.redirect.Redirects;
import dev.ssot.engine.redirect.SitePolicy;
import dev.ssot.engine.redirect.guard.Guard;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;

/**
 * The parts that decide what a construction is answered with, and what a switch of modes sets off.
 */
final class Redirecting implements ModeListener, RedirectListener {
  private static final Logger LOG = EngineLog.logger();

  final ModeEpoch epoch = new ModeEpoch();
  final FlightRecording recording;
  final Modes modes;
  final SitePolicy policy;
  final Canonicals canonicals;
  final Redirects redirects;
  final GuardLog guardLog;
  private final JdkHooks hooks;

  /** Said once for each target and reason. */
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  Redirecting(Options options, JdkHooks hooks) {
    this.hooks = hooks;
    recording = new FlightRecording(epoch::next);
    modes = new Modes(options, this);
    policy = new SitePolicy(options, modes);
    canonicals = new Canonicals(policy, this);
    guardLog = new GuardLog(options.stackDepth());
    redirects = new Redirects(policy, canonicals, hooks::canRedirect, guard(options));
    prepare(modes.table());
  }

  private Guard guard(Options options) {
    return new Guard(
        options.guard(),
        (target, className, method) ->
            policy.allowedBecause(target.className, className, method) != null,
        guardLog);
  }

  /** The engine answers from now on. */
  void begin() {
    installHooks(modes.table());
  }

  private void installHooks(ModeTable table) {
    if (table.isActive()) {
      hooks.install();
    }
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
      LOG.warn("{}: {} -> {} (by {})", change.scope, change.from, change.to, change.by);
      recording.modeChanged(change);
    }
  }

  @Override
  public void relink() {
    if (modes.table().isActive()) {
      epoch.next();
    }
  }

  @Override
  public void refused(Target target, Reason reason, Throwable cause) {
    if (said.add(target.className + reason)) {
      LOG.warn(
          "{} is constructed as before: {}; said once", target.className, reason.sentence(), cause);
    }
  }
}

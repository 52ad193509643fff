package dev.ssot.engine.redirect;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.canonical.Canonicals;
import dev.ssot.engine.canonical.ProviderCheck;
import dev.ssot.engine.canonical.RedirectListener;
import dev.ssot.engine.guard.Guard;
import dev.ssot.engine.policy.Modes;
import dev.ssot.engine.policy.SitePolicy;

/**
 * The parts that decide, as the engine wires them, without threads and without hooks in the JDK.
 */
public final class Rules {
  public final Modes modes;
  public final SitePolicy policy;
  public final Canonicals canonicals;
  public final Redirects redirects;
  final Guard guard;

  /** Whether superclasses ask the guard. */
  public boolean guarded = true;

  public Rules(Options options) {
    this(options, new QuietListener(), Scene.SAFE, false);
  }

  Rules(Options options, RedirectListener listener, ProviderCheck check, boolean hooked) {
    modes = new Modes(options, (table, changes) -> {});
    policy = new SitePolicy(options, modes);
    canonicals = new Canonicals(policy, listener, check);
    guard =
        new Guard(options.guard(), (target, owner, method) -> false, type -> guarded, call -> {});
    redirects = new Redirects(policy, canonicals, kind -> hooked, guard);
  }
}

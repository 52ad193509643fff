package dev.ssot.engine.redirect;

import dev.ssot.bootstrap.options.Arguments;
import dev.ssot.bootstrap.options.Mode;
import dev.ssot.engine.detect.Kind;
import dev.ssot.engine.detect.Reason;
import dev.ssot.engine.detect.Site;
import dev.ssot.engine.detect.Target;
import java.util.List;

/**
 * What a construction is answered with. The one place that decides: call sites, hooks, dry run and
 * report ask here, so that what is said is what is done.
 */
public final class Redirects {
  private static final Object[] NONE = {};

  private final SitePolicy policy;
  private final Canonicals canonicals;
  private final Anchor anchor = new Anchor();

  public Redirects(SitePolicy policy, Canonicals canonicals) {
    this.policy = policy;
    this.canonicals = canonicals;
  }

  /** What a call site does until the modes change. */
  public Treatment treatment(Site site) {
    return treatment(site, site.isPassingArguments());
  }

  private Treatment treatment(Site site, boolean arguments) {
    Mode mode = policy.mode(site.target.className, site.location);
    switch (mode) {
      case OFF:
        return Treatment.CONSTRUCT;
      case ENFORCE:
        return reasonToKeep(site, arguments) == null ? Treatment.REDIRECT : Treatment.COUNT;
      case FAIL:
        return allowedBecause(site) == null ? Treatment.REFUSE : Treatment.COUNT;
      default:
        return Treatment.COUNT;
    }
  }

  /**
   * Why {@code enforce} leaves a call site as it is.
   *
   * @return null if it redirects
   */
  public Reason reasonToKeep(Site site) {
    return reasonToKeep(site, site.isPassingArguments());
  }

  private Reason reasonToKeep(Site site, boolean arguments) {
    Reason allowed = allowedBecause(site);
    Reason unwoven = allowed != null ? allowed : notWovenBecause(site);
    if (unwoven != null) {
      return unwoven;
    }
    if (arguments && policy.options().arguments() == Arguments.KEEP) {
      return Reason.ARGUMENTS;
    }
    return isKeyed(arguments) ? null : canonicals.of(site.target).refusal();
  }

  private Reason allowedBecause(Site site) {
    return policy.allowedBecause(site.target.className, site.location);
  }

  private Reason notWovenBecause(Site site) {
    Kind kind = site.location.kind;
    if (kind == Kind.UNATTRIBUTED) {
      return Reason.UNATTRIBUTED;
    }
    if (kind != Kind.NEW && kind != Kind.METHOD_REFERENCE) {
      return policy.options().jdkHooks() ? null : Reason.JDK_HOOKS_OFF;
    }
    if (site.isLinked()) {
      return null;
    }
    Reason left = site.target.leftAsIs().reasonAt(site.location);
    return left == null ? Reason.CLASS_FILE_TOO_OLD : left;
  }

  private boolean isKeyed(boolean arguments) {
    return arguments && policy.options().arguments() == Arguments.KEY;
  }

  /**
   * Whether the answer depends on the arguments, so that no one instance can be linked for good.
   */
  public boolean isKeyed(Site site) {
    return isKeyed(site.isPassingArguments());
  }

  /**
   * The shared instance for a site that is to be redirected; waits for it if need be, bounded by
   * {@code canonical.wait}. The site is counted to have got it. On an application's thread.
   *
   * @param type the class to be constructed
   * @param arguments of the constructor, perhaps empty
   * @return null: construct, then tell by {@link #constructed} or {@link #abandoned}
   */
  public Object obtain(Site site, Class<?> type, Object[] arguments) {
    Object shared =
        isKeyed(site) ? keyed(site.target, type, arguments) : canonical(site.target, type, true);
    if (shared != null) {
      site.redirected();
    }
    return shared;
  }

  private Object canonical(Target target, Class<?> type, boolean tells) {
    Object shared = canonicals.obtain(target, type, tells);
    if (shared != null) {
      anchor.hold(shared);
    }
    return shared;
  }

  private Object keyed(Target target, Class<?> type, Object[] arguments) {
    List<Object> key = PlainArguments.key(arguments);
    if (key == null) {
      target.failedToRedirect(Reason.ARGUMENTS_NOT_PLAIN);
      return null;
    }
    return anchor.madeWith(type, key);
  }

  /** What {@link #obtain} had no answer for was constructed by a site that was to be redirected. */
  public void constructed(Site site, Object made, Object[] arguments) {
    if (isKeyed(site)) {
      List<Object> key = PlainArguments.key(arguments);
      if (key != null) {
        anchor.made(made, key);
      }
    } else {
      canonicals.constructed(site.target, made);
    }
  }

  /** Somebody wrote the field of a canonical instance, or its provider returns. */
  public void learned(Object value, String member) {
    canonicals.learned(value, member);
  }

  /** Its constructor threw instead. */
  public void abandoned(Site site) {
    canonicals.abandoned(site.target);
  }

  /**
   * Mode {@code fail}: what to throw at a site instead of a construction.
   *
   * @return null as long as nothing was constructed
   */
  public IllegalStateException refusal(Site site) {
    Site first = canonicals.birth(site.target);
    return first == null
        ? null
        : SecondConstruction.refused(site.target, first, canonicals.of(site.target).member());
  }

  /**
   * Decides on one construction, where no call site is linked for good: reflection, handles,
   * deserialization, old class files.
   *
   * @param arguments of the constructor; null for none. Never shown
   * @return the canonical instance, which the site is counted to have got; an {@code
   *     IllegalStateException} to be thrown at the site; null to construct
   */
  public Object instead(Site site, Class<?> type, Object[] arguments) {
    Object[] given = arguments == null ? NONE : arguments;
    if (given.length > 0) {
      site.passesArguments();
    }
    switch (treatment(site, given.length > 0)) {
      case REDIRECT:
        Object shared =
            isKeyed(given.length > 0)
                ? keyed(site.target, type, given)
                : canonical(site.target, type, false);
        if (shared != null) {
          site.redirected();
        }
        return shared;
      case REFUSE:
        return refusal(site);
      default:
        return null;
    }
  }
}

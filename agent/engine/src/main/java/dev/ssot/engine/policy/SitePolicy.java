package dev.ssot.engine.policy;

import dev.ssot.bootstrap.options.Arguments;
import dev.ssot.bootstrap.options.CanonicalOption;
import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.OptionChanges;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.Share;
import dev.ssot.bootstrap.options.TargetOption;
import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.bootstrap.pattern.SitePattern;
import dev.ssot.engine.ledger.CountingPolicy;
import dev.ssot.engine.place.Location;
import dev.ssot.engine.place.Reason;
import java.util.List;

/**
 * What the options say about a call site. It depends only on the options, so it may be asked
 * anywhere.
 */
public final class SitePolicy implements CountingPolicy {
  /**
   * Part of the name of classes that Guice and cglib generate to construct a class without
   * reflection.
   */
  private static final String CONTAINER_MADE = "$$FastClassBy";

  private final Modes modes;
  private final CanonicalOption canonicalOfAll;
  private volatile Options options;

  /** The targets of the start and those that were added since, with the canonical of each. */
  private volatile List<TargetOption> watched;

  public SitePolicy(Options options, Modes modes) {
    this.options = options;
    this.canonicalOfAll = options.canonical();
    this.watched = options.targets();
    this.modes = modes;
  }

  @Override
  public boolean counts(String target, Location location) {
    return mode(target, location).counts();
  }

  /** Returns the mode of a call site. */
  public Mode mode(String target, Location location) {
    return mode(modes.table(), target, location);
  }

  private Mode mode(ModeTable table, String target, Location location) {
    GroupOption group = group(location);
    return table.of(target, group == null ? null : group.name(), location);
  }

  /**
   * Tells whether constructions of a target may have gone uncounted, as the mode of all of it or of
   * one of those sites was {@code off} at some time.
   */
  public boolean wasUncounted(String target, Iterable<Location> sites) {
    for (ModeTable table : modes.uncounted().tables()) {
      if (!table.of(target).counts()) {
        return true;
      }
      for (Location site : sites) {
        if (!mode(table, target, site).counts()) {
          return true;
        }
      }
    }
    return modes.uncounted().everywhere();
  }

  /** Tells whether a mode anywhere decides about constructions, if only to tell of it. */
  public boolean decides() {
    return modes.table().decides();
  }

  /** Tells whether a mode anywhere says what {@code enforce} would do. */
  public boolean rehearses() {
    return modes.table().rehearses();
  }

  /** Returns the mode of a target where no narrower setting says otherwise. */
  public Mode mode(String target) {
    return modes.table().of(target);
  }

  /** Tells whether a mode anywhere answers constructions otherwise than by constructing. */
  public boolean isActive() {
    return modes.table().isActive();
  }

  /** Returns the options as they were last read. */
  public Options options() {
    return options;
  }

  /** Replaces groups, allowed sites and modes by those of the file that was read again. */
  public void replace(Options next, String by) {
    read(next);
    modes.replace(next, by);
  }

  /** Follows other options; modes that were switched by hand stay as they are. */
  public void follow(Options next, String by) {
    boolean own = modes.areThoseOf(options);
    read(next);
    if (own) {
      modes.replace(next, by);
    }
  }

  private void read(Options next) {
    options = next;
    watched = OptionChanges.watched(watched, next);
  }

  /**
   * Stops everything, as the file says {@code enabled: false}. Groups and allowed sites stay as
   * they are: by them the guard knows the owners.
   */
  public void stop(String by) {
    modes.stop(by);
  }

  /** Stops everything for good, as the agent leaves. */
  public void end(String by) {
    modes.end(by);
  }

  /** Finds the first group by priority that matches; null if none does. */
  public GroupOption group(Location location) {
    return options.groupOf(location.className, location.method);
  }

  /**
   * Tells why a site may construct the target; null if it may not. What {@code allow} names may be
   * the site or the code through which it constructs.
   */
  public Reason allowedBecause(String target, Location location) {
    if (location.isBirth()) {
      return Reason.INSIDE_TARGET;
    }
    Reason allowed = allowedBecause(target, location.className, location.method);
    Location via = location.via;
    return allowed == null && via != null && isAllowed(via.className, via.method)
        ? Reason.ALLOWED
        : allowed;
  }

  /** Tells why code may construct the target and owns its shared instance; null if it does not. */
  public Reason allowedBecause(String target, String className, String method) {
    if (isWithin(className, target)) {
      return Reason.INSIDE_TARGET;
    }
    CanonicalOption canonical = canonical(target);
    if (canonical.isNamed() && isWithin(className, canonical.className())) {
      return Reason.INSIDE_TARGET;
    }
    return isAllowed(className, method) ? Reason.ALLOWED : null;
  }

  private boolean isAllowed(String className, String method) {
    for (SitePattern pattern : options.allow()) {
      if (pattern.matches(className, method)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells whether the target itself constructs on behalf of a call site, or the class of its
   * provider: in a factory method, a builder or another nested class.
   */
  public boolean isMadeInside(String target, Location location) {
    if (location.via == null) {
      return false;
    }
    CanonicalOption canonical = canonical(target);
    String maker = location.via.className;
    return isWithin(maker, target)
        || (canonical.isNamed() && isWithin(maker, canonical.className()));
  }

  /** Returns what a redirected call site gets: as its group says, else its target, else for all. */
  public Share share(String target, Location location) {
    GroupOption group = group(location);
    return group != null && group.share() != null ? group.share() : share(target);
  }

  /** Returns what call sites of a target get whose group does not say it. */
  public Share share(String target) {
    TargetOption option = option(target);
    return option != null && option.share() != null ? option.share() : options.share();
  }

  /** Tells whether one instance is to answer whatever the arguments are. */
  public boolean ignoresArguments() {
    return options.arguments() == Arguments.IGNORE;
  }

  /**
   * Returns where the canonical instance of a target comes from: as the options said when the
   * target became one, because a change of the file needs a restart.
   */
  public CanonicalOption canonical(String target) {
    TargetOption option = find(watched, target);
    return option != null && option.canonical() != null ? option.canonical() : canonicalOfAll;
  }

  /** Finds the option that names a target; null if none does any more. */
  public TargetOption option(String target) {
    return find(options.targets(), target);
  }

  private static TargetOption find(List<TargetOption> targets, String target) {
    for (TargetOption option : targets) {
      if (option.pattern().matches(target)) {
        return option;
      }
    }
    return null;
  }

  private static boolean isWithin(String className, String outer) {
    return ClassNames.isWithin(className, outer)
        && !className.startsWith(CONTAINER_MADE, outer.length());
  }
}

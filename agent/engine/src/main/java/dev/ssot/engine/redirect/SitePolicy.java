package dev.ssot.engine.redirect;

import dev.ssot.bootstrap.options.Arguments;
import dev.ssot.bootstrap.options.CanonicalOption;
import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.TargetOption;
import dev.ssot.bootstrap.pattern.SitePattern;
import dev.ssot.engine.detect.CountingPolicy;
import dev.ssot.engine.detect.Location;
import dev.ssot.engine.detect.Reason;
import java.util.function.Predicate;

/** What the options say about a call site. Asks the options alone, so it may be asked anywhere. */
public final class SitePolicy implements CountingPolicy {
  /** What Guice and cglib write beside a class to construct it without reflection. */
  private static final String CONTAINER_MADE = "$$FastClassBy";

  private final Modes modes;
  private volatile Options options;

  public SitePolicy(Options options, Modes modes) {
    this.options = options;
    this.modes = modes;
  }

  @Override
  public boolean counts(String target, Location location) {
    return mode(target, location).counts();
  }

  /** The mode of a call site. */
  public Mode mode(String target, Location location) {
    GroupOption group = group(location);
    return modes.table().of(target, group == null ? null : group.name(), location);
  }

  /** Says whether a mode that answers the question with yes holds anywhere. */
  public boolean has(Predicate<Mode> question) {
    return modes.table().has(question);
  }

  /** The mode of a target where nothing narrower says otherwise. */
  public Mode mode(String target) {
    return modes.table().of(target);
  }

  /** Whether a mode anywhere answers constructions otherwise than by constructing. */
  boolean isActive() {
    return modes.table().isActive();
  }

  /** The options as they were last read. */
  public Options options() {
    return options;
  }

  /** Groups, allowed sites and modes follow the file that was read again. */
  public void replace(Options next, String by) {
    options = next;
    modes.replace(next, by);
  }

  /** The first by priority that matches; null if none does. */
  public GroupOption group(Location location) {
    return options.groupOf(location.className, location.method);
  }

  /** Null if the site is a duplicate's. */
  public Reason allowedBecause(String target, Location location) {
    return allowedBecause(target, location.className, location.method);
  }

  /** Null if the code may not construct the target, and does not own its shared instance. */
  public Reason allowedBecause(String target, String className, String method) {
    if (isWithin(className, target)) {
      return Reason.INSIDE_TARGET;
    }
    CanonicalOption canonical = canonical(target);
    if (canonical.isNamed() && isWithin(className, canonical.className())) {
      return Reason.INSIDE_TARGET;
    }
    for (SitePattern pattern : options.allow()) {
      if (pattern.matches(className, method)) {
        return Reason.ALLOWED;
      }
    }
    return null;
  }

  /** Whether one instance is to answer whatever the arguments are. */
  boolean ignoresArguments() {
    return options.arguments() == Arguments.IGNORE;
  }

  /** Where the canonical instance of a target comes from, as the options say. */
  public CanonicalOption canonical(String target) {
    TargetOption option = option(target);
    return option != null && option.canonical() != null ? option.canonical() : options.canonical();
  }

  private TargetOption option(String target) {
    for (TargetOption option : options.targets()) {
      if (option.pattern().matches(target)) {
        return option;
      }
    }
    return null;
  }

  private static boolean isWithin(String className, String outer) {
    return className.startsWith(outer)
        && (className.length() == outer.length() || className.charAt(outer.length()) == '$')
        && !className.startsWith(CONTAINER_MADE, outer.length());
  }
}

package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.filter.CanonicalHolder;
import dev.ssot.bootstrap.filter.TargetMatcher;
import dev.ssot.bootstrap.options.CanonicalOption;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.TargetOption;
import dev.ssot.bootstrap.pattern.ClassPattern;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The targets that the configuration file adds while the agent runs. Classes that were loaded
 * before are looked for as after an attach, and what they constructed before is not counted.
 */
public final class AddedTargets {
  private final Instrumentation instrumentation;
  private final TargetMatcher targets;
  private final Set<String> loadedBefore =
      Collections.newSetFromMap(new ConcurrentHashMap<String, Boolean>());

  AddedTargets(Instrumentation instrumentation, TargetMatcher targets) {
    this.instrumentation = instrumentation;
    this.targets = targets;
  }

  /** Adds those targets that are new. Returns whether there are any. */
  public boolean addFrom(Options next) {
    List<ClassPattern> fresh = new ArrayList<>();
    for (ClassPattern each : patterns(next)) {
      if (!targets.contains(each)) {
        fresh.add(each);
      }
    }
    if (!fresh.isEmpty()) {
      targets.add(fresh, holders(next));
      noteLoaded(fresh);
    }
    return !fresh.isEmpty();
  }

  private void noteLoaded(List<ClassPattern> fresh) {
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      for (ClassPattern pattern : fresh) {
        if (pattern.matches(type.getName())) {
          loadedBefore.add(type.getName());
        }
      }
    }
  }

  /**
   * Looks through all loaded classes for those that name a target, as after an attach. That asks
   * loaders of the application for class files.
   *
   * @return the targets first
   */
  public List<Class<?>> loadedClasses() {
    return LoadedClasses.thatName(instrumentation, targets, null).classes();
  }

  /** Tells whether a target was added when its class was loaded already. */
  public boolean wasLoadedBefore(String className) {
    return loadedBefore.contains(className);
  }

  static List<ClassPattern> patterns(Options options) {
    List<ClassPattern> patterns = new ArrayList<>();
    for (TargetOption target : options.targets()) {
      patterns.add(target.pattern());
    }
    return patterns;
  }

  static List<CanonicalHolder> holders(Options options) {
    List<CanonicalHolder> holders = new ArrayList<>();
    for (CanonicalOption option : options.namedCanonicals()) {
      boolean field = option.kind() == CanonicalOption.Kind.FIELD;
      holders.add(CanonicalHolder.of(option.className(), field ? option.member() : null));
    }
    return holders;
  }
}

package dev.ssot.engine.transform;

import dev.ssot.bootstrap.options.TargetOption;
import dev.ssot.bootstrap.pattern.ClassPattern;
import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.bootstrap.start.UnusableMatch;
import dev.ssot.engine.place.NotWovenPlace;
import dev.ssot.engine.place.NotWovenPlaces;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Constructions left unwoven and refused targets, for the report. */
public final class ClassFindings {
  /** The number of findings that are kept, as people read the report. */
  private static final int BOUND = 10_000;

  private final NotWovenPlaces places;
  private final Map<String, Reason> refused = new LinkedHashMap<>();

  /** What patterns match that cannot be a target, as of the last look. */
  private volatile List<UnusableMatch> unusable = Collections.emptyList();

  public ClassFindings(List<TargetOption> targets, NotWovenPlaces places) {
    this.places = places;
    for (TargetOption target : targets) {
      String name = target.toString();
      if (JdkClasses.isName(name) && !JdkClasses.mayBeWatched(name)) {
        addRefused(target.toString(), Reason.BOOT_LOADER);
      }
    }
  }

  synchronized void addRefused(String className, Reason reason) {
    if (refused.size() < BOUND) {
      refused.put(className, reason);
    }
  }

  public List<TargetSnapshot.NotWoven> notWoven(String target) {
    List<TargetSnapshot.NotWoven> list = new ArrayList<>();
    for (NotWovenPlace each : places.of(target)) {
      TargetSnapshot.NotWoven entry = new TargetSnapshot.NotWoven();
      entry.className = each.className;
      entry.method = each.method;
      entry.line = each.line;
      entry.reason = each.reason;
      list.add(entry);
    }
    return list;
  }

  void setUnusable(List<UnusableMatch> matches) {
    unusable = Collections.unmodifiableList(matches);
  }

  /**
   * Lists what is no target.
   *
   * @param watched the targets; a pattern that matches one of them has nothing to complain of
   */
  public List<AgentSnapshot.Refused> refused(List<TargetSnapshot> watched) {
    Map<String, AgentSnapshot.Refused> all = new LinkedHashMap<>();
    synchronized (this) {
      for (Map.Entry<String, Reason> each : refused.entrySet()) {
        AgentSnapshot.Refused entry = new AgentSnapshot.Refused();
        entry.className = each.getKey();
        entry.reason = each.getValue();
        all.put(entry.className, entry);
      }
    }
    for (UnusableMatch match : unusable) {
      if (!isWatched(match.pattern(), watched)) {
        AgentSnapshot.Refused entry = new AgentSnapshot.Refused();
        entry.className = match.className();
        entry.reason = reason(match.kind());
        entry.hint = match.hint();
        entry.instead = match.instead();
        all.put(entry.className, entry);
      }
    }
    return new ArrayList<>(all.values());
  }

  private static boolean isWatched(String pattern, List<TargetSnapshot> watched) {
    ClassPattern classes = ClassPattern.of(pattern);
    for (TargetSnapshot target : watched) {
      if (classes.matches(target.className)) {
        return true;
      }
    }
    return false;
  }

  private static Reason reason(UnusableMatch.Kind kind) {
    switch (kind) {
      case ENUM:
        return Reason.ENUM;
      case JDK_CLASS:
      case JDK_INTERFACE:
        return Reason.BOOT_LOADER;
      default:
        return Reason.ABSTRACT;
    }
  }
}

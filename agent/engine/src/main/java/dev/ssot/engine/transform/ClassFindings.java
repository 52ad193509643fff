package dev.ssot.engine.transform;

import dev.ssot.bootstrap.options.TargetOption;
import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.engine.place.NotWovenPlace;
import dev.ssot.engine.place.NotWovenPlaces;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Constructions left unwoven and refused targets, for the report. */
public final class ClassFindings {
  /** The number of findings that are kept, as people read the report. */
  private static final int BOUND = 10_000;

  private final NotWovenPlaces places;
  private final Map<String, Reason> refused = new LinkedHashMap<>();

  public ClassFindings(List<TargetOption> targets, NotWovenPlaces places) {
    this.places = places;
    for (TargetOption target : targets) {
      if (JdkClasses.isName(target.toString())) {
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

  public synchronized List<AgentSnapshot.Refused> refused() {
    List<AgentSnapshot.Refused> list = new ArrayList<>();
    for (Map.Entry<String, Reason> each : refused.entrySet()) {
      AgentSnapshot.Refused entry = new AgentSnapshot.Refused();
      entry.className = each.getKey();
      entry.reason = each.getValue();
      list.add(entry);
    }
    return list;
  }
}

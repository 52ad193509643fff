package dev.ssot.engine;

import dev.ssot.bootstrap.options.TargetOption;
import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.engine.detect.Reason;
import dev.ssot.engine.detect.snapshot.AgentSnapshot;
import dev.ssot.engine.detect.snapshot.TargetSnapshot;
import dev.ssot.engine.weave.site.SkippedSite;
import dev.ssot.engine.weave.site.WovenSite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the weaver found that no construction tells: places left as they are, refused targets. */
final class ClassFindings {
  /** Of each sort; a report is to be read by people. */
  private static final int BOUND = 10_000;

  private final Map<String, SkippedSite> skipped = new LinkedHashMap<String, SkippedSite>();
  private final Map<String, Reason> refused = new LinkedHashMap<String, Reason>();

  ClassFindings(List<TargetOption> targets) {
    for (TargetOption target : targets) {
      if (JdkClasses.isName(target.toString())) {
        refused(target.toString(), Reason.BOOT_LOADER);
      }
    }
  }

  /** A class may be woven more than once: keyed by the place. */
  synchronized void skipped(List<SkippedSite> sites) {
    for (SkippedSite site : sites) {
      if (skipped.size() < BOUND) {
        skipped.put(site.toString(), site);
      }
    }
  }

  synchronized void refused(String className, Reason reason) {
    if (refused.size() < BOUND) {
      refused.put(className, reason);
    }
  }

  synchronized List<TargetSnapshot.NotWoven> notWoven(String target) {
    List<TargetSnapshot.NotWoven> list = new ArrayList<TargetSnapshot.NotWoven>();
    for (SkippedSite each : skipped.values()) {
      WovenSite site = each.site();
      if (site.target().equals(target)) {
        TargetSnapshot.NotWoven entry = new TargetSnapshot.NotWoven();
        entry.className = site.className();
        entry.method = site.method();
        entry.line = site.line();
        entry.reason = each.reason();
        list.add(entry);
      }
    }
    return list;
  }

  synchronized List<AgentSnapshot.Refused> refused() {
    List<AgentSnapshot.Refused> list = new ArrayList<AgentSnapshot.Refused>();
    for (Map.Entry<String, Reason> each : refused.entrySet()) {
      AgentSnapshot.Refused entry = new AgentSnapshot.Refused();
      entry.className = each.getKey();
      entry.reason = each.getValue();
      list.add(entry);
    }
    return list;
  }
}

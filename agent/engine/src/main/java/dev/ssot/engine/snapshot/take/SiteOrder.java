package dev.ssot.engine.snapshot.take;

import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.engine.snapshot.SiteSnapshot;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order in which someone should fix call sites: group priority, then constructions. */
@SuppressWarnings("serial") // sorts, is never stored
final class SiteOrder implements Comparator<SiteSnapshot> {
  private final Map<String, Integer> rankOfGroup = new HashMap<>();

  /**
   * @param groups sorted by priority
   */
  @SuppressWarnings("MissingSummary") // the class says it
  SiteOrder(List<GroupOption> groups) {
    for (GroupOption group : groups) {
      rankOfGroup.put(group.name(), rankOfGroup.size());
    }
    rankOfGroup.put(null, Integer.MAX_VALUE);
  }

  @Override
  public int compare(SiteSnapshot a, SiteSnapshot b) {
    int order = rankOfGroup.get(a.group).compareTo(rankOfGroup.get(b.group));
    order = order != 0 ? order : Long.compare(b.constructions, a.constructions);
    order = order != 0 ? order : a.className.compareTo(b.className);
    order = order != 0 ? order : Integer.compare(a.line, b.line);
    order = order != 0 ? order : a.method.compareTo(b.method);
    return order != 0 ? order : a.kind.compareTo(b.kind);
  }
}

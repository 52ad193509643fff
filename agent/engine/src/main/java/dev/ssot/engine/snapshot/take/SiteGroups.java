package dev.ssot.engine.snapshot.take;

import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.engine.policy.ModeTable;
import dev.ssot.engine.snapshot.GroupSnapshot;
import dev.ssot.engine.snapshot.SiteSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The sites of a target by group, allowed ones left out. */
final class SiteGroups {
  private final ModeTable modes;
  private final String target;

  SiteGroups(ModeTable modes, String target) {
    this.modes = modes;
    this.target = target;
  }

  /**
   * Lists all groups by priority, empty ones too, and last the sites without a group, if there are
   * any.
   */
  List<GroupSnapshot> of(List<SiteSnapshot> sites, List<GroupOption> groups) {
    List<GroupSnapshot> snapshots = new ArrayList<>();
    for (GroupOption group : groups) {
      GroupSnapshot snapshot = count(sites, group.name());
      snapshot.priority = group.priority();
      snapshots.add(snapshot);
    }
    GroupSnapshot none = count(sites, null);
    if (none.sites > 0) {
      none.priority = Integer.MAX_VALUE;
      snapshots.add(none);
    }
    return snapshots;
  }

  private GroupSnapshot count(List<SiteSnapshot> sites, String group) {
    GroupSnapshot snapshot = new GroupSnapshot();
    snapshot.name = group;
    snapshot.mode = modes.ofGroup(target, group);
    Set<String> files = new HashSet<>();
    for (SiteSnapshot site : sites) {
      if (!site.allowed && Objects.equals(site.group, group)) {
        files.add(site.sourceFile());
        if (site.mode != snapshot.mode) {
          snapshot.otherModes.merge(site.mode, 1, Integer::sum);
        }
        snapshot.sites++;
        snapshot.redirectable += site.redirectable ? 1 : 0;
        snapshot.earlyHandles += site.earlyHandle ? 1 : 0;
        snapshot.failing += site.failed > 0 ? 1 : 0;
        snapshot.refusing += site.refusals > 0 ? 1 : 0;
      }
    }
    snapshot.files = files.size();
    return snapshot;
  }
}

package dev.ssot.engine.policy;

import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.pattern.SitePattern;
import java.util.ArrayList;
import java.util.List;

/**
 * How the scopes of modes lie to each other. A group and a site pattern have call sites in common
 * if a pattern of the group has, unless a group before it takes them all.
 */
final class ScopeRelations {
  private final List<GroupOption> groups;

  ScopeRelations(List<GroupOption> groups) {
    this.groups = groups;
  }

  /** Tells whether there may be call sites that both cover. */
  boolean overlap(ModeScope one, ModeScope other) {
    return (one.target() == null || other.target() == null || one.target().meets(other.target()))
        && (one.sites() == null || other.sites() == null || one.sites().meets(other.sites()))
        && (one.group() == null || other.group() == null || one.group().equals(other.group()))
        && (one.group() == null || meets(one.group(), other.sites()))
        && (other.group() == null || meets(other.group(), one.sites()));
  }

  /** Tells whether one scope covers all call sites of the other, as far as is known. */
  boolean covers(ModeScope outer, ModeScope inner) {
    return (outer.target() == null
            || (inner.target() != null && outer.target().covers(inner.target())))
        && (outer.sites() == null || (inner.sites() != null && outer.sites().covers(inner.sites())))
        && (outer.group() == null
            || outer.group().equals(inner.group())
            || (inner.sites() != null && outer.group().equals(groupOfAll(inner.sites()))));
  }

  /**
   * Keeps of settings those that say otherwise, or say the same again where another one, over which
   * they win, says otherwise; and none over which another one wins everywhere.
   *
   * @param settings in the order in which they were made
   */
  List<ModeTable.Setting> differing(List<ModeTable.Setting> settings, Mode mode) {
    List<ModeTable.Setting> differing = new ArrayList<>();
    for (int i = 0; i < settings.size(); i++) {
      ModeTable.Setting each = settings.get(i);
      boolean differs = each.mode != mode;
      boolean hidden = false;
      for (int j = 0; j < settings.size(); j++) {
        ModeTable.Setting other = settings.get(j);
        int rank = each.scope.rank() - other.scope.rank();
        boolean wins = rank > 0 || (rank == 0 && i > j);
        differs |= wins && each.mode != other.mode && overlap(each.scope, other.scope);
        hidden |= i != j && !wins && covers(other.scope, each.scope);
      }
      if (differs && !hidden) {
        differing.add(each);
      }
    }
    return differing;
  }

  /** Tells whether call sites of a group may match a pattern; null matches every one. */
  private boolean meets(String group, SitePattern sites) {
    if (sites == null) {
      return true;
    }
    for (GroupOption each : groups) {
      if (each.name().equals(group)) {
        return meets(each, sites);
      }
      if (covers(each, sites)) {
        return false;
      }
    }
    return true; // a group that is not there has no call sites to tell of
  }

  /** Returns the group of all call sites that match a pattern; null if there is no such group. */
  private String groupOfAll(SitePattern sites) {
    for (GroupOption each : groups) {
      if (covers(each, sites)) {
        return each.name();
      }
      if (meets(each, sites)) {
        return null;
      }
    }
    return null;
  }

  private static boolean meets(GroupOption group, SitePattern sites) {
    for (SitePattern each : group.sites()) {
      if (each.meets(sites)) {
        return true;
      }
    }
    return false;
  }

  private static boolean covers(GroupOption group, SitePattern sites) {
    for (SitePattern each : group.sites()) {
      if (each.covers(sites)) {
        return true;
      }
    }
    return false;
  }
}

package dev.ssot.engine.wording;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.snapshot.GroupSnapshot;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** The call sites of one target, sorted by what a reader does about them. */
public final class TargetSites {
  public static final String NO_DEBUG_INFORMATION =
      "Some classes were compiled without debug information: no file, no line.";

  private static final int TRACED = 100;

  private final TargetSnapshot target;
  private final List<SiteSnapshot> toFix = new ArrayList<>();
  private final List<SiteSnapshot> allowed = new ArrayList<>();

  public TargetSites(TargetSnapshot target) {
    this.target = target;
    for (SiteSnapshot site : target.sites) {
      (site.allowed ? allowed : toFix).add(site);
    }
  }

  /** Lists the sites that are not allowed, in the order of repair. */
  public List<SiteSnapshot> toFix() {
    return toFix;
  }

  /** Lists the sites that may construct. */
  public List<SiteSnapshot> allowed() {
    return allowed;
  }

  /** Lists the sites of a group that are to be fixed, in the order of repair. */
  public List<SiteSnapshot> in(GroupSnapshot group) {
    List<SiteSnapshot> members = new ArrayList<>();
    for (SiteSnapshot site : toFix) {
      if (Objects.equals(site.group, group.name)) {
        members.add(site);
      }
    }
    return members;
  }

  /**
   * Lists the first sites to fix whose stack is known. The list is bounded, to fit into a ticket or
   * a mail.
   */
  public List<SiteSnapshot> traced() {
    List<SiteSnapshot> traced = new ArrayList<>();
    for (SiteSnapshot site : toFix) {
      if (!site.stacks.isEmpty() && traced.size() < TRACED) {
        traced.add(site);
      }
    }
    return traced;
  }

  public String name(GroupSnapshot group) {
    if (group.name != null) {
      return group.name;
    }
    return target.groups.size() == 1 ? "Call sites" : "In no group";
  }

  /** Sums up a group: {@code 8 files, 8 call sites, all redirectable, mode observe}. */
  public static String extent(GroupSnapshot group) {
    String files = Printable.count(group.files, "file") + ", ";
    String redirectable =
        group.redirectable == group.sites
            ? "all redirectable"
            : (group.redirectable == 0 ? "none" : group.redirectable) + " redirectable";
    String sites = Printable.count(group.sites, "call site");
    return files + sites + ", " + redirectable + ", mode " + mode(group);
  }

  /** Says {@code enforce (2 call sites: observe)} where a pattern of call sites wins. */
  private static String mode(GroupSnapshot group) {
    List<String> others = new ArrayList<>();
    for (Map.Entry<Mode, Integer> each : group.otherModes.entrySet()) {
      others.add(Printable.count(each.getValue(), "call site") + ": " + each.getKey());
    }
    return others.isEmpty()
        ? group.mode.toString()
        : group.mode + " (" + String.join(", ", others) + ")";
  }

  /**
   * Tells whether each site needs its own reason beside it; a reason that all sites share can be
   * shown once.
   */
  public boolean reasonsDiffer() {
    for (SiteSnapshot site : toFix) {
      if (site.reason != toFix.get(0).reason) {
        return true;
      }
    }
    return false;
  }

  /** Lists the reasons that occur in the report of this target. */
  public Set<Reason> reasons() {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    for (SiteSnapshot site : toFix) {
      if (site.reason != null) {
        reasons.add(site.reason);
      }
    }
    for (TargetSnapshot.NotWoven notWoven : target.notWoven) {
      reasons.add(notWoven.reason);
    }
    reasons.addAll(target.failures.keySet());
    return reasons;
  }

  /** Tells whether that holds for one of the sites that are not allowed. */
  public boolean any(Predicate<SiteSnapshot> property) {
    for (SiteSnapshot site : toFix) {
      if (property.test(site)) {
        return true;
      }
    }
    return false;
  }

  public boolean withoutDebugInformation() {
    for (SiteSnapshot site : toFix) {
      if (site.file == null && site.kind != Kind.UNATTRIBUTED) {
        return true;
      }
    }
    return false;
  }
}

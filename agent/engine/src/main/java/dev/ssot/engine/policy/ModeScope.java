package dev.ssot.engine.policy;

import dev.ssot.bootstrap.pattern.ClassPattern;
import dev.ssot.bootstrap.pattern.SitePattern;
import dev.ssot.engine.place.Location;

/** Where a mode holds: everywhere, for a target, a group, both, or call sites by pattern. */
public final class ModeScope {
  /** The scope of everything. */
  public static final ModeScope ALL = new ModeScope(null, null, null);

  private final ClassPattern target;
  private final String group;
  private final SitePattern sites;

  private ModeScope(ClassPattern target, String group, SitePattern sites) {
    this.target = target;
    this.group = group;
    this.sites = sites;
  }

  /**
   * Makes a scope of texts as commands give them; null where the scope is not restricted.
   *
   * @throws IllegalArgumentException that says how to write a pattern, or that sites and a group
   *     exclude each other
   */
  public static ModeScope of(String target, String group, String sites) {
    if (group != null && sites != null) {
      throw new IllegalArgumentException("a group and a site pattern exclude each other");
    }
    return new ModeScope(
        target == null ? null : ClassPattern.of(target),
        group,
        sites == null ? null : SitePattern.of(sites));
  }

  /** Ranks scopes; the highest wins: sites, target and group, group, target, everything. */
  int rank() {
    if (sites != null) {
      return 4;
    }
    return (group != null ? 2 : 0) + (target != null ? 1 : 0);
  }

  /**
   * Tells whether it covers a call site.
   *
   * @param groupOfSite null if no group matches
   */
  boolean covers(String targetName, String groupOfSite, Location location) {
    return covers(targetName, groupOfSite, location.className, location.method);
  }

  /**
   * Tells whether it covers the call sites of a method.
   *
   * @param groupOfSite null if no group matches
   */
  public boolean covers(String targetName, String groupOfSite, String className, String method) {
    return (target == null || target.matches(targetName))
        && (group == null || group.equals(groupOfSite))
        && (sites == null || sites.matches(className, method));
  }

  /**
   * Tells whether it covers all sites of a target that are in a group.
   *
   * @param name null for the sites without a group
   */
  boolean coversGroup(String targetName, String name) {
    return sites == null
        && (target == null || target.matches(targetName))
        && (group == null || group.equals(name));
  }

  /** Tells whether it covers all of a target. */
  boolean coversAllOf(String targetName) {
    return group == null && sites == null && (target == null || target.matches(targetName));
  }

  /**
   * Tells whether a setting at this scope replaces one at the other scope, which is the same or
   * within it.
   */
  boolean clears(ModeScope other) {
    return (target == null || same(target, other.target))
        && (group == null || same(group, other.group))
        && (sites == null || same(sites, other.sites));
  }

  /** Returns the scope of what both cover, as far as it can be written. */
  ModeScope within(ModeScope other) {
    boolean narrowerTarget =
        target == null || (other.target != null && target.covers(other.target));
    boolean narrowerSites = sites == null || (other.sites != null && sites.covers(other.sites));
    return new ModeScope(
        narrowerTarget ? other.target : target,
        group == null ? other.group : group,
        narrowerSites ? other.sites : sites);
  }

  /** Returns the group that it is restricted to; null for any. */
  public String group() {
    return group;
  }

  /** Returns the target that it is restricted to; null for every target. */
  public ClassPattern target() {
    return target;
  }

  /** Returns the pattern of call sites that it is restricted to; null for every call site. */
  public SitePattern sites() {
    return sites;
  }

  private static boolean same(Object mine, Object other) {
    return other != null && mine.toString().equals(other.toString());
  }

  /** Writes it as the report and the log do: {@code all}, {@code P1}, {@code com.acme.X P1}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Object part : new Object[] {target, group, sites}) {
      if (part != null) {
        text.append(text.length() == 0 ? "" : " ").append(part);
      }
    }
    return text.length() == 0 ? "all" : text.toString();
  }
}

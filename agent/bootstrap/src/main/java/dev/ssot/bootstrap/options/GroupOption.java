package dev.ssot.bootstrap.options;

import java.util.List;

/**
 * One entry of {@code groups}: call sites that are fixed and switched together. A site may match
 * several groups and belongs to the first, see {@link Options#groupOf}.
 */
public final class GroupOption {
  private final String name;
  private final int priority;
  private final List<SitePattern> sites;
  private final Mode mode;

  GroupOption(String name, int priority, List<SitePattern> sites, Mode mode) {
    this.name = name;
    this.priority = priority;
    this.sites = sites;
    this.mode = mode;
  }

  /** Unique among the groups. */
  public String name() {
    return name;
  }

  /** The smallest comes first. */
  public int priority() {
    return priority;
  }

  /** Unmodifiable, never empty. */
  public List<SitePattern> sites() {
    return sites;
  }

  /** Null if what holds for everything holds for this group. */
  public Mode mode() {
    return mode;
  }

  /** Whether one of its patterns names the call site. */
  public boolean matches(String className, String methodName) {
    for (SitePattern site : sites) {
      if (site.matches(className, methodName)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return name;
  }
}

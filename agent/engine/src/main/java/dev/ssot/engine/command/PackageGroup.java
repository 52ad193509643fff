package dev.ssot.engine.command;

import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.wording.Printable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The call sites of one package, the first one that tells them apart, as a group to be proposed.
 */
final class PackageGroup {
  private final String packageName;
  private final boolean withSubpackages;
  private int sites;
  private long constructions;

  private PackageGroup(String packageName, boolean withSubpackages) {
    this.packageName = packageName;
    this.withSubpackages = withSubpackages;
  }

  /**
   * Makes the groups, those that construct most first.
   *
   * @param sites by the names of their classes
   */
  static List<PackageGroup> of(Map<String, List<SiteSnapshot>> sites) {
    int common = common(sites.keySet());
    Map<String, PackageGroup> groups = new LinkedHashMap<>();
    for (Map.Entry<String, List<SiteSnapshot>> each : sites.entrySet()) {
      List<String> segments = segments(each.getKey());
      boolean deeper = segments.size() > common;
      String name = String.join(".", segments.subList(0, deeper ? common + 1 : common));
      PackageGroup group = groups.computeIfAbsent(name, key -> new PackageGroup(key, deeper));
      for (SiteSnapshot site : each.getValue()) {
        group.sites++;
        group.constructions += site.constructions;
      }
    }
    List<PackageGroup> sorted = new ArrayList<>(groups.values());
    sorted.sort((one, other) -> Long.compare(other.constructions, one.constructions));
    return sorted;
  }

  /** Counts the package segments that all classes share. */
  private static int common(Iterable<String> classNames) {
    List<String> shared = null;
    for (String each : classNames) {
      List<String> segments = segments(each);
      int same = 0;
      while (shared != null
          && same < Math.min(shared.size(), segments.size())
          && shared.get(same).equals(segments.get(same))) {
        same++;
      }
      shared = shared == null ? segments : shared.subList(0, same);
    }
    return shared == null ? 0 : shared.size();
  }

  /** Returns the segments of the package; none for the default package. */
  private static List<String> segments(String className) {
    int dot = className.lastIndexOf('.');
    return dot < 0
        ? new ArrayList<>()
        : Arrays.asList(className.substring(0, dot).split("\\.", -1));
  }

  String name() {
    return packageName.isEmpty() ? "default package" : packageName;
  }

  /** Returns the pattern of its call sites, quoted. */
  String pattern() {
    String prefix = packageName.isEmpty() ? "" : packageName + ".";
    return StarterFile.quoted(prefix + (withSubpackages ? "**" : "*"));
  }

  /** Says how much it is about. */
  String sentence() {
    return Printable.count(sites, "call site")
        + ", "
        + Printable.count(constructions, "construction");
  }
}

package dev.ssot.engine.command;

import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.TargetOption;
import dev.ssot.bootstrap.pattern.SitePattern;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A configuration file to start from: what is watched, the groups that there are, and a group for
 * each package of the call sites that belong to none. Which is first is for people to decide.
 */
final class StarterFile {
  private final Options options;
  private final AgentSnapshot snapshot;
  private final StringBuilder text = new StringBuilder();
  private int priority;

  StarterFile(Options options, AgentSnapshot snapshot) {
    this.options = options;
    this.snapshot = snapshot;
  }

  /** Returns the file. */
  String text() {
    line("# Proposed by ssot-agent " + snapshot.version + " from the call sites seen until now.");
    line(
        "# Sort the groups: the first is what has to work first. Then: mode: enforce at one of them.");
    line("mode: " + snapshot.mode);
    targets();
    List<PackageGroup> packages = PackageGroup.of(ungrouped());
    if (!packages.isEmpty() || !options.groups().isEmpty()) {
      line("groups:");
    }
    for (GroupOption each : options.groups()) {
      group(each);
    }
    for (PackageGroup each : packages) {
      line("  # " + each.sentence());
      group(each.name(), each.pattern());
    }
    return text.toString();
  }

  private void targets() {
    line("targets:");
    for (TargetOption each : options.targets()) {
      line("  - class: " + quoted(each.toString()));
      if (each.canonical() != null) {
        line("    canonical: " + quoted(each.canonical().toString()));
      }
      optional("mode", each.mode());
      optional("share", each.share());
    }
  }

  private void group(GroupOption group) {
    StringBuilder sites = new StringBuilder();
    for (SitePattern each : group.sites()) {
      sites.append(sites.length() == 0 ? "" : ", ").append(quoted(each.toString()));
    }
    priority = Math.max(priority, group.priority() - 1);
    group(group.name(), sites.toString());
    optional("mode", group.mode());
    optional("share", group.share());
  }

  private void group(String name, String sites) {
    line("  - name: " + quoted(name));
    line("    priority: " + ++priority);
    line("    sites: [" + sites + "]");
  }

  /** Adds a key of a target or group, unless it has none of its own. */
  private void optional(String key, Object value) {
    if (value != null) {
      line("    " + key + ": " + value);
    }
  }

  /** Adds up the constructions of the sites that belong to no group, by class. */
  private Map<String, List<SiteSnapshot>> ungrouped() {
    Map<String, List<SiteSnapshot>> sites = new LinkedHashMap<>();
    for (TargetSnapshot target : snapshot.targets) {
      for (SiteSnapshot each : target.sites) {
        if (!each.allowed && each.group == null && each.className != null) {
          sites.computeIfAbsent(each.className, name -> new ArrayList<>()).add(each);
        }
      }
    }
    return sites;
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** Quotes for YAML: names of classes and groups may contain anything. */
  static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}

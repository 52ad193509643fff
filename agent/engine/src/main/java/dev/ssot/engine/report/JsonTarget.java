package dev.ssot.engine.report;

import dev.ssot.engine.policy.ModeChange;
import dev.ssot.engine.snapshot.CanonicalSnapshot;
import dev.ssot.engine.snapshot.GroupSnapshot;
import dev.ssot.engine.snapshot.HeapSnapshot;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.StackSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.io.IOException;

/** Writes one element of {@code targets}. */
final class JsonTarget {
  private final JsonFields out;

  JsonTarget(JsonFields out) {
    this.out = out;
  }

  void write(TargetSnapshot target) throws IOException {
    out.text("class", target.className);
    out.text("loader", target.loader);
    out.text("mode", target.mode);
    canonical(target.canonical);
    out.number("constructions", target.totals.constructions());
    out.number("files", target.files);
    out.object("instances", () -> instances(target));
    out.counts("subclasses", target.subclasses);
    heap(target.heap);
    out.number("churn", target.totals.churn());
    out.number("redirects", target.totals.redirects());
    out.counts("failures", target.failures);
    out.number("guarded", target.guarded);
    out.objects("groups", target.groups, this::group);
    out.objects("modes", target.modes, this::modeChange);
    out.objects("notWoven", target.notWoven, this::notWoven);
    out.objects("sites", target.sites, this::site);
  }

  private void canonical(CanonicalSnapshot canonical) throws IOException {
    out.object(
        "canonical",
        () -> {
          out.text("source", canonical.source);
          out.text("description", canonical.description);
          out.flag("resolved", canonical.resolved);
          out.text("identity", canonical.identity);
          out.flag("standIn", canonical.standIn);
          out.text("reason", canonical.reason);
          birth(canonical);
          out.text("replacement", canonical.replacement);
        });
  }

  private void birth(CanonicalSnapshot canonical) throws IOException {
    if (canonical.birthSite == null && canonical.birthAt == null) {
      out.nothing("birth");
      return;
    }
    out.object(
        "birth",
        () -> {
          out.text("site", canonical.birthSite);
          out.text("at", canonical.birthAt);
        });
  }

  private void instances(TargetSnapshot target) throws IOException {
    out.number("live", target.totals.live());
    out.flag("exact", target.exact);
    out.text("reason", target.inexact);
    out.number("duplicates", target.totals.duplicates());
    out.number("beforeAttach", target.beforeAttach);
  }

  /**
   * Writes the last comparison. It is null until somebody asks for one, because that stops the
   * application.
   */
  private void heap(HeapSnapshot heap) throws IOException {
    if (heap == null) {
      out.nothing("heap");
      return;
    }
    out.object(
        "heap",
        () -> {
          out.text("at", heap.at);
          out.number("instances", heap.instances);
          out.number("live", heap.live);
          out.number("difference", heap.difference);
          out.number("meanwhile", heap.meanwhile);
          out.number("loaders", heap.loaders);
        });
  }

  private void group(GroupSnapshot group) throws IOException {
    out.text("name", group.name);
    if (group.name == null) {
      // The sites without a group come after all priorities.
      out.nothing("priority");
    } else {
      out.number("priority", group.priority);
    }
    out.text("mode", group.mode);
    out.number("files", group.files);
    out.number("sites", group.sites);
    out.number("redirectable", group.redirectable);
  }

  private void modeChange(ModeChange change) throws IOException {
    out.text("at", change.at);
    out.text("by", change.by);
    out.text("scope", change.scope);
    out.text("from", change.from);
    out.text("to", change.to);
    out.text("until", change.until);
    out.text("then", change.then);
  }

  private void notWoven(TargetSnapshot.NotWoven notWoven) throws IOException {
    out.text("class", notWoven.className);
    out.text("method", notWoven.method);
    out.number("line", notWoven.line);
    out.text("reason", notWoven.reason);
  }

  private void site(SiteSnapshot site) throws IOException {
    out.text("class", site.className);
    out.text("method", site.method);
    out.text("file", site.file);
    out.number("line", site.line);
    out.text("kind", site.kind);
    out.text("via", site.via);
    out.text("group", site.group);
    out.text("mode", site.mode);
    out.number("constructions", site.constructions);
    out.decimal("perMinute", site.perMinute);
    out.number("failed", site.failed);
    out.number("refusals", site.refusals);
    out.number("redirects", site.redirects);
    out.number("live", site.live);
    out.text("firstSeen", site.firstSeen);
    out.text("lastSeen", site.lastSeen);
    out.texts("threads", site.threads);
    out.flag("redirectable", site.redirectable);
    out.text("reason", site.reason);
    if (site.argumentsIgnored) {
      out.flag("argumentsIgnored", true);
    }
    if (site.earlyHandle) {
      out.flag("earlyHandle", true);
    }
    out.flag("allowed", site.allowed);
    out.objects("stacks", site.stacks, this::stack);
  }

  private void stack(StackSnapshot stack) throws IOException {
    out.number("count", stack.count);
    out.texts("frames", stack.frames);
  }
}

package dev.ssot.engine.report;

import dev.ssot.engine.place.Kind;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.SiteSnapshot;
import java.util.List;
import java.util.stream.Stream;

/** The call sites of a snapshot as a reader of any view should find them. */
public final class SiteLists {
  private SiteLists() {}

  /** {@code com.acme.ws.ChatSocket.open @ ChatSocket.java:41}. */
  public static List<String> toFix(AgentSnapshot snapshot) {
    return sites(snapshot).map(site -> caller(site) + " @ " + location(site)).toList();
  }

  /** {@code com/acme/ws/ChatSocket.java:41}, or the caller where there is no file. */
  public static List<String> paths(AgentSnapshot snapshot) {
    return sites(snapshot)
        .map(site -> site.file == null ? caller(site) : folders(site) + location(site))
        .toList();
  }

  private static Stream<SiteSnapshot> sites(AgentSnapshot snapshot) {
    return snapshot.targets.stream()
        .flatMap(target -> target.sites.stream())
        .filter(site -> !site.allowed);
  }

  private static String caller(SiteSnapshot site) {
    return site.kind == Kind.UNATTRIBUTED ? site.className : site.className + "." + site.method;
  }

  private static String location(SiteSnapshot site) {
    return site.file == null ? "" : site.file + ":" + site.line;
  }

  private static String folders(SiteSnapshot site) {
    return site.className.replaceAll("[^.]*$", "").replace('.', '/');
  }
}

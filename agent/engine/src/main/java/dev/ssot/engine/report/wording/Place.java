package dev.ssot.engine.report.wording;

import dev.ssot.engine.detect.snapshot.SiteSnapshot;
import dev.ssot.engine.detect.snapshot.TargetSnapshot;

/** Where a call site is, in the form that people and editors know. */
public final class Place {
  private Place() {}

  /** {@code com.acme.ws.ChatSocket.open}. */
  public static String caller(SiteSnapshot site) {
    if (site.className == null) {
      return "not known";
    }
    return Printable.escape(
        site.method == null ? site.className : site.className + "." + site.method);
  }

  /** {@code ChatSocket.open}: the caller without its package. */
  public static String simpleCaller(SiteSnapshot site) {
    if (site.className == null) {
      return caller(site);
    }
    String simple = simpleName(site.className);
    return Printable.escape(site.method == null ? simple : simple + "." + site.method);
  }

  /** {@code ChatSocket.java:41}, as far as it is known. */
  public static String location(SiteSnapshot site) {
    if (site.file == null) {
      return site.line < 0 ? "" : "line " + site.line;
    }
    return Printable.escape(site.line < 0 ? site.file : site.file + ":" + site.line);
  }

  /** The location, or whatever comes closest to it. */
  public static String shortest(SiteSnapshot site) {
    String location = location(site);
    return location.isEmpty() ? caller(site) : location;
  }

  /** Where a construction is that was seen in a class file alone. */
  public static String of(TargetSnapshot.NotWoven notWoven) {
    String line = notWoven.line < 0 ? "" : ":" + notWoven.line;
    return Printable.escape(notWoven.className + "." + notWoven.method + line);
  }

  /**
   * {@code com/acme/ws/ChatSocket.java:41}: the location below a source root, as far as a class
   * file tells it.
   */
  public static String path(SiteSnapshot site) {
    if (site.file == null || site.className == null) {
      return shortest(site);
    }
    int dot = site.className.lastIndexOf('.');
    String folders = dot < 0 ? "" : site.className.substring(0, dot + 1).replace('.', '/');
    return Printable.escape(folders) + location(site);
  }

  public static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}

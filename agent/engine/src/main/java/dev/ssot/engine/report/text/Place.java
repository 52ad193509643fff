package dev.ssot.engine.report.text;

import dev.ssot.engine.detect.snapshot.SiteSnapshot;

/** Where a call site is, in the form that people and editors know. */
final class Place {
  private Place() {}

  /** {@code com.acme.ws.ChatSocket.open}. */
  static String caller(SiteSnapshot site) {
    if (site.className == null) {
      return "not known";
    }
    return Printable.escape(
        site.method == null ? site.className : site.className + "." + site.method);
  }

  /** {@code ChatSocket.java:41}, as far as it is known. */
  static String location(SiteSnapshot site) {
    if (site.file == null) {
      return site.line < 0 ? "" : "line " + site.line;
    }
    return Printable.escape(site.line < 0 ? site.file : site.file + ":" + site.line);
  }

  /** The location, or whatever comes closest to it. */
  static String shortest(SiteSnapshot site) {
    String location = location(site);
    return location.isEmpty() ? caller(site) : location;
  }

  static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}

package dev.ssot.engine.wording;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;

/** Writes where a call site is, in the form that people and editors know. */
public final class SiteText {
  private SiteText() {}

  /** Names the caller: {@code com.acme.ws.ChatSocket.open}. */
  public static String caller(SiteSnapshot site) {
    return Printable.escape(named(site, site.className));
  }

  /** Names the caller without its package: {@code ChatSocket.open}. */
  public static String simpleCaller(SiteSnapshot site) {
    return Printable.escape(named(site, ClassNames.simple(site.className)));
  }

  /**
   * Names a site without a place, and so without a method, by a single word: {@code unattributed}.
   */
  private static String named(SiteSnapshot site, String className) {
    return site.kind == Kind.UNATTRIBUTED ? className : className + "." + site.method;
  }

  /** Returns {@code ChatSocket.java:41}, as far as it is known. */
  public static String location(SiteSnapshot site) {
    if (site.file == null) {
      return site.line < 0 ? "" : "line " + site.line;
    }
    return Printable.escape(site.line < 0 ? site.file : site.file + ":" + site.line);
  }

  /**
   * Returns where the object was constructed on behalf of the site, {@code via OkHttpClient.kt:82};
   * empty if it was there itself.
   */
  public static String via(SiteSnapshot site) {
    if (site.via == null) {
      return "";
    }
    StackTraceElement via = site.via;
    boolean known = via.getFileName() != null && via.getLineNumber() >= 0;
    return Printable.escape(
        "via "
            + (known
                ? via.getFileName() + ":" + via.getLineNumber()
                : ClassNames.simple(via.getClassName()) + "." + via.getMethodName()));
  }

  /** Returns the location, or the caller where no location is known. */
  public static String shortest(SiteSnapshot site) {
    String location = location(site);
    return location.isEmpty() ? caller(site) : location;
  }

  /** Returns the location of a construction that was seen only in a class file. */
  public static String of(TargetSnapshot.NotWoven notWoven) {
    String line = notWoven.line < 0 ? "" : ":" + notWoven.line;
    return Printable.escape(notWoven.className + "." + notWoven.method + line);
  }

  /**
   * Returns the location below a source root, as far as a class file tells it: {@code
   * com/acme/ws/ChatSocket.java:41}.
   */
  public static String path(SiteSnapshot site) {
    if (site.file == null) {
      return shortest(site);
    }
    String folders = ClassNames.packagePrefix(site.className).replace('.', '/');
    return Printable.escape(folders) + location(site);
  }
}

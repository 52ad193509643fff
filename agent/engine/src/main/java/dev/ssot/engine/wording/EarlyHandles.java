package dev.ssot.engine.wording;

/**
 * What becomes of call sites that call a method handle from before the JDK had its hooks, which it
 * has since a mode first redirected. Whether they keep that handle is not known.
 */
public final class EarlyHandles {
  /** What a table says beside such a site. */
  static final String IN_TABLE = "a kept handle only after a start in enforce";

  private static final String CONSTRUCTS =
      " constructs on after a switch, if it is kept; a start in enforce redirects it";

  private EarlyHandles() {}

  /** Says what a line about one site has to add. */
  public static String ofOne() {
    return ", but its method handle" + CONSTRUCTS;
  }

  /** Says how many of several sites are concerned; nothing if none is. */
  public static String among(int sites) {
    return sites == 0
        ? ""
        : " ("
            + Printable.count(sites, "call site")
            + " by a method handle, which"
            + CONSTRUCTS
            + ")";
  }
}

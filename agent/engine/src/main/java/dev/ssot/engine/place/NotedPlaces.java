package dev.ssot.engine.place;

/**
 * Call sites of which the class file told something that makes the agent careful with them. They
 * are known before the first of them is linked.
 */
public final class NotedPlaces {
  private final PlaceSet places = new PlaceSet();
  private volatile boolean full;

  /**
   * Notes a place.
   *
   * @param line of the {@code new}; -1 without debug information
   */
  public void add(String className, String method, int line) {
    if (!places.add(className, method, line)) {
      full = true;
    }
  }

  /** Tells whether the place was noted; beyond the bound, every place counts as noted. */
  public boolean contains(Location site) {
    return full || places.contains(site.className, site.method, site.line);
  }
}

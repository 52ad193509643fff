package dev.ssot.engine.weave.site;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The constructions that were woven and have not been used yet, by their number. */
public final class WovenSites {
  private final ConcurrentMap<Integer, WovenSite> byId = new ConcurrentHashMap<>();

  /** Adds a construction. */
  public void add(int id, WovenSite site) {
    byId.put(id, site);
  }

  /** Returns a construction; null if it was removed. */
  public WovenSite get(int id) {
    return byId.get(id);
  }

  /** Forgets a construction that was used. */
  public void remove(int id) {
    byId.remove(id);
  }
}

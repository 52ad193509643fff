package dev.ssot.engine.dispatch;

import dev.ssot.engine.ledger.PlainSite;
import dev.ssot.engine.ledger.Site;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The linked sites by their number in the dispatch class. The ledger holds them. */
final class LinkedSites {
  private final ConcurrentMap<Integer, WeakReference<PlainSite>> byId = new ConcurrentHashMap<>();

  /**
   * Links the number of a woven instruction to its site.
   *
   * @param id 0 if it has none
   */
  PlainSite of(Site site, int id) {
    PlainSite plain = site.plain(id);
    byId.put(id, new WeakReference<>(plain));
    return plain;
  }

  /** Takes note that the hook of a constructor took the mark of that site. */
  void hookRan(int id) {
    PlainSite site = find(id);
    if (site != null) {
      site.hookRan();
    }
  }

  /** Counts a completed construction that is looked at. */
  void constructed(Object made, int id) {
    PlainSite site = find(id);
    if (site != null) {
      site.site.countConstruction(made);
    }
  }

  /** Counts a construction whose constructor threw. */
  void failed(int id) {
    PlainSite site = find(id);
    if (site != null) {
      site.failed();
    }
  }

  /** Finds a site; null if it was not linked, or is forgotten. */
  PlainSite find(int id) {
    WeakReference<PlainSite> known = byId.get(id);
    return known == null ? null : known.get();
  }
}

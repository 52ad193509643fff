package dev.ssot.engine.transform;

import dev.ssot.engine.ledger.WeakIdentityMap;
import dev.ssot.engine.place.OnBehalf;
import dev.ssot.engine.weave.site.SiteIds;
import dev.ssot.engine.weave.site.WovenSite;
import dev.ssot.engine.weave.site.WovenSites;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Numbers constructions by class loader and place, so that a class that is woven once more gets the
 * numbers that code which still runs has.
 */
final class LoaderSiteIds {
  private final WeakIdentityMap<ClassLoader, ConcurrentMap<String, Integer>> byLoader =
      new WeakIdentityMap<>();

  private final ConcurrentMap<String, Integer> ofBootLoader = new ConcurrentHashMap<>();
  private final WovenSites sites;

  LoaderSiteIds(WovenSites sites) {
    this.sites = sites;
  }

  /**
   * Returns the numbers of a class.
   *
   * @param own whether it is the application's own code
   */
  SiteIds of(ClassLoader loader, boolean own) {
    return new Numbers(sites, byPlace(loader), own);
  }

  private ConcurrentMap<String, Integer> byPlace(ClassLoader loader) {
    if (loader == null) {
      return ofBootLoader;
    }
    ConcurrentMap<String, Integer> known = byLoader.get(loader);
    return known == null ? byLoader.getOrPut(loader, new ConcurrentHashMap<>()) : known;
  }

  /** Tells whether a site constructs on behalf of others. */
  static boolean isElsewhere(WovenSite site, boolean own) {
    return OnBehalf.constructs(site.className(), site.method(), site.target(), own);
  }

  private static final class Numbers implements SiteIds {
    private final ConcurrentMap<String, Integer> byPlace;
    private final WovenSites sites;
    private final boolean own;

    Numbers(WovenSites sites, ConcurrentMap<String, Integer> byPlace, boolean own) {
      this.sites = sites;
      this.byPlace = byPlace;
      this.own = own;
    }

    @Override
    public int of(WovenSite site) {
      String place = site.toString();
      Integer known = byPlace.get(place);
      if (known == null) {
        Integer fresh = SsotDispatch.newSite();
        Integer raced = byPlace.putIfAbsent(place, fresh);
        known = raced == null ? fresh : raced;
        sites.add(known, isElsewhere(site, own) ? site.asElsewhere() : site);
      }
      return known;
    }
  }
}

package dev.ssot.engine.transform;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.engine.ledger.WeakIdentityMap;
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
  private final WeakIdentityMap<ClassLoader, Numbers> byLoader = new WeakIdentityMap<>();
  private final WovenSites sites;
  private final Numbers ofBootLoader;

  LoaderSiteIds(WovenSites sites) {
    this.sites = sites;
    this.ofBootLoader = new Numbers(sites, new ConcurrentHashMap<>(), false);
  }

  /**
   * Returns the numbers of a class.
   *
   * @param own whether it is the application's own code
   */
  SiteIds of(ClassLoader loader, boolean own) {
    return new Numbers(sites, of(loader).byPlace, own);
  }

  private Numbers of(ClassLoader loader) {
    if (loader == null) {
      return ofBootLoader;
    }
    Numbers known = byLoader.get(loader);
    return known == null
        ? byLoader.getOrPut(loader, new Numbers(sites, new ConcurrentHashMap<>(), false))
        : known;
  }

  /**
   * Tells whether a site constructs on behalf of others: it is in a library, in the target or in a
   * class nested in it. A constructor of the target that constructs another one does so for itself:
   * on a stack, it would be taken for one that calls another by {@code this(…)}.
   */
  static boolean isElsewhere(WovenSite site, boolean own) {
    boolean constructor = site.method().equals("<init>") && site.className().equals(site.target());
    return !constructor && (!own || ClassNames.isWithin(site.className(), site.target()));
  }

  private static final class Numbers implements SiteIds {
    final ConcurrentMap<String, Integer> byPlace;
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

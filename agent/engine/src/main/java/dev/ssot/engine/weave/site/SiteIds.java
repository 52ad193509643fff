package dev.ssot.engine.weave.site;

/** Numbers the constructions that are woven, for {@link SsotDispatch#constructs}. */
public interface SiteIds {
  /** Gives all constructions the same number. */
  SiteIds SAME =
      new SiteIds() {
        @Override
        public int of(WovenSite site) {
          return 1;
        }
      };

  /** Returns the number of a construction, the same each time; 0 if it gets none. */
  int of(WovenSite site);
}

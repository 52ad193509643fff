package dev.ssot.engine.dispatch;

import dev.ssot.engine.detect.Kind;
import dev.ssot.engine.detect.Location;
import dev.ssot.engine.detect.Site;
import dev.ssot.engine.detect.Target;
import dev.ssot.engine.redirect.Answer;
import dev.ssot.engine.redirect.Redirects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Call sites in class files without {@code invokedynamic}. Nothing is linked there: each
 * construction brings the constant that tells its place.
 */
final class OldSites {
  /** Generated callers may be without number; beyond it, places are parsed each time. */
  private static final int BOUND = 10_000;

  private final Redirects redirects;

  /** By their constant: the string is interned. */
  private final ConcurrentMap<String, Location> places = new ConcurrentHashMap<String, Location>();

  OldSites(Redirects redirects) {
    this.redirects = redirects;
  }

  /** See {@link SsotDispatch#constructed}. */
  void constructed(Object made, Target target, String facts) {
    Site site = target.site(place(facts));
    if (site.isCounted()) {
      site.countConstruction(made);
      site.target.events.constructed(site);
    }
  }

  /**
   * See {@link SsotDispatch#instead}. Only those without arguments ask; the others are counted.
   *
   * @param type as the caller sees it
   */
  Answer answer(Target target, Class<?> type, String facts) {
    Site site = target.site(place(facts));
    if (!site.isLinked()) {
      site.markLinked();
    }
    Answer answer = redirects.instead(site, type, null);
    return answer.refusal() != null || type.isInstance(answer.instance())
        ? answer
        : Answer.CONSTRUCT;
  }

  private Location place(String facts) {
    Location place = places.get(facts);
    if (place == null) {
      place = parse(facts);
      if (places.size() < BOUND) {
        places.put(facts, place);
      }
    }
    return place;
  }

  /** Caller class, then the facts, counted from their end. */
  private static Location parse(String facts) {
    String[] parts = facts.split("\n", -1);
    int end = parts.length;
    return Location.woven(
        parts[0],
        parts[end - EngineDispatch.METHOD],
        parts[end - EngineDispatch.DESCRIPTOR],
        Integer.parseInt(parts[end - EngineDispatch.ORDINAL]),
        parts[end - EngineDispatch.FILE],
        Integer.parseInt(parts[end - EngineDispatch.LINE]),
        Kind.NEW);
  }
}

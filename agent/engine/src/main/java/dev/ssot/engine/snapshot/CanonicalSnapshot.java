package dev.ssot.engine.snapshot;

import dev.ssot.engine.place.Reason;
import java.time.Instant;

/** What is known of the instance that everyone should share. */
public final class CanonicalSnapshot {
  /** {@code auto}, {@code first} or {@code option}. */
  public String source;

  /** {@code com.acme.RedisManager#getInstance()}; null if nothing unique was found. */
  public String description;

  /** Whether the instance itself is known. */
  public boolean resolved;

  /** {@code System.identityHashCode} in hexadecimal; null unless resolved. */
  public String identity;

  /** Whether call sites share a stand-in, until the application has made its own instance. */
  public boolean standIn;

  /** What is to be mended before the instance can be known; null if nothing is. */
  public Reason reason;

  /** {@code File.java:line} of its construction; null if that was not seen. */
  public String birthSite;

  /** Null if not seen. */
  public Instant birthAt;

  /** The expression to write in the source instead of {@code new}; null if unknown. */
  public String replacement;

  /**
   * Says whether no call site can be redirected until somebody mends what {@link #reason} names.
   */
  public boolean isUnusable() {
    return (reason == Reason.CANONICAL_ABSENT && !standIn)
        || reason == Reason.CANONICAL_FACTORY
        || isNotToBeHad();
  }

  /** Says whether there is no instance because nobody has named or made one. */
  public boolean isNotToBeHad() {
    return reason == Reason.CANONICAL_UNKNOWN || reason == Reason.CANONICAL_NOT_MADE;
  }

  /** Says whether the instance to share is the first one constructed. */
  public boolean isFirst() {
    return "first".equals(source);
  }
}

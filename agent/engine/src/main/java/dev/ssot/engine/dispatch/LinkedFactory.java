package dev.ssot.engine.dispatch;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import dev.ssot.engine.place.Passed;
import dev.ssot.engine.weave.site.WovenSite;
import java.lang.ref.WeakReference;

/** A woven call that may make a target, and what was seen of it. */
final class LinkedFactory {
  /** One of that many other objects is remembered. */
  private static final int OTHERS = 16;

  final int id;
  final Location place;
  private final WovenSite woven;
  private final WeakReference<Class<?>> caller;

  /** Null before the call has handed out a target. */
  private volatile Bound bound;

  /** Null before the call was seen to make a target. */
  volatile Site site;

  /** The class of what it has made, where that is not the target; else null. */
  private volatile WeakReference<Class<?>> madeClass;

  /** How often in a row the call made nothing. Not exact, which does no harm. */
  int idle;

  /** How often it has handed out another object than the one that is remembered; as exact. */
  private int others;

  LinkedFactory(int id, WovenSite woven, Class<?> caller) {
    this.id = id;
    this.woven = woven;
    this.caller = new WeakReference<>(caller);
    this.place = woven.facts().location(woven.className(), Kind.FACTORY);
  }

  /** Returns the class whose code calls; null if it is gone. */
  Class<?> caller() {
    return caller.get();
  }

  /**
   * Remembers what it hands out, if it is time: a call that hands out several objects in turn would
   * write for nothing, to what other threads read.
   */
  void remember(WeakReference<Object> known) {
    if (others++ % OTHERS == 0) {
      SsotDispatch.setLast(id, known);
    }
  }

  /** Returns the binary name of the target. */
  String targetName() {
    return woven.target();
  }

  /** Returns the binary name of the class whose method is called. */
  String owner() {
    return woven.factory().owner();
  }

  /** Tells whether the call is in the application's own code. */
  boolean isInApplication() {
    return woven.factory().isInApplication();
  }

  /** Tells whether the method hands out what exists, by its name. */
  boolean isGetter() {
    return woven.factory().method().startsWith("get");
  }

  boolean isNamed() {
    return woven.factory().isNamed();
  }

  Passed passed() {
    return woven.factory().passed();
  }

  /** Returns what tells it from all other calls, those of the same class elsewhere included. */
  String key() {
    return place + "|" + woven.method() + woven.descriptor() + woven.ordinal() + " factory@" + id;
  }

  /** Returns what tells the method that it calls from all others. */
  String signature() {
    return woven.factory().signature();
  }

  void bind(Target target, Class<?> type) {
    bound = new Bound(target, type);
  }

  /** Notes what the call has made as the target, which is a supertype of it. */
  void made(Site at, Class<?> type) {
    madeClass = new WeakReference<>(type);
    site = at;
  }

  /** Returns the class of what it has made last as a supertype; null if it has not. */
  Class<?> madeClass() {
    WeakReference<Class<?>> known = madeClass;
    return known == null ? null : known.get();
  }

  /** Returns the target that it hands out; null before it is known. */
  Target target() {
    Bound known = bound;
    return known == null ? null : known.target;
  }

  /** Returns the class of that target; null before it is known, or if it is gone. */
  Class<?> type() {
    Bound known = bound;
    return known == null ? null : known.type.get();
  }

  private static final class Bound {
    final Target target;
    final WeakReference<Class<?>> type;

    Bound(Target target, Class<?> type) {
      this.target = target;
      this.type = new WeakReference<>(type);
    }
  }
}

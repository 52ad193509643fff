package dev.ssot.engine.dispatch;

import dev.ssot.engine.ledger.PlainSite;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.redirect.Answer;
import dev.ssot.engine.redirect.Redirects;
import dev.ssot.engine.stack.Stopped;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SwitchPoint;
import java.util.Arrays;

/**
 * A call site that is to be redirected and asks each time, because the canonical instance is not
 * known yet or depends on the arguments. Without an answer it constructs, and reports the new
 * object.
 */
final class RedirectedSite {
  private static final MethodHandle OBTAIN;
  private static final MethodHandle CONSTRUCTED;
  private static final MethodHandle ABANDONED;
  private static final MethodHandle IS_TO_CONSTRUCT;
  private static final MethodHandle INSTANCE;

  static {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    try {
      OBTAIN =
          lookup.findVirtual(
              RedirectedSite.class, "obtain", MethodType.methodType(Answer.class, Object[].class));
      CONSTRUCTED =
          lookup.findVirtual(
              RedirectedSite.class,
              "constructed",
              MethodType.methodType(Object.class, Object.class, Answer.class));
      ABANDONED =
          lookup.findVirtual(RedirectedSite.class, "abandoned", MethodType.methodType(void.class));
      IS_TO_CONSTRUCT =
          lookup.findVirtual(Answer.class, "isToConstruct", MethodType.methodType(boolean.class));
      INSTANCE = lookup.findVirtual(Answer.class, "instance", MethodType.methodType(Object.class));
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private final MethodHandle constructor;
  private final MethodType type;
  private final PlainSite plain;
  private final Site site;
  private final Redirects redirects;
  private final ConstructionSite linked;
  private final SwitchPoint until;
  private final boolean keyed;
  private final Instruction own;

  /**
   * @param keyed whether the answer depends on the arguments
   * @param own if the site shares with itself alone; null if it shares with others
   */
  RedirectedSite(
      MethodHandle constructor,
      PlainSite plain,
      Redirects redirects,
      ConstructionSite linked,
      boolean keyed,
      Instruction own,
      SwitchPoint until) {
    this.own = own;
    this.constructor = constructor;
    this.type = constructor.type();
    this.plain = plain;
    this.site = plain.site;
    this.redirects = redirects;
    this.linked = linked;
    this.until = until;
    this.keyed = keyed;
  }

  MethodHandle handle() {
    Class<?> made = type.returnType();
    MethodHandle answer =
        MethodHandles.dropArguments(
            MethodHandles.filterReturnValue(INSTANCE, Casts.to(made)), 1, type.parameterArray());
    MethodHandle choose = MethodHandles.guardWithTest(IS_TO_CONSTRUCT, constructing(), answer);
    MethodHandle obtain = OBTAIN.bindTo(this).asCollector(Object[].class, type.parameterCount());
    return MethodHandles.foldArguments(choose, obtain.asType(type.changeReturnType(Answer.class)));
  }

  /**
   * Constructs and counts as usual, then reports the object. The handle takes the answer before the
   * arguments.
   */
  private MethodHandle constructing() {
    Class<?> made = type.returnType();
    MethodHandle abandon =
        MethodHandles.foldArguments(
            MethodHandles.throwException(made, Throwable.class),
            MethodHandles.dropArguments(ABANDONED.bindTo(this), 0, Throwable.class));
    MethodHandle construct =
        MethodHandles.catchException(
            ConstructionHandles.counted(constructor, plain), Throwable.class, abandon);
    MethodHandle tell =
        CONSTRUCTED.bindTo(this).asType(MethodType.methodType(made, made, Answer.class));
    if (!isApart()) { // two more parameters would be too many for the longest constructors
      MethodHandle told = MethodHandles.insertArguments(tell, 1, Answer.CONSTRUCT);
      return MethodHandles.dropArguments(
          MethodHandles.filterReturnValue(construct, told), 0, Answer.class);
    }
    return MethodHandles.foldArguments(
        MethodHandles.dropArguments(tell, 2, type.parameterArray()),
        MethodHandles.dropArguments(construct, 0, Answer.class));
  }

  Answer obtain(Object[] arguments) {
    try {
      Object[] key = isApart() ? key(arguments) : null;
      Answer answer = own == null ? obtainOf(key) : obtainOwn(key);
      if (!answer.isToConstruct() && key == null && redirects.isSettled(site, answer.instance())) {
        MethodHandle otherwise = redirects.mayRunInProvider(site) ? handle() : null;
        linked.answerWith(answer.instance(), otherwise, until);
      }
      return answer;
    } catch (RuntimeException | Error failed) {
      Stopped.rethrow(failed);
      site.failed(failed);
      return Answer.CONSTRUCT;
    }
  }

  private Answer obtainOf(Object[] key) {
    return redirects.obtain(site, type.returnType(), key);
  }

  private Answer obtainOwn(Object[] key) {
    Class<?> caller = own.caller();
    return caller == null
        ? Answer.CONSTRUCT
        : redirects.obtainOwn(site, type.returnType(), caller, key);
  }

  /** Tells whether what is shared here is not the canonical instance. */
  private boolean isApart() {
    return keyed || own != null;
  }

  /**
   * Adds the parameter types to the key, as equal values (above all null) may belong to different
   * constructors.
   */
  private Object[] key(Object[] arguments) {
    String place = own == null ? null : site.location + "|" + own;
    if (!keyed) {
      return new Object[] {place};
    }
    Object[] key = Arrays.copyOf(arguments, arguments.length + 2);
    key[arguments.length] = type.parameterArray();
    key[arguments.length + 1] = place;
    return key;
  }

  Object constructed(Object made, Answer answer) {
    try {
      if (!isApart() || answer.isPending()) {
        redirects.constructed(site, made, answer);
      }
    } catch (RuntimeException | Error failed) {
      Stopped.rethrow(failed);
      site.failed(failed);
    }
    return made;
  }

  void abandoned() {
    try {
      redirects.abandoned(site);
    } catch (RuntimeException | Error failed) {
      Stopped.rethrow(failed);
      site.failed(failed);
    }
  }
}

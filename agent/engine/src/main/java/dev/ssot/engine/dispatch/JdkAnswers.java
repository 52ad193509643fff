package dev.ssot.engine.dispatch;

import dev.ssot.engine.detect.DetectionListener;
import dev.ssot.engine.detect.Kind;
import dev.ssot.engine.detect.Site;
import dev.ssot.engine.detect.StackSites;
import dev.ssot.engine.detect.Target;
import dev.ssot.engine.detect.Targets;
import java.io.Externalizable;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Constructor;
import java.util.function.BooleanSupplier;

/**
 * Answers for the hooks in the JDK: reflection, method handles, deserialization. Runs for every
 * reflective construction of the application, on its threads; what is no target goes its way after
 * a scan of a few numbers.
 */
final class JdkAnswers {
  private final Targets targets;
  private final DetectionListener listener;
  private final Answers answers;
  private final BooleanSupplier redirecting;
  private final WrappedHandles handles = new WrappedHandles();

  /** On a thread for as long as it decides: what it runs may itself come by here. */
  private final ThreadLocal<Boolean> deciding = new ThreadLocal<Boolean>();

  /**
   * @param redirecting whether any mode may answer otherwise than by constructing
   */
  @SuppressWarnings("MissingSummary") // the class says it
  JdkAnswers(
      Targets targets, DetectionListener listener, Answers answers, BooleanSupplier redirecting) {
    this.targets = targets;
    this.listener = listener;
    this.answers = answers;
    this.redirecting = redirecting;
  }

  /**
   * See {@link SsotDispatch#reflected}.
   *
   * @param constructor null if it is one that reflection made for serialization
   */
  Object reflected(Constructor<?> constructor, Object[] arguments) throws Throwable {
    Target target = constructor == null ? null : targets.known(constructor.getDeclaringClass());
    if (target == null || !redirecting.getAsBoolean()) {
      return null;
    }
    return ReflectiveArguments.fit(constructor.getParameterTypes(), arguments)
        ? constructed(target, constructor.getDeclaringClass(), arguments)
        : null;
  }

  /** See {@link SsotDispatch#handle}. */
  MethodHandle wrap(MethodHandle found) {
    Class<?> made = found.type().returnType();
    Target target = targets.known(made);
    if (target == null || StackSites.isAskedByTheJdk(target)) {
      return found;
    }
    return handles.wrap(found, arguments -> handled(target, made, arguments));
  }

  /** See {@link SsotDispatch#original}. */
  MethodHandle unwrap(MethodHandle handle) {
    return handles.unwrap(handle);
  }

  /** Throws what the application is to get; whatever fails of ours constructs. */
  private Object handled(Target target, Class<?> made, Object[] arguments) {
    Object answer = null;
    try {
      answer = redirecting.getAsBoolean() ? constructed(target, made, arguments) : null;
    } catch (Throwable failed) {
      listener.failed(failed);
    }
    if (answer instanceof IllegalStateException) {
      throw (IllegalStateException) answer;
    }
    return answer;
  }

  /** Asks for what a constructor is about to make. */
  private Object constructed(Target target, Class<?> made, Object[] arguments) throws Throwable {
    Site site = StackSites.of(target);
    // Externalizable: the JDK constructs, then fills. It will ask again for what was read.
    return site.location.kind == Kind.DESERIALIZATION ? null : decide(site, made, arguments);
  }

  /** See {@link SsotDispatch#resolves}. */
  boolean resolves(Class<?> type) {
    return type != null && targets.known(type) != null;
  }

  /**
   * See {@link SsotDispatch#resolve}. What is kept is counted here, as no constructor has run for
   * it.
   */
  Object deserialized(Object read) throws Throwable {
    Class<?> type = read.getClass();
    Target target = targets.known(type);
    if (target == null) {
      return null;
    }
    Site site = StackSites.of(target);
    Object answer = redirecting.getAsBoolean() ? decide(site, type, null) : null;
    if (answer == null && !wasConstructed(target, type) && site.isCounted()) {
      site.countConstruction(read);
    }
    return answer;
  }

  private static boolean wasConstructed(Target target, Class<?> type) {
    Class<?> parent = type.getSuperclass();
    boolean isRecord = parent != null && parent.getName().equals("java.lang.Record");
    return target.isHooked() && (isRecord || Externalizable.class.isAssignableFrom(type));
  }

  private Object decide(Site site, Class<?> made, Object[] arguments) throws Throwable {
    if (deciding.get() != null) {
      return null;
    }
    deciding.set(Boolean.TRUE);
    try {
      Object answer = answers.instead(site, made, arguments);
      boolean usable = answer instanceof IllegalStateException || isExactly(made, answer);
      return usable ? answer : null;
    } finally {
      deciding.remove();
    }
  }

  private static boolean isExactly(Class<?> made, Object answer) {
    return answer != null && answer.getClass() == made;
  }
}

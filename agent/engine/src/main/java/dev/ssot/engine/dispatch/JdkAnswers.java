package dev.ssot.engine.dispatch;

import dev.ssot.engine.attribution.CallerSites;
import dev.ssot.engine.ledger.DetectionListener;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.redirect.Answer;
import dev.ssot.engine.stack.Stopped;
import java.io.Externalizable;
import java.lang.invoke.MethodHandle;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Answers for the hooks in the JDK: reflection, method handles, deserialization. Runs for every
 * reflective construction of the application, on its threads. For a class that is no target, it
 * returns after a scan of a few numbers.
 */
final class JdkAnswers implements Consumer<Site> {
  private final Targets targets;
  private final DetectionListener listener;
  private final Answers answers;
  private final WrappedHandles handles;

  /** Set while a thread decides, as the code that it runs may use the same hooks. */
  private final ThreadLocal<Boolean> deciding = new ThreadLocal<>();

  /**
   * The site whose handle has asked on this thread and goes on to construct; this object if it
   * would have asked, had any mode redirected. Weak, as the thread may outlive the engine.
   */
  @SuppressWarnings("ThreadLocalUsage") // there is one of an engine
  private final ThreadLocal<WeakReference<Object>> asked = new ThreadLocal<>();

  JdkAnswers(Targets targets, DetectionListener listener, Answers answers, GivenHandles given) {
    this.targets = targets;
    this.listener = listener;
    this.answers = answers;
    this.handles = new WrappedHandles(given);
  }

  /**
   * Answers {@link SsotDispatch#reflected}.
   *
   * @param constructor null if reflection made it for serialization
   */
  Answer reflected(Constructor<?> constructor, Object[] arguments) throws Throwable {
    Target target = constructor == null ? null : targets.known(constructor.getDeclaringClass());
    if (target == null || !answers.isActive()) {
      return Answer.CONSTRUCT;
    }
    return ReflectiveArguments.fit(constructor.getParameterTypes(), arguments)
        ? constructed(target, constructor.getDeclaringClass(), arguments)
        : Answer.CONSTRUCT;
  }

  /** Implements {@link SsotDispatch#handle}. */
  MethodHandle wrap(MethodHandle found) {
    Class<?> made = found.type().returnType();
    Target target = targets.known(made);
    if (target == null || CallerSites.isAskedByReflection(target)) {
      return found;
    }
    return handles.wrap(found, question(target, made));
  }

  /** Asks without a lambda, as the first one of a JVM takes long. */
  private Function<Object[], Object> question(Target target, Class<?> made) {
    return new Function<Object[], Object>() {
      @Override
      public Object apply(Object[] arguments) {
        return handled(target, made, arguments);
      }
    };
  }

  /** Implements {@link SsotDispatch#original}. */
  MethodHandle unwrap(MethodHandle handle) {
    return handles.unwrap(handle);
  }

  /**
   * Throws what the application is meant to get. If the engine itself fails, the handle constructs.
   */
  private Object handled(Target target, Class<?> made, Object[] arguments) {
    Answer answer = null;
    try {
      if (answers.isActive()) {
        answer = asked(target, made, arguments);
      } else {
        asked.set(new WeakReference<>(this));
      }
    } catch (Throwable failed) {
      Stopped.rethrow(failed);
      listener.failed(failed);
    }
    if (answer == null) {
      return null;
    }
    if (answer.refusal() != null) {
      throw answer.refusal();
    }
    return answer.instance();
  }

  private Answer asked(Target target, Class<?> made, Object[] arguments) throws Throwable {
    Site site = CallerSites.of(target, made);
    if (site.isCalledByOlderHandle() || site.isCalledByEarlyHandle()) {
      site.noteOlderHandle(false);
      site.noteEarlyHandle(false);
    }
    Answer answer = answer(site, made, arguments);
    if (answer.isToConstruct()) {
      asked.set(new WeakReference<>(site));
    }
    return answer;
  }

  /**
   * Takes note that no woven call has constructed. A handle that did not ask, though handles do
   * since a mode redirects, was looked up before that. Before any mode has redirected, no handle
   * asks, and those that are kept never will.
   */
  @Override
  public void accept(Site site) {
    if (site.location.kind != Kind.METHOD_HANDLE) {
      return;
    }
    WeakReference<Object> last = asked.get();
    Object who = last == null ? null : last.get();
    asked.remove();
    if (who == site || who == this) {
      return;
    }
    if (!answers.isActive()) {
      site.noteEarlyHandle(true);
    } else if (!site.isCalledByOlderHandle()) {
      site.noteOlderHandle(true);
    }
  }

  /** Asks for the answer to a construction that is about to run. */
  private Answer constructed(Target target, Class<?> made, Object[] arguments) throws Throwable {
    return answer(CallerSites.of(target, made), made, arguments);
  }

  private Answer answer(Site site, Class<?> made, Object[] arguments) throws Throwable {
    // The JDK constructs an Externalizable and then fills it. It will ask again for the object that
    // was read.
    return site.location.kind == Kind.DESERIALIZATION
        ? Answer.CONSTRUCT
        : decide(site, made, arguments);
  }

  /** Implements {@link SsotDispatch#resolves}. */
  boolean resolves(Class<?> type) {
    return type != null && targets.known(type) != null;
  }

  /**
   * Answers {@link SsotDispatch#resolve}. Counts an object that is kept, as no constructor has run
   * for it.
   */
  Answer deserialized(Object read) throws Throwable {
    Class<?> type = read.getClass();
    Target target = targets.known(type);
    if (target == null) {
      return Answer.CONSTRUCT;
    }
    Site site = CallerSites.of(target, type);
    Answer answer = answers.isActive() ? decide(site, type, null) : Answer.CONSTRUCT;
    if (answer.isToConstruct() && !wasConstructed(target, type) && site.isCounted()) {
      site.countConstruction(read);
    }
    return answer;
  }

  private static boolean wasConstructed(Target target, Class<?> type) {
    Class<?> parent = type.getSuperclass();
    boolean isRecord = parent != null && parent.getName().equals("java.lang.Record");
    return target.isHooked() && (isRecord || Externalizable.class.isAssignableFrom(type));
  }

  private Answer decide(Site site, Class<?> made, Object[] arguments) throws Throwable {
    if (deciding.get() != null) {
      return Answer.CONSTRUCT;
    }
    deciding.set(Boolean.TRUE);
    try {
      Answer answer = answers.instead(site, made, arguments);
      boolean usable = answer.refusal() != null || isExactly(made, answer.instance());
      return usable ? answer : Answer.CONSTRUCT;
    } finally {
      deciding.remove();
    }
  }

  private static boolean isExactly(Class<?> made, Object instance) {
    return instance != null && instance.getClass() == made;
  }
}

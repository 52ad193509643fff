package dev.ssot.engine.dispatch;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.function.Function;

/** Handles of constructors that ask before they construct, and what they were before. */
final class WrappedHandles {
  /** Fewer than the 255 slots of a call, to leave room for the answer and for what the JDK adds. */
  private static final int MOST_PARAMETERS = 250;

  private static final MethodHandle ASK;
  private static final MethodHandle IS_NULL;

  static {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    try {
      ASK =
          lookup.findVirtual(
              Function.class, "apply", MethodType.methodType(Object.class, Object.class));
      IS_NULL =
          lookup.findStatic(
              Objects.class, "isNull", MethodType.methodType(boolean.class, Object.class));
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /** Handles compare by identity. A wrapper holds its original; the map holds neither. */
  private final Map<MethodHandle, WeakReference<MethodHandle>> originals =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final GivenHandles given;

  WrappedHandles(GivenHandles given) {
    this.given = given;
  }

  /**
   * Makes a handle of the same type and variable arity.
   *
   * @param answer asked with the arguments, boxed, before each construction; null constructs
   */
  MethodHandle wrap(MethodHandle constructor, Function<Object[], Object> answer) {
    MethodType type = constructor.type();
    if (type.parameterCount() > MOST_PARAMETERS) {
      return constructor;
    }
    MethodHandle plain = constructor.asFixedArity();
    Wrapper wrapper = new Wrapper(plain, answer);
    given.add(wrapper);
    MethodHandle asking = wrapper.site.dynamicInvoker();
    originals.put(asking, new WeakReference<>(plain));
    if (!constructor.isVarargsCollector()) {
      return asking;
    }
    MethodHandle collecting =
        asking.asVarargsCollector(type.parameterType(type.parameterCount() - 1));
    originals.put(collecting, new WeakReference<>(constructor));
    return collecting;
  }

  /** Returns what was wrapped; the handle itself if it is no wrapper. */
  MethodHandle unwrap(MethodHandle handle) {
    WeakReference<MethodHandle> original = originals.get(handle);
    MethodHandle found = original == null ? null : original.get();
    return found == null ? handle : found;
  }

  private static MethodHandle asking(MethodHandle constructor, Function<Object[], Object> answer) {
    MethodType type = constructor.type();
    Class<?> made = type.returnType();
    MethodHandle ask =
        ASK.bindTo(answer)
            .asType(MethodType.methodType(Object.class, Object[].class))
            .asCollector(Object[].class, type.parameterCount())
            .asType(type.changeReturnType(Object.class));
    MethodHandle answered = Casts.to(made);
    return MethodHandles.foldArguments(
        MethodHandles.guardWithTest(
            IS_NULL,
            MethodHandles.dropArguments(constructor, 0, Object.class),
            MethodHandles.dropArguments(answered, 1, type.parameterList())),
        ask);
  }

  /** A handle that asks, until the engine goes. Its site holds it, and the handle the site. */
  private static final class Wrapper implements Function<Object[], Object>, GivenHandles.Given {
    final MutableCallSite site;
    private final MethodHandle constructor;
    private final Function<Object[], Object> answer;

    Wrapper(MethodHandle constructor, Function<Object[], Object> answer) {
      this.constructor = constructor;
      this.answer = answer;
      this.site = new MutableCallSite(asking(constructor, this));
    }

    @Override
    public Object apply(Object[] arguments) {
      return answer.apply(arguments);
    }

    @Override
    public void release() {
      site.setTarget(constructor);
    }
  }
}

package dev.ssot.bootstrap.start;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A JVM that has loaded a few classes, and tells which of them were retransformed. */
final class FakeInstrumentation implements InvocationHandler {
  final BlockingQueue<Class<?>> retransformed = new LinkedBlockingQueue<>();

  private final Class<?>[] loaded;

  private FakeInstrumentation(Class<?>... loaded) {
    this.loaded = loaded;
  }

  static FakeInstrumentation of(Class<?>... loaded) {
    return new FakeInstrumentation(loaded);
  }

  Instrumentation proxy() {
    Class<?>[] types = {Instrumentation.class};
    return (Instrumentation) Proxy.newProxyInstance(getClass().getClassLoader(), types, this);
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "getAllLoadedClasses" -> loaded.clone();
      case "isModifiableClass" -> true;
      case "retransformClasses" -> retransform((Class<?>[]) arguments[0]);
      default -> throw new UnsupportedOperationException(method.toString());
    };
  }

  private Object retransform(Class<?>... types) {
    retransformed.addAll(Arrays.asList(types));
    return null;
  }
}

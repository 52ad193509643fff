package dev.ssot.engine.transform;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** Has loaded the classes that it is given, and remembers which ones it is to show once more. */
final class FakeJvm {
  final List<Class<?>> loaded = new ArrayList<>();
  final List<Class<?>> retransformed = new ArrayList<>();

  Instrumentation instrumentation() {
    return (Instrumentation)
        Proxy.newProxyInstance(
            FakeJvm.class.getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getAllLoadedClasses", "getInitiatedClasses" ->
                      loaded.toArray(new Class<?>[0]);
                  case "isModifiableClass" -> !((Class<?>) arguments[0]).isArray();
                  case "retransformClasses" -> {
                    retransformed.addAll(List.of((Class<?>[]) arguments[0]));
                    yield null;
                  }
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}

package dev.ssot.engine.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** An application with a Micrometer of its own, in a loader that sees the JDK and it. */
final class MicrometerApplication implements AutoCloseable {
  private static final String PACKAGE = "io.micrometer.core.instrument.";

  private final URLClassLoader loader;

  private MicrometerApplication(URLClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Starts it with a module of {@code agent/test-software}: {@code micrometer} or {@code
   * micrometer-1.9}.
   */
  static MicrometerApplication with(String libraries) throws IOException {
    try (var files = Files.list(Path.of("../test-software", libraries, "target/jars"))) {
      List<URL> jars = new ArrayList<>();
      for (Path file : files.toList()) {
        jars.add(file.toUri().toURL());
      }
      return new MicrometerApplication(
          new URLClassLoader(jars.toArray(new URL[0]), ClassLoader.getPlatformClassLoader()));
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  ClassLoader loader() {
    return loader;
  }

  Object simpleRegistry() throws ReflectiveOperationException {
    return loader.loadClass(PACKAGE + "simple.SimpleMeterRegistry").getConstructor().newInstance();
  }

  /** A meter of the application's own: it has set its registry up. */
  void count(Object registry) throws ReflectiveOperationException {
    Method counter =
        loader
            .loadClass(PACKAGE + "MeterRegistry")
            .getMethod("counter", String.class, String[].class);
    counter.invoke(registry, "acme.requests", new String[0]);
  }

  /** The value of the one series of that name; null if there is none. */
  Double value(Object registry, String name) throws ReflectiveOperationException {
    Object search = call(registry, "find", String.class, name);
    Object meter = search.getClass().getMethod("meter").invoke(search);
    if (meter == null) {
      return null;
    }
    Iterable<?> measurements =
        (Iterable<?>) loader.loadClass(PACKAGE + "Meter").getMethod("measure").invoke(meter);
    Object first = measurements.iterator().next();
    return (Double) first.getClass().getMethod("getValue").invoke(first);
  }

  /** Of the one series of that name. */
  String tag(Object registry, String name, String key) throws ReflectiveOperationException {
    Object search = call(registry, "find", String.class, name);
    Collection<?> meters = (Collection<?>) search.getClass().getMethod("meters").invoke(search);
    if (meters.size() != 1) {
      throw new AssertionError(meters + " are called " + name);
    }
    Object id = loader.loadClass(PACKAGE + "Meter").getMethod("getId").invoke(meters.toArray()[0]);
    return (String) call(id, "getTag", String.class, key);
  }

  private static Object call(Object on, String name, Class<?> type, Object argument)
      throws ReflectiveOperationException {
    return on.getClass().getMethod(name, type).invoke(on, argument);
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}

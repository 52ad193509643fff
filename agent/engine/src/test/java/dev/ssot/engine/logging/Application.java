package dev.ssot.engine.logging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An application with logging libraries of its own, in a loader that sees the JDK and them. */
final class Application implements AutoCloseable {
  /** What an appender was given. */
  record Received(String level, String logger, String message, Throwable thrown) {}

  private final URLClassLoader loader;

  Application(URLClassLoader loader) {
    this.loader = loader;
  }

  /** Starts it with a module of {@code agent/test-software}: {@code slf4j-1} or {@code slf4j-2}. */
  static Application with(String libraries) {
    return of(jars(libraries, ""));
  }

  static Application withoutBinding(String libraries) {
    return of(jars(libraries, "slf4j-api"));
  }

  static Application withoutSlf4j() {
    return of(new URL[0]);
  }

  private static Application of(URL[] jars) {
    return new Application(new URLClassLoader(jars, ClassLoader.getPlatformClassLoader()));
  }

  static URL[] jars(String libraries, String prefix) {
    try (var files = Files.list(Path.of("../test-software", libraries, "target/jars"))) {
      List<URL> jars = new ArrayList<>();
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith(prefix)) {
          jars.add(file.toUri().toURL());
        }
      }
      return jars.toArray(new URL[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ClassLoader loader() {
    return loader;
  }

  /** As a class does whose code mentions SLF4J: loaded, nothing more. */
  void loadSlf4j() throws ReflectiveOperationException {
    Class.forName("org.slf4j.LoggerFactory", false, loader);
  }

  /** The application's first {@code getLogger}. */
  void bind() throws ReflectiveOperationException {
    logger("com.acme.Main");
  }

  int slf4jState() throws ReflectiveOperationException {
    Field state =
        Class.forName("org.slf4j.LoggerFactory", false, loader)
            .getDeclaredField("INITIALIZATION_STATE");
    state.setAccessible(true);
    return state.getInt(null);
  }

  void setLevel(String logger, String level) throws ReflectiveOperationException {
    Class<?> levels = loader.loadClass("ch.qos.logback.classic.Level");
    Object value = levels.getField(level).get(null);
    Object to = logger(logger);
    to.getClass().getMethod("setLevel", levels).invoke(to, value);
  }

  /** What Spring Boot does until it has configured logging: a turbo filter that denies all. */
  void denyAll() throws ReflectiveOperationException {
    Class<?> type = loader.loadClass("ch.qos.logback.classic.turbo.MarkerFilter");
    Object filter = type.getConstructor().newInstance();
    type.getMethod("setMarker", String.class).invoke(filter, "nobody has this one");
    type.getMethod("setOnMismatch", String.class).invoke(filter, "DENY");
    type.getMethod("start").invoke(filter);
    Object context = context();
    context
        .getClass()
        .getMethod("addTurboFilter", loader.loadClass("ch.qos.logback.classic.turbo.TurboFilter"))
        .invoke(context, filter);
  }

  void denyNothing() throws ReflectiveOperationException {
    Object context = context();
    context.getClass().getMethod("resetTurboFilterList").invoke(context);
  }

  /** Binds, and replaces the console by an appender that hands on what it is given. */
  void append(Consumer<Received> to) throws ReflectiveOperationException {
    Object root = logger("ROOT");
    root.getClass().getMethod("detachAndStopAllAppenders").invoke(root);
    Class<?> type = loader.loadClass("ch.qos.logback.core.Appender");
    Object appender =
        Proxy.newProxyInstance(
            loader,
            new Class<?>[] {type},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "doAppend" -> {
                    to.accept(received(arguments[0]));
                    yield null;
                  }
                  case "equals" -> self == arguments[0];
                  case "hashCode" -> System.identityHashCode(self);
                  default -> method.getReturnType() == boolean.class ? Boolean.TRUE : null;
                });
    root.getClass().getMethod("addAppender", type).invoke(root, appender);
  }

  private static Received received(Object event) throws ReflectiveOperationException {
    Object proxy = get(event, "getThrowableProxy");
    return new Received(
        get(event, "getLevel").toString(),
        (String) get(event, "getLoggerName"),
        (String) get(event, "getFormattedMessage"),
        proxy == null ? null : (Throwable) get(proxy, "getThrowable"));
  }

  private static Object get(Object from, String getter) throws ReflectiveOperationException {
    Method method = from.getClass().getMethod(getter);
    return method.invoke(from);
  }

  private Object context() throws ReflectiveOperationException {
    return get(logger("ROOT"), "getLoggerContext");
  }

  private Object logger(String name) throws ReflectiveOperationException {
    return loader
        .loadClass("org.slf4j.LoggerFactory")
        .getMethod("getLogger", String.class)
        .invoke(null, name);
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}

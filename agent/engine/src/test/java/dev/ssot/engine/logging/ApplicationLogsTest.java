package dev.ssot.engine.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.LogTarget;
import dev.ssot.engine.bridge.TestClassBytes;
import dev.ssot.engine.logging.Application.Received;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of several loaders gets the lines, and that none is kept alive. */
final class ApplicationLogsTest {
  private static final long PATIENCE = ApplicationSink.PATIENCE_MILLIS;

  private final LogRouter router = new LogRouter();
  private final Console console = new Console();

  @BeforeEach
  void openTheRouter() {
    router.open(LogTarget.of("auto"), console.stream(), new TestClassBytes());
  }

  @Test
  void the_loader_of_the_target_comes_before_the_one_seen_first() throws Exception {
    List<Received> container = new ArrayList<>();
    List<Received> webApp = new ArrayList<>();
    try (var first = Application.with("slf4j-1");
        var second = Application.with("slf4j-2")) {
      first.append(container::add);
      second.append(webApp::add);
      router.loaderSeen(first.loader());
      router.loaderSeen(second.loader());
      log("before");
      router.tick(0);
      // Targets live in loaders below the one that has SLF4J as often as in it.
      router.prefer(new URLClassLoader(new URL[0], second.loader()));
      log("after");
      router.tick(200);
    }
    assertThat(container).extracting(Received::message).containsExactly("before");
    assertThat(webApp).extracting(Received::message).containsExactly("after");
  }

  @Test
  void nobody_waits_for_a_log_that_cannot_come() {
    log("first");
    router.tick(0);
    assertThat(console.lines()).as("no target is known").isEmpty();

    router.prefer(getClass().getClassLoader());
    router.tick(0);
    assertThat(console.lines()).as("SLF4J is on the class path").isEmpty();

    router.prefer(ClassLoader.getPlatformClassLoader());
    router.tick(0);
    assertThat(console.lines()).anyMatch(line -> line.contains("first"));
  }

  /** It may find SLF4J later, and asking it would run its code. */
  @Test
  void a_loader_of_the_application_is_waited_for_and_not_asked() {
    List<String> asked = new ArrayList<>();
    router.prefer(
        new ClassLoader(null) {
          @Override
          public URL getResource(String name) {
            asked.add(name);
            return null;
          }
        });
    log("first");
    router.tick(0);

    assertThat(console.lines()).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void nobody_else_gets_the_lines_of_the_target_while_there_is_time() throws Exception {
    List<Received> other = new ArrayList<>();
    try (var first = Application.with("slf4j-1");
        var own = Application.with("slf4j-2")) {
      first.append(other::add);
      own.loadSlf4j();
      router.loaderSeen(first.loader());
      router.loaderSeen(own.loader());
      router.prefer(own.loader());
      log("a line");
      router.tick(0);
      router.tick(PATIENCE - 1);
      assertThat(other).isEmpty();

      router.tick(PATIENCE);
      assertThat(other).extracting(Received::message).containsExactly("a line");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"slf4j-1", "slf4j-2"})
  void an_undeployed_web_app_can_be_collected(String libraries) throws Exception {
    WeakReference<ClassLoader> webApp = deployLogAndUndeploy(libraries);

    for (int attempt = 0; webApp.get() != null && attempt < 50; attempt++) {
      System.gc();
      Thread.sleep(20);
    }

    assertThat(webApp.get()).isNull();
    log("afterwards");
    router.tick(PATIENCE);
    assertThat(console.lines()).containsExactly("[ssot] afterwards");
  }

  private WeakReference<ClassLoader> deployLogAndUndeploy(String libraries) throws Exception {
    List<Received> received = new ArrayList<>();
    try (var webApp = new Application(new ChildFirst(Application.jars(libraries, "")))) {
      webApp.append(received::add);
      router.loaderSeen(webApp.loader());
      router.prefer(webApp.loader());
      log("deployed");
      router.tick(0);
      assertThat(received).extracting(Received::message).containsExactly("deployed");
      return new WeakReference<>(webApp.loader());
    }
  }

  @Test
  void a_bridge_that_the_collector_took_is_made_again() throws Exception {
    List<Received> received = new ArrayList<>();
    try (var application = Application.with("slf4j-2")) {
      application.append(received::add);
      router.loaderSeen(application.loader());
      log("before");
      router.tick(0);
      System.gc();
      log("after");
      router.tick(200);
    }
    assertThat(received).extracting(Received::message).containsExactly("before", "after");
  }

  /** Log4j 2 makes a context, with files of its own, for a loader that asks for the first time. */
  @Test
  void a_logger_is_asked_for_once_however_often_the_bridge_is_made() throws Exception {
    try (var application = Application.with("log4j-2")) {
      application.bind();
      router.loaderSeen(application.loader());
      log("below log4j's default level");
      router.tick(0);
      int contexts = log4jContexts(application);
      for (int tick = 1; tick <= 3; tick++) {
        System.gc();
        router.tick(200L * tick);
      }
      assertThat(log4jContexts(application)).isEqualTo(contexts);
    }
  }

  private static int log4jContexts(Application application) throws Exception {
    Class<?> manager = application.loader().loadClass("org.apache.logging.log4j.LogManager");
    Object factory = manager.getMethod("getFactory").invoke(null);
    Object selector = factory.getClass().getMethod("getSelector").invoke(factory);
    return ((List<?>) selector.getClass().getMethod("getLoggerContexts").invoke(selector)).size();
  }

  @Test
  void slf4j_in_a_named_module_keeps_its_state_to_itself_and_is_left_alone() throws Exception {
    Path modules = Path.of("../test-software/slf4j-2/target/jars");
    Configuration configuration =
        ModuleLayer.boot()
            .configuration()
            .resolveAndBind(
                ModuleFinder.of(modules), ModuleFinder.of(), Set.of("ch.qos.logback.classic"));
    ModuleLayer layer =
        ModuleLayer.boot()
            .defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
    ClassLoader loader = layer.findLoader("org.slf4j");
    Class<?> factory = loader.loadClass("org.slf4j.LoggerFactory");
    Object bound = factory.getMethod("getILoggerFactory").invoke(null);
    assertThat(bound.getClass().getModule().getName()).isEqualTo("ch.qos.logback.classic");
    router.loaderSeen(loader);

    log("a line");
    router.tick(0);
    assertThat(console.lines()).isEmpty();
    router.tick(PATIENCE);

    assertThat(console.lines()).containsExactly("[ssot] a line");
  }

  private void log(String message) {
    router.append(new LogLine("WARN", "test", message, null));
  }

  /** As servlet containers do it; its parent sees the engine and the engine's SLF4J. */
  private static final class ChildFirst extends URLClassLoader {
    ChildFirst(URL[] jars) {
      super(jars, ApplicationLogsTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        boolean own = name.startsWith("org.slf4j.") || name.startsWith("ch.qos.");
        Class<?> found = findLoadedClass(name);
        if (found != null || !own) {
          return found != null ? found : super.loadClass(name, resolve);
        }
        return findClass(name);
      }
    }

    /** The engine's services are hidden from applications, as in the packaged jar. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return name.startsWith("META-INF/services/") ? findResources(name) : super.getResources(name);
    }
  }
}

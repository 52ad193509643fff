package dev.ssot.dist.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.PackagedJar;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The agent's own class loader, as it is in the jar, has all that its classes need. */
final class HiddenClassesIT {
  /** What the loader says to a class that extends the dispatch class where there is none. */
  private static final String NEEDS_THE_DISPATCH_CLASS =
      "java.lang.NoClassDefFoundError: java/lang/SsotDispatch";

  @Test
  void every_hidden_class_links() throws Exception {
    Map<String, String> failures = new TreeMap<>();
    try (URLClassLoader system = jarAlone()) {
      ClassLoader agent = agentClassLoader(system);
      for (String name : namesOfHiddenClasses()) {
        try {
          link(name, agent);
        } catch (ClassNotFoundException | LinkageError | SecurityException failure) {
          failures.put(name, failure.toString());
        }
      }
      // It is defined when an agent starts, and none does here.
      failures.values().removeIf(NEEDS_THE_DISPATCH_CLASS::equals);
    }

    assertThat(failures).isEmpty();
  }

  /** Stands in for the system loader: nothing of the tests is in it. */
  private static URLClassLoader jarAlone() throws Exception {
    URL jar = PackagedJar.path().toUri().toURL();
    return new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
  }

  private static ClassLoader agentClassLoader(ClassLoader system) throws Exception {
    Class<?> zone = system.loadClass("dev.ssot.bootstrap.zone.Zone");
    Constructor<?> loader =
        system.loadClass("dev.ssot.bootstrap.zone.AgentClassLoader").getConstructor(zone);
    return (ClassLoader) loader.newInstance(zone.getMethod("ofThisJar").invoke(null));
  }

  private static Set<String> namesOfHiddenClasses() {
    return PackagedJar.hiddenClasses().keySet().stream()
        .filter(name -> !name.startsWith("java/"))
        .map(name -> name.replace('/', '.'))
        .collect(Collectors.toSet());
  }

  /** HotSpot links, and so verifies, a class before it lists its fields; no initialiser runs. */
  private static void link(String name, ClassLoader loader) throws ClassNotFoundException {
    Class<?> loaded = Class.forName(name, false, loader);
    assertThat(loaded.getClassLoader()).isSameAs(loader);
    assertThat(loaded.getDeclaredFields()).isNotNull();
  }
}

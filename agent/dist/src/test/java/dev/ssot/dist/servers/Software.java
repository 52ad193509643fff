package dev.ssot.dist.servers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** What the build fetched, and small applications compiled against it. */
public final class Software {
  private static final Path SOURCES = Path.of("src/test/resources/servers");

  private Software() {}

  /** Returns that of a server, under its name without the version. */
  static Path jar(String name) {
    return jars("servers").resolve(name + ".jar");
  }

  /** Returns the jars of a module of {@code agent/test-software}: a library and what it needs. */
  public static List<Path> library(String module) throws IOException {
    try (Stream<Path> jars = Files.list(jars(module))) {
      return jars.sorted().toList();
    }
  }

  /** Compiles a source of {@code servers} for Java 8 and puts its other resources beside it. */
  public static Path compile(String source, List<Path> libraries, Path classes) {
    return compile(8, List.of(SOURCES.resolve(source)), libraries, classes);
  }

  /** Compiles sources for Java 11. */
  static Path compileAll(List<Path> sources, List<Path> libraries, Path classes) {
    return compile(11, sources, libraries, classes);
  }

  private static Path compile(int release, List<Path> sources, List<Path> libraries, Path classes) {
    List<String> arguments = new ArrayList<>(List.of("--release", "" + release, "-g", "-nowarn"));
    arguments.addAll(List.of("-Xlint:-options", "-proc:none", "-d", classes.toString()));
    arguments.addAll(List.of("-cp", joined(libraries)));
    sources.forEach(source -> arguments.add(source.toString()));
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (failed != 0) {
      throw new IllegalStateException(sources + " does not compile");
    }
    return classes;
  }

  static Path resource(String name) {
    return SOURCES.resolve(name).toAbsolutePath();
  }

  /** The oldest and the newest JDK at hand that the software runs on. */
  static Stream<Jdk> oldestAndNewest(int lowest) {
    List<Jdk> able = Jdks.all().filter(jdk -> jdk.version() >= lowest).toList();
    assumeTrue(!able.isEmpty(), "no JDK " + lowest + " or newer at hand");
    if (able.get(0).version() > lowest) {
      System.out.println("no JDK " + lowest + " at hand: the oldest tested is " + able.get(0));
    }
    return Stream.of(able.get(0), able.get(able.size() - 1)).distinct();
  }

  private static Path jars(String module) {
    return Path.of("../test-software", module, "target/jars").toAbsolutePath().normalize();
  }

  private static String joined(List<Path> libraries) {
    return libraries.stream()
        .map(Path::toString)
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }
}

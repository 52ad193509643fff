package dev.ssot.dist;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kotlin.KotlinVersion;

/**
 * The weaver's own fixtures, the forms in which compilers write a construction, as one compiler
 * writes them. The sources are those of the engine's unit tests: what is woven there in one JVM
 * runs here under the packaged agent, on every JDK.
 *
 * @param compiler as the table of expected forms calls it
 * @param version of Java, that the class files need
 */
public record CompiledForms(
    String compiler, int version, List<Path> classPath, List<String> programs) {
  static final Path SOURCES = Path.of("../engine/src/test/resources/forms").toAbsolutePath();

  /** Takes a while: the compilers run here. */
  public static List<CompiledForms> all(Path work) {
    CompiledForms javac = javac(work, 8, "Forms");
    return List.of(
        javac,
        javac(work, 17, "Forms", "Forms17", "Forms17Try"),
        ecj(work, 8, "Forms"),
        ecj(work, 17, "Forms", "Forms17"),
        kotlinc(work, javac));
  }

  public boolean runsOn(Jdk jdk) {
    return jdk.version() >= version;
  }

  @Override
  public String toString() {
    return compiler;
  }

  private static CompiledForms javac(Path work, int release, String... names) {
    Path folder = folder(work, "javac " + release);
    Compiled.into(folder, options(release, names));
    return new CompiledForms("javac " + release, release, List.of(folder), programs(names));
  }

  private static CompiledForms ecj(Path work, int release, String... names) {
    Path folder = folder(work, "ecj " + release);
    Compiled.byEcj(folder, options(release, names));
    return new CompiledForms("ecj " + release, release, List.of(folder), programs(names));
  }

  /** On top of what javac made of the target. */
  private static CompiledForms kotlinc(Path work, CompiledForms target) {
    Path folder = folder(work, "kotlinc");
    List<Path> classPath = new ArrayList<>(target.classPath());
    classPath.add(kotlin());
    Compiled.byKotlinc(
        folder,
        "-jvm-target",
        "1.8",
        "-cp",
        classPath.stream().map(Path::toString).collect(joining(File.pathSeparator)),
        source("FormsKotlin.kt"));
    classPath.add(folder);
    return new CompiledForms("kotlinc", 8, classPath, programs("FormsKotlin"));
  }

  /** Kotlin's library. */
  public static Path kotlin() {
    try {
      var source = KotlinVersion.class.getProtectionDomain().getCodeSource();
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String[] options(int release, String... names) {
    return Stream.concat(
            Stream.of("-g", "--release", "" + release, source("X.java")),
            Stream.of(names).map(name -> source(name + ".java")))
        .toArray(String[]::new);
  }

  private static List<String> programs(String... names) {
    return Stream.of(names).map(name -> "forms." + name).toList();
  }

  private static String source(String file) {
    return SOURCES.resolve(file).toString();
  }

  private static Path folder(Path work, String name) {
    try {
      return Files.createDirectories(work.resolve(name));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}

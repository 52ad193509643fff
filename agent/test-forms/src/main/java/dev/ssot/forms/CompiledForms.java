package dev.ssot.forms;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The forms in which compilers write a construction, as one compiler writes them.
 *
 * @param compiler as the table of expected forms calls it
 * @param version of Java, that the class files need
 * @param classPath with the target in its first folder and the compiler's own in its last
 * @param programs binary names of the classes to run
 */
public record CompiledForms(
    String compiler, int version, List<Path> classPath, List<String> programs) {
  /** The classes that every program needs; the target is {@code forms/X}. */
  private static final List<String> BASE = List.of("forms/X", "forms/Forms", "forms/Forms$Form");

  /** Runs the compilers, which takes a while. */
  public static List<CompiledForms> all(Path work) {
    CompiledForms javac = javac(work, 8, "Forms");
    return List.of(
        javac,
        javac(work, 17, "Forms", "Forms17", "Forms17Try"),
        ecj(work, 8, "Forms"),
        ecj(work, 17, "Forms", "Forms17"),
        kotlinc(work, javac));
  }

  public static CompiledForms javac(Path work, int release, String... names) {
    Path folder = folder(work, "javac " + release);
    Compilers.javac(folder, sources(work, names), release(release));
    return new CompiledForms("javac " + release, release, List.of(folder), programs(names));
  }

  public static CompiledForms ecj(Path work, int release, String... names) {
    Path folder = folder(work, "ecj " + release);
    Compilers.ecj(folder, sources(work, names), release(release));
    return new CompiledForms("ecj " + release, release, List.of(folder), programs(names));
  }

  /** Compiles on top of what javac made of the target. */
  private static CompiledForms kotlinc(Path work, CompiledForms target) {
    Path folder = folder(work, "kotlinc");
    Path base = target.classPath().get(0);
    Path library = Compilers.kotlinLibrary();
    String path = Stream.of(base, library).map(Path::toString).collect(joining(File.pathSeparator));
    var sources = List.of(source(work, "FormsKotlin.kt"));
    Compilers.kotlinc(folder, sources, "-jvm-target", "1.8", "-cp", path);
    return new CompiledForms("kotlinc", 8, List.of(base, library, folder), programs("FormsKotlin"));
  }

  /**
   * Returns the class files that this compiler wrote, and those that they need, by internal name.
   */
  public Map<String, byte[]> classFiles() {
    Map<String, byte[]> all = new TreeMap<>();
    Map<String, byte[]> base = Compilers.classFiles(classPath.get(0));
    BASE.forEach(name -> all.put(name, base.get(name)));
    all.putAll(Compilers.classFiles(classPath.get(classPath.size() - 1)));
    return all;
  }

  @Override
  public String toString() {
    return compiler;
  }

  private static String[] release(int version) {
    return new String[] {"--release", "" + version};
  }

  private static List<String> programs(String... names) {
    return Stream.of(names).map(name -> "forms." + name).toList();
  }

  private static List<Path> sources(Path work, String... names) {
    return Stream.concat(Stream.of("X"), Stream.of(names))
        .map(name -> source(work, name + ".java"))
        .toList();
  }

  /** Copies a source to a file for the compiler, as it may be in a jar. */
  private static Path source(Path work, String name) {
    Path file = folder(work, "sources").resolve(name);
    try (InputStream source = CompiledForms.class.getResourceAsStream(name)) {
      Files.copy(source, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static Path folder(Path work, String name) {
    try {
      return Files.createDirectories(work.resolve(name));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}

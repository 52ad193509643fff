package dev.ssot.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Calls of factories, as one compiler writes them. Each line of the source says what becomes of its
 * calls.
 *
 * @param compiler its name and the version of Java that it writes for
 * @param version of Java, that the class files need
 * @param library what the calls are of, and what the compiler's own code needs
 * @param program the folder of the class to run, the application's own code
 * @param source the name of its source file
 */
public record CompiledCalls(
    String compiler, int version, List<Path> library, Path program, String source) {
  /** The class whose objects the calls make. */
  public static final String TARGET = "lib.Client";

  /** Runs the compilers, which takes a while. */
  public static List<CompiledCalls> all(Path work) {
    Path library = folder(work, "library");
    Compilers.javac(library, List.of(file(work, "Client.java")), "--release", "8");
    return List.of(
        javac(work, library, 8, "Calls.java"),
        javac(work, library, 17, "Calls.java"),
        javac(work, library, 17, "Calls17.java"),
        ecj(work, library, 8, "Calls.java"),
        ecj(work, library, 17, "Calls17.java"),
        kotlinc(work, library),
        groovyc(work, library),
        scalac(work, library));
  }

  private static CompiledCalls javac(Path work, Path library, int release, String source) {
    Path folder = folder(work, "javac " + release + " " + source);
    String[] options = {"--release", "" + release, "-cp", library.toString()};
    Compilers.javac(folder, List.of(file(work, source)), options);
    return new CompiledCalls("javac " + release, release, List.of(library), folder, source);
  }

  private static CompiledCalls ecj(Path work, Path library, int release, String source) {
    Path folder = folder(work, "ecj " + release + " " + source);
    String[] options = {"--release", "" + release, "-cp", library.toString()};
    Compilers.ecj(folder, List.of(file(work, source)), options);
    return new CompiledCalls("ecj " + release, release, List.of(library), folder, source);
  }

  private static CompiledCalls kotlinc(Path work, Path library) {
    Path own = folder(work, "library of kotlinc");
    Path folder = folder(work, "kotlinc");
    kotlinc(own, file(work, "Library.kt"), library);
    kotlinc(folder, file(work, "CallsKotlin.kt"), library, own);
    List<Path> all = List.of(library, own, Compilers.kotlinLibrary());
    return new CompiledCalls("kotlinc", 8, all, folder, "CallsKotlin.kt");
  }

  private static void kotlinc(Path out, Path source, Path... classPath) {
    String path =
        Compilers.path(
            Stream.concat(Stream.of(classPath), Stream.of(Compilers.kotlinLibrary())).toList());
    Compilers.kotlinc(out, List.of(source), "-jvm-target", "1.8", "-cp", path);
  }

  private static CompiledCalls groovyc(Path work, Path library) {
    Path folder = folder(work, "groovyc");
    Compilers.groovyc(folder, List.of(file(work, "CallsGroovy.groovy")), List.of(library));
    List<Path> all = List.of(library, Compilers.groovyLibrary());
    return new CompiledCalls("groovyc", 8, all, folder, "CallsGroovy.groovy");
  }

  private static CompiledCalls scalac(Path work, Path library) {
    Path folder = folder(work, "scalac");
    List<Path> all = List.of(library, Compilers.scalaLibrary());
    Compilers.scalac(folder, List.of(file(work, "CallsScala.scala")), all);
    return new CompiledCalls("scalac", 8, all, folder, "CallsScala.scala");
  }

  /** Returns the binary name of the class to run. */
  public String main() {
    return "app." + source.substring(0, source.indexOf('.'));
  }

  /** Returns what becomes of the calls of each line that has some. */
  public Map<Integer, String> expected() {
    Map<Integer, String> expected = new TreeMap<>();
    List<String> lines = text(source).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int comment = lines.get(i).indexOf(" // ");
      if (comment >= 0) {
        expected.put(i + 1, lines.get(i).substring(comment + 4));
      }
    }
    return expected;
  }

  /** Returns the number of lines of the source. */
  public int lines() {
    return (int) text(source).lines().count();
  }

  /** Returns the line of which that is said. */
  public int lineOf(String becomes) {
    return expected().entrySet().stream()
        .filter(each -> each.getValue().equals(becomes))
        .mapToInt(Map.Entry::getKey)
        .findFirst()
        .orElse(-1);
  }

  @Override
  public String toString() {
    return compiler + " " + source;
  }

  private static Path file(Path work, String source) {
    try {
      return Files.writeString(folder(work, "sources").resolve(source), text(source));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static String text(String source) {
    try (InputStream stream = CompiledCalls.class.getResourceAsStream("calls/" + source)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path folder(Path work, String name) {
    try {
      return Files.createDirectories(work.resolve(name));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}

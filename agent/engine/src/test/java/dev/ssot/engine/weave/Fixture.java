package dev.ssot.engine.weave;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The forms of {@code src/test/resources/forms}, as one compiler writes them.
 *
 * @param classFiles by internal name, with the target {@code forms/X}
 * @param mains binary names of what to run
 */
record Fixture(String compiler, Map<String, byte[]> classFiles, List<String> mains) {
  static List<Fixture> all(Path work) {
    return List.of(
        javac(work, 8, "Forms"),
        javac(work, 17, "Forms", "Forms17", "Forms17Try"),
        ecj(work, 8, "Forms"),
        ecj(work, 17, "Forms", "Forms17"),
        kotlinc(work));
  }

  /** The same, with what the weaver changed. */
  Fixture woven(ClassWeaver weaver) {
    var woven = new TreeMap<>(classFiles);
    woven.replaceAll((name, classFile) -> Fixture.changed(weaver.weave(classFile), classFile));
    return new Fixture(compiler, woven, mains);
  }

  /** The same, as class files of an older version, as far as they could be. */
  Fixture aged(int version) {
    var aged = new TreeMap<>(classFiles);
    aged.replaceAll((name, classFile) -> Aging.age(classFile, version));
    return new Fixture(compiler, aged, mains);
  }

  /** What its programs print. */
  String run() throws Exception {
    var printed = new StringBuilder();
    for (String main : mains) {
      printed.append(new DefiningLoader(Fixture.class.getClassLoader(), classFiles).run(main));
    }
    return printed.toString();
  }

  @Override
  public String toString() {
    return compiler;
  }

  static Fixture javac(Path work, int release, String... programs) {
    String name = "javac " + release;
    var classes = Compilers.javac(directory(work, name), sources(programs), release(release));
    return new Fixture(name, classes, mains(programs));
  }

  static Fixture ecj(Path work, int release, String... programs) {
    String name = "ecj " + release;
    var classes = Compilers.ecj(directory(work, name), sources(programs), release(release));
    return new Fixture(name, classes, mains(programs));
  }

  /** On top of what javac made of the target. */
  private static Fixture kotlinc(Path work) {
    Path javac = work.resolve("javac 17");
    String path = javac + File.pathSeparator + stdlib();
    var classes =
        Compilers.kotlinc(
            directory(work, "kotlinc"),
            List.of(source("FormsKotlin.kt")),
            "-cp",
            path,
            "-no-stdlib",
            "-jvm-target",
            "1.8");
    var all = new TreeMap<>(classes);
    for (String java : List.of("forms/X", "forms/Forms", "forms/Forms$Form")) {
      all.put(java, read(javac.resolve(java + ".class")));
    }
    return new Fixture("kotlinc", all, mains("FormsKotlin"));
  }

  private static byte[] changed(WeaveResult result, byte[] plain) {
    if (result.problem() != null) {
      throw new AssertionError(result.problem());
    }
    return result.classFile() == null ? plain : result.classFile();
  }

  static String stdlib() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> entry.contains("kotlin-stdlib"))
        .findFirst()
        .orElseThrow();
  }

  private static String[] release(int version) {
    return new String[] {"--release", "" + version};
  }

  private static List<String> mains(String... programs) {
    return Stream.of(programs).map(program -> "forms." + program).toList();
  }

  private static List<Path> sources(String... programs) {
    return Stream.concat(Stream.of("X"), Stream.of(programs))
        .map(program -> source(program + ".java"))
        .toList();
  }

  private static Path source(String name) {
    return Path.of("src/test/resources/forms", name).toAbsolutePath();
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path directory(Path work, String name) {
    try {
      return Files.createDirectories(work.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

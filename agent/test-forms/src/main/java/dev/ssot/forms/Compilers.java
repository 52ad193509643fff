package dev.ssot.forms;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import kotlin.KotlinVersion;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;

/**
 * Compiles at test time, as each compiler translates {@code new} in its own way. Each method
 * returns the class files in the folder by internal name, and fails unless the sources compile.
 */
public final class Compilers {
  private Compilers() {}

  public static Map<String, byte[]> javac(Path out, List<Path> sources, String... options) {
    return compile(ToolProvider.getSystemJavaCompiler(), out, sources, options);
  }

  /** Compiles one public class, or several that are not. */
  public static Map<String, byte[]> javac(Path out, String name, String source) {
    try {
      Path file = Files.writeString(out.resolve(name + ".java"), source);
      return javac(out, List.of(file), "--release", "17");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Map<String, byte[]> ecj(Path out, List<Path> sources, String... options) {
    return compile(new EclipseCompiler(), out, sources, options);
  }

  /** Sees Kotlin's library only if the class path among the options has it. */
  public static Map<String, byte[]> kotlinc(Path out, List<Path> sources, String... options) {
    var messages = new ByteArrayOutputStream();
    var all = new ArrayList<>(List.of("-d", out.toString()));
    all.addAll(List.of("-no-reflect", "-no-stdlib", "-nowarn"));
    all.addAll(List.of(options));
    sources.forEach(source -> all.add(source.toString()));
    var stream = new PrintStream(messages, true, StandardCharsets.UTF_8);
    ExitCode code = new K2JVMCompiler().exec(stream, all.toArray(new String[0]));
    return classFiles(out, code == ExitCode.OK, messages.toString(StandardCharsets.UTF_8));
  }

  /** Sees no more of the class path than its entries. */
  public static Map<String, byte[]> groovyc(Path out, List<Path> sources, List<Path> classPath) {
    var configuration = new CompilerConfiguration();
    configuration.setTargetDirectory(out.toFile());
    configuration.setTargetBytecode(CompilerConfiguration.JDK8);
    configuration.setClasspathList(classPath.stream().map(Path::toString).toList());
    var unit = new CompilationUnit(configuration);
    unit.addSources(sources.stream().map(Path::toString).toArray(String[]::new));
    unit.compile();
    return classFiles(out);
  }

  /** Sees no more of the class path than its entries. */
  public static Map<String, byte[]> scalac(Path out, List<Path> sources, List<Path> classPath) {
    var all = new ArrayList<>(List.of("-d", out.toString(), "-release", "8", "-nowarn"));
    all.addAll(List.of("-classpath", path(classPath)));
    sources.forEach(source -> all.add(source.toString()));
    boolean done = scala.tools.nsc.Main.process(all.toArray(new String[0]));
    return classFiles(out, done, "scalac failed, and said why on the console");
  }

  static String path(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(joining(File.pathSeparator));
  }

  /** Returns the jar of Kotlin's library. */
  public static Path kotlinLibrary() {
    return jarOf(KotlinVersion.class);
  }

  /** Returns the jar of Groovy's library, which is its compiler's as well. */
  public static Path groovyLibrary() {
    return jarOf(CompilationUnit.class);
  }

  /** Returns the jar of Scala's library. */
  public static Path scalaLibrary() {
    return jarOf(scala.Option.class);
  }

  private static Path jarOf(Class<?> type) {
    try {
      var source = type.getProtectionDomain().getCodeSource();
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Map<String, byte[]> compile(
      JavaCompiler compiler, Path out, List<Path> sources, String... options) {
    var messages = new StringWriter();
    var all = new ArrayList<>(List.of("-d", out.toString(), "-g", "-proc:none", "-nowarn"));
    all.addAll(List.of(options));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      var units = files.getJavaFileObjectsFromPaths(sources);
      boolean done = compiler.getTask(messages, files, null, all, null, units).call();
      return classFiles(out, done, messages.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> classFiles(Path out, boolean compiled, String messages) {
    if (!compiled) {
      throw new AssertionError(messages);
    }
    return classFiles(out);
  }

  static Map<String, byte[]> classFiles(Path root) {
    Map<String, byte[]> found = new TreeMap<>();
    try (var paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths.filter(Compilers::isClassFile)::iterator) {
        String name = root.relativize(path).toString().replace('\\', '/');
        found.put(name.substring(0, name.length() - 6), Files.readAllBytes(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static boolean isClassFile(Path path) {
    return path.toString().endsWith(".class");
  }
}

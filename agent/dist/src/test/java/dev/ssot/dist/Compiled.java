package dev.ssot.dist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;

/** Fixtures that are compiled for one test, in another way than all others. */
public final class Compiled {
  private Compiled() {}

  /**
   * Fails unless it compiles.
   *
   * @param arguments options and source files of {@code javac}
   */
  public static void into(Path folder, String... arguments) {
    String[] all = all(List.of("-Xlint:-options", "-proc:none", "-d"), folder, arguments);
    int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, all);
    assertThat(result).as("exit code of javac %s", List.of(all)).isZero();
  }

  /**
   * Fails unless it compiles.
   *
   * @param arguments options and source files of {@code ecj}
   */
  public static void byEcj(Path folder, String... arguments) {
    String[] all = all(List.of("-nowarn", "-proc:none", "-d"), folder, arguments);
    StringWriter messages = new StringWriter();
    PrintWriter writer = new PrintWriter(messages, true);
    // Not by javax.tools: its run() ends the JVM.
    boolean done = BatchCompiler.compile(all, writer, writer, null);
    assertThat(done).as("ecj %s: %s", List.of(all), messages).isTrue();
  }

  /**
   * Fails unless it compiles.
   *
   * @param arguments options and source files of {@code kotlinc}
   */
  public static void byKotlinc(Path folder, String... arguments) {
    String[] all = all(List.of("-no-reflect", "-no-stdlib", "-nowarn", "-d"), folder, arguments);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    ExitCode code = new K2JVMCompiler().exec(new PrintStream(messages, true, UTF_8), all);
    assertThat(code)
        .as("kotlinc %s: %s", List.of(all), messages.toString(UTF_8))
        .isEqualTo(ExitCode.OK);
  }

  private static String[] all(List<String> options, Path folder, String... arguments) {
    List<String> all = new ArrayList<>(options);
    all.add(folder.toString());
    all.addAll(List.of(arguments));
    return all.toArray(new String[0]);
  }
}

package dev.ssot.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Fixtures that are compiled for one test, in another way than all others. */
final class Compiled {
  private Compiled() {}

  /**
   * Fails unless it compiles.
   *
   * @param arguments options and source files of {@code javac}
   */
  static void into(Path folder, String... arguments) {
    List<String> all = new ArrayList<>(List.of("-Xlint:-options", "-proc:none", "-d"));
    all.add(folder.toString());
    all.addAll(List.of(arguments));
    int result =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, all.toArray(new String[0]));
    assertThat(result).as("exit code of javac %s", all).isZero();
  }
}

package dev.ssot.benchmarks.written;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Source files in one directory, to be compiled together. */
public final class JavaSources {
  private final Path directory;
  private final List<String> files = new ArrayList<>();

  /** Writes nothing yet. */
  public JavaSources(Path directory) {
    this.directory = directory;
  }

  /** Writes a source file. */
  public JavaSources add(String name, String code) throws IOException {
    files.add(Files.writeString(directory.resolve(name + ".java"), code).toString());
    return this;
  }

  /**
   * Compiles all of them.
   *
   * @param classes a directory that exists
   * @throws IllegalStateException if they do not compile
   */
  public void compile(Path classes, String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("-proc:none", "-d", classes.toString()));
    arguments.addAll(files);
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (result != 0) {
      throw new IllegalStateException("the application does not compile");
    }
  }
}

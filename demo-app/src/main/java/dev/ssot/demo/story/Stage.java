package dev.ssot.demo.story;

import dev.ssot.demo.DemoFailure;
import dev.ssot.demo.server.RunDirectory;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the acts are played, one after the other: starts their JVMs, and leaves no process and no
 * file behind however the story ends. On Ctrl-C the hook stops what plays; after a SIGKILL the
 * directory's guard does.
 */
final class Stage implements Closeable {
  private final RunDirectory directory = RunDirectory.create();
  private final Thread hook = new Thread(this::clear, "end of the story");
  private Service playing;
  private boolean cleared;

  Stage() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  Path directory() {
    return directory.path();
  }

  /** Starts a service with options of its own; the one before has been stopped. */
  synchronized Service start(String name, List<String> jvmOptions, String... options) {
    if (cleared) {
      throw new DemoFailure("the story was ended", null);
    }
    Path log = directory.path().resolve(name + ".log");
    try {
      Process process =
          new ProcessBuilder(command(jvmOptions, options))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      directory.guard(process);
      playing = new Service(process, log);
      return playing;
    } catch (IOException e) {
      throw new DemoFailure("cannot start a JVM: " + e.getMessage(), e);
    }
  }

  synchronized void stop() {
    if (playing != null) {
      playing.stop();
      directory.release();
      playing = null;
    }
  }

  /** Whether the story was ended from outside: whatever fails now has failed because of that. */
  synchronized boolean isCleared() {
    return cleared;
  }

  @Override
  public void close() {
    clear();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This JVM is ending: the hook runs, and has found nothing left to do.
    }
  }

  private synchronized void clear() {
    cleared = true;
    stop();
    directory.close();
  }

  private List<String> command(List<String> jvmOptions, String... options) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>();
    command.add(java);
    command.add("-Djava.io.tmpdir=" + directory.path());
    // Short lives: the second compiler would only take the cores from the others.
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(jvmOptions);
    command.addAll(program());
    command.addAll(List.of("serve", "--port=0"));
    command.addAll(List.of(options));
    return command;
  }

  /** This very program, from the jar or from the classes of a build. */
  private static List<String> program() {
    String path = System.getProperty("java.class.path");
    return path.endsWith(".jar") && !path.contains(File.pathSeparator)
        ? List.of("-jar", path)
        : List.of("-cp", path, "dev.ssot.demo.DemoApp");
  }
}

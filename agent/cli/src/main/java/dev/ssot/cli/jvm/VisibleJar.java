package dev.ssot.cli.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

/**
 * The agent's jar where the JVM finds it that is to load it. A JVM in another container, which does
 * not see ours, gets a copy. It keeps the copy open as long as it runs.
 */
public final class VisibleJar {
  private static final Path TEMPORARY = Paths.get("/tmp");

  private final Path path;
  private final Path copy;

  private VisibleJar(Path path, Path copy) {
    this.path = path;
    this.copy = copy;
  }

  /**
   * Finds or makes it.
   *
   * @throws Failure if the JVM does not see the jar, and no copy can be made where it does
   */
  static VisibleJar of(JavaProcess process, Path jar) throws Failure {
    return ProcFiles.areThere()
        ? in(new ProcFiles(process.pid()).root(), process, jar)
        : new VisibleJar(jar, null);
  }

  static VisibleJar in(TargetRoot root, JavaProcess process, Path jar) throws Failure {
    if (!root.isOpen()) {
      throw AttachFailures.closedRoot(process);
    }
    Path real = real(jar);
    return root.hasSame(real) ? new VisibleJar(real, null) : copied(root, process, real);
  }

  private static VisibleJar copied(TargetRoot root, JavaProcess process, Path jar) throws Failure {
    StringBuilder failures = new StringBuilder();
    for (Path folder : folders(process)) {
      try {
        Path copy = root.copy(jar, folder, "ssot-agent-", ".jar");
        return new VisibleJar(root.there(copy), copy);
      } catch (IOException unwritable) {
        failures.append(failures.length() == 0 ? "" : "; ").append(unwritable);
      }
    }
    throw AttachFailures.noCopy(process, jar, failures.toString());
  }

  /** Returns where a process may have temporary files; HotSpot's own are in /tmp, wherever. */
  private static List<Path> folders(JavaProcess process) {
    List<Path> folders = new ArrayList<>();
    folders.add(TEMPORARY);
    String own = process.property("java.io.tmpdir");
    if (own.startsWith("/")) {
      folders.add(Paths.get(own).normalize());
    }
    return folders;
  }

  private static Path real(Path jar) {
    try {
      return jar.toRealPath();
    } catch (IOException gone) {
      return jar;
    }
  }

  /** Returns the path that the JVM finds it at. */
  Path path() {
    return path;
  }

  /** Returns what was copied, and where; null if nothing was. */
  public String note() {
    return copy == null
        ? null
        : "the process does not see this jar: it has a copy, its "
            + path
            + " (from here "
            + copy
            + "), to be left there as long as it runs";
  }

  /** Removes the copy, if there is one. */
  public void remove() {
    try {
      if (copy != null) {
        Files.deleteIfExists(copy);
      }
    } catch (IOException ended) {
      return; // the file system has gone with the process
    }
  }
}

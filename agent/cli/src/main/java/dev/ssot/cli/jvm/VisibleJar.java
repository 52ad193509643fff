package dev.ssot.cli.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The agent's jar where the JVM finds it that is to load it. A JVM in another container, which does
 * not see ours, gets a copy, or the one that it got before. It keeps the copy open as long as it
 * runs.
 */
public final class VisibleJar {
  private static final Path TEMPORARY = Paths.get("/tmp");
  private static final String PREFIX = "ssot-agent-";
  private static final String SUFFIX = ".jar";

  private final Path path;
  private final Path copy;

  /** Whether the copy was there before. */
  private final boolean earlier;

  private boolean removed;

  private VisibleJar(Path path, Path copy, boolean earlier) {
    this.path = path;
    this.copy = copy;
    this.earlier = earlier;
  }

  /**
   * Finds or makes it.
   *
   * @throws Failure if the JVM does not see the jar, and no copy can be made where it does
   */
  static VisibleJar of(JavaProcess process, Path jar) throws Failure {
    return ProcFiles.areThere()
        ? in(new ProcFiles(process.pid()).root(), process, jar)
        : new VisibleJar(jar, null, false);
  }

  static VisibleJar in(TargetRoot root, JavaProcess process, Path jar) throws Failure {
    if (!root.isOpen()) {
      throw AttachFailures.closedRoot(process);
    }
    Path real = real(jar);
    if (root.hasSame(real)) {
      return new VisibleJar(real, null, false);
    }
    Path found = earlierCopy(root, process, real);
    return found == null
        ? copied(root, process, real)
        : new VisibleJar(root.there(found), found, true);
  }

  /** Finds the copy that an attach before has left; null if there is none to be trusted. */
  private static Path earlierCopy(TargetRoot root, JavaProcess process, Path jar) {
    List<Integer> trusted =
        Arrays.asList(0, ProcFiles.ownUserId(), new ProcFiles(process.pid()).userId());
    EarlierCopy search = new EarlierCopy(jar, trusted);
    for (Path folder : folders(process)) {
      Path found = earlierCopy(root, folder, search);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static Path earlierCopy(TargetRoot root, Path folder, EarlierCopy search) {
    try {
      return search.in(root.path(), root.plain(folder), PREFIX, SUFFIX);
    } catch (IOException | RuntimeException notThere) {
      return null; // then a new one is made, if it can
    }
  }

  private static VisibleJar copied(TargetRoot root, JavaProcess process, Path jar) throws Failure {
    StringBuilder failures = new StringBuilder();
    for (Path folder : folders(process)) {
      try {
        Path copy = root.copy(jar, folder, PREFIX, SUFFIX);
        return new VisibleJar(root.there(copy), copy, false);
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

  /** Returns what is there of a copy, and where; null if there is none. */
  public String note() {
    return copy == null || removed
        ? null
        : "the process does not see this jar: it has a copy"
            + (earlier ? " from an earlier attach" : "")
            + ", its "
            + path
            + " (from here "
            + copy
            + "), to be left there as long as it runs";
  }

  /** Removes the copy, if one was made. One from before may be in use. */
  public void remove() {
    try {
      if (copy != null && !earlier) {
        Files.deleteIfExists(copy);
        removed = true;
      }
    } catch (IOException ended) {
      return; // the file system has gone with the process
    }
  }
}

package dev.ssot.cli.jvm;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The file system of another process, seen through {@code /proc/PID/root}. In a container it is
 * another one than ours. An absolute link in it leads into ours, so nothing is written behind a
 * link; and that path must never be made a real path, which would lead out of it as well.
 */
final class TargetRoot {
  private static final Path TOP = ProcFiles.PROC.getRoot();

  private final Path root;

  TargetRoot(Path root) {
    this.root = root;
  }

  /** Tells whether this process may look into it. */
  boolean isOpen() {
    return Files.isDirectory(root);
  }

  /** Tells whether the process finds at an absolute path the very file that we find there. */
  boolean hasSame(Path file) {
    try {
      return Files.isSameFile(file, here(file));
    } catch (IOException missing) {
      return false;
    }
  }

  /** Returns where we find what the process finds at an absolute path. */
  Path here(Path file) {
    return root.resolve(TOP.relativize(file).toString());
  }

  /** Returns where the process finds what we find at a path of {@link #here}. */
  Path there(Path file) {
    return TOP.resolve(root.relativize(file).toString());
  }

  /**
   * Copies a file into a folder of the process, readable for everybody. The name is a new one: at
   * one that others can foresee a link might wait.
   *
   * @return where we find the copy
   */
  Path copy(Path file, Path folder, String prefix, String suffix) throws IOException {
    Path copy = Files.createTempFile(plain(folder), prefix, suffix);
    try {
      try (OutputStream out = Files.newOutputStream(copy)) {
        Files.copy(file, out);
      }
      Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
      return copy;
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(copy);
      throw failed;
    }
  }

  /** Returns where we find its root. */
  Path path() {
    return root;
  }

  /** Returns where we find a folder of the process, to which no link leads. */
  Path plain(Path folder) throws IOException {
    Path at = root;
    for (Path each : folder) {
      at = at.resolve(each);
      if (!Files.isDirectory(at, NOFOLLOW_LINKS)) {
        throw new IOException(at + " is no folder");
      }
    }
    return at;
  }
}

package dev.ssot.engine.report;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file whose readers see the old content or the new, never a part. The new content grows in a
 * file beside it: a rename is atomic only within a file system, and {@code java.io.tmpdir} may be
 * another one, read-only, or the application's business.
 */
final class ReplacedFile {
  private final Path file;
  private final Move move;

  ReplacedFile(Path file) {
    this(file, Files::move);
  }

  /**
   * @param move {@code Files.move}, or a file system that a test makes up
   */
  ReplacedFile(Path file, Move move) {
    this.file = file.toAbsolutePath();
    this.move = move;
  }

  void write(Content content) throws IOException {
    Path target = target();
    Path folder = target.getParent();
    if (!Files.isDirectory(folder)) {
      // Only then: before 20 it fails for a link to a directory (JDK-8294193).
      Files.createDirectories(folder);
    }
    Path growing = folder.resolve(".ssot-" + Long.toHexString(random()) + ".tmp");
    try {
      // Not createTempFile: its file could be read by nobody else, and so could the report.
      try (OutputStream out = Files.newOutputStream(growing, StandardOpenOption.CREATE_NEW)) {
        content.writeTo(out);
      }
      replace(growing, target);
    } finally {
      Files.deleteIfExists(growing);
    }
  }

  /** Returns the file to replace. A link stays, and the file that it leads to is replaced. */
  private Path target() throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileNotFoundException(file + " is a directory");
    }
    return Files.exists(file) ? file.toRealPath() : file;
  }

  private void replace(Path growing, Path target) throws IOException {
    try {
      move.move(growing, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException someFileSystems) {
      move.move(growing, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static long random() {
    return ThreadLocalRandom.current().nextLong();
  }

  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  interface Move {
    void move(Path from, Path to, CopyOption... options) throws IOException;
  }
}

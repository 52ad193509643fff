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
 * A file whose readers see the old content or the new, never a part. The new content is written to
 * a file beside it, because a rename is atomic only within a file system, and {@code
 * java.io.tmpdir} may be on another one, read-only, or used by the application.
 */
final class ReplacedFile {
  private final Path file;
  private final Move move;

  ReplacedFile(Path file) {
    this(file, Files::move);
  }

  /**
   * @param move {@code Files.move}, or the replacement of a test
   */
  ReplacedFile(Path file, Move move) {
    this.file = file.toAbsolutePath();
    this.move = move;
  }

  void write(Content content) throws IOException {
    Path target = target();
    Path folder = target.getParent();
    if (!Files.isDirectory(folder)) {
      // Called only if the folder is missing: before JDK 20, it fails for a link to a directory
      // (JDK-8294193).
      Files.createDirectories(folder);
    }
    Path growing = folder.resolve(".ssot-" + Long.toHexString(random()) + ".tmp");
    try {
      // Not by createTempFile, whose file, and so the report, could be read only by the owner.
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

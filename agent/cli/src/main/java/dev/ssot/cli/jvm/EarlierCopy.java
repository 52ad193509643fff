package dev.ssot.cli.jvm;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/**
 * Finds the copy of a file that an earlier attach has left in a folder of another process.
 * Everybody may write to {@code /tmp}, and what is found there is loaded as code: so a copy counts
 * only if nobody but users who may do with that process as they like can change or replace it, now
 * or later, and if it has the very same bytes.
 */
final class EarlierCopy {
  private static final int KIND = 0170000;
  private static final int REGULAR_FILE = 0100000;
  private static final int STICKY = 01000;
  private static final int READABLE = 0444;
  private static final int WRITABLE_BY_OTHERS = 0022;

  private final Path file;
  private final Collection<Integer> trusted;

  /**
   * Looks for nothing yet.
   *
   * @param trusted ids of the users who may own a copy
   */
  EarlierCopy(Path file, Collection<Integer> trusted) {
    this.file = file;
    this.trusted = trusted;
  }

  /**
   * Finds a copy.
   *
   * @param root of the process, in which the folder is
   * @return null if there is none
   */
  Path in(Path root, Path folder, String prefix, String suffix) throws IOException {
    for (Path each = folder; !each.equals(root); each = each.getParent()) {
      if (isReplaceable(each)) {
        return null;
      }
    }
    for (Path each : ProcFiles.list(folder)) {
      String name = each.getFileName().toString();
      if (name.startsWith(prefix) && name.endsWith(suffix) && isCopy(each)) {
        return each;
      }
    }
    return null;
  }

  /** Tells whether somebody else may put something else where a file or folder of ours is. */
  private boolean isReplaceable(Path folder) throws IOException {
    Map<String, Object> found = attributes(folder);
    int mode = (Integer) found.get("mode");
    return !trusted.contains(found.get("uid"))
        || ((mode & WRITABLE_BY_OTHERS) != 0 && (mode & STICKY) == 0);
  }

  private boolean isCopy(Path other) {
    try {
      Map<String, Object> found = attributes(other);
      int mode = (Integer) found.get("mode");
      return (mode & KIND) == REGULAR_FILE
          && (mode & WRITABLE_BY_OTHERS) == 0
          && (mode & READABLE) == READABLE
          && trusted.contains(found.get("uid"))
          && (Long) found.get("size") == Files.size(file)
          && hasSameBytes(other);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static Map<String, Object> attributes(Path path) throws IOException {
    return Files.readAttributes(path, "unix:mode,uid,size", NOFOLLOW_LINKS);
  }

  private boolean hasSameBytes(Path other) throws IOException {
    try (InputStream ours = new BufferedInputStream(Files.newInputStream(file));
        InputStream theirs = new BufferedInputStream(Files.newInputStream(other, NOFOLLOW_LINKS))) {
      int each;
      do {
        each = ours.read();
        if (each != theirs.read()) {
          return false;
        }
      } while (each >= 0);
      return true;
    }
  }
}

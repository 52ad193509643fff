package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.options.LogTarget;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.ReportTarget;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries at the start whether the report and the log can be written where they are asked for. At the
 * exit it is too late: the evidence would be gone. A file system tells only when it is asked to
 * create or to open something, so an empty file is created and deleted again; nothing is changed
 * that was there.
 */
final class UnwritableFiles {
  private UnwritableFiles() {}

  /** Returns one line for each file that cannot be written. */
  static List<String> of(Options options) {
    List<String> lines = new ArrayList<>();
    ReportTarget report = options.report();
    if (report != null && report.path() != null) {
      File file = new File(report.path()).getAbsoluteFile();
      File folder = existing(file.getParentFile());
      String why = file.isDirectory() ? "it is a directory" : whyNotIn(folder);
      add("report", file, why, "no report would be written", lines);
    }
    if (options.log().kind() == LogTarget.Kind.FILE) {
      File file = new File(options.log().path()).getAbsoluteFile();
      add("log", file, whyNotAppended(file), "the log would go to stderr", lines);
    }
    return lines;
  }

  /** Returns the folder, or the nearest one above it that there is: reports make their folders. */
  private static File existing(File folder) {
    File at = folder;
    while (at != null && !at.exists()) {
      at = at.getParentFile();
    }
    return at;
  }

  private static void add(
      String key, File file, String why, String consequence, List<String> lines) {
    if (why != null) {
      lines.add(key + "=" + file + " cannot be written now: " + why + "; " + consequence);
    }
  }

  /** Returns null if a line can be appended to the file. */
  private static String whyNotAppended(File file) {
    if (file.isDirectory()) {
      return "it is a directory";
    }
    if (file.isFile()) {
      return whyNotOpened(file);
    }
    if (file.exists()) { // to open a pipe would wait for a reader
      return file.canWrite() ? null : "no permission";
    }
    return whyNotIn(file.getParentFile());
  }

  private static String whyNotOpened(File file) {
    try (FileOutputStream out = new FileOutputStream(file, true)) {
      out.flush(); // nothing
      return null;
    } catch (IOException | RuntimeException failed) {
      return "it cannot be opened (" + failed.getMessage() + ")";
    }
  }

  /** Returns null if a file can be made in the folder, as each report is before it is moved. */
  private static String whyNotIn(File folder) {
    if (folder == null || !folder.isDirectory()) {
      return folder + " is no directory";
    }
    File tried = new File(folder, ".ssot-" + Long.toHexString(System.nanoTime()) + ".tmp");
    try {
      if (tried.createNewFile() && !tried.delete()) {
        return "an empty file that was tried could not be deleted again: " + tried;
      }
      return null;
    } catch (IOException | RuntimeException failed) {
      return "no file can be created in " + folder + " (" + failed.getMessage() + ")";
    }
  }
}

package dev.ssot.engine.logging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * Appends to a file, which is opened for each line: lines are few, log rotation may move the file
 * away, and nothing has to be closed at the end. After the first failure, lines go to stderr.
 */
final class FileSink implements LogSink {
  private final String path;
  private final LogSink stderr;
  private volatile boolean failed;

  FileSink(String path, LogSink stderr) {
    this.path = path;
    this.stderr = stderr;
  }

  @Override
  public void write(LogLine line) {
    if (!failed) {
      failed = !append(line);
    }
    if (failed) {
      stderr.write(line);
    }
  }

  private boolean append(LogLine line) {
    String head = Instant.ofEpochMilli(line.atMillis()) + " " + line.level() + " " + line.logger();
    try {
      Files.write(
          Paths.get(path),
          line.text("", head + " - ").getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      return true;
    } catch (IOException | RuntimeException e) { // an invalid path, or a security manager
      stderr.write(
          LogLine.of(
              "cannot write the log to "
                  + path
                  + " ("
                  + e
                  + "); it goes to stderr from here on. Name a writable file in log=file:PATH"));
      return false;
    }
  }
}

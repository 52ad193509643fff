package dev.ssot.cli.jvm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

/** What Linux tells of a process under {@code /proc}. What cannot be read counts as not there. */
final class ProcFiles {
  static final Path PROC = Paths.get("/proc");

  private final Path directory;

  ProcFiles(long pid) {
    directory = PROC.resolve(Long.toString(pid));
  }

  /** Tells whether this machine has {@code /proc}. */
  static boolean areThere() {
    return Files.isDirectory(PROC.resolve("self"));
  }

  /** Returns the ids of all processes, in ascending order. */
  static List<Long> pids() {
    List<Long> pids = new ArrayList<>();
    for (Path each : list(PROC)) {
      String name = each.getFileName().toString();
      if (name.matches("\\d{1,18}")) {
        pids.add(Long.valueOf(name));
      }
    }
    pids.sort(null);
    return pids;
  }

  boolean exist() {
    return Files.isDirectory(directory);
  }

  /** Returns the user that the process runs as; null if that is not known. */
  String owner() {
    try {
      return Files.getOwner(directory).getName();
    } catch (IOException | UnsupportedOperationException unknown) {
      return null;
    }
  }

  /** Returns the id of the user that the process runs as; -1 if that is not known. */
  int userId() {
    return userId(directory);
  }

  /** Returns the id of the user that this process runs as; -1 if that is not known. */
  static int ownUserId() {
    return userId(PROC.resolve("self"));
  }

  private static int userId(Path directory) {
    try {
      return (Integer) Files.getAttribute(directory, "unix:uid");
    } catch (IOException | RuntimeException unknown) {
      return -1;
    }
  }

  /** Returns where the process sees {@code path}, which may be another file system than here. */
  Path inside(String path) {
    return Paths.get(directory + "/root" + path);
  }

  /** Returns the file system of the process. */
  TargetRoot root() {
    return new TargetRoot(directory.resolve("root"));
  }

  /** Tells whether the process is known to have another network than this one. */
  boolean hasOtherNetwork() {
    try {
      Path own = Files.readSymbolicLink(PROC.resolve("self/ns/net"));
      return !own.equals(Files.readSymbolicLink(directory.resolve("ns/net")));
    } catch (IOException | RuntimeException unknown) {
      return false;
    }
  }

  /** Returns the directory that the process works in. */
  Path workingDirectory() {
    return directory.resolve("cwd");
  }

  /** Returns the id of the process in its own container. */
  String innerPid() {
    for (String line : text("status").split("\n", -1)) {
      if (line.startsWith("NSpid:")) {
        String[] ids = line.trim().split("\\s+", -1);
        return ids[ids.length - 1];
      }
    }
    return directory.getFileName().toString();
  }

  /** Tells whether the process is stopped, as by SIGSTOP or a paused container. */
  boolean isStopped() {
    return text("status").contains("\nState:\tT");
  }

  /** Tells whether the process has loaded HotSpot. */
  boolean hasHotSpot() {
    return text("maps").contains("/libjvm.so");
  }

  /** Tells whether the memory map, which says what was loaded, can be read. */
  boolean hasReadableMap() {
    return !text("maps").isEmpty();
  }

  /** Returns the command line, its words separated by spaces. */
  String commandLine() {
    return text("cmdline").replace('\0', ' ').trim();
  }

  /** Returns the name of the program, at most 15 characters. */
  String programName() {
    return text("comm").trim();
  }

  /** Returns the first 15 characters of the name of each thread. */
  List<String> threads() {
    List<String> names = new ArrayList<>();
    for (Path each : list(directory.resolve("task"))) {
      names.add(text(each.resolve("comm")).trim());
    }
    return names;
  }

  private String text(String file) {
    return text(directory.resolve(file));
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1);
    } catch (IOException | SecurityException unreadable) {
      return "";
    }
  }

  /** Returns what is in a directory; nothing if it cannot be read. */
  static List<Path> list(Path directory) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      for (Path each : stream) {
        entries.add(each);
      }
    } catch (IOException | RuntimeException unreadable) {
      return entries;
    }
    return entries;
  }
}

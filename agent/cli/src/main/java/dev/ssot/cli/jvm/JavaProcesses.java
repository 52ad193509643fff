package dev.ssot.cli.jvm;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the JVMs that this user may enter. Nothing is sent to any of them. */
public final class JavaProcesses {
  private static final String DIRECTORY = "hsperfdata_";

  private JavaProcesses() {}

  /** Returns all but this one, by their ids. */
  public static List<JavaProcess> all() {
    TreeMap<Long, JavaProcess> found = new TreeMap<>();
    if (ProcFiles.areThere()) {
      for (long pid : ProcFiles.pids()) {
        JavaProcess process = ofLinux(pid);
        if (process != null) {
          found.put(pid, process);
        }
      }
    } else {
      publishedHere(found);
    }
    found.remove(ownPid());
    return new ArrayList<>(found.values());
  }

  /**
   * Finds the JVM that is meant: by its id, or by a part of its main class or jar that no other
   * has.
   *
   * @throws Failure that lists the candidates, or says that there is none
   */
  public static JavaProcess find(String wanted) throws Failure {
    if (wanted.matches("\\d{1,18}")) {
      return ofPid(Long.parseLong(wanted));
    }
    List<JavaProcess> all = all();
    List<JavaProcess> matching = new ArrayList<>();
    for (JavaProcess each : all) {
      if (each.main().equals(wanted)) {
        matching.add(each);
      }
    }
    for (JavaProcess each : all) {
      if (matching.isEmpty() || !matching.get(0).main().equals(wanted)) {
        if (each.main().contains(wanted)) {
          matching.add(each);
        }
      }
    }
    if (matching.size() != 1) {
      throw notUnique(wanted, matching.isEmpty() ? all : matching, matching.isEmpty());
    }
    return matching.get(0);
  }

  private static Failure notUnique(String wanted, List<JavaProcess> candidates, boolean none) {
    StringBuilder names = new StringBuilder();
    for (JavaProcess each : candidates) {
      names.append(names.length() == 0 ? "" : ", ").append(each.name());
    }
    return new Failure(
        Failure.NO_PROCESS,
        none
            ? "no JVM of this user has a main class or jar with '"
                + wanted
                + "' in its name; there "
                + (candidates.isEmpty() ? "is none" : "are " + names)
            : "'" + wanted + "' is not unique, give the process id: " + names);
  }

  private static JavaProcess ofPid(long pid) throws Failure {
    if (!ProcFiles.areThere()) {
      TreeMap<Long, JavaProcess> found = new TreeMap<>();
      publishedHere(found);
      return found.getOrDefault(pid, new JavaProcess(pid, "", "", ""));
    }
    ProcFiles files = new ProcFiles(pid);
    if (!files.exist()) {
      throw new Failure(
          Failure.NO_PROCESS,
          "there is no process " + pid + "; the JVMs are listed by: " + OwnJar.command("list"));
    }
    if (pid == ownPid()) {
      throw new Failure(Failure.NO_PROCESS, pid + " is this command itself");
    }
    JavaProcess process = ofLinux(pid);
    if (process != null) {
      return process;
    }
    throw AttachFailures.noJvm(pid, files);
  }

  /** Returns null if the process is no JVM, or one that may not be looked at. */
  private static JavaProcess ofLinux(long pid) {
    ProcFiles files = new ProcFiles(pid);
    String inner = files.innerPid();
    JavaProcess published = null;
    for (Path each : ProcFiles.list(files.inside("/tmp"))) {
      if (each.getFileName().toString().startsWith(DIRECTORY)) {
        published = published == null ? published(pid, each.resolve(inner)) : published;
      }
    }
    // A file may be left over from an earlier process of that id, and a JVM may publish none.
    if (!files.hasHotSpot()) {
      return null;
    }
    return published == null
        ? new JavaProcess(pid, mainOf(files.commandLine()), "", "")
        : published;
  }

  /** Returns null if there is no such file, or it cannot be read. */
  private static JavaProcess published(long pid, Path file) {
    try {
      return JavaProcess.of(pid, PerfData.read(file));
    } catch (IOException unreadable) {
      return null;
    }
  }

  /** Where there is no {@code /proc}. */
  private static void publishedHere(Map<Long, JavaProcess> found) {
    Path directory =
        Paths.get(
            System.getProperty("java.io.tmpdir"), DIRECTORY + System.getProperty("user.name"));
    for (Path each : ProcFiles.list(directory)) {
      String name = each.getFileName().toString();
      JavaProcess process =
          name.matches("\\d{1,18}") ? published(Long.parseLong(name), each) : null;
      if (process != null) {
        found.put(process.pid(), process);
      }
    }
  }

  /** Returns what follows the options of {@code java}; empty if that is not to be told. */
  private static String mainOf(String commandLine) {
    String[] words = commandLine.split(" ", -1);
    for (int i = 1; i < words.length; i++) {
      if (words[i].equals("-jar") && i + 1 < words.length) {
        return words[i + 1];
      }
      if (words[i].matches("-cp|-classpath|--class-path|-p|--module-path")) {
        i++;
      } else if (!words[i].startsWith("-")) {
        return words[i];
      }
    }
    return "";
  }

  private static long ownPid() {
    try {
      return Long.parseLong(ProcFiles.PROC.resolve("self").toRealPath().getFileName().toString());
    } catch (IOException | NumberFormatException noProc) {
      return -1;
    }
  }
}

package dev.ssot.dist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The JDKs that the tests run on: the homes in {@code SSOT_TEST_JDKS}, colon-separated, else the
 * running one and those installed beside it. Use as
 * {@code @MethodSource("dev.ssot.dist.Jdks#all")}.
 */
public final class Jdks {
  private static final Pattern VERSION = Pattern.compile("(?:1\\.)?(\\d+)[^\"]*");
  private static final Pattern RELEASE_LINE =
      Pattern.compile("^JAVA_VERSION=\"" + VERSION + "\"", Pattern.MULTILINE);
  private static final Pattern VERSION_LINE = Pattern.compile(" version \"" + VERSION + "\"");

  private Jdks() {}

  /** Oldest first. For what differs from JDK to JDK. */
  public static Stream<Jdk> all() {
    String named = System.getenv("SSOT_TEST_JDKS");
    Set<Path> homes = named == null || named.isBlank() ? besideTheRunningOne() : named(named);
    return homes.stream().map(Jdks::at).sorted(Comparator.comparingInt(Jdk::version));
  }

  /**
   * For what the agent does alike on every JDK; in the profile {@code proofs} it is shown on all.
   */
  public static Stream<Jdk> oldestAndNewest() {
    return oldestAndNewest(jdk -> true);
  }

  /** Of those that will do. */
  public static Stream<Jdk> oldestAndNewest(Predicate<Jdk> able) {
    List<Jdk> jdks = all().filter(able).toList();
    return jdks.size() <= 2 || System.getProperty("proofs", "short").equals("long")
        ? jdks.stream()
        : Stream.of(jdks.get(0), jdks.get(jdks.size() - 1));
  }

  public static Jdk running() {
    return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  private static Set<Path> named(String homes) {
    return Stream.of(homes.split(":"))
        .map(home -> real(Path.of(home)))
        .collect(toCollection(LinkedHashSet::new));
  }

  private static Set<Path> besideTheRunningOne() {
    Path running = real(running().home());
    Set<Path> homes = new LinkedHashSet<>(Set.of(running));
    try (Stream<Path> siblings = Files.list(running.getParent())) {
      siblings
          .filter(sibling -> Files.isExecutable(sibling.resolve("bin/javac")))
          .map(Jdks::real)
          .forEach(homes::add);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return homes;
  }

  private static Jdk at(Path home) {
    return new Jdk(home, version(home));
  }

  /** Some packages of JDK 8 have no release file. */
  private static int version(Path home) {
    Path release = home.resolve("release");
    try {
      return Files.exists(release)
          ? find(RELEASE_LINE, Files.readString(release), home)
          : find(VERSION_LINE, whatItSays(home), home);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String whatItSays(Path home) throws IOException {
    Process java =
        new ProcessBuilder(home.resolve("bin/java").toString(), "-version")
            .redirectErrorStream(true)
            .start();
    return new String(java.getInputStream().readAllBytes(), UTF_8);
  }

  private static int find(Pattern line, String text, Path home) {
    Matcher matcher = line.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("no Java version in what " + home + " says: " + text);
    }
    return Integer.parseInt(matcher.group(1));
  }

  private static Path real(Path home) {
    try {
      return home.toRealPath();
    } catch (IOException missing) {
      throw new UncheckedIOException("no JDK at " + home, missing);
    }
  }
}

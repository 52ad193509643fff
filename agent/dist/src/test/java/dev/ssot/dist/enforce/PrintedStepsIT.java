package dev.ssot.dist.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Report;
import dev.ssot.dist.RunningJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who writes into the file what the report prints gets what the report says. */
final class PrintedStepsIT {
  private static final String POOL = "fixtures.life.Pool";
  private static final String TEXT = "report?format=text";
  private static final Pattern ADDRESS = Pattern.compile("HTTP endpoint at (http://\\S+/)");
  private static final Pattern STEP =
      Pattern.compile("ssot\\.yaml(?:, at the (target|group) (\\S+))?: {2}(mode|enabled): (\\S+)");

  @TempDir private Path temp;

  /** What stands in the file, by its place: none, the target or the group. */
  private final Map<String, String> values = new TreeMap<>();

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void group_after_group_and_the_way_back_and_on(Jdk jdk) throws Exception {
    values.put(" mode", "observe");
    try (RunningJvm running = start(jdk)) {
      apply(running, "at the group P1");
      running.await(() -> redirecting(running).size() == 1, "redirect of the group");
      apply(running, "ssot.yaml:  mode: enforce");
      running.await(() -> redirecting(running).size() == 2, "redirect of the others");
      apply(running, "enabled: false");
      running.await(() -> said(running, "the file says enabled: false"), "stop");
      apply(running, "enabled: true");
      running.await(() -> said(running, "mode enforce"), "the same as before");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_target_with_a_mode_of_its_own_that_an_argument_overrides_elsewhere(Jdk jdk)
      throws Exception {
    values.put("target mode", "observe");
    values.put(" mode", "enforce");
    values.put("group mode", "enforce");
    try (RunningJvm running = start(jdk, "mode=observe")) {
      running.await(
          () -> said(running, "has no effect: mode=observe (agent argument) overrides it"), "note");
      running.await(() -> redirecting(running).size() == 1, "redirect of the group");
      apply(running, "at the target " + POOL);
      running.await(() -> redirecting(running).size() == 2, "redirect of the others");
    }
  }

  private RunningJvm start(Jdk jdk, String... more) throws Exception {
    List<String> options = new ArrayList<>(List.of(more));
    options.add("config=" + write());
    options.add("log=stderr");
    options.add("http=0");
    RunningJvm running =
        ForkedJvm.on(jdk).withAgent(options.toArray(new String[0])).start("fixtures.life.Steady");
    return running.awaitOutput("begun");
  }

  private Path write() throws Exception {
    return Files.writeString(
        temp.resolve("ssot.yaml"),
        """
        canonical: first
        configured: ignore
        %s%stargets:
          - class: fixtures.life.Pool
        %sgroups:
          - name: P1
            sites: ["fixtures.life.Steady$Core"]
        %s"""
            .formatted(
                line("", " mode"),
                line("", " enabled"),
                line("    ", "target mode"),
                line("    ", "group mode")));
  }

  private String line(String indent, String key) {
    String value = values.get(key);
    String name = key.substring(key.indexOf(' ') + 1);
    return value == null ? "" : indent + name + ": " + value + "\n";
  }

  /** Waits for a step that contains the text, and does it. */
  private void apply(RunningJvm running, String text) throws Exception {
    running.await(() -> get(running, TEXT).contains(text), "step " + text);
    String printed = get(running, TEXT);
    Matcher step = STEP.matcher(printed.substring(lineStart(printed, text)));
    assertThat(step.find()).as(printed).isTrue();
    values.put((step.group(1) == null ? "" : step.group(1)) + " " + step.group(3), step.group(4));
    write();
  }

  private static int lineStart(String printed, String text) {
    return printed.lastIndexOf('\n', printed.indexOf(text)) + 1;
  }

  /** Returns the call sites that are in {@code enforce} and were redirected. */
  private List<String> redirecting(RunningJvm running) {
    try {
      return new Report(new ObjectMapper().readTree(get(running, "report")))
          .target(POOL)
          .allSites()
          .filter(site -> site.get("mode").asText().equals("enforce"))
          .filter(site -> site.get("redirects").asLong() > 0)
          .map(site -> site.get("class").asText())
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean said(RunningJvm running, String text) {
    return running.printed(0).err().contains(text);
  }

  private static String get(RunningJvm running, String path) {
    Matcher address = ADDRESS.matcher("");
    running.await(() -> address.reset(running.printed(0).err()).find(), "HTTP endpoint");
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address.group(1) + path)).build();
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}

package dev.ssot.dist.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.PackagedJar;
import dev.ssot.dist.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The line of the application, whatever made the object. */
final class OriginIT {
  private static final String CLIENT = "client.Client";
  private static final String MAIN = "fixtures.origin.Shop";
  private static final String HOLDER = "canonical=fixtures.origin.Holder#get()";
  private static final FixtureSource WEB = FixtureSource.of("fixtures.origin.Web");
  private static final FixtureSource JOBS = FixtureSource.of("fixtures.origin.Jobs");
  private static final FixtureSource TARGET = FixtureSource.of(CLIENT);
  private static final FixtureSource LIBRARY = FixtureSource.of("client.Clients");
  private static final FixtureSource HELPERS = FixtureSource.of("client.Helpers");
  private static final FixtureSource ODD = FixtureSource.of("fixtures.origin.Odd");
  private static final int TIMES = 30;

  /** The factory calls of the shop, each of which has to be seen to make a client. */
  private static final int SEEN_FIRST = 7;

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void each_construction_stands_at_the_line_that_had_it_made(Jdk jdk) {
    ForkedJvm.Exit exit = onClassPath(jdk, HOLDER).run(MAIN, "" + TIMES);

    assertThat(exit.out()).contains("clients " + (10 * TIMES + 1));
    assertThat(origins()).isEqualTo(expected());
    assertThat(report().target(CLIENT).constructions()).isEqualTo(10 * TIMES + 1);
  }

  /**
   * Before the hooks of the JDK, which {@code enforce} brings: here each group has its own mode.
   */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void a_mode_goes_by_the_origin_and_not_by_the_library(Jdk jdk) throws IOException {
    Path file =
        Files.writeString(
            temp.resolve("ssot.yaml"),
            "groups: [{name: web, sites: [fixtures.origin.Web], mode: enforce}]");

    ForkedJvm.Exit exit = onClassPath(jdk, HOLDER, "config=" + file).run(MAIN, "" + TIMES);

    Map<String, Long> redirected = figures("redirects");
    assertThat(redirected)
        .containsEntry(web("own"), (long) TIMES)
        .containsEntry(made(WEB, "standard") + via(LIBRARY, "standard"), TIMES - 1L)
        .containsEntry(made(WEB, "lambda") + via(LIBRARY, "standard"), TIMES - 1L)
        .containsEntry(made(JOBS, "standard") + via(LIBRARY, "standard"), 0L)
        .containsEntry(made(WEB, "create") + via(TARGET, "create"), TIMES - 1L)
        .containsEntry(made(WEB, "built") + via(TARGET, "build"), 0L);
    assertThat(exit.out()).contains("clients " + (6 * TIMES + 4));
    assertThat(report().target(CLIENT).constructions()).isEqualTo(6 * TIMES + 4);
  }

  /** That a call on its line makes clients says nothing of another call. */
  @ParameterizedTest
  @CsvSource({"one, 10000", "one, 0", "site, 10000", "site, 0"})
  void a_call_that_hands_out_what_was_there_before_is_left_alone(String share, String limit) {
    ForkedJvm.Exit exit =
        onClassPath(
                Jdks.running(),
                HOLDER,
                "mode=enforce",
                "arguments=ignore",
                "allow=client.Kept",
                "live.limit=" + limit,
                "share=" + share)
            .run("fixtures.origin.Beside");

    assertThat(exit.out().lines())
        .as("%s", exit)
        .containsExactly("kept 20, shared " + (share.equals("one") ? 19 : 0), "kept 20", "kept 40");
    assertThat(figures("constructions"))
        .containsEntry(
            made(FixtureSource.of("fixtures.origin.Beside"), "beside") + via(TARGET, "create"), 1L);
  }

  /** What is said of a site before a mode redirects is what is done then. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void what_is_redirectable_is_redirected(Jdk jdk) {
    ForkedJvm.Exit exit = keptAsPromised(jdk, "arguments=ignore");

    assertThat(exit.out()).contains("clients " + (1 + SEEN_FIRST));
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void each_call_site_may_share_what_it_made_first(Jdk jdk) {
    ForkedJvm.Exit exit = keptAsPromised(jdk, "share=site");

    assertThat(figures("redirects"))
        .containsEntry(web("own"), TIMES - 1L)
        .containsEntry(made(WEB, "create") + via(TARGET, "create"), TIMES - 1L)
        .containsEntry(made(WEB, "built") + via(TARGET, "build"), TIMES - 1L)
        .containsEntry(made(JOBS, "standard") + via(LIBRARY, "standard"), TIMES - 1L)
        .containsEntry(JOBS.site("supplied", "method-reference"), TIMES - 1L);
    assertThat(exit.out()).contains("clients " + (10 + TIMES));
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void an_application_that_is_deployed_twice_shares_nothing_between_the_two(Jdk jdk) {
    ForkedJvm.Exit exit =
        onClassPath(jdk, "mode=enforce", "share=site").run("fixtures.origin.Tenants");

    assertThat(exit.out().lines())
        .as(exit.err())
        .containsExactly("true true false", "true true false", "true true false");
  }

  /** The library stays, and what was shared goes all the same. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void what_an_application_shared_goes_with_it(Jdk jdk) {
    ForkedJvm.Exit exit =
        onClassPath(jdk, "mode=enforce", "share=site").run("fixtures.origin.Undeployed");

    assertThat(exit.out().lines())
        .as("%s", exit)
        .containsExactly("shared ".repeat(15), "left: 0 loaders, 0 clients");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void a_jar_that_contains_everything_is_told_apart_by_packages(Jdk jdk) throws IOException {
    Path shaded = jar("shaded.jar", null, "client/", "fixtures/origin/");

    agent(jdk, HOLDER).runJar(shaded, "1");

    assertThat(origins().keySet()).isEqualTo(expected().keySet());
    assertThat(application()).containsExactly("fixtures.origin.**");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void a_jar_beside_its_libraries_is_the_applications(Jdk jdk) throws IOException {
    jar("library.jar", null, "client/");
    Path thin = jar("thin.jar", "library.jar", "fixtures/origin/");

    agent(jdk, HOLDER).runJar(thin, "1");

    assertThat(origins().keySet()).isEqualTo(expected().keySet());
    assertThat(application()).containsExactly(thin.toRealPath().toString());
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void who_names_other_classes_sees_those(Jdk jdk) {
    onClassPath(jdk, HOLDER, "application=client.**").run(MAIN, "1");

    assertThat(origins())
        .containsKey(LIBRARY.site("standard", "new"))
        .containsKey(LIBRARY.site("after", "new"));
    assertThat(application()).containsExactly("client.**");
  }

  /** Its initialiser and its provider construct on nobody's behalf, whatever they call for that. */
  @ParameterizedTest
  @ValueSource(strings = {"observe", "dry-run", "enforce", "fail"})
  void what_a_class_has_made_for_itself_it_gets(String mode) {
    odd("targets=client.Lazy", "mode=" + mode);
    assertThat(reasons("client.Lazy"))
        .containsOnly(entry(HELPERS.site("lazy", "new"), "inside-target"));
    assertThat(report().target("client.Lazy").failures()).isEmpty();

    odd("targets=client.Pair", "mode=" + mode, "canonical=client.Pair#DEFAULT");
    assertThat(reasons("client.Pair"))
        .containsOnly(entry(HELPERS.site("pair", "new"), "inside-target"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"observe", "enforce"})
  void a_provider_that_is_a_factory_has_one_birth(String mode) {
    odd("targets=client.Fresh", "mode=" + mode);

    FixtureSource fresh = FixtureSource.of("client.Fresh");
    assertThat(figures("client.Fresh", "constructions"))
        .containsOnly(
            entry(fresh.site("fresh", "new"), 1L),
            entry(made(ODD, "fresh") + via(fresh, "fresh"), 19L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"observe", "enforce"})
  void what_its_users_configure_is_not_merged(String mode) {
    odd("targets=client.Tuned", "mode=" + mode, "canonical=client.Helpers#SHARED");

    assertThat(reasons("client.Tuned"))
        .contains(
            entry(made(ODD, "one") + via(LIBRARY, "tuned"), "configured-after-construction"),
            entry(made(ODD, "other") + via(LIBRARY, "tuned"), "configured-after-construction"));
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_jar_that_contains_everything_may_stand_in_the_class_path(Jdk jdk) throws IOException {
    Path shaded = jar("shaded ü[.jar", null, "client/", "fixtures/origin/");

    agent(jdk, HOLDER).withClassPath(shaded).run(MAIN, "1");

    assertThat(origins().keySet()).isEqualTo(expected().keySet());
  }

  private void odd(String... options) {
    ForkedJvm.Exit exit = onClassPath(Jdks.running(), options).run("fixtures.origin.Odd");

    assertThat(exit.out().lines())
        .as("%s: %s", List.of(options), exit.err())
        .containsExactly("lazy true", "pair true", "fresh true", "sizes 127");
  }

  private Map<String, String> reasons(String target) {
    Map<String, String> all = new TreeMap<>();
    report()
        .target(target)
        .allSites()
        .forEach(site -> all.put(named(site), site.get("reason").asText()));
    return all;
  }

  /** Tries what a mode would do, and then does it. */
  private ForkedJvm.Exit keptAsPromised(Jdk jdk, String option) {
    onClassPath(jdk, HOLDER, "mode=dry-run", option).run(MAIN, "" + TIMES);
    Map<String, Boolean> promised = redirectable();

    ForkedJvm.Exit exit = onClassPath(jdk, HOLDER, "mode=enforce", option).run(MAIN, "" + TIMES);

    Map<String, Boolean> kept = new TreeMap<>();
    figures("redirects").forEach((site, count) -> kept.put(site, count > 0));
    kept.keySet().removeIf(site -> site.contains("Holder"));
    promised.keySet().removeIf(site -> site.contains("Holder"));
    assertThat(kept).isEqualTo(promised);
    return exit;
  }

  /** Constructions by origin and the place via which it constructs. */
  private static Map<String, Long> expected() {
    Map<String, Long> expected = new TreeMap<>();
    expected.put("Holder.java:7 new", 1L);
    expected.put(web("own"), (long) TIMES);
    expected.put(made(WEB, "create") + via(TARGET, "create"), (long) TIMES);
    expected.put(made(WEB, "built") + via(TARGET, "build"), (long) TIMES);
    expected.put(made(WEB, "standard") + via(LIBRARY, "standard"), (long) TIMES);
    expected.put(made(WEB, "lambda") + via(LIBRARY, "standard"), (long) TIMES);
    expected.put(made(JOBS, "standard") + via(LIBRARY, "standard"), (long) TIMES);
    expected.put(JOBS.site("supplied", "method-reference"), (long) TIMES);
    expected.put(made(JOBS, "reflective") + via(LIBRARY, "reflective"), (long) TIMES);
    expected.put(made(JOBS, "after") + via(LIBRARY, "after"), (long) TIMES);
    expected.put(LIBRARY.site("alone", "new"), (long) TIMES);
    return expected;
  }

  private static String web(String name) {
    return WEB.site(name, "new");
  }

  private static String made(FixtureSource place, String name) {
    return place.site(name, "factory");
  }

  private static String via(FixtureSource place, String name) {
    return " via " + place.file().getFileName() + ":" + place.line(name);
  }

  private Map<String, Long> origins() {
    return figures("constructions");
  }

  private Map<String, Long> figures(String figure) {
    return figures(CLIENT, figure);
  }

  private Map<String, Long> figures(String target, String figure) {
    Map<String, Long> figures = new TreeMap<>();
    report()
        .target(target)
        .allSites()
        .forEach(site -> figures.merge(named(site), site.get(figure).asLong(), Long::sum));
    return figures;
  }

  private Map<String, Boolean> redirectable() {
    Map<String, Boolean> all = new TreeMap<>();
    report()
        .target(CLIENT)
        .allSites()
        .forEach(site -> all.put(named(site), site.get("redirectable").asBoolean()));
    return all;
  }

  private static String named(JsonNode site) {
    String via = site.get("via").asText("");
    String place =
        via.isEmpty() ? "" : " via " + via.substring(via.indexOf('(') + 1, via.length() - 1);
    return "%s:%d %s%s"
        .formatted(
            site.get("file").asText(), site.get("line").asInt(), site.get("kind").asText(), place);
  }

  private List<String> application() {
    List<String> all = new ArrayList<>();
    report().root().get("application").forEach(each -> all.add(each.asText()));
    return all;
  }

  private Report report() {
    return Report.read(temp.resolve("report.json"));
  }

  private ForkedJvm onClassPath(Jdk jdk, String... options) {
    try {
      Path library = jar("library.jar", null, "client/");
      return agent(jdk, options).withClassPath(library, directory());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private ForkedJvm agent(Jdk jdk, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    if (all.stream().noneMatch(option -> option.startsWith("targets="))) {
      all.add("targets=" + CLIENT);
    }
    all.add("report=" + temp.resolve("report.json"));
    return ForkedJvm.on(jdk).withAgent(all.toArray(new String[0]));
  }

  /** Copies the classes of the application, without the library. */
  private Path directory() throws IOException {
    Path to = Files.createDirectories(temp.resolve("classes/fixtures/origin"));
    try (Stream<Path> files = Files.list(PackagedJar.fixtures().resolve("fixtures/origin"))) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(file.getFileName());
        if (!Files.exists(copy)) {
          Files.copy(file, copy);
        }
      }
    }
    return temp.resolve("classes");
  }

  private Path jar(String name, String classPath, String... folders) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, MAIN);
    if (classPath != null) {
      manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    }
    Path jar = temp.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (String folder : folders) {
        try (Stream<Path> files = Files.list(PackagedJar.fixtures().resolve(folder))) {
          for (Path file : files.sorted().toList()) {
            out.putNextEntry(new JarEntry(folder + file.getFileName()));
            Files.copy(file, out);
          }
        }
      }
    }
    return jar;
  }
}

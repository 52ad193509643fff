package dev.ssot.dist.enforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Report;
import dev.ssot.forms.Compilers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a provider does, the application gets an instance and the report a reason. */
final class ProvidersIT {
  private static final String PROVIDERS = "fixtures.enforce.Providers";
  private static final String CONFIG =
      """
      mode: enforce
      canonical.wait: %s
      targets:
        - fixtures.enforce.Providers$Throwing
        - fixtures.enforce.Providers$Unlocked
        - fixtures.enforce.Providers$Held
        - fixtures.enforce.Providers$Hesitant
        - fixtures.enforce.Providers$Empty
        - class: fixtures.enforce.Providers$Unrelated
          canonical: "fixtures.enforce.Providers$Misnamed#unrelated()"
        - class: fixtures.enforce.Providers$General
          canonical: "fixtures.enforce.Providers$Misnamed#general()"
        - class: fixtures.enforce.Providers$Absent
          canonical: "fixtures.enforce.Providers$Misnamed#absent()"
        - class: fixtures.enforce.Providers$Bound
          canonical: "fixtures.enforce.Providers$Bound#mine()"
        - fixtures.enforce.Providers$Recursive
        - class: fixtures.enforce.Providers$Slow
          canonical: "fixtures.enforce.Providers$Slow#connect()"
        - fixtures.enforce.Providers$Pooled
      """;

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void for_a_provider_that_is_no_good_or_must_not_be_asked_one_instance_stands_in(Jdk jdk)
      throws Exception {
    ForkedJvm.Exit exit = run(jdk, "2s");

    assertThat(exit.out().lines())
        .containsExactly(
            "throwing osss",
            "unlocked osss",
            "held osss",
            "hesitant osss",
            "empty osss",
            "unrelated osss",
            "general osss",
            "absent oooo",
            "bound oooo",
            "recursive osss",
            "slow osss",
            "slow is known at last",
            "held is the application's own true",
            "pooled osss",
            "hesitant is known at last",
            "main ends",
            "evicting, daemon false, loader true");
    assertThatReasonsAreCounted();
    assertThatEachIsSaidOnce(exit.err());
  }

  private void assertThatReasonsAreCounted() {
    assertThat(failures("Throwing")).containsOnlyKeys("canonical-failed");
    assertThat(failures("Unlocked")).isEmpty();
    assertThat(failures("Held")).isEmpty();
    assertThat(failures("Hesitant")).containsOnly(entry("canonical-failed", 1L));
    assertThat(failures("Empty")).containsOnlyKeys("canonical-null");
    assertThat(failures("Unrelated")).containsOnlyKeys("canonical-other-type");
    assertThat(failures("General")).containsOnlyKeys("canonical-other-type");
    assertThat(failures("Absent")).containsOnly(entry("canonical-absent", 4L));
    assertThat(failures("Bound")).containsOnly(entry("canonical-absent", 4L));
    assertThat(failures("Recursive")).isEmpty();
    assertThat(failures("Slow")).containsOnly(entry("canonical-timeout", 1L));
    assertThat(failures("Pooled")).isEmpty();
    assertThat(target("Throwing").constructions()).isEqualTo(1);
    assertThat(target("Throwing").redirects()).isEqualTo(3);
    assertThat(target("Unlocked").node().get("canonical").get("standIn").asBoolean()).isTrue();
    assertThat(target("Held").constructions()).isEqualTo(2);
    assertThat(target("Held").node().get("canonical").get("standIn").asBoolean()).isFalse();
    assertThat(target("Pooled").constructions()).isEqualTo(1);
    assertThat(target("Pooled").redirects()).isEqualTo(4);
  }

  private static void assertThatEachIsSaidOnce(String err) {
    for (String name : new String[] {"Throwing", "Hesitant", "Empty", "Absent"}) {
      assertThat(err.lines().filter(line -> line.contains(name + ": canonical=")))
          .as("%s in %s", name, err)
          .hasSize(1);
    }
    assertThat(err).contains("no connection").doesNotContain("the agent failed");
  }

  /**
   * Each provider was wanted before the application was ready for it. Had the agent asked, the
   * first two would answer null for ever, and the other two with the wrong settings.
   */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void one_that_remembers_or_reads_settings_works_for_the_application_as_without_the_agent(Jdk jdk)
      throws Exception {
    List<String> options = new ArrayList<>(List.of("report=" + json(), "mode=enforce"));
    options.add("targets=fixtures.enforce.Early$*");
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk).withAgent(options.toArray(String[]::new)).run("fixtures.enforce.Early");

    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.out().lines())
        .containsExactly("once made", "flagged made", "set to right", "property is right");
    for (String name : new String[] {"Once", "Flagged", "Set", "Property"}) {
      Report.Target target = report().target("fixtures.enforce.Early$" + name);
      assertThat(target.failures()).as(name).isEmpty();
      assertThat(target.node().get("canonical").get("standIn").asBoolean()).as(name).isFalse();
    }
  }

  /** Each replaces what is broken or closed by what other code constructs. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void one_that_replaces_its_instance_through_other_code_gets_a_new_one(Jdk jdk) throws Exception {
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withAgent("targets=fixtures.enforce.Replacing$*One", "mode=enforce", "log=stderr")
            .run("fixtures.enforce.Replacing");

    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.out().lines())
        .containsExactly(
            "static done",
            "virtual done",
            "supplied done",
            "reflective done",
            "delegated done",
            "helped done",
            "closed done",
            "failing done");
    assertThat(exit.err()).doesNotContain("the agent failed");
  }

  /** Nothing is open to the agent, which can read no field and call no method: the write tells. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void the_instance_in_a_field_is_known_even_in_a_closed_module(Jdk jdk) throws Exception {
    assumeTrue(jdk.version() > 8);

    for (String module : List.of("module shop {}", "module shop { exports fixtures.enforce; }")) {
      assertThat(module(jdk, module).lines()).containsExactly("new true", "new true");
      assertThat(report().target("fixtures.enforce.Cache").failures()).isEmpty();
    }
  }

  private String module(Jdk jdk, String declaration) throws Exception {
    Path folder = Files.createTempDirectory(temp, "module");
    Path source = Files.writeString(folder.resolve("module-info.java"), declaration);
    Path classes = folder.resolve("classes");
    List<Path> sources = new ArrayList<>(List.of(source));
    for (String name : List.of("Cache", "Lazy", "Known", "Plain", "Callers")) {
      sources.add(FixtureSource.of("fixtures.enforce." + name).file());
    }
    Compilers.javac(classes, sources, "--release", "9");
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withAgent(
                "targets=fixtures.enforce.Cache",
                "mode=enforce",
                "canonical.wait=60s",
                "log=stderr",
                "report=" + json())
            .withArguments("-p", classes.toString(), "-m", "shop/fixtures.enforce.Callers")
            .withArguments("new", "new")
            .runBare();
    assertThat(exit.code()).as(exit.err()).isZero();
    return exit.out();
  }

  private ForkedJvm.Exit run(Jdk jdk, String wait) throws Exception {
    Path config = Files.writeString(temp.resolve("ssot.yaml"), CONFIG.formatted(wait));
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withAgent("config=" + config, "report=" + json(), "log=stderr")
            .run(PROVIDERS);
    assertThat(exit.code()).as(exit.err()).isZero();
    return exit;
  }

  private Map<String, Long> failures(String name) {
    return target(name).failures();
  }

  private Report.Target target(String name) {
    return report().target(PROVIDERS + "$" + name);
  }

  private Report report() {
    return Report.read(json());
  }

  private Path json() {
    return temp.resolve("report.json");
  }
}

package dev.ssot.dist.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.PackagedJar;
import dev.ssot.dist.Report;
import dev.ssot.dist.SameOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A security manager grants the agent everything and the application nothing. */
final class SecurityManagerIT {
  private static final String SECURED = "fixtures.outcome.Secured";
  private static final FixtureSource SOURCE = FixtureSource.of(SECURED);

  @TempDir private Path temp;

  static Stream<Arguments> jdks() {
    return managed()
        .flatMap(jdk -> Stream.of("first", "later").map(when -> Arguments.of(jdk, when)));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void what_an_application_without_permissions_constructs_is_counted(Jdk jdk, String when)
      throws IOException {
    Report.Target target = run(jdk, when, "observe");

    assertThat(target.isExact()).isTrue();
    assertThat(target.sites())
        .contains(
            entry(SOURCE.site("new", "new"), 3L),
            entry(SOURCE.site("action", "new"), 6L),
            entry(SOURCE.site("reference", "method-reference"), 3L),
            entry(SOURCE.site("reflection", "reflection"), 3L));
    assertThat(target.constructions()).isEqualTo(when.equals("later") ? 16 : 15);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void what_it_constructs_is_redirected(Jdk jdk, String when) throws IOException {
    Report.Target target = run(jdk, when, "enforce");

    assertThat(target.constructions()).isEqualTo(1);
    assertThat(target.redirects()).isEqualTo(when.equals("later") ? 15 : 14);
    assertThat(target.failures()).isEmpty();
  }

  /** Later JDKs have no security manager. */
  static Stream<Jdk> managed() {
    return Jdks.all().filter(jdk -> jdk.version() <= 17);
  }

  @ParameterizedTest
  @MethodSource("managed")
  void its_own_instance_is_learned_and_guarded(Jdk jdk) throws IOException {
    Report.Target target =
        run(jdk, "fixtures.outcome.SecuredShared", "Shared", "first", "mode=enforce");

    assertThat(target.constructions()).isEqualTo(1);
    assertThat(target.redirects()).isEqualTo(4);
    assertThat(target.failures()).isEmpty();
    assertThat(target.node().get("guarded").asLong()).isEqualTo(3);
    assertThat(target.node().get("canonical").get("standIn").asBoolean()).isFalse();
  }

  private Report.Target run(Jdk jdk, String when, String mode) throws IOException {
    return run(jdk, SECURED, "Session", when, "canonical=first", "mode=" + mode);
  }

  private Report.Target run(Jdk jdk, String program, String target, String when, String... options)
      throws IOException {
    Path report = temp.resolve("report.json");
    List<String> all = new ArrayList<>(List.of(options));
    all.add("targets=" + program + "$" + target);
    all.add("report=" + report);
    all.add("log=stderr");
    ForkedJvm.Exit without = jvm(jdk, when).run(program, when);
    ForkedJvm.Exit with = jvm(jdk, when).withAgent(all.toArray(new String[0])).run(program, when);

    assertThat(without.out()).contains("security manager true", "denied");
    SameOutput.compare(without, with);
    assertThat(with.err()).doesNotContain("the agent failed");
    return Report.read(report).target(program + "$" + target);
  }

  private ForkedJvm jvm(Jdk jdk, String when) throws IOException {
    Path policy =
        Files.writeString(
            temp.resolve("app.policy"),
            "grant codeBase \"%s\" { permission java.security.AllPermission; };"
                .formatted(PackagedJar.path().toUri()));
    ForkedJvm jvm = ForkedJvm.on(jdk).withArguments("-Djava.security.policy==" + policy);
    return when.equals("later") ? jvm : jvm.withArguments("-Djava.security.manager");
  }
}

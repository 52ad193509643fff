package dev.ssot.dist.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Report;
import dev.ssot.forms.Compilers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where Kotlin, and an enum, keep the one instance. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HoldersIT {
  private static final String PROGRAM =
      """
      package holders

      class Companioned { companion object { val shared = Companioned() } }

      class Held
      object Holder { val held = Held() }

      class Told { companion object { private val one = Told(); fun get() = one } }

      class Kept
      enum class Constants(private val kept: Kept) { ONE(Kept()); fun get() = kept }

      object Single

      fun companioned() = Companioned()
      fun held() = Held()
      fun told() = Told()
      fun kept() = Kept()
      fun single(): Any {
        val constructor = Class.forName("holders.Single").getDeclaredConstructor()
        constructor.isAccessible = true
        return constructor.newInstance()
      }

      fun main() {
        println("companion " + (companioned() === Companioned.shared))
        Holder.held
        println("object " + (held() === Holder.held))
        Told.get()
        println("companion's method " + (told() === Told.get()))
        Constants.ONE.get()
        println("constant " + (kept() === Constants.ONE.get()))
        println("object itself " + (single() === Single))
      }
      """;

  private static final String CONFIG =
      """
      mode: enforce
      canonical.wait: 60s
      targets:
        - holders.Companioned
        - {class: holders.Held, canonical: "holders.Holder#held"}
        - {class: holders.Told, canonical: "holders.Told$Companion#get()"}
        - {class: holders.Kept, canonical: "holders.Constants#get()"}
        - holders.Single
      """;

  private Path classes;
  private Path config;
  private @TempDir Path temp;

  @BeforeAll
  void compile(@TempDir Path work) throws Exception {
    Path source = Files.writeString(work.resolve("Holders.kt"), PROGRAM);
    config = Files.writeString(work.resolve("ssot.yaml"), CONFIG);
    classes = Files.createDirectories(work.resolve("classes"));
    String library = Compilers.kotlinLibrary().toString();
    Compilers.kotlinc(classes, List.of(source), "-jvm-target", "1.8", "-cp", library);
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void each_is_found_and_shared(Jdk jdk) {
    Path report = temp.resolve("report.json");
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withClassPath(classes, Compilers.kotlinLibrary())
            .withAgent("config=" + config, "log=stderr", "report=" + report)
            .run("holders.HoldersKt");

    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.out().lines())
        .as(exit.err())
        .containsExactly(
            "companion true",
            "object true",
            "companion's method true",
            "constant true",
            "object itself true");
    for (String name : List.of("Companioned", "Held", "Told", "Kept", "Single")) {
      Report.Target target = Report.read(report).target("holders." + name);
      assertThat(target.constructions()).as(name).isEqualTo(1);
      assertThat(target.redirects()).as(name).isEqualTo(1);
    }
  }
}

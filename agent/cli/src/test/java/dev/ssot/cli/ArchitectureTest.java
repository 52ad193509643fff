package dev.ssot.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the packages of the command line may know. */
@AnalyzeClasses(packages = "dev.ssot.cli", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule jvm_and_terminal_know_no_command_and_not_each_other =
      noClasses()
          .that()
          .resideInAPackage("dev.ssot.cli.jvm")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.ssot.cli", "dev.ssot.cli.command", "dev.ssot.cli.terminal");

  @ArchTest
  static final ArchRule terminal_knows_nothing_of_ours =
      noClasses()
          .that()
          .resideInAPackage("dev.ssot.cli.terminal")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.ssot.cli",
              "dev.ssot.cli.command",
              "dev.ssot.cli.jvm",
              "dev.ssot.engine..",
              "dev.ssot.bootstrap..");

  /** What is true of a running agent it says itself; of the engine only the YAML reader is used. */
  @ArchTest
  static final ArchRule of_the_engine_only_the_reader_of_files_is_used =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.ssot.engine",
              "dev.ssot.engine.command..",
              "dev.ssot.engine.jmx..",
              "dev.ssot.engine.ledger..",
              "dev.ssot.engine.policy..",
              "dev.ssot.engine.report..",
              "dev.ssot.engine.snapshot..");

  @ArchTest
  static final ArchRule only_jvm_attaches_and_connects =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.ssot.cli.jvm")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.management", "javax.management.remote..");

  @ArchTest
  static final ArchRule static_fields_are_final = fields().that().areStatic().should().beFinal();
}

package dev.ssot.engine.jfr;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the package may know, with both of its halves: the engine's test sees its own alone. */
@AnalyzeClasses(
    packages = "dev.ssot.engine.jfr",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  /** Whoever linked to a public one would load the recorder. */
  @ArchTest
  static final ArchRule what_names_the_recorder_is_not_public =
      noClasses().that().arePublic().should().dependOnClassesThat().resideInAPackage("jdk.jfr..");

  @ArchTest
  static final ArchRule it_knows_no_other_way_out =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.ssot.engine.logging..",
              "dev.ssot.engine.metrics..",
              "dev.ssot.engine.report..",
              "dev.ssot.engine.control..");

  @ArchTest
  static final ArchRule static_fields_are_final = fields().that().areStatic().should().beFinal();
}

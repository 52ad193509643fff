package dev.ssot.engine.jfr;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * What the packages may know; {@code jfr} with both of its halves, of which the engine's test sees
 * its own alone.
 */
@AnalyzeClasses(
    packages = {"dev.ssot.engine.jfr", "dev.ssot.engine.walker"},
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  /** Whoever linked to a public one would load the recorder. */
  @ArchTest
  static final ArchRule what_names_the_recorder_is_not_public =
      noClasses().that().arePublic().should().dependOnClassesThat().resideInAPackage("jdk.jfr..");

  @ArchTest
  static final ArchRule walker_knows_stack_alone =
      noClasses()
          .that()
          .resideInAPackage("dev.ssot.engine.walker")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.ssot..")
                  .and(not(resideInAnyPackage("dev.ssot.engine.walker", "dev.ssot.engine.stack"))));

  @ArchTest
  static final ArchRule it_knows_what_was_counted_and_why =
      noClasses()
          .that()
          .resideInAPackage("dev.ssot.engine.jfr")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.ssot..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "dev.ssot.engine.jfr",
                              "dev.ssot.engine.ledger",
                              "dev.ssot.engine.place",
                              "dev.ssot.engine.stack",
                              "dev.ssot.engine.policy",
                              "dev.ssot.bootstrap.options"))));

  @ArchTest
  static final ArchRule static_fields_are_final = fields().that().areStatic().should().beFinal();
}

package dev.ssot.bootstrap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.ssot.bootstrap.zone.Console;
import java.util.ServiceLoader;

/**
 * What runs before the application, in the application's own class loader, knows next to nothing.
 */
@AnalyzeClasses(
    packages = "dev.ssot.bootstrap",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  /** Packages by name, without those below: {@code java.util} is not {@code java.util.logging}. */
  @ArchTest
  static final ArchRule bootstrap_depends_on_the_base_of_the_jdk_alone =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.ssot.bootstrap..",
              "java.io",
              "java.lang",
              "java.lang.annotation",
              "java.lang.instrument",
              "java.lang.invoke",
              "java.lang.ref",
              "java.lang.reflect",
              "java.net",
              "java.nio..",
              "java.security",
              "java.time",
              "java.util",
              "java.util.concurrent..",
              "java.util.function",
              "java.util.jar",
              "java.util.zip");

  /** Each of them sets up something for the whole JVM that the application means to set up. */
  @ArchTest
  static final ArchRule nothing_of_the_application_is_initialised_early =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..", "javax.management..", "java.lang.management..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ServiceLoader.class);

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching("dev.ssot.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nobody_prints_but_the_console =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.ssot.bootstrap.zone.Console")
          .should(ACCESS_STANDARD_STREAMS);

  /** A line is printed once per start, exit or refused class, never once per construction. */
  @ArchTest
  static final ArchRule nobody_uses_the_console_but_the_steps_of_the_start =
      noClasses()
          .that()
          .haveNameNotMatching(
              "dev\\.ssot\\.bootstrap\\.(zone\\.(AgentThreads|Console)"
                  + "|start\\.(AgentStart|EngineStarter|ExitHook(\\$LastWords)?|LibraryWatch"
                  + "|LoadedClasses|MissedClasses|StartMessages))")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Console.class);

  @ArchTest
  static final ArchRule static_fields_are_final = fields().that().areStatic().should().beFinal();
}

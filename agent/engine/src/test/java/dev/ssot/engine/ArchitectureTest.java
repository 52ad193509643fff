package dev.ssot.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.ssot.engine.policy.Modes;
import dev.ssot.engine.policy.SitePolicy;
import java.lang.instrument.Instrumentation;

/** Which package may know what: {@code docs/architecture.md} as rules. */
@AnalyzeClasses(packages = "dev.ssot.engine", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String DETECT = "dev.ssot.engine.detect..";
  private static final String SNAPSHOT = "dev.ssot.engine.detect.snapshot..";
  private static final String STACK = "dev.ssot.engine.stack..";
  private static final String REDIRECT = "dev.ssot.engine.redirect..";
  private static final String POLICY = "dev.ssot.engine.policy..";
  private static final String WEAVE = "dev.ssot.engine.weave..";
  private static final String LOGGING = "dev.ssot.engine.logging..";
  private static final String REPORT = "dev.ssot.engine.report..";
  private static final String CONTROL = "dev.ssot.engine.control..";
  private static final String COMMAND = "dev.ssot.engine.command..";
  private static final String TRANSFORM = "dev.ssot.engine.transform..";

  @ArchTest
  static final ArchRule stack_depends_on_nothing_of_ours =
      noClasses()
          .that()
          .resideInAPackage(STACK)
          .should()
          .dependOnClassesThat(resideInAPackage("dev.ssot..").and(not(resideInAPackage(STACK))));

  @ArchTest
  static final ArchRule detect_knows_stacks_and_nothing_else_of_ours =
      noClasses()
          .that()
          .resideInAPackage(DETECT)
          .and()
          .resideOutsideOfPackage(SNAPSHOT)
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.ssot..")
                  .and(
                      not(
                          resideInAnyPackage(
                              DETECT, STACK, "dev.ssot.bootstrap.(options|pattern)")))
                  .or(resideInAPackage(SNAPSHOT)));

  @ArchTest
  static final ArchRule policy_canonical_and_redirect_know_no_snapshot =
      noClasses()
          .that()
          .resideInAnyPackage(POLICY, REDIRECT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SNAPSHOT);

  @ArchTest
  static final ArchRule detect_and_redirect_know_no_library_and_no_way_out =
      noClasses()
          .that()
          .resideInAnyPackage(STACK, DETECT, POLICY, REDIRECT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "net.bytebuddy..",
              "io.micrometer..",
              "org.slf4j..",
              "com.fasterxml..",
              "org.snakeyaml..",
              "javax.management..",
              "java.lang.management..",
              "jdk.jfr..",
              "java.net..",
              "com.sun.net.httpserver..");

  @ArchTest
  static final ArchRule only_weave_uses_byte_buddy =
      noClasses()
          .that()
          .resideOutsideOfPackage(WEAVE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("net.bytebuddy..");

  /** The bridge and the provider; whoever has something to say names the logger alone. */
  @ArchTest
  static final ArchRule only_logging_uses_slf4j_beyond_its_logger =
      noClasses()
          .that()
          .resideOutsideOfPackage(LOGGING)
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.slf4j..").and(not(nameMatching("org\\.slf4j\\.Logger"))));

  /** A class that has its logger handed to it is tested with one that remembers. */
  @ArchTest
  static final ArchRule loggers_are_handed_in =
      noClasses()
          .that()
          .resideOutsideOfPackage(LOGGING)
          .and()
          .doNotHaveFullyQualifiedName("dev.ssot.engine.Engine")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("dev.ssot.engine.logging.EngineLog");

  /** By hand; the configuration file is followed by the policy, which only the wiring tells. */
  @ArchTest
  static final ArchRule only_command_changes_modes =
      noClasses()
          .that()
          .resideOutsideOfPackages(COMMAND, REDIRECT)
          .should()
          .callMethodWhere(
              target(owner(type(Modes.class))).and(target(nameMatching("set|replace"))));

  @ArchTest
  static final ArchRule only_the_followed_file_replaces_the_policy =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.ssot.engine.RedirectParts")
          .should()
          .callMethodWhere(
              target(owner(type(SitePolicy.class))).and(target(nameMatching("replace"))));

  @ArchTest
  static final ArchRule jmx_and_http_ask_command_alone =
      noClasses()
          .that()
          .resideInAPackage(CONTROL)
          .or()
          .haveNameMatching(
              "dev\\.ssot\\.engine\\.(AgentBean|TargetTable|LazyHttpServer|HttpRoutes)")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(REDIRECT, REPORT)
                  .or(
                      nameMatching(
                          "dev\\.ssot\\.engine\\.(Reports|SnapshotAssembler|HeapComparisons|RedirectParts)")));

  /** It alone knows that the JVM refuses a whole batch for one class. */
  @ArchTest
  static final ArchRule only_retransformation_retransforms =
      noClasses()
          .that()
          .resideOutsideOfPackage(TRANSFORM)
          .should()
          .callMethod(Instrumentation.class, "retransformClasses", Class[].class);

  @ArchTest
  static final ArchRule only_report_uses_jackson =
      noClasses()
          .that()
          .resideOutsideOfPackage(REPORT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml..");

  @ArchTest
  static final ArchRule only_control_uses_yaml =
      noClasses()
          .that()
          .resideOutsideOfPackage(CONTROL)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.snakeyaml..");

  /** Two classes: one for the application's registries and ours, one that makes ours. */
  @ArchTest
  static final ArchRule only_metrics_uses_micrometer =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.ssot.engine.metrics.bridge.SsotMetrics")
          .and()
          .doNotHaveFullyQualifiedName("dev.ssot.engine.metrics.scrape.ScrapeRegistry")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micrometer..", "io.prometheus..");

  /** A runtime image may lack it, and Java 8 hides it: what names it is in {@code agent/jfr}. */
  @ArchTest
  static final ArchRule nobody_uses_jdk_jfr =
      noClasses().should().dependOnClassesThat().resideInAPackage("jdk.jfr..");

  @ArchTest
  static final ArchRule adapters_do_not_know_each_other =
      slices()
          .matching("dev.ssot.engine.(logging|metrics|report|control|jfr)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching("dev.ssot.(**)").should().beFreeOfCycles();

  @ArchTest static final ArchRule nobody_prints = noClasses().should(ACCESS_STANDARD_STREAMS);

  /** They alone reach a stream, and hand it on: to the log, and to the report. */
  @ArchTest
  static final ArchRule nobody_uses_the_console_but_those_who_wire =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.ssot.engine.Engine")
          .and()
          .doNotHaveFullyQualifiedName("dev.ssot.engine.Outputs")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("dev.ssot.bootstrap.zone.Console");

  /** An application's log manager would find itself initialised too early. */
  @ArchTest
  static final ArchRule nobody_uses_java_util_logging =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

  @ArchTest
  static final ArchRule static_fields_are_final = fields().that().areStatic().should().beFinal();

  /** What changes belongs to an engine, so that it goes when the engine goes. */
  @ArchTest
  static final ArchRule static_fields_hold_nothing_that_changes =
      noFields()
          .that()
          .areStatic()
          .should()
          .haveRawType(resideInAnyPackage("java.util.concurrent", "java.util.concurrent.atomic"))
          .orShould()
          .haveRawType(ThreadLocal.class);
}

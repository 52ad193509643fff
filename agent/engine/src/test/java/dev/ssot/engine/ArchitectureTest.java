package dev.ssot.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import dev.ssot.engine.ledger.Totals;
import dev.ssot.engine.policy.Modes;
import dev.ssot.engine.policy.SitePolicy;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;

/** Which package may know what: {@code docs/architecture.md} as rules. */
@AnalyzeClasses(packages = "dev.ssot.engine", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String ENGINE = "dev.ssot.engine";
  private static final String APPLICATION = ENGINE + ".application..";
  private static final String PLACE = ENGINE + ".place..";
  private static final String STACK = ENGINE + ".stack..";
  private static final String LEDGER = ENGINE + ".ledger..";
  private static final String ATTRIBUTION = ENGINE + ".attribution..";
  private static final String POLICY = ENGINE + ".policy..";
  private static final String CANONICAL = ENGINE + ".canonical..";
  private static final String GUARD = ENGINE + ".guard..";
  private static final String REDIRECT = ENGINE + ".redirect..";
  private static final String WEAVE = ENGINE + ".weave..";
  private static final String TRANSFORM = ENGINE + ".transform..";
  private static final String SNAPSHOT = ENGINE + ".snapshot..";
  private static final String WORDING = ENGINE + ".wording..";
  private static final String REPORT = ENGINE + ".report..";
  private static final String COMMAND = ENGINE + ".command..";
  private static final String JMX = ENGINE + ".jmx..";
  private static final String CONFIG = ENGINE + ".config..";
  private static final String HTTP = ENGINE + ".http..";
  private static final String LOGGING = ENGINE + ".logging..";

  /** Names of classes: what all zones of the jar agree on. */
  private static final String PATTERN = "dev.ssot.bootstrap.pattern";

  /** Its types are named, so that nobody leaves one more there. */
  @ArchTest
  static final ArchRule the_root_only_wires =
      classes()
          .that()
          .resideInAPackage(ENGINE)
          .and()
          .areTopLevelClasses()
          .should()
          .haveNameMatching(
              ".*\\.(Engine|Detachment|Counting|RedirectParts|Upkeep|Outputs|EngineThreads|package-info)");

  @ArchTest
  static final ArchRule nobody_knows_the_root =
      noClasses()
          .that()
          .resideOutsideOfPackage(ENGINE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ENGINE);

  @ArchTest
  static final ArchRule place_and_stack_depend_on_nothing_of_ours =
      CompositeArchRule.of(
              noClasses()
                  .that()
                  .resideInAPackage(PLACE)
                  .should()
                  .dependOnClassesThat(oursOutside(PLACE, PATTERN)))
          .and(
              noClasses()
                  .that()
                  .resideInAPackage(APPLICATION)
                  .should()
                  .dependOnClassesThat(oursOutside(APPLICATION, PATTERN)))
          .and(
              noClasses()
                  .that()
                  .resideInAPackage(STACK)
                  .should()
                  .dependOnClassesThat(oursOutside(STACK, APPLICATION, PATTERN)));

  @ArchTest
  static final ArchRule ledger_knows_place_and_stack_alone =
      noClasses()
          .that()
          .resideInAPackage(LEDGER)
          .should()
          .dependOnClassesThat(oursOutside(LEDGER, PLACE, STACK, APPLICATION, PATTERN));

  @ArchTest
  static final ArchRule attribution_knows_the_ledger_and_what_is_below =
      noClasses()
          .that()
          .resideInAPackage(ATTRIBUTION)
          .should()
          .dependOnClassesThat(
              oursOutside(ATTRIBUTION, LEDGER, PLACE, STACK, APPLICATION, PATTERN));

  @ArchTest
  static final ArchRule policy_canonical_and_redirect_know_no_snapshot =
      noClasses()
          .that()
          .resideInAnyPackage(POLICY, CANONICAL, GUARD, REDIRECT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SNAPSHOT);

  @ArchTest
  static final ArchRule the_domain_knows_no_library_and_no_way_out =
      noClasses()
          .that()
          .resideInAnyPackage(PLACE, STACK, LEDGER, ATTRIBUTION, POLICY, CANONICAL, GUARD, REDIRECT)
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
  static final ArchRule only_transform_uses_instrumentation =
      noClasses()
          .that()
          .resideOutsideOfPackage(TRANSFORM)
          .should()
          .callMethodWhere(target(owner(type(Instrumentation.class))))
          .orShould()
          .implement(ClassFileTransformer.class);

  /** It works on class files: a class that is not loaded yet is woven as one that is. */
  @ArchTest
  static final ArchRule weave_knows_no_loaded_class =
      noClasses()
          .that()
          .resideInAPackage(WEAVE)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ClassLoader.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.lang.instrument..", "java.lang.reflect..");

  /** The sums of a target are shared by all; nobody adds them up anew. */
  @ArchTest
  static final ArchRule whoever_shows_figures_asks_snapshot_or_metrics =
      noClasses()
          .that()
          .resideInAnyPackage(REPORT, WORDING, COMMAND, JMX, HTTP)
          .should()
          .dependOnClassesThat(resideInAPackage(LEDGER).and(not(type(Totals.class))));

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
          .resideOutsideOfPackages(COMMAND, POLICY)
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
          .resideInAnyPackage(JMX, HTTP)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              POLICY, CANONICAL, GUARD, REDIRECT, REPORT, ENGINE + ".snapshot.take..");

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
  static final ArchRule only_config_uses_yaml =
      noClasses()
          .that()
          .resideOutsideOfPackage(CONFIG)
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
  static final ArchRule ways_in_and_out_do_not_know_each_other =
      slices()
          .matching("dev.ssot.engine.(logging|metrics|report|jmx|config|http|jfr|journal)..")
          .should()
          .notDependOnEachOther()
          // A scrape is a way out of its own that is reached over HTTP.
          .ignoreDependency(resideInAPackage(HTTP), resideInAPackage(ENGINE + ".metrics"));

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

  private static DescribedPredicate<JavaClass> oursOutside(String... packages) {
    return resideInAPackage("dev.ssot..").and(not(resideInAnyPackage(packages)));
  }
}

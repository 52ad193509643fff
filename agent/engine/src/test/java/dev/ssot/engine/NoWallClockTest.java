package dev.ssot.engine;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.ssot.bootstrap.start.StartContext;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.policy.Modes;
import dev.ssot.engine.snapshot.take.HeapComparisons;
import dev.ssot.engine.snapshot.take.SnapshotAssembler;
import java.util.Set;

/**
 * Whatever waits, repeats or ends after a time goes by {@code System.nanoTime()}. The clock of the
 * machine may be set back by an hour, and a watched file would not be looked at for that hour.
 */
@AnalyzeClasses(
    packages = {"dev.ssot.engine", "dev.ssot.bootstrap"},
    importOptions = ImportOption.DoNotIncludeTests.class)
final class NoWallClockTest {
  /** Where a date is meant, which somebody reads, or by which a file of that time is known. */
  private static final Set<String> DATES =
      Set.of(
          "dev.ssot.bootstrap.options.FileName",
          StartContext.class.getName(),
          Upkeep.class.getName(),
          "dev.ssot.engine.http.HttpDate",
          "dev.ssot.engine.logging.LogLine",
          Site.class.getName(),
          Modes.class.getName(),
          HeapComparisons.class.getName(),
          SnapshotAssembler.class.getName());

  @ArchTest
  static final ArchRule durations_are_not_taken_from_the_clock_of_the_machine =
      noClasses()
          .that(describe("mean no date", type -> !DATES.contains(type.getName())))
          .should()
          .callMethodWhere(
              target(owner(clock())).and(target(nameMatching("now|currentTimeMillis"))))
          .orShould()
          .callConstructorWhere(
              target(owner(describe("a date", type -> type.getName().equals("java.util.Date")))));

  private static DescribedPredicate<JavaClass> clock() {
    return describe(
        "tells the time of day",
        type ->
            type.getName().equals("java.lang.System") || type.getName().startsWith("java.time"));
  }
}

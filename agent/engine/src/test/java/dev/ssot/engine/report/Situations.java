package dev.ssot.engine.report;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What every view has to cope with, by the name of its golden file. */
final class Situations {
  private Situations() {}

  static Stream<Arguments> all() {
    return Stream.of(
        Arguments.of("incident", Snapshots.incident()),
        Arguments.of("enforced", Snapshots.enforced()),
        Arguments.of("enforced-from-the-start", Snapshots.enforcedFromTheStart()),
        Arguments.of("dry-run", Snapshots.dryRun()),
        Arguments.of("dry-run-of-one-instance", Snapshots.dryRunOfOneInstance()),
        Arguments.of("one-site", Snapshots.oneSite()),
        Arguments.of("library", Snapshots.library()),
        Arguments.of("nothing-found", Snapshots.nothingFound()),
        Arguments.of("no-target", Snapshots.noTarget()),
        Arguments.of("inexact", Snapshots.inexact()),
        Arguments.of("heap", Snapshots.heap()),
        Arguments.of("no-debug-information", Snapshots.noDebugInformation()),
        Arguments.of("two-loaders", Snapshots.twoLoaders()),
        Arguments.of("weird-names", Snapshots.weirdNames()),
        Arguments.of("hostile-names", Snapshots.hostileNames()));
  }
}

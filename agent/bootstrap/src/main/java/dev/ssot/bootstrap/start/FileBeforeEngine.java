package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.options.Options;
import java.util.Arrays;

/**
 * Follows the configuration file as long as no class file has named a target, so that the engine
 * does not run: targets that are added are matched from then on. All else is followed by the
 * engine, which compares the file with that of the start.
 */
final class FileBeforeEngine {
  private final StartContext context;
  private byte[] seen;
  private boolean addedTargets;

  FileBeforeEngine(StartContext context) {
    this.context = context;
    this.seen = context.configAtStart;
  }

  /** Tells whether there is a file to look at. */
  boolean exists() {
    return seen != null;
  }

  /**
   * Looks at the file, and adds the targets that were not watched before.
   *
   * @return a line to print; null if there is nothing to tell before the engine runs
   */
  String look() {
    byte[] bytes = StartContext.configFile(context.options);
    if (Arrays.equals(bytes, seen)) {
      return null;
    }
    seen = bytes;
    String changed = context.options.config() + " has changed";
    try {
      Options next = context.rereading.call();
      if (!next.enabled() || !context.added.addFrom(next)) {
        return null;
      }
      addedTargets = true;
      return changed + "; targets are " + context.targets;
    } catch (Exception bad) {
      return changed + " and is not valid; what held before still holds: " + bad.getMessage();
    }
  }

  /** Tells whether targets were added, whose call sites may have been loaded before. */
  boolean hasAddedTargets() {
    return addedTargets;
  }
}

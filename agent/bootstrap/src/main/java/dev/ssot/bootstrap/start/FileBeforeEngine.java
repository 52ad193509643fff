package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.zone.Console;
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

  /** Looks at the file. Returns whether it has targets that were not watched before. */
  boolean look() {
    byte[] bytes = StartContext.bytes(context.options);
    if (Arrays.equals(bytes, seen)) {
      return false;
    }
    seen = bytes;
    try {
      Options next = context.rereading.call();
      boolean added = next.enabled() && context.added.addFrom(next);
      if (added) {
        addedTargets = true;
        Console.line(context.options.config() + " has changed; targets are " + context.targets);
      }
      return added;
    } catch (Exception bad) {
      Console.line(
          context.options.config()
              + " has changed and is not valid; what held before still holds: "
              + bad.getMessage());
      return false;
    }
  }

  /** Tells whether targets were added, whose call sites may have been loaded before. */
  boolean hasAddedTargets() {
    return addedTargets;
  }
}

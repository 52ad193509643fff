package dev.ssot.bootstrap;

import dev.ssot.bootstrap.filter.TargetMatcher;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.TargetOption;
import dev.ssot.bootstrap.zone.Console;
import dev.ssot.bootstrap.zone.StartContext;

/** The line that says that the agent is there, and what was odd about its options. */
final class StartMessages {
  private StartMessages() {}

  static void started(StartContext context) {
    Options options = context.options;
    Console.line(
        "ssot-agent "
            + context.version
            + ": mode "
            + options.mode()
            + ", targets "
            + context.targets
            + "; no behaviour is changed; to switch off: enabled=false, or start without the agent");
    for (TargetOption target : options.targets()) {
      if (TargetMatcher.isOfTheJdk(target.pattern().replace('.', '/'))) {
        Console.line(target + " cannot be a target: classes of the JDK are never woven");
      }
    }
    for (String note : options.notes()) {
      Console.line(note);
    }
  }
}

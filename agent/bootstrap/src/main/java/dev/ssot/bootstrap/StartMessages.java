package dev.ssot.bootstrap;

import dev.ssot.bootstrap.filter.TargetMatcher;
import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.TargetOption;
import dev.ssot.bootstrap.zone.Console;
import dev.ssot.bootstrap.zone.StartContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** The line that says that the agent is there, and what was odd about its options. */
final class StartMessages {
  private StartMessages() {}

  static void started(StartContext context) {
    Options options = context.options;
    Map<String, Mode> modes = modes(options);
    Console.line(
        "ssot-agent "
            + context.version
            + ": "
            + words(modes)
            + ", targets "
            + context.targets
            + effect(modes)
            + "; to switch off: enabled=false, or start without the agent");
    for (TargetOption target : options.targets()) {
      if (TargetMatcher.isOfTheJdk(target.pattern().replace('.', '/'))) {
        Console.line(target + " cannot be a target: classes of the JDK are never woven");
      }
    }
    for (String note : options.notes()) {
      Console.line(note);
    }
  }

  /** What the application is to expect, and how it goes back to what it was. */
  private static String effect(Map<String, Mode> modes) {
    boolean redirects = false;
    boolean refuses = false;
    for (Mode mode : modes.values()) {
      redirects |= mode.redirects();
      refuses |= mode.refuses();
    }
    if (!redirects && !refuses) {
      return "; nothing is changed";
    }
    return (redirects ? "; new yields the one shared instance" : "")
        + (refuses ? "; a second construction throws" : "")
        + "; to go back: mode=observe";
  }

  private static String words(Map<String, Mode> modes) {
    StringBuilder words = new StringBuilder();
    for (Map.Entry<String, Mode> each : modes.entrySet()) {
      words.append(words.length() == 0 ? "" : ", ");
      words.append(each.getKey()).append(' ').append(each.getValue());
    }
    return words.toString();
  }

  /** By what they hold for: everything, single targets, groups. */
  private static Map<String, Mode> modes(Options options) {
    Map<String, Mode> modes = new LinkedHashMap<String, Mode>();
    modes.put("mode", options.mode());
    for (TargetOption target : options.targets()) {
      if (target.mode() != null) {
        modes.put(target.pattern(), target.mode());
      }
    }
    for (GroupOption group : options.groups()) {
      if (group.mode() != null) {
        modes.put(group.name(), group.mode());
      }
    }
    return modes;
  }
}

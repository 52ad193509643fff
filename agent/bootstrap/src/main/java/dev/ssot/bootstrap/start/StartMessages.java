package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Option;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.Share;
import dev.ssot.bootstrap.options.TargetOption;
import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.bootstrap.zone.Console;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints the line that says that the agent is there, and warnings about its options. */
final class StartMessages {
  private StartMessages() {}

  /** Prints the line, and one line for each warning. */
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
            + effect(modes, options)
            + "; to switch off: enabled=false, or start without the agent");
    for (TargetOption target : options.targets()) {
      String name = target.toString();
      if (JdkClasses.isName(name) && !JdkClasses.mayBeWatched(name)) {
        Console.line(name + " cannot be a target: programs make objects of this class without end");
      }
    }
    for (String note : options.notes()) {
      Console.line(note);
    }
    for (String line : UnwritableFiles.of(options)) {
      Console.line(line);
    }
  }

  /** Returns the file in which everything can be stopped; null if there is none. */
  private static String stoppingFile(Options options) {
    return options.outsideFile().contains(Option.ENABLED) ? null : options.config();
  }

  /** Says what the modes do to the application, and how to undo it. */
  private static String effect(Map<String, Mode> modes, Options options) {
    boolean redirects = false;
    boolean refuses = false;
    for (Mode mode : modes.values()) {
      redirects |= mode.redirects();
      refuses |= mode.refuses();
    }
    if (!redirects && !refuses) {
      return "; constructions are not changed";
    }
    String shared =
        options.share() == Share.SITE
            ? "; a call site gets again what it made first"
            : "; new yields the one shared instance";
    return (redirects ? shared : "")
        + (refuses ? "; a second construction throws" : "")
        + "; to go back: "
        + wayBack(modes, stoppingFile(options));
  }

  /** Returns what stops redirecting everywhere: a narrower mode outlives {@code mode=observe}. */
  private static String wayBack(Map<String, Mode> modes, String config) {
    StringBuilder narrower = new StringBuilder();
    for (Map.Entry<String, Mode> each : modes.entrySet()) {
      if (!each.getKey().equals("mode") && each.getValue().intervenes()) {
        narrower.append(narrower.length() == 0 ? "" : ", ").append(each.getKey());
      }
    }
    String back = config == null ? "mode=observe" : "enabled: false in " + config;
    return narrower.length() == 0
        ? back
        : back + " (mode: observe alone leaves " + narrower + ", which has a mode of its own)";
  }

  private static String words(Map<String, Mode> modes) {
    StringBuilder words = new StringBuilder();
    for (Map.Entry<String, Mode> each : modes.entrySet()) {
      words.append(words.length() == 0 ? "" : ", ");
      words.append(each.getKey()).append(' ').append(each.getValue());
    }
    return words.toString();
  }

  /** Returns the modes by what they hold for: everything, single targets, groups. */
  private static Map<String, Mode> modes(Options options) {
    Map<String, Mode> modes = new LinkedHashMap<>();
    modes.put("mode", options.mode());
    for (TargetOption target : options.targets()) {
      if (target.mode() != null) {
        modes.put(target.toString(), target.mode());
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

package dev.ssot.bootstrap.options;

import dev.ssot.bootstrap.pattern.SitePattern;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What differs between two readings of the options, and what of it a running agent follows. */
public final class OptionChanges {
  private static final Set<Option> FOLLOWED =
      EnumSet.of(
          Option.MODE,
          Option.ARGUMENTS,
          Option.CONFIGURED,
          Option.ALLOW,
          Option.GROUPS,
          Option.CANONICAL_WAIT);

  private OptionChanges() {}

  /** Lists the keys that follow the file and whose values differ. */
  public static List<String> followed(Options before, Options now) {
    List<String> keys = new ArrayList<>();
    for (Option option : FOLLOWED) {
      if (!text(before.value(option)).equals(text(now.value(option)))) {
        keys.add(option.key());
      }
    }
    if (!added(before, now).isEmpty()) {
      keys.add("targets (added: " + String.join(", ", added(before, now)) + ")");
    }
    if (!modes(before).equals(modes(now))) {
      keys.add("modes of targets");
    }
    return keys;
  }

  /**
   * Lists what a running agent cannot follow.
   *
   * @param running the options that the agent was started with, and those that it has followed
   */
  public static List<String> needingRestart(Options running, Options now) {
    List<String> keys = new ArrayList<>();
    for (Option option : Option.values()) {
      if (!FOLLOWED.contains(option)
          && option != Option.TARGETS
          && option != Option.ENABLED
          && !text(running.value(option)).equals(text(now.value(option)))) {
        keys.add(option.key());
      }
    }
    List<String> removed = added(now, running);
    if (!removed.isEmpty()) {
      keys.add("targets (still watched: " + String.join(", ", removed) + ")");
    }
    for (TargetOption target : now.targets()) {
      TargetOption before = find(running, target);
      if (before != null && !Objects.equals(text(before.canonical()), text(target.canonical()))) {
        keys.add("canonical of " + target);
      }
    }
    return keys;
  }

  private static List<String> added(Options before, Options now) {
    List<String> added = new ArrayList<>();
    for (TargetOption target : now.targets()) {
      if (find(before, target) == null) {
        added.add(target.toString());
      }
    }
    return added;
  }

  private static TargetOption find(Options options, TargetOption wanted) {
    for (TargetOption target : options.targets()) {
      if (target.toString().equals(wanted.toString())) {
        return target;
      }
    }
    return null;
  }

  private static String modes(Options options) {
    StringBuilder modes = new StringBuilder();
    for (TargetOption target : options.targets()) {
      if (target.mode() != null) {
        modes.append(target).append('=').append(target.mode()).append(';');
      }
    }
    return modes.toString();
  }

  /** Writes a value so that two texts differ if the values do. */
  private static String text(Object value) {
    if (!(value instanceof List)) {
      return String.valueOf(value);
    }
    StringBuilder text = new StringBuilder();
    for (Object item : (List<?>) value) {
      text.append(item).append(';');
      if (item instanceof GroupOption) {
        GroupOption group = (GroupOption) item;
        text.append(group.priority()).append(group.mode());
        for (SitePattern site : group.sites()) {
          text.append(' ').append(site);
        }
      }
    }
    return text.toString();
  }
}

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
          Option.SHARE,
          Option.ALLOW,
          Option.GROUPS,
          Option.CANONICAL_WAIT);

  private OptionChanges() {}

  /**
   * Lists the keys that follow the file and whose values differ.
   *
   * @param watched the targets that are watched already
   */
  public static List<String> followed(Options before, List<TargetOption> watched, Options now) {
    List<String> keys = new ArrayList<>();
    for (Option option : FOLLOWED) {
      if (!text(before.value(option)).equals(text(now.value(option)))) {
        keys.add(option.key());
      }
    }
    List<String> added = missing(watched, now.targets());
    if (!added.isEmpty()) {
      keys.add("targets (added: " + String.join(", ", added) + ")");
    }
    if (!modes(before).equals(modes(now))) {
      keys.add("modes of targets");
    }
    return keys;
  }

  /**
   * Lists what a running agent cannot follow.
   *
   * @param running the options that the agent was started with
   * @param watched the targets that it was started with, and those that were added since
   */
  public static List<String> needingRestart(
      Options running, List<TargetOption> watched, Options now) {
    List<String> keys = new ArrayList<>();
    for (Option option : Option.values()) {
      if (!FOLLOWED.contains(option)
          && option != Option.TARGETS
          && option != Option.ENABLED
          && !text(running.value(option)).equals(text(now.value(option)))) {
        keys.add(option.key());
      }
    }
    List<String> removed = missing(now.targets(), watched);
    if (!removed.isEmpty()) {
      keys.add("targets (still watched: " + String.join(", ", removed) + ")");
    }
    for (TargetOption target : now.targets()) {
      TargetOption before = find(watched, target);
      if (before != null && !Objects.equals(text(before.canonical()), text(target.canonical()))) {
        keys.add("canonical of " + target);
      }
    }
    return keys;
  }

  /** Lists the targets that are watched with those of newer options that are not among them. */
  public static List<TargetOption> watched(List<TargetOption> before, Options now) {
    List<TargetOption> watched = new ArrayList<>(before);
    for (TargetOption target : now.targets()) {
      if (find(watched, target) == null) {
        watched.add(target);
      }
    }
    return watched;
  }

  /** Returns the names of those of the second list that are not in the first. */
  private static List<String> missing(List<TargetOption> from, List<TargetOption> targets) {
    List<String> missing = new ArrayList<>();
    for (TargetOption target : targets) {
      if (find(from, target) == null) {
        missing.add(target.toString());
      }
    }
    return missing;
  }

  private static TargetOption find(List<TargetOption> targets, TargetOption wanted) {
    for (TargetOption target : targets) {
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

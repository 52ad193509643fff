package dev.ssot.engine.config;

import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.bootstrap.options.Option;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.OptionsException;
import dev.ssot.bootstrap.options.TargetOption;
import dev.ssot.engine.command.Reconfiguring;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Options that come by an attach while the agent runs. They are taken as a whole or not at all:
 * what the agent can follow only from its start on is refused.
 */
public final class LaterOptions implements Reconfiguring {
  private final FollowedOptions options;
  private final LaterArguments sources;
  private final Consumer<Options> follower;
  private final Predicate<Options> modes;

  /**
   * Takes nothing yet.
   *
   * @param options what the agent follows
   * @param follower takes what was read, if it is good
   * @param modes tells whether the modes that hold are those of such options
   */
  public LaterOptions(
      FollowedOptions options,
      LaterArguments sources,
      Consumer<Options> follower,
      Predicate<Options> modes) {
    this.options = options;
    this.sources = sources;
    this.follower = follower;
    this.modes = modes;
  }

  @Override
  public String take(String arguments) {
    synchronized (options) {
      refuseWhileLeaving();
      if (options.isStopped()) {
        throw stopped();
      }
      String all = withWatchedTargets(arguments);
      Options next = read(all);
      refuse(next);
      List<String> followed = options.followed(next);
      if (followed.isEmpty()) {
        return "the agent does that already; nothing was changed";
      }
      options.follow(next, follower);
      refuseWhileLeaving();
      sources.take(all);
      return "changed: " + String.join(", ", followed);
    }
  }

  private void refuseWhileLeaving() {
    if (options.isEnded()) {
      throw new IllegalStateException("the agent is leaving, and takes no options any more");
    }
  }

  private Options read(String arguments) {
    try {
      Options next = sources.with(arguments);
      if (!next.enabled() && isGiven(Option.ENABLED, arguments)) {
        throw new IllegalArgumentException(
            "enabled=false is for the start; mode off stops the agent");
      }
      if (!next.enabled()) {
        throw stopped();
      }
      return next;
    } catch (OptionsException bad) {
      throw new IllegalArgumentException(bad.getMessage() + "; nothing was changed", bad);
    }
  }

  private void refuse(Options next) {
    List<String> restart = options.needingRestart(next);
    if (!restart.isEmpty()) {
      throw new IllegalStateException(
          "an agent that runs cannot change "
              + String.join(", ", restart)
              + ", so nothing was changed; let it leave and attach it again with the options that"
              + " you want");
    }
    Options last = options.last();
    if (!modes.test(last) && !modesOf(last).equals(modesOf(next))) {
      throw new IllegalStateException(
          "modes were switched since the agent was attached, so nothing was changed; switch them by"
              + " the command mode");
    }
  }

  private static IllegalStateException stopped() {
    return new IllegalStateException(
        "the configuration file says enabled: false, so nothing is followed; set it to true there"
            + " first");
  }

  private static boolean isGiven(Option option, String arguments) {
    for (String each : arguments.split(",", -1)) {
      if (isOf(option, each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(Option option, String argument) {
    int equals = argument.indexOf('=');
    return equals > 0 && argument.substring(0, equals).trim().equals(option.key());
  }

  private static String modesOf(Options options) {
    StringBuilder modes = new StringBuilder().append(options.mode());
    for (GroupOption each : options.groups()) {
      modes.append(' ').append(each.name()).append(each.sites()).append(each.mode());
    }
    return modes.toString();
  }

  /**
   * Adds the targets that are watched already to those of the arguments: none is ever removed.
   *
   * @throws IllegalStateException if the file lists them, which is the place to add one
   */
  private String withWatchedTargets(String arguments) {
    StringBuilder all = new StringBuilder();
    for (String each : arguments.split(",", -1)) {
      all.append(all.length() == 0 ? "" : ",").append(each);
      if (isOf(Option.TARGETS, each)) {
        if (options.last().isInFile(Option.TARGETS)) {
          throw new IllegalStateException(
              "the targets stand in the file "
                  + options.started.config()
                  + ", which the agent follows; add them there");
        }
        for (TargetOption watched : options.watched()) {
          all.append(':').append(watched);
        }
      }
    }
    return all.toString();
  }
}

package dev.ssot.engine.policy;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The modes of this JVM as they change, and the history of their changes. */
public final class Modes {
  /** The number of changes that are kept, as people read the report. */
  private static final int HISTORY = 1_000;

  private final ModeListener listener;
  private final List<ModeChange> history = new ArrayList<>();
  private final List<TimedMode> timed = new ArrayList<>();
  private final UncountedTimes uncounted = new UncountedTimes();
  private volatile ModeTable table;

  /** Whether the file says {@code enabled: false}. */
  private volatile boolean stopped;

  /** Whether the agent is leaving. */
  private volatile boolean ended;

  public Modes(Options options, ModeListener listener) {
    this.table = ModeTable.of(options);
    this.listener = listener;
    uncounted.note(table);
  }

  /** Returns where the mode was {@code off} at any time. */
  UncountedTimes uncounted() {
    return uncounted;
  }

  /** Returns the table that holds now. */
  public ModeTable table() {
    return table;
  }

  /**
   * Switches by hand; holds until the configuration file changes.
   *
   * @param by who asked: {@code jmx}, {@code cli}, {@code http}
   * @return the narrower settings that it cleared
   */
  public List<ModeTable.Setting> set(ModeScope scope, Mode mode, String by) {
    return set(scope, mode, by, null);
  }

  /**
   * Switches for a limited time, and then back to what held there before.
   *
   * @param time null for no time limit
   * @throws IllegalArgumentException while the file says {@code enabled: false}, and once the agent
   *     is leaving
   */
  public synchronized List<ModeTable.Setting> set(
      ModeScope scope, Mode mode, String by, Duration time) {
    refuseWhileStopped();
    ModeTable before = table;
    List<ModeTable.Setting> cleared = before.narrowerThan(scope);
    ModeTable untimed = withoutTimed(scope);
    TimedMode limited =
        time == null ? null : new TimedMode(scope, mode, untimed.clearedBy(scope), time);
    ModeTable next = before.with(scope, mode, by);
    Instant until = limited == null ? null : Instant.now().plus(time);
    ModeTable then = limited == null ? null : limited.undo(next);
    List<ModeChange> changes = new ArrayList<>();
    if (before.at(scope) == mode && limited != null) {
      changes.add(remembered(scope, mode, mode, by, until, then));
    }
    changes.addAll(remember(before, next, by, until, then));
    change(next, changes);
    if (limited != null) {
      timed.add(limited);
    }
    return cleared;
  }

  private void refuseWhileStopped() {
    if (ended) {
      throw new IllegalArgumentException("the agent is leaving; no mode can be switched any more");
    }
    if (stopped) {
      throw new IllegalArgumentException(
          "the configuration file says enabled: false, so every call site constructs; set it to"
              + " true there before you switch a mode");
    }
  }

  /**
   * Stops everything, as the file says {@code enabled: false}: each call site constructs, and
   * nothing is counted, until {@link #replace}. The guard stays.
   */
  public synchronized void stop(String by) {
    if (!stopped) {
      stopped = true;
      timed.clear();
      ModeTable next = table.stopped(by);
      change(next, remember(table, next, by, null, null));
    }
  }

  /** Stops everything for good: as the agent leaves, nobody sets a mode again. */
  public synchronized void end(String by) {
    stop(by);
    ended = true;
  }

  /** Tells whether the agent is leaving. */
  public boolean isEnded() {
    return ended;
  }

  /** Tells whether the file says {@code enabled: false}. */
  public boolean isStopped() {
    return stopped;
  }

  /**
   * Undoes the timed mode at a scope, so that a second one later goes back to what held before
   * both.
   */
  private ModeTable withoutTimed(ModeScope scope) {
    ModeTable untimed = table;
    for (int i = timed.size() - 1; i >= 0; i--) {
      if (scope.clears(timed.get(i).scope)) {
        untimed = timed.remove(i).undo(untimed);
      }
    }
    return untimed;
  }

  /** Ends timed modes whose time is over. Called twice a second, on the agent's thread. */
  public synchronized void tick() {
    for (TimedMode each : new ArrayList<TimedMode>(timed)) {
      if (each.isOver()) {
        timed.remove(each);
        ModeTable next = each.undo(table);
        change(next, remember(table, next, "timer", null, null));
      }
    }
  }

  /** Tells whether what holds is what the options say, and nothing was switched by hand since. */
  public boolean areThoseOf(Options options) {
    return ModeTable.of(options).settings().toString().equals(table.settings().toString());
  }

  /** Takes the modes of the file that was read again; switches made by hand are gone. */
  public synchronized void replace(Options options, String by) {
    if (ended) {
      return;
    }
    stopped = false;
    ModeTable next = ModeTable.of(options);
    if (areThoseOf(options)) {
      table = next; // it may know other groups
      return;
    }
    timed.clear();
    change(next, remember(table, next, by, null, null));
  }

  private void change(ModeTable next, List<ModeChange> changes) {
    table = next;
    uncounted.note(next);
    listener.changed(next, changes);
  }

  /**
   * Adds to the history what is set, and what is no longer set. Where a scope had or gets several
   * modes, each part has a change of its own.
   *
   * @param until when all of it ends by itself; null if it does not
   * @param then what holds after that; null without it
   */
  private List<ModeChange> remember(
      ModeTable from, ModeTable to, String by, Instant until, ModeTable then) {
    List<ModeChange> changes = new ArrayList<>();
    for (ModeTable.Setting setting : to.settings()) {
      if (!has(from, setting)) {
        Mode was = from.at(setting.scope);
        note(changes, setting.scope, was, setting.mode, by, until, then);
        for (ModeTable.Setting part : from.replacedAt(setting.scope)) {
          ModeScope both = setting.scope.within(part.scope);
          note(changes, both, part.mode, setting.mode, by, until, then);
        }
      }
    }
    for (ModeTable.Setting setting : from.settings()) {
      if (!to.hasSettingAt(setting.scope)) {
        Mode was = from.at(setting.scope); // a later pattern may win over it
        note(changes, setting.scope, was, to.at(setting.scope), by, until, then);
        for (ModeTable.Setting part : to.replacedAt(setting.scope)) {
          ModeScope both = setting.scope.within(part.scope);
          note(changes, both, was, part.mode, by, until, then);
        }
      }
    }
    return changes;
  }

  private static boolean has(ModeTable table, ModeTable.Setting setting) {
    for (ModeTable.Setting each : table.settings()) {
      if (each.mode == setting.mode && each.isAt(setting.scope)) {
        return true;
      }
    }
    return false;
  }

  private void note(
      List<ModeChange> changes,
      ModeScope scope,
      Mode from,
      Mode to,
      String by,
      Instant until,
      ModeTable then) {
    if (from != to) {
      changes.add(remembered(scope, from, to, by, until, then));
    }
  }

  private ModeChange remembered(
      ModeScope scope, Mode from, Mode to, String by, Instant until, ModeTable then) {
    Mode after = then == null ? null : then.at(scope);
    ModeChange change = new ModeChange(Instant.now(), by, scope.toString(), from, to, until, after);
    history.add(change);
    if (history.size() > HISTORY) {
      history.remove(0);
    }
    return change;
  }

  /** Returns a copy, the oldest change first. */
  public synchronized List<ModeChange> history() {
    return new ArrayList<>(history);
  }
}

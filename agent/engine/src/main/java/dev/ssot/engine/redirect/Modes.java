package dev.ssot.engine.redirect;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.detect.snapshot.TargetSnapshot.ModeChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The modes of this JVM as they change, and the history of their changes. */
public final class Modes {
  /** Changes kept: a report is to be read by people. */
  private static final int HISTORY = 1_000;

  private final Runnable changed;
  private final Consumer<ModeChange> told;
  private final List<ModeChange> history = new ArrayList<ModeChange>();
  private volatile ModeTable table;

  /**
   * @param changed run after each change, by whoever changes
   */
  @SuppressWarnings("MissingSummary") // the class says it
  public Modes(Options options, Runnable changed) {
    this(options, changed, change -> {});
  }

  /**
   * @param changed run after each change, by whoever changes
   * @param told of each change before it holds; must not throw
   */
  @SuppressWarnings("MissingSummary") // the class says it
  public Modes(Options options, Runnable changed, Consumer<ModeChange> told) {
    this.table = ModeTable.of(options);
    this.changed = changed;
    this.told = told;
  }

  /** As of now. */
  public ModeTable table() {
    return table;
  }

  /**
   * Switches by hand; holds until the configuration file changes.
   *
   * @param by who asked: {@code jmx}, {@code cli}, {@code http}
   * @return the narrower settings that it cleared
   */
  public synchronized List<ModeTable.Setting> set(ModeScope scope, Mode mode, String by) {
    List<ModeTable.Setting> cleared = table.narrowerThan(scope);
    Mode from = at(scope);
    table = table.with(scope, mode);
    remember(scope.toString(), from, mode, by);
    changed.run();
    return cleared;
  }

  /** Takes the modes of the file that was read again; switches made by hand are gone. */
  public synchronized void replace(Options options, String by) {
    ModeTable next = ModeTable.of(options);
    if (next.settings().toString().equals(table.settings().toString())) {
      return;
    }
    for (ModeTable.Setting setting : next.settings()) {
      remember(setting.scope.toString(), at(setting.scope), setting.mode, by);
    }
    for (ModeTable.Setting setting : table.settings()) {
      if (next.settings().stream()
          .noneMatch(each -> each.scope.toString().equals(setting.scope.toString()))) {
        remember(setting.scope.toString(), setting.mode, next.ofAll(), by);
      }
    }
    table = next;
    changed.run();
  }

  private Mode at(ModeScope scope) {
    for (ModeTable.Setting setting : table.settings()) {
      if (setting.scope.toString().equals(scope.toString())) {
        return setting.mode;
      }
    }
    return table.ofAll();
  }

  private void remember(String scope, Mode from, Mode to, String by) {
    if (from == to) {
      return;
    }
    ModeChange change = new ModeChange();
    change.at = Instant.now();
    change.by = by;
    change.scope = scope;
    change.from = from;
    change.to = to;
    history.add(change);
    told.accept(change);
    if (history.size() > HISTORY) {
      history.remove(0);
    }
  }

  /** A copy, the oldest first. */
  public synchronized List<ModeChange> history() {
    return new ArrayList<ModeChange>(history);
  }
}

package dev.ssot.engine.redirect;

import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.TargetOption;
import dev.ssot.engine.detect.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** Which mode holds where. Immutable: a change makes a new table. */
public final class ModeTable {
  private final List<Setting> settings;

  private ModeTable(List<Setting> settings) {
    this.settings = Collections.unmodifiableList(settings);
  }

  /** As the options say. */
  public static ModeTable of(Options options) {
    List<Setting> settings = new ArrayList<Setting>();
    settings.add(new Setting(ModeScope.ALL, options.mode()));
    for (TargetOption target : options.targets()) {
      if (target.mode() != null) {
        settings.add(new Setting(ModeScope.of(target.toString(), null, null), target.mode()));
      }
    }
    for (GroupOption group : options.groups()) {
      if (group.mode() != null) {
        settings.add(new Setting(ModeScope.of(null, group.name(), null), group.mode()));
      }
    }
    return new ModeTable(settings);
  }

  /** With one more setting; those at the same scope and within it are gone. */
  public ModeTable with(ModeScope scope, Mode mode) {
    List<Setting> kept = new ArrayList<Setting>(settings);
    kept.removeAll(clearedBy(scope));
    kept.add(new Setting(scope, mode));
    return new ModeTable(kept);
  }

  /** What {@link #with} would clear, narrower settings only. */
  public List<Setting> narrowerThan(ModeScope scope) {
    List<Setting> narrower = clearedBy(scope);
    narrower.removeIf(setting -> setting.scope.rank() == scope.rank());
    return narrower;
  }

  /** Without what is set at exactly that scope; with those whose scopes have no setting now. */
  ModeTable restored(ModeScope scope, List<Setting> before) {
    List<Setting> restored = new ArrayList<Setting>(settings);
    restored.removeIf(setting -> setting.isAt(scope));
    for (Setting setting : before) {
      if (restored.stream().noneMatch(each -> each.isAt(setting.scope))) {
        restored.add(setting);
      }
    }
    return new ModeTable(restored);
  }

  boolean hasSettingAt(ModeScope scope) {
    return settings.stream().anyMatch(setting -> setting.isAt(scope));
  }

  /** What holds at a scope where nothing narrower says otherwise. */
  public Mode at(ModeScope scope) {
    return best(setting -> setting.scope.clears(scope));
  }

  /** Whether a mode anywhere answers constructions otherwise than by constructing. */
  public boolean isActive() {
    return has(Mode::intervenes);
  }

  /** Says whether a mode that answers the question with yes holds anywhere. */
  public boolean has(Predicate<Mode> question) {
    return settings.stream().anyMatch(each -> question.test(each.mode));
  }

  /** What {@link #with} removes. */
  List<Setting> clearedBy(ModeScope scope) {
    List<Setting> cleared = new ArrayList<Setting>();
    for (Setting setting : settings) {
      if (scope.clears(setting.scope)) {
        cleared.add(setting);
      }
    }
    return cleared;
  }

  /** Of everything that no narrower setting covers. */
  public Mode ofAll() {
    return best(setting -> setting.scope.rank() == 0);
  }

  /** Of a target, where no group and no site pattern says otherwise. */
  public Mode of(String target) {
    return best(setting -> setting.scope.coversAllOf(target));
  }

  /** Of a group of a target's call sites. */
  public Mode ofGroup(String target, String group) {
    return best(setting -> setting.scope.coversGroup(target, group));
  }

  /**
   * Of a call site.
   *
   * @param group null if no group matches
   */
  public Mode of(String target, String group, Location location) {
    return best(setting -> setting.scope.covers(target, group, location));
  }

  /** The highest in rank; of two patterns in one rank, the one that was set last. */
  private Mode best(Predicate<Setting> covers) {
    Setting best = null;
    for (Setting setting : settings) {
      if (covers.test(setting) && (best == null || setting.scope.rank() >= best.scope.rank())) {
        best = setting;
      }
    }
    return best == null ? Mode.OBSERVE : best.mode;
  }

  /** In the order in which they were made. */
  public List<Setting> settings() {
    return settings;
  }

  /** A mode and where it holds. */
  public static final class Setting {
    public final ModeScope scope;
    public final Mode mode;

    Setting(ModeScope scope, Mode mode) {
      this.scope = scope;
      this.mode = mode;
    }

    boolean isAt(ModeScope other) {
      return scope.toString().equals(other.toString());
    }

    @Override
    public String toString() {
      return scope + "=" + mode;
    }
  }
}

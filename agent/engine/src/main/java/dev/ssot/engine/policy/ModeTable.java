package dev.ssot.engine.policy;

import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.TargetOption;
import dev.ssot.engine.place.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** Which mode holds where. Immutable: a change makes a new table. */
public final class ModeTable {
  /** Who made a setting that stands in the options. */
  static final String BY_OPTIONS = "options";

  private final List<Setting> settings;

  private ModeTable(List<Setting> settings) {
    this.settings = Collections.unmodifiableList(settings);
  }

  /** Makes the table that the options describe. */
  public static ModeTable of(Options options) {
    List<Setting> settings = new ArrayList<>();
    settings.add(new Setting(ModeScope.ALL, options.mode(), BY_OPTIONS));
    for (TargetOption target : options.targets()) {
      if (target.mode() != null) {
        settings.add(
            new Setting(ModeScope.of(target.toString(), null, null), target.mode(), BY_OPTIONS));
      }
    }
    for (GroupOption group : options.groups()) {
      if (group.mode() != null) {
        settings.add(new Setting(ModeScope.of(null, group.name(), null), group.mode(), BY_OPTIONS));
      }
    }
    return new ModeTable(settings);
  }

  /** Returns the table that constructs everywhere and counts nothing. */
  static ModeTable stopped(String by) {
    return new ModeTable(Collections.singletonList(new Setting(ModeScope.ALL, Mode.OFF, by)));
  }

  /** Returns a table with one more setting and without those at the same scope and within it. */
  public ModeTable with(ModeScope scope, Mode mode, String by) {
    List<Setting> kept = new ArrayList<>(settings);
    kept.removeAll(clearedBy(scope));
    kept.add(new Setting(scope, mode, by));
    return new ModeTable(kept);
  }

  /** Returns the narrower settings that {@link #with} would clear. */
  public List<Setting> narrowerThan(ModeScope scope) {
    List<Setting> narrower = clearedBy(scope);
    narrower.removeIf(setting -> setting.scope.rank() == scope.rank());
    return narrower;
  }

  /**
   * Returns the settings that win over one at that scope for some of its call sites, and say
   * otherwise.
   */
  public List<Setting> exceptionsFrom(ModeScope scope, Mode mode) {
    List<Setting> exceptions = new ArrayList<>();
    for (Setting setting : settings) {
      if (setting.mode != mode
          && setting.scope.rank() > scope.rank()
          && setting.scope.overlaps(scope)) {
        exceptions.add(setting);
      }
    }
    return exceptions;
  }

  /**
   * Returns a table without the setting at exactly that scope, and with those of the given settings
   * that are missing now.
   */
  ModeTable restored(ModeScope scope, List<Setting> before) {
    List<Setting> restored = new ArrayList<>(settings);
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

  /** Returns the mode at a scope where no narrower setting says otherwise. */
  public Mode at(ModeScope scope) {
    return best(setting -> setting.scope.clears(scope));
  }

  /** Tells whether a mode anywhere answers constructions otherwise than by constructing. */
  public boolean isActive() {
    for (Setting each : settings) { // no lambda, as the application waits
      if (each.mode.intervenes()) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a mode for which the question is true holds anywhere. */
  public boolean has(Predicate<Mode> question) {
    return settings.stream().anyMatch(each -> question.test(each.mode));
  }

  /** Returns what {@link #with} removes. */
  List<Setting> clearedBy(ModeScope scope) {
    List<Setting> cleared = new ArrayList<>();
    for (Setting setting : settings) {
      if (scope.clears(setting.scope)) {
        cleared.add(setting);
      }
    }
    return cleared;
  }

  /** Returns the mode of everything that no narrower setting covers. */
  public Mode ofAll() {
    return best(setting -> setting.scope.rank() == 0);
  }

  /** Returns the mode of a target, where no group and no site pattern says otherwise. */
  public Mode of(String target) {
    return best(setting -> setting.scope.coversAllOf(target));
  }

  /** Returns the mode of a group of a target's call sites. */
  public Mode ofGroup(String target, String group) {
    return best(setting -> setting.scope.coversGroup(target, group));
  }

  /**
   * Returns the mode of a call site.
   *
   * @param group null if no group matches
   */
  public Mode of(String target, String group, Location location) {
    return best(setting -> setting.scope.covers(target, group, location));
  }

  /**
   * Finds the setting of the highest rank; of two patterns of the same rank, the one that was set
   * last.
   */
  private Mode best(Predicate<Setting> covers) {
    Setting best = null;
    for (Setting setting : settings) {
      if (covers.test(setting) && (best == null || setting.scope.rank() >= best.scope.rank())) {
        best = setting;
      }
    }
    return best == null ? Mode.OBSERVE : best.mode;
  }

  /** Returns the settings in the order in which they were made. */
  public List<Setting> settings() {
    return settings;
  }

  /** A mode and where it holds. */
  public static final class Setting {
    public final ModeScope scope;
    public final Mode mode;

    /** Who switched it by hand: {@code jmx}, {@code cli}, {@code http}; or the options. */
    private final String by;

    Setting(ModeScope scope, Mode mode, String by) {
      this.scope = scope;
      this.mode = mode;
      this.by = by;
    }

    /** Tells whether it stands in the options: a target or a group has a mode of its own. */
    public boolean isOwn() {
      return by.equals(BY_OPTIONS);
    }

    /** Returns who switched it by hand. */
    public String by() {
      return by;
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

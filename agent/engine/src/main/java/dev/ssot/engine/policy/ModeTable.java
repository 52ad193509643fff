package dev.ssot.engine.policy;

import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.TargetOption;
import dev.ssot.engine.place.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * Which mode holds where. Immutable: a change makes a new table. Asked while the application links
 * its first call sites, so it is written without lambdas, for which the JVM would generate classes.
 */
public final class ModeTable {
  /** Who made a setting that stands in the options. */
  static final String BY_OPTIONS = "options";

  private final List<Setting> settings;
  private final ScopeRelations scopes;

  private ModeTable(List<Setting> settings, ScopeRelations scopes) {
    this.settings = Collections.unmodifiableList(settings);
    this.scopes = scopes;
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
    return new ModeTable(settings, new ScopeRelations(options.groups()));
  }

  /** Returns the table that constructs everywhere and counts nothing. */
  ModeTable stopped(String by) {
    return with(ModeScope.ALL, Mode.OFF, by);
  }

  /** Returns a table with one more setting and without those at the same scope and within it. */
  public ModeTable with(ModeScope scope, Mode mode, String by) {
    List<Setting> kept = new ArrayList<>(settings);
    kept.removeAll(clearedBy(scope));
    kept.add(new Setting(scope, mode, by));
    return new ModeTable(kept, scopes);
  }

  /** Returns the narrower settings that {@link #with} would clear. */
  public List<Setting> narrowerThan(ModeScope scope) {
    List<Setting> narrower = clearedBy(scope);
    for (Iterator<Setting> all = narrower.iterator(); all.hasNext(); ) {
      if (all.next().scope.rank() == scope.rank()) {
        all.remove();
      }
    }
    return narrower;
  }

  /**
   * Returns the settings that win over one at that scope for some of its call sites, and make a
   * difference there.
   */
  public List<Setting> exceptionsFrom(ModeScope scope, Mode mode) {
    List<Setting> narrower = new ArrayList<>();
    for (Setting setting : settings) {
      if (setting.scope.rank() > scope.rank() && scopes.overlap(setting.scope, scope)) {
        narrower.add(setting);
      }
    }
    return scopes.differing(narrower, mode);
  }

  /**
   * Returns the settings that win over {@link #at} for some call sites of a scope, make a
   * difference there, and neither clear nor outlive a new setting at the scope.
   */
  public List<Setting> replacedAt(ModeScope scope) {
    Setting all = covering(scope);
    List<Setting> parts = new ArrayList<>();
    for (Setting setting : settings) {
      if (isAfter(setting, all)
          && setting.scope.rank() <= scope.rank()
          && !scope.clears(setting.scope)
          && scopes.overlap(setting.scope, scope)) {
        parts.add(setting);
      }
    }
    return scopes.differing(parts, mode(all));
  }

  /**
   * Returns a table without the setting at exactly that scope, and with those of the given settings
   * that are missing now.
   */
  ModeTable restored(ModeScope scope, List<Setting> before) {
    List<Setting> restored = new ArrayList<>();
    for (Setting setting : settings) {
      if (!setting.isAt(scope)) {
        restored.add(setting);
      }
    }
    for (Setting setting : before) {
      if (!isAnyAt(restored, setting.scope)) {
        restored.add(setting);
      }
    }
    return new ModeTable(restored, scopes);
  }

  /** Tells whether a setting wins over another one where both hold. */
  private boolean isAfter(Setting setting, Setting other) {
    if (other == null || setting.scope.rank() != other.scope.rank()) {
      return other == null || setting.scope.rank() > other.scope.rank();
    }
    return settings.indexOf(setting) > settings.indexOf(other);
  }

  boolean hasSettingAt(ModeScope scope) {
    return isAnyAt(settings, scope);
  }

  private static boolean isAnyAt(List<Setting> settings, ModeScope scope) {
    for (Setting setting : settings) {
      if (setting.isAt(scope)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the mode at a scope where no narrower setting says otherwise. */
  public Mode at(ModeScope scope) {
    return mode(covering(scope));
  }

  private Setting covering(ModeScope scope) {
    Setting best = null;
    for (Setting each : settings) {
      if (scopes.covers(each.scope, scope)) {
        best = narrower(best, each);
      }
    }
    return best;
  }

  /** Tells whether a mode anywhere answers constructions otherwise than by constructing. */
  public boolean isActive() {
    for (Setting each : settings) {
      if (each.mode.intervenes()) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether no mode anywhere leaves constructions uncounted. */
  boolean countsEverywhere() {
    for (Setting each : settings) {
      if (!each.mode.counts()) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether a mode anywhere decides about constructions, if only to tell of it. */
  public boolean decides() {
    for (Setting each : settings) {
      if (each.mode.decides()) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a mode anywhere says what {@code enforce} would do. */
  public boolean rehearses() {
    for (Setting each : settings) {
      if (each.mode.rehearses()) {
        return true;
      }
    }
    return false;
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
    Setting best = null;
    for (Setting each : settings) {
      if (each.scope.rank() == 0) {
        best = narrower(best, each);
      }
    }
    return mode(best);
  }

  /** Returns the mode of a target, where no group and no site pattern says otherwise. */
  public Mode of(String target) {
    Setting best = null;
    for (Setting each : settings) {
      if (each.scope.coversAllOf(target)) {
        best = narrower(best, each);
      }
    }
    return mode(best);
  }

  /** Returns the mode of a group of a target's call sites. */
  public Mode ofGroup(String target, String group) {
    Setting best = null;
    for (Setting each : settings) {
      if (each.scope.coversGroup(target, group)) {
        best = narrower(best, each);
      }
    }
    return mode(best);
  }

  /**
   * Returns the mode of a call site.
   *
   * @param group null if no group matches
   */
  public Mode of(String target, String group, Location location) {
    Setting best = null;
    for (Setting each : settings) {
      if (each.scope.covers(target, group, location)) {
        best = narrower(best, each);
      }
    }
    return mode(best);
  }

  /**
   * Returns the setting of the higher rank; of two patterns of the same rank, the one that was set
   * last.
   *
   * @param before null if there is none
   */
  private static Setting narrower(Setting before, Setting next) {
    return before == null || next.scope.rank() >= before.scope.rank() ? next : before;
  }

  private static Mode mode(Setting best) {
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

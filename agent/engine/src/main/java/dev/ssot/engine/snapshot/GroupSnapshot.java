package dev.ssot.engine.snapshot;

import dev.ssot.bootstrap.options.Mode;
import java.util.EnumMap;
import java.util.Map;

/** The sites of one group of one target, allowed ones left out. */
public final class GroupSnapshot {
  /** Null for the sites that no group matches; they come last. */
  public String name;

  public int priority;
  public Mode mode;

  /** Its sites that have another mode, because a pattern of call sites says so, by that mode. */
  public final Map<Mode, Integer> otherModes = new EnumMap<>(Mode.class);

  /** Distinct source files. */
  public int files;

  public int sites;
  public int redirectable;

  /** Those of the redirectable ones that may keep a handle from before a mode redirected. */
  public int earlyHandles;

  /** Sites where a construction threw. */
  public int failing;

  /** Sites where mode {@code fail} refused a construction. */
  public int refusing;
}

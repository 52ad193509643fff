package dev.ssot.engine.policy;

import java.util.List;

/** Is told of each switch, on the thread that switches, before the next switch can begin. */
public interface ModeListener {
  /**
   * Takes the table that holds from now on.
   *
   * @param changes what changed, by scope; empty if everything is as it was
   */
  void changed(ModeTable table, List<ModeChange> changes);
}

package dev.ssot.engine.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets the agent leave, unless that would let former owners end what they share. */
public final class DetachCommand {
  private static final int NAMED = 5;

  private final Detaching engine;

  /** Leaves nothing yet. */
  public DetachCommand(Detaching engine) {
    this.engine = engine;
  }

  /**
   * Leaves.
   *
   * @throws IllegalStateException if former owners hold a shared instance and it is not forced
   */
  String perform(boolean force) {
    if (force) {
      return engine.leave(() -> {});
    }
    refuseIfHeld(); // before anything stops, as the agent most likely stays
    return engine.leave(this::refuseIfHeld);
  }

  private void refuseIfHeld() {
    Map<String, Set<String>> owners = engine.formerOwners();
    if (!owners.isEmpty()) {
      throw new IllegalStateException(refusal(owners));
    }
  }

  private static String refusal(Map<String, Set<String>> owners) {
    StringBuilder who = new StringBuilder();
    for (Map.Entry<String, Set<String>> each : owners.entrySet()) {
      who.append(who.length() == 0 ? "" : "; ")
          .append(each.getKey())
          .append(" is shared by ")
          .append(some(each.getValue()));
    }
    return who
        + ". Each was given the instance by a redirect and believes that it owns it; without the"
        + " agent nothing keeps one of them from closing it for all. Restart the process, or"
        + " detach all the same with force";
  }

  private static String some(Set<String> classes) {
    List<String> names = new ArrayList<>(classes);
    int more = names.size() - NAMED;
    return more > 0
        ? String.join(", ", names.subList(0, NAMED)) + " and " + more + " more"
        : String.join(", ", names);
  }
}

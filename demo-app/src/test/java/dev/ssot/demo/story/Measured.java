package dev.ssot.demo.story;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Figures of a story that went well, for tests to spoil. */
final class Measured {
  private static final long BEFORE = 230_000_000;
  private static final Set<Act> LAST_ACTS = Set.of(Act.ALL, Act.ROLLED_BACK, Act.ENFORCED_AGAIN);
  private static final Set<Act> AGENTLESS = Set.of(Act.WITHOUT, Act.FAILING, Act.LEFT);
  private static final long LAST_JVM = 7;
  private static final long AFTER = 30_000_000;

  private Measured() {}

  static Map<Act, Figures> wellToldStory() {
    Map<Act, Figures> figures = new EnumMap<>(Act.class);
    for (Act act : new Act[] {Act.WITHOUT, Act.OBSERVE, Act.DRY_RUN}) {
      figures.put(act, figures(act, 0, 48, 176, BEFORE));
    }
    figures.put(Act.FAILING, figures(Act.FAILING, 0, 40, 160, BEFORE));
    figures.put(Act.ATTACHED, figures(Act.ATTACHED, 20, 40, 161, BEFORE));
    figures.put(Act.LEFT, figures(Act.LEFT, 0, 40, 160, BEFORE));
    figures.put(Act.FIRST_GROUP, figures(Act.FIRST_GROUP, 20, 40, 160, BEFORE));
    figures.put(Act.ALL, figures(Act.ALL, 20, 1, 4, AFTER));
    figures.put(Act.ROLLED_BACK, figures(Act.ROLLED_BACK, 5, 49, 176, BEFORE));
    figures.put(Act.ENFORCED_AGAIN, figures(Act.ENFORCED_AGAIN, 20, 1, 4, AFTER));
    return figures;
  }

  static Figures figures(Act act, int worked, Integer instances, Integer clients, Long heap) {
    boolean inTheLastJvm = LAST_ACTS.contains(act);
    long pid = inTheLastJvm ? LAST_JVM : 1;
    Double latency = worked == 0 ? null : Double.valueOf(9.5);
    return new Figures(
        act,
        pid,
        20,
        worked,
        20 - worked,
        instances,
        instances,
        instances,
        4,
        clients,
        176,
        AGENTLESS.contains(act) ? 0 : 90,
        heap,
        latency,
        latency,
        0.25);
  }
}

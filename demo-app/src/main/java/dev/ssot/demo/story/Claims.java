package dev.ssot.demo.story;

import static dev.ssot.demo.story.Act.ALL;
import static dev.ssot.demo.story.Act.ATTACHED;
import static dev.ssot.demo.story.Act.DRY_RUN;
import static dev.ssot.demo.story.Act.ENFORCED_AGAIN;
import static dev.ssot.demo.story.Act.FAILING;
import static dev.ssot.demo.story.Act.FIRST_GROUP;
import static dev.ssot.demo.story.Act.LEFT;
import static dev.ssot.demo.story.Act.OBSERVE;
import static dev.ssot.demo.story.Act.ROLLED_BACK;
import static dev.ssot.demo.story.Act.WITHOUT;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the story says, held against what was measured. What was not measured holds nothing. */
final class Claims {
  private static final double BROUGHT_BACK = 90;
  private static final double SUCCESS = 95;
  private static final double HEAP_SAVED = 75;

  /** The shared one and those of P2, P3 and P4, which are made at the start. */
  private static final int BEFORE_THE_USERS = 40;

  private final Map<Act, Figures> figures;

  Claims(Map<Act, Figures> figures) {
    this.figures = figures;
  }

  List<Claim> all() {
    return List.of(
        outage(),
        changesNothing(OBSERVE),
        changesNothing(DRY_RUN),
        works(FIRST_GROUP, BROUGHT_BACK),
        works(ALL, SUCCESS),
        oneInstanceInOnePool(),
        heapSaved(),
        failsAgain(),
        works(ENFORCED_AGAIN, SUCCESS),
        recoversWithoutRestart(),
        failsWithoutAgent(),
        works(ATTACHED, SUCCESS),
        attachedToTheOneThatFails(),
        leavesNothing());
  }

  private Claim outage() {
    Figures without = figures.get(WITHOUT);
    return new Claim(
        "without agent: no session works, all close with 1011, Redis is out of clients",
        without.worked() == 0
            && without.closed1011() == without.sessions()
            && isOutOfClients(without),
        "%d of %d work, %d closed with 1011, %s of %s clients"
            .formatted(
                without.worked(),
                without.sessions(),
                without.closed1011(),
                Words.of(without.redisClients()),
                Words.of(without.redisMaxClients())));
  }

  private Claim failsWithoutAgent() {
    Figures failing = figures.get(FAILING);
    return new Claim(
        FAILING.title() + ": no session works, though each makes its own instances",
        failing.worked() == 0 && failing.closed1011() == failing.sessions(),
        "%d of %d work, %d closed with 1011"
            .formatted(failing.worked(), failing.sessions(), failing.closed1011()));
  }

  /** What exists keeps its connections: only what is constructed from then on is shared. */
  private Claim attachedToTheOneThatFails() {
    Figures failing = figures.get(FAILING);
    Figures attached = figures.get(ATTACHED);
    return new Claim(
        ATTACHED.title()
            + ": the JVM that failed, without a restart; the instances of its start live on",
        attached.pid() == failing.pid()
            && attached.instancesAfterwards() != null
            && attached.instancesAfterwards() == BEFORE_THE_USERS,
        "instances afterwards: %s".formatted(Words.of(attached.instancesAfterwards())));
  }

  private Claim leavesNothing() {
    Figures attached = figures.get(ATTACHED);
    Figures left = figures.get(LEFT);
    return new Claim(
        LEFT.title() + ": the same JVM has nothing of its engine, and sessions fail again",
        left.pid() == attached.pid()
            && attached.agentClasses() != null
            && attached.agentClasses() > 0
            && same(left.agentClasses(), 0)
            && left.closed1011() == left.sessions(),
        "classes of the engine with live objects: %s, before: %s; %d closed with 1011"
            .formatted(
                Words.of(left.agentClasses()),
                Words.of(attached.agentClasses()),
                left.closed1011()));
  }

  private Claim changesNothing(Act act) {
    Figures without = figures.get(WITHOUT);
    Figures with = figures.get(act);
    return new Claim(
        act.title() + ": sessions, instances and Redis clients are what they are without agent",
        with.worked() == without.worked()
            && with.closed1011() == without.closed1011()
            && same(with.instances(), without.instances())
            && same(with.redisClients(), without.redisClients()),
        "%d work, instances: %s, clients: %s"
            .formatted(with.worked(), Words.of(with.instances()), Words.of(with.redisClients())));
  }

  private Claim works(Act act, double least) {
    Figures with = figures.get(act);
    return new Claim(
        "%s: at least %.0f %% of the sessions work".formatted(act.title(), least),
        with.success() >= least,
        Words.percent(with.success()));
  }

  private Claim oneInstanceInOnePool() {
    Figures all = figures.get(ALL);
    return new Claim(
        ALL.title() + ": one instance, one pool, nothing closed with 1011",
        same(all.instances(), 1) && same(all.pools(), 1) && all.closed1011() == 0,
        "instances: %s, pools: %s, closed with 1011: %d"
            .formatted(Words.of(all.instances()), Words.of(all.pools()), all.closed1011()));
  }

  private Claim heapSaved() {
    Long before = figures.get(WITHOUT).heapAfterGc();
    Long after = figures.get(ALL).heapAfterGc();
    Double saved = before == null || after == null ? null : 100.0 - 100.0 * after / before;
    return new Claim(
        "%s: the heap after a collection is at least %.0f %% smaller"
            .formatted(ALL.title(), HEAP_SAVED),
        saved != null && saved >= HEAP_SAVED,
        saved == null ? Words.NOT_MEASURED : Words.percent(saved));
  }

  private Claim failsAgain() {
    Figures back = figures.get(ROLLED_BACK);
    return new Claim(
        ROLLED_BACK.title() + ": Redis is out of clients and sessions fail again, in the same JVM",
        back.closed1011() > 0
            && back.success() < BROUGHT_BACK
            && isOutOfClients(back)
            && back.pid() == figures.get(ALL).pid(),
        "%s work, %d closed with 1011".formatted(Words.percent(back.success()), back.closed1011()));
  }

  private Claim recoversWithoutRestart() {
    Figures again = figures.get(ENFORCED_AGAIN);
    return new Claim(
        ENFORCED_AGAIN.title() + ": the same JVM, with one instance when the users have left",
        again.pid() == figures.get(ALL).pid() && same(again.instancesAfterwards(), 1),
        "instances: %s".formatted(Words.of(again.instancesAfterwards())));
  }

  private static boolean isOutOfClients(Figures act) {
    return same(act.redisClients(), act.redisMaxClients());
  }

  private static boolean same(Integer measured, Integer expected) {
    return measured != null && Objects.equals(measured, expected);
  }
}

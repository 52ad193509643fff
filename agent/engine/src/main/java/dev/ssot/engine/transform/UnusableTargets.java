package dev.ssot.engine.transform;

import dev.ssot.bootstrap.pattern.ClassPattern;
import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.bootstrap.start.NothingMatched;
import dev.ssot.bootstrap.start.StartContext;
import dev.ssot.bootstrap.start.UnusableMatch;
import dev.ssot.bootstrap.start.UnusableMatches;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.thread.Chore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;

/**
 * Finds out why nothing is watched for a pattern: it may match an interface only, or nothing. The
 * loaded classes are read on the agent's thread, ever more rarely, and only as long as there is
 * such a pattern.
 */
public final class UnusableTargets implements Chore {
  /** Shortest and longest time between two looks, in milliseconds. */
  private static final long SOONEST = 1_000;

  private static final long FIRST = 10_000;
  private static final long RAREST = 600_000;

  /** After which time it is logged that nothing matched: the class may be loaded any moment. */
  private static final long PATIENCE = 180_000;

  private final StartContext context;
  private final Targets targets;
  private final ClassFindings findings;
  private final Logger log;

  /** Since when nothing is watched for a pattern, and what was logged already. */
  private final Map<String, Long> since = new HashMap<>();

  private final Set<String> said = new HashSet<>();
  private long interval = FIRST;
  private long lastLook;
  private boolean begun;

  /** Whether something was found that is to be looked at soon. */
  private volatile boolean wanted;

  /** Looks at nothing yet. */
  public UnusableTargets(
      StartContext context, Targets targets, ClassFindings findings, Logger log) {
    this.context = context;
    this.targets = targets;
    this.findings = findings;
    this.log = log;
    for (ClassPattern pattern : context.targets.patterns()) {
      String name = pattern.toString();
      if (JdkClasses.isName(name) && !JdkClasses.mayBeWatched(name)) {
        said.add(pattern.toString()); // by the line after that of the start
      }
    }
  }

  /** Asks for a look: a class was loaded that cannot be a target, or a target was added. */
  public void look() {
    wanted = true;
  }

  @Override
  public void perform(long now) {
    if (!begun) { // gives the application time to load what it needs
      begun = true;
      lastLook = now;
    }
    if (now - lastLook < (wanted ? SOONEST : interval)) {
      return;
    }
    interval = wanted ? FIRST : Math.min(2 * interval, RAREST);
    wanted = false;
    lastLook = now;
    refresh(now);
  }

  /** Looks at once, as the report of the exit is to tell. */
  public void lookNow() {
    findings.setUnusable(UnusableMatches.of(context.instrumentation, unwatched()));
  }

  /**
   * Says for which patterns nothing is watched, why, and which loaded classes may be meant. Looks
   * through all loaded classes.
   *
   * @return null if there is no such pattern
   */
  public String hint() {
    List<ClassPattern> unwatched = unwatched();
    return unwatched.isEmpty() ? null : NothingMatched.hint(context.instrumentation, unwatched);
  }

  private void refresh(long now) {
    List<ClassPattern> unwatched = unwatched();
    since.keySet().retainAll(names(unwatched));
    List<UnusableMatch> found = UnusableMatches.of(context.instrumentation, unwatched);
    findings.setUnusable(found);
    for (ClassPattern pattern : unwatched) {
      since.putIfAbsent(pattern.toString(), now);
    }
    for (UnusableMatch match : found) {
      say(match, now);
      unwatched.removeIf(pattern -> pattern.toString().equals(match.pattern()));
    }
    unwatched.removeIf(pattern -> now - since.get(pattern.toString()) < PATIENCE);
    unwatched.removeIf(pattern -> !said.add(pattern.toString()));
    if (!unwatched.isEmpty()) {
      log.warn("{}", NothingMatched.hint(context.instrumentation, unwatched));
    }
  }

  /** Logs it once it is likely to stay so, and once more when there are classes to name instead. */
  private void say(UnusableMatch match, long now) {
    boolean settled = now - since.get(match.pattern()) >= FIRST;
    if (settled
        && !said.contains(match.pattern())
        && said.add(match.className() + match.instead().isEmpty())) {
      log.warn("{}", match.sentence());
    }
  }

  private List<ClassPattern> unwatched() {
    List<ClassPattern> unwatched = new ArrayList<>();
    for (ClassPattern pattern : context.targets.patterns()) {
      if (!isWatched(pattern)) {
        unwatched.add(pattern);
      }
    }
    return unwatched;
  }

  private boolean isWatched(ClassPattern pattern) {
    for (Target target : targets.all()) {
      boolean counts = !target.isHandedOut() || target.firstToConstruct() != null;
      if (counts && pattern.matches(target.className)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> names(List<ClassPattern> patterns) {
    Set<String> names = new HashSet<>();
    for (ClassPattern pattern : patterns) {
      names.add(pattern.toString());
    }
    return names;
  }
}

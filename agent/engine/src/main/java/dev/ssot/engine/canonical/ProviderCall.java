package dev.ssot.engine.canonical;

import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Reason;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The questions to one provider: the first when a call site is to be redirected and the instance is
 * not known, the others ever more rarely until it is. Only one is asked at a time; call sites wait
 * for it for a bounded time. Its fields are guarded by the monitor of the canonical instance, which
 * also is where sites wait.
 */
final class ProviderCall implements BooleanSupplier {
  private static final long SHORTEST_PAUSE = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST_PAUSE = TimeUnit.MINUTES.toNanos(5);

  /** Beyond {@code canonical.wait}, after that long a question is overdue. */
  private static final long OVERDUE = TimeUnit.SECONDS.toNanos(2);

  private final Canonical canonical;
  private final RedirectListener listener;
  private final ProviderCheck check;
  private boolean wanted;
  private boolean asked;

  /** Whether the question that is asked, or the last one, has brought the instance. */
  private boolean answered;

  private long askedAt;
  private long pause;
  private long pausedAt;
  private volatile Thread asking;

  ProviderCall(Canonical canonical, RedirectListener listener, ProviderCheck check) {
    this.canonical = canonical;
    this.listener = listener;
    this.check = check;
  }

  /**
   * Has the provider asked if it is time, and waits for the answer as long as there is nothing else
   * to share. On an application's thread.
   *
   * @param millis longest time to wait
   * @return null if there is nothing to share yet
   */
  Object answer(Target target, ProviderThreads threads, long millis) {
    synchronized (canonical) {
      wanted = true;
      askIfDue(target, threads);
      boolean before = canonical.instance() == null && answered;
      Object shared = awaited(millis);
      if (shared == null && before) {
        // what was waited for was the end of a question whose answer has ended meanwhile
        askIfDue(target, threads);
        shared = awaited(millis);
      }
      return shared;
    }
  }

  private Object awaited(long millis) {
    return asked && !canonical.isGivenUp() ? canonical.await(this, millis) : canonical.shared();
  }

  /** Asks again if it is time. On the agent's thread. */
  void retry(Target target, ProviderThreads threads) {
    synchronized (canonical) {
      askIfDue(target, threads);
    }
  }

  /** Tells whether a site wants the instance and it is not known. */
  boolean isWanted() {
    synchronized (canonical) {
      if (canonical.instance() != null) {
        wanted = false;
        pause = 0;
      }
      return wanted && canonical.refusal() == null;
    }
  }

  /** Lets the next question be asked at once, as the modes have changed. */
  void hurry() {
    synchronized (canonical) {
      pause = 0;
    }
  }

  /** Tells whether a question is being asked. */
  @Override
  public boolean getAsBoolean() {
    synchronized (canonical) {
      return asked;
    }
  }

  /** Tells whether this very thread asks, so that what it constructs is the provider's own. */
  boolean isAskedHere() {
    return Thread.currentThread() == asking;
  }

  /** Adds the thread that asks, if its question is overdue. */
  void addOverdue(List<Thread> threads, long waitMillis) {
    synchronized (canonical) {
      long patience = TimeUnit.MILLISECONDS.toNanos(waitMillis) + OVERDUE;
      if (asked && asking != null && System.nanoTime() - askedAt > patience) {
        threads.add(asking);
      }
    }
  }

  private void askIfDue(Target target, ProviderThreads threads) {
    if (asked || canonical.instance() != null || canonical.refusal() != null) {
      return;
    }
    if (pause == 0 || System.nanoTime() - pausedAt >= pause) {
      asked = true;
      answered = false;
      askedAt = System.nanoTime();
      threads.run(new Question(target), target.loader());
    }
  }

  private void ask(Target target) {
    asking = Thread.currentThread();
    Reason failure = null;
    Throwable cause = null;
    try {
      if (mayAsk(target)) {
        failure = take(new Provider(canonical.member()).ask(target.loader()), target);
      } else if (canonical.isAbsent()) {
        failure = Reason.CANONICAL_ABSENT;
      }
    } catch (Provider.Refusal refused) {
      failure = refused.reason;
      cause = refused.getCause();
    } finally {
      asking = null;
      canonical.noteFailure(failure);
      if (failure != null && !canonical.isAbsent()) { // else each site that constructs counts it
        target.countFailure(failure);
      }
      settle();
    }
    if (failure != null) {
      listener.refused(target, failure, cause);
    }
  }

  private boolean mayAsk(Target target) {
    CanonicalMember member = canonical.member();
    ProviderCheck.Verdict verdict =
        check.check(target.className, member.learned(), target.loader());
    if (canonical.noteAbsent(verdict == ProviderCheck.Verdict.ABSENT)) {
      listener.relink(target);
    }
    return verdict == ProviderCheck.Verdict.SAFE;
  }

  /** Takes an answer; returns what is wrong with it, or null. */
  private Reason take(Object answer, Target target) {
    if (!target.isExactly(answer.getClass())) {
      return Reason.CANONICAL_OTHER_TYPE;
    }
    if (!canonical.isUsable(answer)) {
      return Reason.CANONICAL_ENDED;
    }
    boolean learned;
    synchronized (canonical) {
      learned = canonical.learn(answer);
      answered = canonical.instance() != null;
    }
    if (learned) {
      listener.relink(target);
    }
    return null;
  }

  /** Ends the question; the next one comes later, if the instance is not known. */
  private void settle() {
    synchronized (canonical) {
      asked = false;
      pause = answered ? 0 : Math.min(LONGEST_PAUSE, next());
      pausedAt = System.nanoTime();
      canonical.notifyAll();
    }
  }

  private long next() {
    return pause == 0 ? SHORTEST_PAUSE : pause * 2;
  }

  /** One question, on a thread of its own. */
  private final class Question implements Runnable {
    private final Target target;

    Question(Target target) {
      this.target = target;
    }

    @Override
    public void run() {
      ask(target);
    }
  }
}

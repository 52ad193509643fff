package dev.ssot.engine.journal;

import dev.ssot.engine.ledger.DetectionListener;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.StackSample;
import dev.ssot.engine.policy.SitePolicy;
import dev.ssot.engine.thread.Chore;
import dev.ssot.engine.thread.RepeatedFailures;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/**
 * Passes stacks and failures of the agent from the application's threads to the agent's. It takes
 * no lock and is bounded; a stack that finds no room is dropped, as stacks are only samples.
 */
public final class SampleQueue implements DetectionListener, Chore {
  private static final int BOUND = 1_000;

  /** Call sites logged; the report has them all. */
  private static final int LOGGED_SITES = 500;

  private final int stackDepth;
  private final SitePolicy policy;
  private final Logger log;
  private final LoggedStacks stacks;
  private final RepeatedFailures repeated;
  private final Queue<StackSample> samples = new ConcurrentLinkedQueue<>();

  /** The first of each site, to be logged by the agent's thread. */
  private final Queue<StackSample> firsts = new ConcurrentLinkedQueue<>();

  private final AtomicInteger queued = new AtomicInteger();
  private final AtomicLong failures = new AtomicLong();
  private volatile Throwable lastFailure;
  private int loggedSites;

  /**
   * Creates an empty queue.
   *
   * @param stacks shared with whoever else logs call sites
   */
  public SampleQueue(int stackDepth, SitePolicy policy, LoggedStacks stacks, Logger log) {
    this.log = log;
    this.stacks = stacks;
    this.repeated = new RepeatedFailures(log);
    this.stackDepth = stackDepth;
    this.policy = policy;
  }

  @Override
  public void sampled(StackSample sample) {
    if (queued.incrementAndGet() > BOUND) {
      queued.decrementAndGet();
      return;
    }
    samples.add(sample);
  }

  @Override
  public void failed(Throwable problem) {
    failures.incrementAndGet();
    lastFailure = problem;
  }

  /** Returns how often the agent threw on a thread of the application. */
  public long failures() {
    return failures.get();
  }

  @Override
  public synchronized void settle() {
    for (StackSample next = samples.poll(); next != null; next = samples.poll()) {
      queued.decrementAndGet();
      if (next.site.stacks().add(next.frames(stackDepth))) {
        firsts.add(next);
      }
    }
  }

  @Override
  public void perform(long now) {
    settle();
    for (StackSample first = firsts.poll(); first != null; first = firsts.poll()) {
      logSite(first.site, first.frames(stackDepth));
    }
    Throwable failure = lastFailure;
    if (failure != null) {
      lastFailure = null;
      repeated.latest("", failures.get(), failure, "the agent failed; the application goes on");
    }
  }

  private void logSite(Site site, StackTraceElement[] frames) {
    String target = site.target.className;
    if (site.constructions() == 0 // OutcomeLog tells of it
        || policy.allowedBecause(target, site.location) != null
        || policy.mode(target, site.location).decides()) { // VerdictLog tells of it
      return;
    }
    if (++loggedSites > LOGGED_SITES) {
      if (loggedSites == LOGGED_SITES + 1) {
        log.warn("{} call sites logged; the others are in the report", LOGGED_SITES);
      }
      return;
    }
    log.warn(
        "{} constructed by {} ({})",
        target,
        site.location,
        site.location.kind,
        stacks.take(site.target, "stack of the first construction seen there", frames));
  }
}

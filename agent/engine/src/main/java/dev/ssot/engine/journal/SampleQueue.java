package dev.ssot.engine.journal;

import dev.ssot.engine.ledger.DetectionListener;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.StackSample;
import dev.ssot.engine.policy.SitePolicy;
import dev.ssot.engine.stack.ConstructionTrace;
import dev.ssot.engine.thread.Chore;
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

  /** Call sites logged with their stack; the report has them all. */
  private static final int LOGGED_SITES = 500;

  private final int stackDepth;
  private final SitePolicy policy;
  private final Logger log;
  private final Queue<StackSample> samples = new ConcurrentLinkedQueue<>();
  private final AtomicInteger queued = new AtomicInteger();
  private final AtomicLong failures = new AtomicLong();
  private volatile Throwable lastFailure;
  private int loggedSites;

  public SampleQueue(int stackDepth, SitePolicy policy, Logger log) {
    this.log = log;
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
  public void perform(long now) {
    for (StackSample next = samples.poll(); next != null; next = samples.poll()) {
      queued.decrementAndGet();
      StackTraceElement[] frames = next.frames(stackDepth);
      if (next.site.stacks().add(frames)) {
        logSite(next.site, frames);
      }
    }
    Throwable failure = lastFailure;
    if (failure != null) {
      lastFailure = null;
      log.warn("the agent failed {} times so far; the application goes on", failures, failure);
    }
  }

  private void logSite(Site site, StackTraceElement[] frames) {
    if (policy.allowedBecause(site.target.className, site.location) != null) {
      return;
    }
    if (++loggedSites > LOGGED_SITES) {
      if (loggedSites == LOGGED_SITES + 1) {
        log.warn("{} call sites logged; the others are in the report", LOGGED_SITES);
      }
      return;
    }
    // A site that was redirected from its first call on has constructed nothing.
    boolean constructs = site.constructions() > 0;
    log.warn(
        "{} {} by {} ({})",
        site.target.className,
        constructs ? "constructed" : "asked for",
        site.location,
        site.location.kind,
        new ConstructionTrace(
            "stack of the first " + (constructs ? "construction" : "call") + " seen there",
            frames));
  }
}

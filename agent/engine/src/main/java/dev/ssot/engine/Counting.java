package dev.ssot.engine;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.start.StartContext;
import dev.ssot.engine.application.ApplicationCode;
import dev.ssot.engine.jfr.SiteEvents;
import dev.ssot.engine.journal.LoggedStacks;
import dev.ssot.engine.journal.SampleQueue;
import dev.ssot.engine.ledger.Limits;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.transform.ClassFindings;
import dev.ssot.engine.transform.UnusableTargets;
import org.slf4j.Logger;

/**
 * The parts that count: targets, samples of stacks, and constructions that no woven call site
 * accounts for.
 */
final class Counting {
  final LoggedStacks stacks = new LoggedStacks();
  final SampleQueue samples;
  final Targets targets;
  final ClassFindings findings;
  final UnusableTargets unusable;
  final ApplicationCode application;

  Counting(StartContext context, RedirectParts redirecting, Logger log) {
    Options options = context.options;
    samples = new SampleQueue(options.stackDepth(), redirecting.policy, stacks, log);
    application = ApplicationCode.of(options.application());
    targets =
        new Targets(
            new Limits(options.liveLimit(), options.stacks()),
            samples,
            redirecting.policy,
            new SiteEvents(redirecting.recording, redirecting.policy),
            application);
    findings = new ClassFindings(options.targets(), targets.notWoven());
    unusable = new UnusableTargets(context, targets, findings, log);
  }
}

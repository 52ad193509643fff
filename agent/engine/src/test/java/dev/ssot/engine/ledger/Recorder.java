package dev.ssot.engine.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Listens and keeps. */
public final class Recorder implements DetectionListener {
  final List<StackSample> samples = Collections.synchronizedList(new ArrayList<>());
  final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void sampled(StackSample sample) {
    samples.add(sample);
  }

  @Override
  public void failed(Throwable problem) {
    failures.add(problem);
  }

  /** A target of this class's own loader. */
  public Target target(String className, int liveLimit) {
    return targets(liveLimit).loaded(className, getClass().getClassLoader());
  }

  Targets targets(int liveLimit) {
    return new Targets(new Limits(liveLimit, 3), this, (target, location) -> true);
  }
}

package dev.ssot.engine.redirect;

import dev.ssot.engine.canonical.RedirectListener;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what it is told. */
public final class QuietListener implements RedirectListener {
  public final List<Reason> refusals = Collections.synchronizedList(new ArrayList<>());
  public final List<Throwable> causes = Collections.synchronizedList(new ArrayList<>());
  public final List<String> standIns = Collections.synchronizedList(new ArrayList<>());
  public final AtomicInteger relinked = new AtomicInteger();

  @Override
  public void refused(Target target, Reason reason, Throwable cause) {
    refusals.add(reason);
    causes.add(cause);
  }

  @Override
  public void standsIn(Target target, String description) {
    standIns.add(description);
  }

  @Override
  public void relink(Target target) {
    relinked.incrementAndGet();
  }

  @Override
  public void replaced(Target target) {
    relinked.incrementAndGet();
  }
}

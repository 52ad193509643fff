package dev.ssot.engine.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A construction was answered with the canonical instance. */
@Name("ssot.Redirect")
@Label("Redirect")
@Description("A construction was answered with the canonical instance")
final class RedirectEvent extends SiteEvent {
  static RedirectEvent of(EventPayload facts) {
    RedirectEvent event = new RedirectEvent();
    event.fill(facts);
    return event;
  }
}

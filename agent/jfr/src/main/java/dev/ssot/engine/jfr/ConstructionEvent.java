package dev.ssot.engine.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** An object of a target was created. */
@Name("ssot.Construction")
@Label("Construction")
@Description("An object of a target came to be")
final class ConstructionEvent extends SiteEvent {
  static ConstructionEvent of(EventPayload facts) {
    ConstructionEvent event = new ConstructionEvent();
    event.fill(facts);
    return event;
  }
}

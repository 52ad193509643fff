package dev.ssot.engine.jfr;

import dev.ssot.engine.policy.ModeChange;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Registered;
import jdk.jfr.StackTrace;

/** A mode was switched. The event has no stack, as it names who asked. */
@Name("ssot.ModeChange")
@Label("Mode Change")
@Description("A mode was switched")
@Category("SSOT")
@Registered(false)
@StackTrace(false)
final class ModeChangeEvent extends Event {
  @Label("By")
  final String by;

  @Label("Scope")
  final String scope;

  @Label("From")
  final String from;

  @Label("To")
  final String to;

  ModeChangeEvent(ModeChange change) {
    by = change.by;
    scope = change.scope;
    from = change.from.toString();
    to = change.to.toString();
  }
}

package dev.ssot.engine.jfr;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Registered;

/**
 * What happened at a call site. The fields are the columns of the event and part of the contract.
 */
@Category("SSOT")
@Registered(false)
abstract class SiteEvent extends Event {
  @Label("Target")
  String target;

  @Label("Call Site Class")
  String siteClass;

  @Label("Call Site Method")
  String siteMethod;

  @Label("Call Site Line")
  int siteLine;

  @Label("Kind")
  String kind;

  @Label("Group")
  String group;

  @Label("Mode")
  String mode;

  /** Fills the fields. The event is an instant without a duration. */
  final void fill(EventPayload facts) {
    target = facts.target;
    siteClass = facts.location.className;
    siteMethod = facts.location.method;
    siteLine = facts.location.line;
    kind = facts.location.kind.toString();
    group = facts.group;
    mode = facts.mode;
  }
}

package dev.ssot.engine.metrics;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The meters. They are a contract with everyone who built a dashboard on them; {@code
 * docs/metrics.md} is generated from this enum. A meter always has the same tag keys, since
 * Prometheus refuses others.
 */
enum SsotMeter {
  CONSTRUCTIONS(
      "ssot.constructions",
      true,
      "Objects of the target class that came to be, redirects not included",
      "target",
      "group",
      "kind"),
  INSTANCES(
      "ssot.instances",
      false,
      "Live instances; falls after the garbage collection that follows their end",
      "target"),
  DUPLICATES(
      "ssot.duplicates", false, "Live instances beyond the canonical one of each loader", "target"),
  FAILED(
      "ssot.constructions.failed",
      true,
      "Constructions whose constructor threw, so that no object came to be",
      "target",
      "group"),
  REFUSED(
      "ssot.constructions.refused",
      true,
      "Constructions that mode fail refused",
      "target",
      "group"),
  CHURN(
      "ssot.churn",
      false,
      "Constructions per minute, over the last five minutes, at call sites that are neither allowed"
          + " nor redirected",
      "target"),
  CALL_SITES(
      "ssot.call.sites",
      false,
      "Call sites to fix: they constructed, or tried to, are not allowed to, and made more than the"
          + " canonical instance",
      "target",
      "group"),
  REDIRECTS(
      "ssot.redirects",
      true,
      "Constructions answered with the canonical instance",
      "target",
      "group"),
  REDIRECT_FAILURES(
      "ssot.redirect.failures",
      true,
      "Times that there was no canonical instance to give: to a call site, which constructed, or to"
          + " the agent, which asked for it",
      "target",
      "reason"),
  GUARDED_CALLS(
      "ssot.guarded.calls",
      true,
      "Calls of a guarded method, such as close, that a shared instance was spared",
      "target"),
  ENFORCING(
      "ssot.enforcing",
      false,
      "1 while the mode is enforce, whether or not a call site can be redirected; else 0",
      "target",
      "group"),
  AGENT_ERRORS("ssot.agent.errors", true, "Faults of the agent that it kept to itself"),
  AGENT_INFO(
      "ssot.agent.info",
      false,
      "Always 1: the agent is there, in the mode that holds for everything",
      "version",
      "mode");

  final String meterName;
  final boolean isCounter;
  final String description;

  @SuppressWarnings("ImmutableEnumChecker") // made unmodifiable in the constructor
  final List<String> tagKeys;

  SsotMeter(String meterName, boolean isCounter, String description, String... tagKeys) {
    this.meterName = meterName;
    this.isCounter = isCounter;
    this.description = description;
    this.tagKeys = Collections.unmodifiableList(Arrays.asList(tagKeys));
  }

  /**
   * Tells whether its tags tell a state. A series whose state has ended is removed and not set to
   * 0, as a Prometheus registry exports 1 for every meter called info.
   */
  boolean isState() {
    return this == AGENT_INFO;
  }

  /** Returns the name under which a Prometheus registry exports it. */
  String prometheusName() {
    return meterName.replace('.', '_') + (isCounter ? "_total" : "");
  }
}

package dev.ssot.demo.story;

import com.fasterxml.jackson.annotation.JsonValue;

/** One row of the table: what the agent was told when the users came. */
enum Act {
  WITHOUT("without agent", null, false),
  OBSERVE("observe", "observe", false),
  DRY_RUN("dry-run", "dry-run", false),
  FIRST_GROUP("enforce for P1 only", "observe", true),
  ALL("enforce for all", "enforce", false),
  ROLLED_BACK("rolled back: observe", "observe", false),
  ENFORCED_AGAIN("enforce again", "enforce", false),
  FAILING("failing, no agent yet", null, false),
  ATTACHED("attached: enforce", "enforce", false),
  LEFT("the agent has left", null, false);

  private final String title;
  private final String mode;
  private final boolean firstGroup;

  Act(String title, String mode, boolean firstGroup) {
    this.title = title;
    this.mode = mode;
    this.firstGroup = firstGroup;
  }

  /** As people read it, in the table, the claims and the JSON file. */
  @JsonValue
  String title() {
    return title;
  }

  /** For everything that no narrower mode is set for; null for no agent. */
  String mode() {
    return mode;
  }

  /** Whether the group that chat needs first is enforced, whatever holds for the others. */
  boolean isForFirstGroup() {
    return firstGroup;
  }
}

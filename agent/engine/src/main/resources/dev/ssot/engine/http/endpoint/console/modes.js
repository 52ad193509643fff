/* Modes: what each of them does, where one holds, and how to go back. */

const MODES = new Map([
  ["off", "construct and do not count"],
  ["observe", "construct and count"],
  ["dry-run", "also say what enforce would do"],
  ["enforce", "yield the one shared instance instead of constructing"],
  ["fail", "throw at a second construction: for tests, not for a service"],
]);

/** What somebody wants to do next, most likely. */
const NEXT = new Map([["off", "observe"], ["observe", "dry-run"], ["dry-run", "enforce"], ["enforce", "observe"], ["fail", "observe"]]);

/** In these modes the application does something else, or nothing is counted. */
const INVASIVE = new Set(["off", "enforce", "fail"]);

/** Where a mode is to hold: the fields that name it for the agent, and the names for people. */
class Scope {
  constructor(fields, title) {
    this.fields = fields;
    this.title = title;
  }

  /** Writes it as the agent's history of switches does. */
  toString() {
    return [this.fields.target, this.fields.group].filter(Boolean).join(" ") || "all";
  }

  /** Returns the scopes, as the history writes them, of which a switch is shown here. */
  own() {
    const {group} = this.fields;
    return group ? [group, this.toString()] : [this.toString()];
  }

  /** Returns the scopes of which a switch sets the mode here. */
  covering() {
    const {target} = this.fields;
    return ["all", ...(target ? [target] : []), ...this.own()];
  }
}

const EVERYTHING = new Scope({}, "everything");

function targetScope(target) {
  return new Scope({target: target.class}, packageAndName(visible(target.class))[1]);
}

function groupScope(target, group) {
  const title = visible(group.name) + " of " + packageAndName(visible(target.class))[1];
  return new Scope({target: target.class, group: group.name}, title);
}

/**
 * Finds the switch that holds at a scope, if one made there can be undone: one that ends by itself, or one to a mode in which the
 * application does something else.
 *
 * @param changes the history, the oldest first
 * @return null if there is none
 */
function undoable(scope, mode, changes, now) {
  const covering = scope.covering();
  const last = changes.filter((change) => covering.includes(change.scope)).pop();
  if (!last || !scope.own().includes(last.scope) || last.to !== mode) {
    return null;
  }
  const until = last.until === null ? null : Date.parse(last.until);
  const byHand = last.by !== "timer" && last.by !== "config";
  const timed = until !== null && until > now;
  return timed || (byHand && INVASIVE.has(last.to)) ? {change: last, until: timed ? until : null} : null;
}

/** The undo of the switch that holds at one scope, with the time that is left of it. */
class UndoView {
  constructor(page, scope) {
    this.page = page;
    this.scope = scope;
    this.text = element("span", "left");
    this.button = button("Undo", () => this.undo());
    this.element = element("span", "undo", this.button, " ", this.text);
    this.element.hidden = true;
    this.found = null;
  }

  update(mode, changes) {
    this.found = undoable(this.scope, mode, changes, this.page.agent.now());
    this.element.hidden = this.found === null;
    if (this.found !== null) {
      setText(this.button, "Undo: " + this.target());
      setAttribute(this.button, "aria-label", `Undo: ${this.scope.title} back to ${this.target()}`);
      this.tick();
    }
  }

  /** Returns the mode that the undo leads to. */
  target() {
    return this.found.until === null ? this.found.change.from : this.found.change.then;
  }

  tick() {
    if (this.found === null) {
      return;
    }
    const {change, until} = this.found;
    const left = until === null ? null : until - this.page.agent.now();
    setText(
      this.text,
      left === null
        ? `since ${clock(Date.parse(change.at))} UTC, by ${change.by}`
        : `until ${clock(until)} UTC, ${timeLeft(left)} left`);
  }

  /** Goes back where the switch was made, which may be a group of all targets. */
  undo() {
    const {group} = this.scope.fields;
    const scope = this.found.change.scope === group ? {group} : this.scope.fields;
    const fields = {...scope, mode: this.target()}; // as the button says it, whatever comes meanwhile
    this.page.withToken(() => this.page.perform(fields));
  }
}

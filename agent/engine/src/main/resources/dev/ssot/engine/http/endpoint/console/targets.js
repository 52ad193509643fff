/* One target: its headline, its figures over time, its groups, and the switches so far. */

const OPEN_AT_FIRST = 12;
const SWITCHES_SHOWN = 20;

/** Says how many objects are too many, as the report's headline does. */
function headline(target, sites) {
  const {duplicates, exact} = target.instances;
  const files = new Set(sites.map((site) => site.class.split("$")[0] + site.file)).size;
  const where = ` from ${count(sites.length, "call site")} in ${count(files, "file")}`;
  return duplicates === 0
    ? `no duplicate is alive; ${count(sites.length, "call site")}`
    : (exact ? "" : "at least ") + count(duplicates, "duplicate") + where;
}

/** Says which instance is shared, or why none can be. */
function canonicalSentence(canonical, sentence) {
  const where = canonical.birth && canonical.birth.site ? `, made at ${visible(canonical.birth.site)}` : "";
  const what = canonical.description === null ? "not known" : visible(canonical.description);
  const state = canonical.resolved ? where : canonical.reason === null ? ", not made so far" : `: ${sentence(canonical.reason)} (${canonical.reason})`;
  return `${what} (${canonical.source})${state}${canonical.standIn ? "; another object stands in so far" : ""}`;
}

class TargetView {
  constructor(page, target) {
    this.page = page;
    this.scope = targetScope(target);
    this.mode = element("span", "mode");
    this.undo = new UndoView(page, this.scope);
    const [packageName, name] = packageAndName(visible(target.class));
    const open = button("Switch…", () => page.openSwitch(this.scope, this.mode.textContent));
    setAttribute(open, "aria-label", "Switch " + this.scope.title);
    this.headline = element("p", "headline");
    this.figures = new Map(
      ["alive", "duplicates", "constructed", "per min", "redirected", "failed", "guarded"].map((title) => [title, element("dd", "")]));
    this.more = element("p", "more");
    this.rate = new Chart("constructions per minute");
    this.live = new Chart("instances alive");
    const groups = element(
      "table",
      "groups",
      headRow(
        ["group", "wide-column"],
        ["mode", ""],
        ["files", "number"],
        ["call sites", "number"],
        ["redirectable", "number"],
        ["alive", "number"],
        ["made", "number"],
        ["per min", "number"],
        ["redirected", "number"],
        ["", "action-column"]));
    const openAtFirst = target.sites.length <= OPEN_AT_FIRST;
    this.groups = new KeyedViews(groups, ({group}) => new GroupView(page, target, group, openAtFirst));
    this.switches = element("ol", "switches-so-far");
    this.switchesTitle = element("summary", "");
    this.element = element(
      "section",
      "panel target",
      element(
        "div",
        "bar",
        element("h2", "", element("span", "faint", packageName), element("wbr", ""), name),
        element("span", "faint", "in " + visible(target.loader)),
        this.mode,
        this.undo.element,
        element("span", "action", open)),
      this.headline,
      element(
        "dl",
        "figures",
        ...[...this.figures].map(([title, value]) => element("div", "", element("dt", "", title), value))),
      element("div", "charts", this.rate.element, this.live.element),
      this.more,
      groups,
      element("details", "", this.switchesTitle, this.switches));
    this.allowed = element("p", "more");
    groups.after(this.allowed);
  }

  update(target) {
    const sites = target.sites.filter((site) => !site.allowed);
    const samples = this.page.history.samples(targetKey(target));
    setMode(this.mode, target.mode);
    this.undo.update(target.mode, target.modes);
    setText(this.headline, headline(target, sites));
    setAttribute(this.headline, "data-state", target.instances.duplicates > 0 ? "bad" : "good");
    this.showFigures(target, samples.currentRate("constructions"));
    this.showCharts(target, samples);
    setText(this.more, "canonical: " + canonicalSentence(target.canonical, (reason) => this.page.sentence(reason)));
    this.showGroups(target, sites);
    this.showSwitches(target.modes);
  }

  showFigures(target, rate) {
    const failures = Object.values(target.failures).reduce((total, value) => total + value, 0);
    const failed = target.sites.reduce((total, site) => total + site.failed, 0);
    const set = (title, value) => setText(this.figures.get(title), value);
    set("alive", (target.instances.exact ? "" : "≥ ") + number(target.instances.live));
    set("duplicates", (target.instances.exact ? "" : "≥ ") + number(target.instances.duplicates));
    set("constructed", number(target.constructions));
    set("per min", perMinute(rate));
    set("redirected", number(target.redirects) + (failures === 0 ? "" : `, ${number(failures)} not`));
    set("failed", number(failed));
    set("guarded", number(target.guarded));
    const {exact, reason} = target.instances;
    setAttribute(this.figures.get("alive"), "title", exact ? "" : this.page.sentence(reason));
  }

  showCharts(target, samples) {
    const switches = target.modes.map((change) => ({
      at: Date.parse(change.at),
      text: `${clock(Date.parse(change.at), true)} UTC, ${visible(change.scope)}: ${change.from} to ${change.to}`,
    }));
    this.rate.update(samples.rate("constructions"), perMinute(samples.currentRate("constructions")), switches);
    this.live.update(samples.live(), number(target.instances.live), switches);
  }

  showGroups(target, sites) {
    const byGroup = new Map(target.groups.map((group) => [group.name, []]));
    for (const site of sites) {
      const those = byGroup.get(site.group);
      if (those) {
        those.push(site);
      }
    }
    this.groups.update(
      target.groups.map((group) => ({group, sites: byGroup.get(group.name), changes: target.modes})),
      ({group}) => group.name);
    const allowed = target.sites.filter((site) => site.allowed);
    const names = allowed.slice(0, 5).map((site) => `${visible(site.file === null ? site.class : site.file)}:${site.line}`);
    this.allowed.hidden = allowed.length === 0;
    setText(this.allowed, `allowed: ${names.join(", ")}${allowed.length > 5 ? `, and ${number(allowed.length - 5)} more` : ""}`);
  }

  showSwitches(changes) {
    const lines = changes
      .slice(-SWITCHES_SHOWN)
      .reverse()
      .map((change) => {
        const end = change.until === null ? "" : `, until ${clock(Date.parse(change.until))} UTC, then ${change.then}`;
        return `${clock(Date.parse(change.at), true)} UTC, by ${visible(change.by)}: ${visible(change.scope)} from ${change.from} to ${change.to}${end}`;
      });
    this.switches.parentElement.hidden = changes.length === 0;
    setText(this.switchesTitle, count(changes.length, "switch").replace(/switchs$/, "switches") + " of modes");
    if (this.switches.textContent !== lines.join("")) {
      this.switches.replaceChildren(...lines.map((line) => element("li", "", line)));
    }
  }

  tick() {
    this.undo.tick();
    for (const group of this.groups.views.values()) {
      group.tick();
    }
  }
}

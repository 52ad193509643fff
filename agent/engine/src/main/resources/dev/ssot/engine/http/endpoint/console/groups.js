/* The groups of a target: mode, figures, verdict, and the call sites of those that are open. */

/** Says what enforce would do to a group, as the report does for one in dry-run. */
function verdict(group, sites) {
  const reasons = new Map();
  for (const site of sites) {
    if (!site.redirectable) {
      reasons.set(site.reason, (reasons.get(site.reason) || 0) + 1);
    }
  }
  const failing = sites.filter((site) => site.failed > 0).length;
  return {
    text:
      `${number(group.redirectable)} of ${count(group.sites, "call site")} would be redirected` +
      (failing === 0 ? "" : `; at ${count(failing, "call site")} constructions failed`),
    reasons,
  };
}

class GroupView {
  constructor(page, target, group, isOpen) {
    this.page = page;
    this.scope = group.name === null ? null : groupScope(target, group);
    this.open = button("", () => this.toggle());
    this.open.className = "name";
    this.mode = element("span", "mode");
    this.files = numberCell("files");
    this.sites = numberCell("call sites");
    this.redirectable = numberCell("redirectable");
    this.live = numberCell("alive");
    this.made = numberCell("made");
    this.rate = numberCell("per min");
    this.redirects = numberCell("redirected");
    this.action = element("td", "action");
    const head = element("th", "", this.open);
    head.scope = "row";
    const modeCell = element("td", "mode-cell", this.mode);
    this.verdict = element("p", "verdict-line");
    this.reasons = element("ul", "sentences");
    this.verdictRow = wideRow(this.verdict, this.reasons);
    this.table = new SiteTable(page, target);
    this.siteRow = wideRow(this.table.element);
    this.element = element(
      "tbody",
      "group",
      element(
        "tr",
        "",
        head,
        modeCell,
        this.files,
        this.sites,
        this.redirectable,
        this.live,
        this.made,
        this.rate,
        this.redirects,
        this.action),
      this.verdictRow,
      this.siteRow);
    this.addSwitch(modeCell);
    this.siteRow.hidden = !isOpen;
  }

  /** Call sites without a group have no name by which they could be switched. */
  addSwitch(modeCell) {
    if (this.scope !== null) {
      this.undo = new UndoView(this.page, this.scope);
      modeCell.append(" ", this.undo.element);
      const open = button("Switch…", () => this.page.openSwitch(this.scope, this.mode.textContent));
      setAttribute(open, "aria-label", "Switch " + this.scope.title);
      this.action.append(open);
    }
  }

  update({group, sites, changes}) {
    const sum = (valueOf) => sites.reduce((total, site) => total + valueOf(site), 0);
    setText(this.open, group.name === null ? "no group" : visible(group.name));
    setAttribute(this.open, "aria-expanded", String(!this.siteRow.hidden));
    setMode(this.mode, group.mode);
    setText(this.files, number(group.files));
    setText(this.sites, number(group.sites));
    setText(this.redirectable, number(group.redirectable));
    setText(this.live, number(sum((site) => site.live)));
    setText(this.made, number(sum((site) => site.constructions)));
    setText(this.rate, perMinute(sum((site) => site.perMinute)));
    setText(this.redirects, number(sum((site) => site.redirects)));
    this.showVerdict(group, sites);
    if (this.scope !== null) {
      this.undo.update(group.mode, changes);
    }
    this.last = sites;
    if (!this.siteRow.hidden) {
      this.table.update(sites, group.mode);
    }
  }

  showVerdict(group, sites) {
    this.verdictRow.hidden = group.mode !== "dry-run";
    if (this.verdictRow.hidden) {
      return;
    }
    const {text, reasons} = verdict(group, sites);
    setText(this.verdict, "dry-run: " + text);
    const lines = [...reasons].map(([reason, sites]) => `${number(sites)} would not: ${this.page.sentence(reason)} (${reason})`);
    if (this.reasons.textContent !== lines.join("")) {
      this.reasons.replaceChildren(...lines.map((line) => element("li", "", line)));
    }
  }

  toggle() {
    this.siteRow.hidden = !this.siteRow.hidden;
    setAttribute(this.open, "aria-expanded", String(!this.siteRow.hidden));
    // What nobody sees is not kept up to date.
    this.table.update(this.siteRow.hidden ? [] : this.last, this.mode.textContent);
  }

  tick() {
    if (this.scope !== null) {
      this.undo.tick();
    }
  }
}

function wideRow(...children) {
  const cell = element("td", "", ...children);
  cell.colSpan = 10;
  return element("tr", "wide", cell);
}

/* The call sites of one group, and the stacks of those that somebody opens. */

const SITES_SHOWN = 100;

class SiteView {
  constructor(page, target) {
    this.page = page;
    this.targetKey = targetKey(target);
    this.key = null;
    this.open = button("", () => this.toggle());
    this.open.className = "where";
    setAttribute(this.open, "aria-expanded", "false");
    this.caller = element("td", "caller");
    this.kind = element("td", "kind");
    this.made = numberCell("made");
    this.live = numberCell("alive");
    this.rate = numberCell("per min");
    this.redirects = numberCell("redirected");
    this.verdict = element("td", "verdict");
    this.stacks = element("ul", "stacks");
    this.stackRow = element("tr", "stack-row", element("td", "", this.stacks));
    this.stackRow.firstChild.colSpan = 8;
    this.stackRow.hidden = true;
    this.element = element(
      "tbody",
      "",
      element(
        "tr",
        "",
        element("th", "", this.open),
        this.caller,
        this.kind,
        this.made,
        this.live,
        this.rate,
        this.redirects,
        this.verdict),
      this.stackRow);
    this.open.closest("th").scope = "row";
  }

  /** Shows a site, and its mode if a pattern of call sites gave it another one than its group has. */
  update({site, groupMode}) {
    this.key = siteKey(site);
    const line = site.line < 0 ? "" : ":" + site.line;
    setText(this.open, site.file === null ? "no line" : visible(site.file) + line);
    this.showCaller(site);
    setText(this.kind, site.kind);
    setText(this.made, number(site.constructions));
    setText(this.live, number(site.live));
    setText(this.rate, perMinute(site.perMinute));
    setText(this.redirects, number(site.redirects));
    const faults = [
      ...(site.failed > 0 ? [number(site.failed) + " failed"] : []),
      ...(site.refusals > 0 ? [number(site.refusals) + " refused"] : []),
    ];
    const mode = site.mode === groupMode ? [] : [site.mode];
    setText(this.verdict, [...mode, site.redirectable ? "redirectable" : site.reason, ...faults].join(", "));
    setAttribute(this.verdict, "data-verdict", site.redirectable ? "yes" : "no");
    setAttribute(this.verdict, "title", site.redirectable ? "" : this.page.sentence(site.reason));
  }

  showCaller(site) {
    const [packageName, name] = packageAndName(visible(site.class));
    const method = "." + visible(site.method);
    const via = site.via === null ? "" : "through " + visible(site.via);
    if (this.caller.textContent !== packageName + name + method + via) {
      this.caller.replaceChildren(
        element("code", "", element("span", "faint", packageName), element("wbr", ""), name + method),
        element("div", "faint", via));
    }
  }

  toggle() {
    this.stackRow.hidden = !this.stackRow.hidden;
    setAttribute(this.open, "aria-expanded", String(!this.stackRow.hidden));
    if (this.stackRow.hidden) {
      this.stacks.replaceChildren();
    } else {
      this.load();
    }
  }

  async load() {
    this.stacks.replaceChildren(element("li", "faint", "asking for the stacks"));
    try {
      const report = await this.page.agent.report(true);
      const target = report.targets.find((each) => targetKey(each) === this.targetKey);
      const site = target && target.sites.find((each) => siteKey(each) === this.key);
      this.stacks.replaceChildren(...stackElements(site ? site.stacks : []));
    } catch (failure) {
      this.stacks.replaceChildren(element("li", "problem", "no stacks: " + visible(failure.message)));
    }
  }
}

function stackElements(stacks) {
  if (stacks.length === 0) {
    return [element("li", "faint", "no stack is kept")];
  }
  return stacks.map((stack) =>
    element(
      "li",
      "",
      element("span", "faint", number(stack.count) + " × "),
      element("ol", "", ...stack.frames.map((frame) => element("li", "", element("code", "", visible(frame)))))));
}

function numberCell(label) {
  const cell = element("td", "number");
  cell.dataset.label = label;
  return cell;
}

function headRow(...titles) {
  return element(
    "thead",
    "",
    element(
      "tr",
      "",
      ...titles.map(([title, className]) => {
        const cell = element("th", className, title);
        cell.scope = "col";
        return cell;
      })));
}

/** A table of call sites, the first hundred of them until more are asked for. */
class SiteTable {
  constructor(page, target) {
    const table = element(
      "table",
      "sites",
      headRow(
        ["where", ""],
        ["call site", ""],
        ["kind", ""],
        ["made", "number"],
        ["alive", "number"],
        ["per min", "number"],
        ["redirected", "number"],
        ["verdict", ""]));
    this.rows = new KeyedViews(table, () => new SiteView(page, target));
    this.shown = SITES_SHOWN;
    this.sites = [];
    this.more = button("", () => {
      this.shown += SITES_SHOWN;
      this.update(this.sites, this.groupMode);
    });
    this.element = element("div", "", table, this.more);
  }

  update(sites, groupMode) {
    this.sites = sites;
    this.groupMode = groupMode;
    const keys = new Map();
    const shown = sites.slice(0, this.shown).map((site) => ({site, groupMode}));
    this.rows.update(shown, ({site}) => {
      // Two sites of one line, as of two classes of one name, stay apart by their order.
      const key = siteKey(site);
      keys.set(key, (keys.get(key) || 0) + 1);
      return key + keys.get(key);
    });
    const left = sites.length - this.shown;
    this.more.hidden = left <= 0;
    setText(this.more, `Show ${number(Math.min(left, SITES_SHOWN))} of ${number(left)} more call sites`);
  }
}

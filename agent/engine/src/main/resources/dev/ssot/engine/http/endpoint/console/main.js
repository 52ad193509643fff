/* The console: it asks for the report again and again while somebody looks, and shows it. */

const LEAST_WAIT = 2000;
const MOST_WAIT = 300000;
/** The agent works at most a twentieth of the time for a page. */
const REST = 20;
const ANSWERS_KEPT = 5;

class ConsolePage {
  constructor() {
    this.agent = new Agent();
    this.history = new History();
    this.reasons = new Map(Object.entries(JSON.parse(document.getElementById("reasons").textContent)));
    this.tokenDialog = new TokenDialog(this);
    this.switchDialog = new SwitchDialog(this);
    this.heapDialog = new HeapDialog(this);
    this.targets = new KeyedViews(document.getElementById("targets"), (target) => new TargetView(this, target));
    this.isPaused = false;
    this.isAsking = false;
    this.timer = null;
    this.addBar();
    this.addTools();
  }

  /** Returns the sentence of a reason; the reason itself if the agent is newer than this page. */
  sentence(reason) {
    return this.reasons.get(reason) || reason;
  }

  /** Adds the mode that holds where no narrower one does. */
  addBar() {
    this.mode = element("span", "mode");
    this.undo = new UndoView(this, EVERYTHING);
    const open = button("Switch…", () => this.openSwitch(EVERYTHING, this.mode.textContent));
    setAttribute(open, "aria-label", "Switch everything");
    document.getElementById("everything").append(
      element("strong", "", "everything"),
      this.mode,
      this.undo.element,
      element("span", "action", open));
  }

  addTools() {
    this.pause = document.getElementById("pause");
    this.lock = document.getElementById("lock");
    this.pause.addEventListener("click", () => {
      this.isPaused = !this.isPaused;
      setAttribute(this.pause, "aria-pressed", String(this.isPaused));
      this.ask();
    });
    this.lock.addEventListener("click", () => (this.agent.token === null ? this.openToken("", () => {}) : this.forget()));
    document.getElementById("heap").addEventListener("click", () => this.withToken(() => this.heapDialog.show()));
    document.addEventListener("visibilitychange", () => this.ask());
    setInterval(() => this.tick(), 1000);
  }

  /** Asks for the report now, and then again, unless it is paused or nobody looks. */
  async ask() {
    clearTimeout(this.timer);
    if (this.isPaused || document.hidden) {
      this.state("idle", this.isPaused ? "paused" : "hidden");
      return;
    }
    if (this.isAsking) {
      return;
    }
    this.isAsking = true;
    const begun = performance.now();
    let wait = MOST_WAIT;
    try {
      const report = await this.agent.report(false);
      wait = Math.max(LEAST_WAIT, Math.min(MOST_WAIT, REST * (performance.now() - begun)));
      this.show(report);
      if (!this.isPaused && !document.hidden) {
        this.state("live", `live, ${clock(this.agent.now(), true)} UTC`);
      }
    } catch (failure) {
      // An answer that came too late has cost the agent as much as one in time.
      wait = Math.max(5 * LEAST_WAIT, Math.min(MOST_WAIT, REST * (performance.now() - begun)));
      this.failed(failure);
    } finally {
      this.isAsking = false;
    }
    this.timer = setTimeout(() => this.ask(), wait);
  }

  state(kind, text) {
    const state = document.getElementById("state");
    setText(state, text);
    setAttribute(state, "data-state", kind);
    setAttribute(document.body, "data-state", kind);
  }

  failed(failure) {
    if (failure instanceof Refusal && failure.status === 401 && !document.querySelector("dialog[open]")) {
      this.forget();
      this.openToken("The report needs the token here.", () => this.ask());
    }
    this.state("lost", failure instanceof Refusal ? visible(failure.message) : "the agent cannot be reached; asking again");
  }

  show(report) {
    this.history.add(this.agent.now(), report);
    const {main, pid, host, version, started} = report.jvm;
    const name = visible(main === null ? "process" : main);
    setText(document.getElementById("process"), `${name} (${pid})`);
    setText(
      document.getElementById("about"),
      `on ${visible(host)}, Java ${visible(version)}, started ${visible(String(started)).slice(0, 16).replace("T", " ")} UTC`);
    setText(document.getElementById("agent"), `ssot-agent ${visible(report.agent.version)}, ${report.agent.attached}`);
    document.title = `${report.targets.reduce((sum, target) => sum + target.instances.duplicates, 0)} duplicates – ${name}`;
    setMode(this.mode, report.agent.mode);
    this.undo.update(report.agent.mode, report.targets.length === 0 ? [] : report.targets[0].modes);
    this.targets.update(report.targets, targetKey);
    this.showRefused(report.refused);
  }

  showRefused(refused) {
    const panel = document.getElementById("refused");
    panel.hidden = refused.length === 0;
    const lines = refused.map((each) => `${visible(each.class)}: ${this.sentence(each.reason)} (${each.reason})`);
    const list = panel.querySelector("ul");
    if (list.textContent !== lines.join("")) {
      list.replaceChildren(...lines.map((line) => element("li", "", line)));
    }
  }

  /** Counts the time down that is left of switches. */
  tick() {
    this.undo.tick();
    for (const target of this.targets.views.values()) {
      target.tick();
    }
  }

  openToken(problem, next) {
    this.tokenDialog.open(problem, next);
  }

  async unlock(token) {
    await this.agent.accepts(token);
    setText(this.lock, "Forget token");
  }

  forget() {
    this.agent.token = null;
    setText(this.lock, "Enter token…");
  }

  withToken(next) {
    if (this.agent.token === null) {
      this.openToken("", next);
    } else {
      next();
    }
  }

  openSwitch(scope, mode) {
    this.withToken(() => this.switchDialog.open(scope, mode));
  }

  /** Switches without a dialog, and says what came of it. */
  async perform(fields) {
    try {
      await this.command(() => this.agent.mode(fields));
    } catch (refusal) {
      this.answer(refusal.message, "bad");
    }
  }

  /** Gives a command, shows its answer, and asks for the report that shows its effect. */
  async command(work) {
    try {
      this.answer(await work(), "good");
    } catch (refusal) {
      if (refusal.status === 401) {
        this.forget();
      }
      throw refusal;
    }
    this.ask();
  }

  answer(text, kind) {
    const answers = document.getElementById("answers");
    const entry = element(
      "div",
      "answer",
      element("span", "faint", clock(this.agent.now(), true) + " UTC"),
      element("ul", "sentences", ...sentences(text)),
      button("Dismiss", () => {
        entry.remove();
        answers.hidden = answers.childElementCount === 0;
      }));
    setAttribute(entry, "data-state", kind);
    answers.prepend(entry);
    answers.hidden = false;
    while (answers.childElementCount > ANSWERS_KEPT) {
      answers.lastElementChild.remove();
    }
  }
}

window.consolePage = new ConsolePage();
window.consolePage.ask();

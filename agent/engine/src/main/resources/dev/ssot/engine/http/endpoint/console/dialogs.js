/* The dialogs. Escape closes each of them, and the focus goes back to where it was. */

class Dialog {
  constructor(id) {
    this.dialog = document.getElementById(id);
    this.form = this.dialog.querySelector("form");
    this.problem = this.dialog.querySelector(".problem");
    this.main = this.dialog.querySelector(".main");
    this.dialog.querySelector(".cancel").addEventListener("click", () => this.dialog.close());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
  }

  show() {
    setText(this.problem, "");
    this.main.disabled = false;
    this.dialog.showModal();
  }

  /** Does what the form is for; closes the dialog unless that is refused. */
  async attempt(work) {
    this.main.disabled = true;
    setText(this.problem, "");
    try {
      await work();
      this.dialog.close();
    } catch (failure) {
      setText(this.problem, visible(failure.message));
    } finally {
      this.main.disabled = false;
    }
  }
}

class TokenDialog extends Dialog {
  constructor(page) {
    super("token-dialog");
    this.page = page;
    this.input = document.getElementById("token");
    this.dialog.addEventListener("close", () => {
      this.input.value = "";
    });
  }

  /** Asks for the token, and goes on once it is right. */
  open(problem, next) {
    this.next = next;
    this.show();
    setText(this.problem, problem);
    this.input.focus();
  }

  async submit() {
    const token = this.input.value.trim();
    await this.attempt(async () => {
      // A header cannot carry anything else, and no token has anything else.
      if (!/^[\x21-\x7e]+$/.test(token)) {
        throw new Error("a token has letters, digits and . _ ~ + / - = only");
      }
      await this.page.unlock(token);
    });
    if (!this.dialog.open) {
      this.next();
    }
  }
}

class SwitchDialog extends Dialog {
  constructor(page) {
    super("switch-dialog");
    this.page = page;
    this.title = document.getElementById("switch-title");
    this.time = document.getElementById("time");
    this.preview = document.getElementById("preview");
    this.modes = new Map();
    for (const [mode, meaning] of MODES) {
      this.addMode(mode, meaning);
    }
    this.time.addEventListener("change", () => {
      this.isTimeChosen = true;
      this.ask();
    });
    this.asked = 0;
  }

  addMode(mode, meaning) {
    const choice = element("input", "");
    choice.type = "radio";
    choice.name = "mode";
    choice.value = mode;
    choice.addEventListener("change", () => this.proposeTime(mode));
    const badge = element("span", "mode");
    setMode(badge, mode);
    document.getElementById("modes").append(element("label", "", choice, " ", badge, " ", element("span", "meaning", meaning)));
    this.modes.set(mode, choice);
  }

  open(scope, mode) {
    this.scope = scope;
    setText(this.title, "Switch " + scope.title);
    const next = NEXT.get(mode) || "observe";
    this.modes.get(next).checked = true;
    this.isTimeChosen = false;
    this.show();
    this.modes.get(next).focus();
    this.proposeTime(next);
  }

  /** Proposes to come back by itself from all modes but the one that people come back to. */
  proposeTime(mode) {
    if (!this.isTimeChosen) {
      this.time.value = mode === "observe" ? "" : "2h";
    }
    this.ask();
  }

  fields() {
    const mode = [...this.modes.values()].find((choice) => choice.checked).value;
    return {...this.scope.fields, mode, ...(this.time.value === "" ? {} : {for: this.time.value})};
  }

  /** Shows what the switch would do, in the agent's own words. */
  async ask() {
    const asked = ++this.asked;
    const fields = this.fields();
    this.main.disabled = true;
    setText(this.main, `Switch to ${fields.mode}${fields.for ? " for " + fields.for : ""}`);
    setText(this.problem, "");
    try {
      const answer = await this.page.agent.mode({...fields, "dry-run": "true"});
      if (asked === this.asked) {
        this.preview.replaceChildren(...sentences(answer));
        this.main.disabled = false;
      }
    } catch (refusal) {
      if (asked === this.asked) {
        this.preview.replaceChildren();
        setText(this.problem, visible(refusal.message));
      }
    }
  }

  submit() {
    return this.attempt(() => this.page.command(() => this.page.agent.mode(this.fields())));
  }
}

class HeapDialog extends Dialog {
  constructor(page) {
    super("heap-dialog");
    this.page = page;
  }

  submit() {
    return this.attempt(() =>
      this.page.command(async () => {
        const rows = await this.page.agent.heap();
        const lines = [...rows].map(([target, row]) => heapSentence(target, row));
        return lines.length === 0 ? "no target was loaded so far" : lines.join("; ");
      }));
  }
}

/** Says what the command heap says of a target. */
function heapSentence(target, row) {
  return (
    `${target}: ${row.instances} in the heap, the agent knows ${row.live}` +
    (row.difference === 0 ? "" : `, difference ${row.difference}`) +
    (row.meanwhile === 0 ? "" : ` (${row.meanwhile} were constructed meanwhile: count again)`) +
    (row.loaders > 1 ? ` (sums over ${row.loaders} classes of this name)` : "")
  );
}

/** Makes a line of each part of an answer. */
function sentences(answer) {
  return answer.split("; ").map((part) => element("li", "", visible(part)));
}

/* What the page asks the agent. */

/** An answer that is no success, with the agent's own text. */
class Refusal extends Error {
  constructor(status, text) {
    super(text);
    this.status = status;
  }
}

class Agent {
  constructor() {
    /** Kept in memory alone; null if nobody has entered it. */
    this.token = null;
    /** By how much the clock of the agent is ahead of that of the browser. */
    this.ahead = 0;
  }

  /** Returns the report. Stacks, which are most of it, come only when they are asked for. */
  async report(withStacks) {
    const answer = await this.send("/report?format=json" + (withStacks ? "" : "&stacks=false"), {});
    return answer.json();
  }

  /** Switches, or says what a switch would do. */
  async mode(fields) {
    const answer = await this.post("/mode", fields);
    return (await answer.text()).trim();
  }

  async heap() {
    const answer = await this.post("/heap", {});
    return new Map(Object.entries(await answer.json()));
  }

  /** Tries a token with a question that changes nothing. */
  async accepts(token) {
    const before = this.token;
    this.token = token;
    try {
      await this.mode({mode: "observe", "dry-run": "true"});
    } catch (refusal) {
      this.token = before;
      throw refusal;
    }
  }

  post(path, fields) {
    return this.send(path, {method: "POST", body: new URLSearchParams(fields)});
  }

  async send(path, options) {
    const headers = this.token === null ? {} : {Authorization: "Bearer " + this.token};
    const answer = await fetch(path, {...options, headers, credentials: "omit", cache: "no-store"});
    const date = Date.parse(answer.headers.get("Date"));
    if (!Number.isNaN(date)) {
      // The header has no fractions of seconds.
      this.ahead = Math.abs(date - Date.now()) < 2000 ? 0 : date - Date.now();
    }
    if (!answer.ok) {
      throw new Refusal(answer.status, (await answer.text()).trim());
    }
    return answer;
  }

  now() {
    return Date.now() + this.ahead;
  }
}

/* What the page remembers of earlier reports. All of it is bounded, however long the page stays open. */

const HISTORY_MILLIS = 15 * 60 * 1000;
const MOST_SAMPLES = 450;
const MOST_TARGETS = 200;
const RATE_MILLIS = 30 * 1000;
const GAP_MILLIS = 70 * 1000;

/** The figures of one target at the moments of the last reports. */
class Samples {
  constructor() {
    this.all = [];
  }

  add(at, target) {
    this.all.push({
      at,
      live: target.instances.live,
      constructions: target.constructions,
      redirects: target.redirects,
    });
    while (this.all.length > MOST_SAMPLES || this.all[0].at < at - HISTORY_MILLIS) {
      this.all.shift();
    }
  }

  /** Returns the points of a curve: moment and value, which is null where the page did not look. */
  curve(valueAt) {
    const points = [];
    this.all.forEach((sample, index) => {
      if (index > 0 && sample.at - this.all[index - 1].at > GAP_MILLIS) {
        points.push({at: sample.at, value: null});
      }
      points.push({at: sample.at, value: valueAt(index)});
    });
    return points;
  }

  live() {
    return this.curve((index) => this.all[index].live);
  }

  /** Returns the curve of a counter per minute, each point over the half minute before it. */
  rate(counter) {
    return this.curve((index) => this.rateAt(counter, index));
  }

  /** Returns the rate of now; null before there are two reports. */
  currentRate(counter) {
    return this.all.length === 0 ? null : this.rateAt(counter, this.all.length - 1);
  }

  rateAt(counter, index) {
    const last = this.all[index];
    let first = index;
    while (first > 0 && last.at - this.all[first].at < RATE_MILLIS) {
      first--;
    }
    const time = last.at - this.all[first].at;
    const difference = last[counter] - this.all[first][counter];
    return time === 0 ? null : Math.max(0, (difference * 60000) / time);
  }
}

/** The samples of all targets of one JVM; another JVM at the same address begins anew. */
class History {
  constructor() {
    this.jvm = null;
    this.targets = new Map();
  }

  add(at, report) {
    const jvm = JSON.stringify([report.jvm.host, report.jvm.pid, report.jvm.started]);
    if (jvm !== this.jvm) {
      this.jvm = jvm;
      this.targets.clear();
    }
    const present = new Set(report.targets.map(targetKey));
    for (const key of this.targets.keys()) {
      if (!present.has(key)) {
        this.targets.delete(key);
      }
    }
    for (const target of report.targets) {
      this.samples(targetKey(target)).add(at, target);
    }
  }

  /** Returns the samples of a target. Beyond the bound they are not kept from one report to the next. */
  samples(key) {
    const known = this.targets.get(key);
    if (known) {
      return known;
    }
    const fresh = new Samples();
    if (this.targets.size < MOST_TARGETS) {
      this.targets.set(key, fresh);
    }
    return fresh;
  }
}

function targetKey(target) {
  return JSON.stringify([target.class, target.loader]);
}

function siteKey(site) {
  return JSON.stringify([site.class, site.method, site.file, site.line, site.kind, site.via]);
}

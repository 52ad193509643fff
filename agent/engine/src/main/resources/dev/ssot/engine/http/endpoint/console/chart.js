/* A curve over the last minutes, with a line where a mode was switched. */

const SVG = "http://www.w3.org/2000/svg";
const CHART_WIDTH = 600;
const CHART_HEIGHT = 64;
const LEAST_MILLIS = 2 * 60 * 1000;

function svg(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  return made;
}

class Chart {
  constructor(title) {
    this.title = title;
    this.value = element("strong", "now");
    this.top = element("span", "");
    this.start = element("span", "");
    this.area = svg("path", {class: "area"});
    this.line = svg("path", {class: "line"});
    this.switches = svg("g", {class: "switches"});
    this.picture = svg("svg", {
      viewBox: `0 0 ${CHART_WIDTH} ${CHART_HEIGHT}`,
      preserveAspectRatio: "none",
      role: "img",
    });
    this.picture.append(this.area, this.line, this.switches);
    this.element = element(
      "figure",
      "chart",
      element("figcaption", "", title + " ", this.value, " ", this.top),
      element("div", "plot", this.picture),
      element("div", "axis", this.start, element("span", "", "now")));
  }

  /**
   * @param points in the order of time; a value of null breaks the curve
   * @param now text of the value of now
   * @param switches moments at which a mode was switched, with what to say of each
   */
  update(points, now, switches) {
    const known = points.filter((point) => point.value !== null);
    const last = points.length === 0 ? 0 : points[points.length - 1].at;
    const first = Math.min(points.length === 0 ? 0 : points[0].at, last - LEAST_MILLIS);
    const most = known.reduce((top, point) => Math.max(top, point.value), 0);
    const scale = {
      x: (at) => round(((at - first) / (last - first || 1)) * CHART_WIDTH),
      y: (value) => round(CHART_HEIGHT - 2 - (most === 0 ? 0 : value / most) * (CHART_HEIGHT - 8)),
    };
    setText(this.value, now);
    setText(this.top, most === 0 ? "" : "at most " + perMinute(most));
    setText(this.start, count(Math.round((last - first) / 60000), "minute") + " ago");
    setAttribute(this.picture, "aria-label", `${this.title}: ${now} now, at most ${perMinute(most)}`);
    this.draw(runs(points), scale);
    this.mark(switches.filter((each) => each.at >= first && each.at <= last), scale);
  }

  draw(parts, scale) {
    const lines = parts.map(
      (run) => "M" + run.map((point) => `${scale.x(point.at)} ${scale.y(point.value)}`).join("L"));
    const areas = parts.map(
      (run, index) =>
        `${lines[index]}L${scale.x(run[run.length - 1].at)} ${CHART_HEIGHT}L${scale.x(run[0].at)} ${CHART_HEIGHT}Z`);
    setAttribute(this.line, "d", lines.join(""));
    setAttribute(this.area, "d", areas.join(""));
  }

  mark(switches, scale) {
    this.switches.replaceChildren(
      ...switches.map((each) => {
        const x = scale.x(each.at);
        const mark = svg("line", {x1: x, x2: x, y1: 0, y2: CHART_HEIGHT});
        const title = svg("title", {});
        title.textContent = each.text;
        mark.append(title);
        return mark;
      }));
  }
}

/** Splits a curve where it is broken. */
function runs(points) {
  const parts = [[]];
  for (const point of points) {
    if (point.value === null) {
      parts.push([]);
    } else {
      parts[parts.length - 1].push(point);
    }
  }
  return parts.filter((run) => run.length > 0);
}

function round(value) {
  return Math.round(value * 10) / 10;
}

"use strict";
function value(row, column) {
  return row.cells[column].textContent.trim();
}
function compare(one, other) {
  const numbers = [one, other].map((text) => Number(text.replaceAll(",", "")));
  return numbers.some(Number.isNaN) ? one.localeCompare(other) : numbers[0] - numbers[1];
}
function sort(header) {
  const table = header.closest("table");
  const up = header.getAttribute("aria-sort") === "descending";
  table.querySelectorAll("th").forEach((each) => each.removeAttribute("aria-sort"));
  header.setAttribute("aria-sort", up ? "ascending" : "descending");
  const rows = Array.from(table.tBodies[0].rows);
  rows.sort((one, other) => {
    const order = compare(value(one, header.cellIndex), value(other, header.cellIndex));
    return up ? order : -order;
  });
  table.tBodies[0].append(...rows);
}
document.querySelectorAll("th").forEach((header) => {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...header.childNodes);
  button.addEventListener("click", () => sort(header));
  header.append(button);
});

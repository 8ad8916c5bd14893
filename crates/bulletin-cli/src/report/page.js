"use strict";
// The table of figures: sorted, filtered and shown a page at a time. Texts of bulletins become text nodes, never markup.
(() => {
const data = JSON.parse(document.getElementById("data").textContent);
const figures = data.figures;
const count = figures.amount.length;
const table = document.getElementById("table");
const body = table.tBodies[0];
const controls = document.getElementById("controls");
const pages = document.getElementById("pages");
const rows = Number(table.dataset.rows);
const collator = new Intl.Collator("en-GB", { numeric: true });

// What a cell shows, by column; in the columns' order.
const shown = {
  phrase: at => figures.phrase[at],
  amount: at => grouped(figures.amount[at]) + (figures.upper[at] === null ? "" : "–" + grouped(figures.upper[at])),
  currency: at => figures.currency[at] ?? "",
  qualifier: at => figures.qualifier[at].replaceAll("_", " "),
  topic: at => figures.topic[at] ?? "",
  change: at => figures.change[at] ?? "",
  per: at => figures.per[at] ?? "",
  periods: at => figures.periods[at].join("; "),
  organisations: at => figures.organisations[at].map(place => data.organisations[place]).join("; "),
  published: at => data.days[figures.document[at]] ?? "",
  heading: at => data.headings[figures.heading[at]] ?? "",
  document: at => data.documents[figures.document[at]],
};
const classes = { amount: "number", published: "day", organisations: "name", heading: "name", document: "name" };
// The columns with few values, to choose from.
const choices = ["currency", "topic", "change", "qualifier", "per"];

const state = { order: null, descending: false, page: 0, found: every(), opened: new Set() };

function every() {
  return Uint32Array.from({ length: count }, (_, at) => at);
}

// Thousands told apart, and two places of pence if any: as the page has its amounts.
function grouped(amount) {
  const [whole, fraction] = amount.split(".");
  const places = fraction === undefined ? "" : "." + fraction.padEnd(2, "0");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + places;
}

// An amount as a whole number of its 28th places, which is exact; null for what is no amount.
function exact(amount) {
  const parts = /^(-?)(\d*)(?:\.(\d{0,28}))?$/.exec(amount);
  if (!parts || !(parts[2] || parts[3])) return null;
  const number = BigInt(parts[2] + (parts[3] ?? "").padEnd(28, "0"));
  return parts[1] ? -number : number;
}

// What a person types for an amount: "£2.5m", "1,000".
function typed(text) {
  const parts = /^([-−]?)[£$€]?([\d,]*\.?\d*)\s*(k|m|bn|tn)?$/i.exec(text.trim());
  const number = parts && exact(parts[2].replaceAll(",", ""));
  if (number === null) return null;
  const scale = { k: 1000n, m: 1000000n, bn: 1000000000n, tn: 1000000000000n }[parts[3]?.toLowerCase()] ?? 1n;
  return parts[1] ? -number * scale : number * scale;
}

// For each figure the place of its value among the column's values; those without one have none.
const ranks = {};
function ranked(column) {
  if (ranks[column]) return ranks[column];
  const value = column === "amount" ? at => figures.amount[at] : shown[column];
  const values = Array.from({ length: count }, (_, at) => value(at));
  const keys = new Map(values.map(text => [text, column === "amount" ? exact(text) : text]));
  const compare = column === "amount" ? (one, other) => (one < other ? -1 : Number(one > other)) : collator.compare;
  const sorted = [...keys].sort((one, other) => compare(one[1], other[1]));
  const places = new Map();
  let place = 0;
  sorted.forEach(([text, key], index) => {
    if (index > 0 && compare(sorted[index - 1][1], key) !== 0) place += 1;
    places.set(text, text === "" ? -1 : place);
  });
  ranks[column] = Int32Array.from(values, text => places.get(text));
  return ranks[column];
}

// The order is stable, and figures without a value come last either way.
function sort() {
  state.found.sort();
  if (state.order === null) return;
  const rank = ranked(state.order);
  const sign = state.descending ? -1 : 1;
  state.found.sort((one, other) => {
    const first = rank[one], second = rank[other];
    if (first === second) return one - other;
    if (first < 0 || second < 0) return first < 0 ? 1 : -1;
    return sign * (first - second);
  });
}

// All that can be searched of each figure, in lower case; made when it is first asked for.
let texts = null;
function searched() {
  const columns = Object.values(shown);
  texts ??= Array.from({ length: count }, (_, at) =>
    [...columns.map(column => column(at)), data.sentences[figures.sentence[at]]].join("\n").toLowerCase());
  return texts;
}

let amounts = null;
function exacts() {
  amounts ??= figures.amount.map(exact);
  return amounts;
}

function filter() {
  const tests = [];
  const words = field("search").value.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length) {
    const texts = searched();
    tests.push(at => words.every(word => texts[at].includes(word)));
  }
  for (const column of choices) {
    const chosen = field(column).selectedOptions[0].dataset;
    if ("value" in chosen) tests.push(at => shown[column](at) === chosen.value);
  }
  for (const [name, sign] of [["least", 1n], ["most", -1n]]) {
    const input = field(name);
    const bound = typed(input.value);
    const isWrong = input.value.trim() !== "" && bound === null;
    input.setAttribute("aria-invalid", String(isWrong));
    document.getElementById(name + "-hint").hidden = !isWrong;
    if (bound !== null) {
      const amounts = exacts();
      tests.push(at => sign * amounts[at] >= sign * bound);
    }
  }
  state.found = every().filter(at => tests.every(test => test(at)));
  state.page = 0;
  sort();
  show();
}

function field(name) {
  return document.getElementById("filter-" + name);
}

function element(name, attributes, ...content) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...content);
  return made;
}

// An apostrophe that is not seen, but goes along where the cell is copied into a spreadsheet.
function guarded(text) {
  const isFormula = /^\s*[=+\-@＝＋－＠]/.test(text);
  return isFormula ? [element("span", { class: "guard", "aria-hidden": "true" }, "'"), text] : [text];
}

function row(at) {
  const made = element("tr", {});
  for (const [column, text] of Object.entries(shown)) {
    const content = column === "amount" ? [text(at)] : guarded(text(at));
    if (column === "phrase") {
      const opener = element("button", { type: "button", "aria-expanded": "false", "data-at": at }, ...content);
      made.append(element("th", { scope: "row", class: "phrase" }, opener));
    } else {
      made.append(element("td", { class: classes[column] ?? "" }, ...content));
    }
  }
  return made;
}

// The sentence with the words marked, and the readings that rest on words elsewhere.
function words(at) {
  const sentence = data.sentences[figures.sentence[at]];
  const points = Array.from(sentence);
  const paragraph = element("p", { class: "sentence" }, ...guarded(sentence).slice(0, -1));
  let from = 0;
  for (const [start, end, readings] of figures.marks[at]) {
    const mark = element("mark", { class: readings.replaceAll(",", "") }, points.slice(start, end).join(""));
    if (readings !== "figure" && readings !== "phrase") mark.append("\u00a0", element("small", {}, readings));
    paragraph.append(points.slice(from, start).join(""), mark);
    from = end;
  }
  paragraph.append(points.slice(from).join(""));
  const told = figures.elsewhere[at].map(([reading, value, words]) =>
    element("p", { class: "elsewhere" }, `${reading}: ${value}, by “${words}” elsewhere in the article`));
  const cell = element("td", { colspan: Object.keys(shown).length }, paragraph, ...told);
  return element("tr", { class: "words", id: "words-" + at }, cell);
}

function set(button, isOpen) {
  const at = Number(button.dataset.at);
  if ((button.getAttribute("aria-expanded") === "true") === isOpen) return;
  button.setAttribute("aria-expanded", String(isOpen));
  if (isOpen) {
    button.setAttribute("aria-controls", "words-" + at);
    button.closest("tr").after(words(at));
    state.opened.add(at);
  } else {
    button.removeAttribute("aria-controls");
    document.getElementById("words-" + at).remove();
    state.opened.delete(at);
  }
}

function show() {
  const last = Math.max(0, Math.ceil(state.found.length / rows) - 1);
  state.page = Math.min(Math.max(state.page, 0), last);
  const first = state.page * rows;
  const here = state.found.subarray(first, first + rows);
  body.replaceChildren(...Array.from(here, row));
  for (const button of body.querySelectorAll("button")) {
    if (state.opened.has(Number(button.dataset.at))) set(button, true);
  }
  const number = value => grouped(String(value));
  document.getElementById("status").textContent = state.found.length === 0
    ? `None of ${number(count)} figures has all that.`
    : `${number(first + 1)} to ${number(first + here.length)} of ${number(state.found.length)}` +
      (state.found.length === count ? " figures" : ` that match, of ${number(count)} figures`);
  const isFocused = pages.contains(document.activeElement);
  for (const [name, isOff] of [["first", state.page === 0], ["previous", state.page === 0],
    ["next", state.page === last], ["last", state.page === last]]) {
    document.getElementById("page-" + name).disabled = isOff;
  }
  document.getElementById("page-number").textContent = `Page ${number(state.page + 1)} of ${number(last + 1)}`;
  // A button that is switched off would take the keyboard's place in the page with it.
  if (isFocused && document.activeElement.disabled) pages.querySelector("button:enabled")?.focus();
  pages.hidden = last === 0;
}

function choice(column) {
  const values = [...new Set(Array.from({ length: count }, (_, at) => shown[column](at)))].sort(collator.compare);
  const options = values.map(value => element("option", { "data-value": value }, value === "" ? "(none)" : value));
  return element("select", { id: "filter-" + column }, element("option", {}, "all"), ...options);
}

function labelled(name, heading, control, ...more) {
  return element("div", { class: "field" }, element("label", { for: "filter-" + name }, heading), control, ...more);
}

function input(name, heading, type) {
  const hint = element("span", { id: name + "-hint", class: "hint", hidden: "" }, "expected an amount such as 2.5m");
  const attributes = { id: "filter-" + name, type, autocomplete: "off", spellcheck: "false" };
  if (type === "search") return labelled(name, heading, element("input", attributes));
  return labelled(name, heading, element("input", { ...attributes, "aria-describedby": name + "-hint" }), hint);
}

function button(id, text, act) {
  const made = element("button", { type: "button", id }, text);
  made.addEventListener("click", act);
  return made;
}

function setAll(isOpen) {
  for (const button of body.querySelectorAll("button")) set(button, isOpen);
}

function reset() {
  for (const control of controls.querySelectorAll("input, select")) {
    if (control.tagName === "SELECT") control.selectedIndex = 0;
    else control.value = "";
  }
  filter();
}

function makeControls() {
  const titles = new Map(Array.from(table.tHead.rows[0].cells, cell => [cell.dataset.column, cell.textContent]));
  const fields = element("div", { class: "fields", role: "search", "aria-label": "Figures" },
    input("search", "Words in any column or sentence", "search"),
    ...choices.map(column => labelled(column, titles.get(column), choice(column))),
    input("least", "At least", "text"), input("most", "At most", "text"));
  fields.addEventListener("input", event => { if (event.target.tagName === "INPUT") filter(); });
  fields.addEventListener("change", event => { if (event.target.tagName === "SELECT") filter(); });
  controls.append(fields, element("div", { class: "actions" },
    element("p", { id: "status", role: "status" }),
    button("open-all", "Open all on this page", () => setAll(true)),
    button("close-all", "Close all", () => { state.opened.clear(); show(); }),
    button("reset", "Show every figure", reset)));
  controls.hidden = false;
  const turn = (name, text, page) => button("page-" + name, text, () => { state.page = page(); show(); });
  pages.append(turn("first", "First", () => 0), turn("previous", "Previous", () => state.page - 1),
    element("span", { id: "page-number" }),
    turn("next", "Next", () => state.page + 1), turn("last", "Last", () => Infinity));
}

function makeHeadings() {
  for (const heading of table.tHead.rows[0].cells) {
    const text = heading.textContent;
    heading.replaceChildren(button("sort-" + heading.dataset.column, text, () => {
      const isSame = state.order === heading.dataset.column;
      // First one way, then the other, then as read.
      if (isSame && state.descending) state.order = null;
      else state.descending = isSame;
      if (!isSame) state.order = heading.dataset.column;
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      if (state.order !== null) heading.setAttribute("aria-sort", state.descending ? "descending" : "ascending");
      if (state.order === null) state.descending = false;
      state.page = 0;
      sort();
      show();
    }));
  }
}

body.addEventListener("click", event => {
  // The whole row opens to a click that selects nothing; the button in it is for the keyboard.
  const opener = event.target.closest("tr")?.querySelector("button");
  if (opener && getSelection().isCollapsed) set(opener, opener.getAttribute("aria-expanded") !== "true");
});

if (count > 0) {
  makeControls();
  makeHeadings();
  show();
}
document.documentElement.dataset.ready = "";
})();

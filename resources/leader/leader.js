"use strict";
(() => {
const byId = name => document.getElementById(name);
const data = JSON.parse(byId("data").textContent);
const root = document.documentElement;
const panel = byId("panel"), find = byId("find"), found = byId("found"), when = byId("when");
const SMALLEST = 0.05, LARGEST = 4;
let day = 0, view = "graph", chosen = null, at = null, hits = [], hit = -1;

root.classList.add("js");
for (const twin of document.querySelectorAll("[data-same]")) copy(twin);
const days = data.days.map((facts, n) => makeDay(n, facts));

// A row that an earlier day has too stands in the page once.
function copy(twin) {
  const [, own, kind, rest] = /^d(\d+)([tp])(\d+)$/.exec(twin.id);
  for (let n = own - 1; n >= 0; n--) {
    const first = byId("d" + n + kind + rest);
    if (first && first.childNodes.length) {
      twin.append(...[...first.childNodes].map(node => node.cloneNode(true)));
      return;
    }
  }
}

function makeDay(n, facts) {
  const section = byId("d" + n), stage = section.querySelector(".stage");
  const svg = stage.querySelector("svg"), start = svg.viewBox.baseVal;
  const boxes = new Map();
  for (const el of svg.querySelectorAll(".b")) {
    const move = el.transform.baseVal.getItem(0).matrix, rect = el.firstElementChild;
    const w = rect.width.baseVal.value, h = rect.height.baseVal.value;
    const x = move.e - start.x, y = move.f - start.y;
    boxes.set(+el.id.split("b")[1], {el, x, y, w, h, cx: x + w / 2, cy: y + h / 2});
  }
  const edges = [...svg.querySelectorAll(".e")].map(el => ({el, a: +el.dataset.a, b: +el.dataset.b}));
  return {n, facts, section, stage, svg, boxes, edges, world: stage.firstElementChild,
    width: start.width, height: start.height, spot: null};
}

// The picture: place, zoom, pan

const now = () => days[day];
const limit = k => Math.min(LARGEST, Math.max(SMALLEST, k));

function place() {
  const {spot, world} = now();
  world.style.transform = `translate(${spot.x}px,${spot.y}px) scale(${spot.k})`;
}

let sharpening = 0;
// A layer keeps the sharpness it was first painted with: paint it anew when zooming rests.
function sharpen() {
  clearTimeout(sharpening);
  const {world} = now();
  sharpening = setTimeout(() => {
    world.style.willChange = "auto";
    requestAnimationFrame(() => requestAnimationFrame(() => { world.style.willChange = ""; }));
  }, 180);
}

function fit() {
  const d = now(), w = d.stage.clientWidth, h = d.stage.clientHeight;
  if (!w || !h) return;
  const k = limit(Math.min(w / d.width, h / d.height, 1.5));
  d.spot = {k, x: (w - d.width * k) / 2, y: (h - d.height * k) / 2};
  place();
  sharpen();
}

// All of it, or where names could not be read then, the middle of its top.
function begin() {
  fit();
  const {spot, stage} = now();
  if (!spot || spot.k > 0.48) return;
  zoom(0.6 / spot.k, stage.clientWidth / 2, spot.y);
  pan(0, -now().spot.y);
}

function zoom(factor, x, y) {
  const {spot, stage} = now();
  x ??= stage.clientWidth / 2;
  y ??= stage.clientHeight / 2;
  const k = limit(spot.k * factor), f = k / spot.k;
  now().spot = {k, x: x - (x - spot.x) * f, y: y - (y - spot.y) * f};
  place();
  sharpen();
}

function pan(dx, dy) {
  const {spot} = now();
  spot.x += dx;
  spot.y += dy;
  place();
}

function reveal(box) {
  const {spot, stage} = now(), w = stage.clientWidth, h = stage.clientHeight;
  if (!spot) return;
  if (spot.k < 0.5) { spot.k = 0.8; sharpen(); }
  const x = spot.x + box.cx * spot.k, y = spot.y + box.cy * spot.k;
  if (x < 60 || y < 40 || x > w - 60 || y > h - 40) {
    spot.x += w / 2 - x;
    spot.y += h / 2 - y;
  }
  stage.classList.add("glide");
  setTimeout(() => stage.classList.remove("glide"), 250);
  place();
}

for (const d of days) {
  const fingers = new Map();
  let target = null, moved = 0, gap = 0;
  const local = e => {
    const edge = d.stage.getBoundingClientRect();
    return [e.clientX - edge.left, e.clientY - edge.top];
  };
  const middle = () => {
    const all = [...fingers.values()];
    return [0, 1].map(i => all.reduce((sum, p) => sum + p[i], 0) / all.length);
  };
  const spread = () => {
    const [p, q] = [...fingers.values()];
    return q ? Math.hypot(p[0] - q[0], p[1] - q[1]) : 0;
  };
  d.stage.addEventListener("pointerdown", e => {
    if (e.button) return;
    if (!fingers.size) { target = e.target.closest(".b"); moved = 0; }
    fingers.set(e.pointerId, local(e));
    gap = spread();
    d.stage.setPointerCapture(e.pointerId);
  });
  d.stage.addEventListener("pointermove", e => {
    if (!fingers.has(e.pointerId)) return;
    const before = middle();
    fingers.set(e.pointerId, local(e));
    const after = middle(), dx = after[0] - before[0], dy = after[1] - before[1];
    moved += Math.abs(dx) + Math.abs(dy);
    if (moved < 4 && fingers.size === 1) return;
    d.stage.classList.add("drag");
    pan(dx, dy);
    if (fingers.size === 2) {
      const wide = spread();
      if (gap && wide) zoom(wide / gap, after[0], after[1]);
      gap = wide;
      moved += 4;
    }
  });
  const up = e => {
    if (!fingers.delete(e.pointerId)) return;
    gap = spread();
    if (fingers.size) return;
    d.stage.classList.remove("drag");
    if (moved < 4 && e.type === "pointerup") target ? choose(number(target)) : clear();
  };
  d.stage.addEventListener("pointerup", up);
  d.stage.addEventListener("pointercancel", up);
  d.stage.addEventListener("wheel", e => {
    e.preventDefault();
    const unit = e.deltaMode ? 24 : 1;
    zoom(Math.exp(-e.deltaY * unit / 500), ...local(e));
  }, {passive: false});
  d.stage.addEventListener("scroll", () => d.stage.scrollTo(0, 0));
  d.stage.addEventListener("keydown", onStageKey);
}

const number = el => +el.id.split("b")[1];

// Keys

const ARROWS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};

function onStageKey(e) {
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  const arrow = ARROWS[e.key];
  if (arrow) moveTo(nearest(...arrow));
  else if ((e.key === "Enter" || e.key === " ") && at !== null) choose(at, true);
  else if (e.key === "+" || e.key === "=") zoom(1.25);
  else if (e.key === "-") zoom(0.8);
  else if (e.key === "0") fit();
  else return;
  e.preventDefault();
}

// Nearest in the direction: a way aside counts double.
function nearest(dx, dy) {
  const {boxes} = now(), from = boxes.get(at);
  let best = at, least = Infinity;
  for (const [n, box] of boxes) {
    if (!from) return n;
    const x = box.cx - from.cx, y = box.cy - from.cy;
    const along = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (along > 1 && along + 2 * aside < least) { least = along + 2 * aside; best = n; }
  }
  return best;
}

function moveTo(n) {
  const {boxes, stage} = now(), box = boxes.get(n);
  boxes.get(at)?.el.classList.remove("at");
  at = box ? n : null;
  if (!box) { stage.removeAttribute("aria-activedescendant"); return; }
  box.el.classList.add("at");
  stage.setAttribute("aria-activedescendant", box.el.id);
  reveal(box);
}

document.addEventListener("keydown", e => {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName);
  if (e.key === "/" && !typing) { e.preventDefault(); find.focus(); find.select(); }
  else if (e.key === "Escape" && !typing) { clear(); if (view === "graph") now().stage.focus(); }
});

// One body and what is around it

const shownAs = n => now().boxes.has(n) ? n : now().facts.inside[n];

function ties(n) {
  const out = new Map();
  for (const [a, b, kind] of now().facts.lines) {
    if (a !== n && b !== n) continue;
    const key = kind * 2 + (a === n ? 0 : 1);
    if (!out.has(key)) out.set(key, new Set());
    out.get(key).add(a === n ? b : a);
  }
  return [...out].sort((p, q) => p[0] - q[0]);
}

function mark(n) {
  const {svg, boxes, edges} = now(), here = shownAs(n);
  for (const el of svg.querySelectorAll(".near,.here")) {
    el.classList.remove("near", "here");
    el.setAttribute("aria-selected", "false");
  }
  svg.classList.toggle("some", here !== undefined);
  if (here === undefined) return;
  boxes.get(here).el.classList.add("here");
  boxes.get(here).el.setAttribute("aria-selected", "true");
  for (const [, others] of ties(n)) {
    for (const other of others) {
      const box = boxes.get(shownAs(other));
      if (box && shownAs(other) !== here) box.el.classList.add("near");
    }
  }
  for (const {el, a, b} of edges) {
    if (a !== here && b !== here) continue;
    el.classList.add("near");
    boxes.get(a === here ? b : a).el.classList.add("near");
  }
}

function nameOf(n) {
  return byId(`d${day}t${n}`)?.querySelector("a").textContent ?? "";
}

function make(tag, text, ...children) {
  const el = document.createElement(tag);
  if (text) el.textContent = text;
  el.append(...children);
  return el;
}

function choose(n, byKey) {
  const row = byId(`d${day}t${n}`);
  if (!row) { clear(); return; }
  chosen = n;
  mark(n);
  const box = now().boxes.get(shownAs(n));
  if (view === "graph" && box) moveTo(shownAs(n));
  const close = make("button", data.words.close);
  close.className = "close";
  close.addEventListener("click", clear);
  const people = row.querySelector("ul");
  const parts = [close, make("h2", nameOf(n)), make("p", byId(`d${day}p${n}`).textContent)];
  if (now().facts.inside[n] !== undefined && view === "graph") parts.push(make("p", data.words.inside));
  if (view !== "graph") parts.push(goTo(n, data.words.focus, () => show("graph")));
  if (people) parts.push(make("h3", data.words.people), people.cloneNode(true));
  const tied = ties(n).map(([key, others]) => tieList(key, others));
  if (tied.length) parts.push(make("h3", data.words.ties), ...tied);
  panel.replaceChildren(...parts);
  panel.hidden = false;
  panel.scrollTop = 0;
  panel.setAttribute("aria-label", nameOf(n));
  if (byKey) panel.focus();
}

function tieList(key, others) {
  const names = [...others].map(n => [n, nameOf(n)]).sort((p, q) => p[1].localeCompare(q[1], root.lang));
  const list = make("ul", "", ...names.map(([n, name]) => make("li", "", goTo(n, name))));
  const word = data.kinds[key >> 1][key & 1];
  const count = names.length > 12 ? ` (${names.length})` : "";
  const head = make("summary", word + count), whole = make("details", "", head, list);
  whole.open = names.length <= 12;
  return whole;
}

function goTo(n, text, first) {
  const button = make("button", text);
  button.type = "button";
  button.addEventListener("click", () => { first?.(); choose(n); });
  return button;
}

function clear() {
  chosen = null;
  mark(null);
  moveTo(null);
  panel.hidden = true;
}

// What is shown

function show(name, otherDay = day) {
  const before = now();
  moveTo(null);
  mark(null);
  view = name;
  day = otherDay;
  for (const d of days) d.section.hidden = d.n !== day;
  for (const el of document.querySelectorAll(".view")) el.hidden = !el.classList.contains(name);
  for (const el of document.querySelectorAll("[data-view]")) {
    el.setAttribute("aria-pressed", String(el.dataset.view === name));
  }
  for (const id of ["in", "out", "fit"]) byId(id).disabled = name !== "graph";
  if (name === "graph" && !now().spot) {
    if (before.spot && before !== now() && before.width === now().width) {
      now().spot = {...before.spot};
      place();
    } else begin();
  }
  if (chosen !== null) choose(chosen);
}

when.addEventListener("change", () => show(view, +when.value));
for (const el of document.querySelectorAll("[data-view]")) {
  el.addEventListener("click", () => show(el.dataset.view));
}
for (const link of document.querySelectorAll("tbody a")) {
  link.addEventListener("click", e => {
    e.preventDefault();
    choose(+link.closest("tr").id.split("t")[1]);
  });
}
byId("in").addEventListener("click", () => zoom(1.25));
byId("out").addEventListener("click", () => zoom(0.8));
byId("fit").addEventListener("click", fit);
byId("print").addEventListener("click", () => print());
byId("theme").addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme:dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});
let width = innerWidth;
addEventListener("resize", () => {
  if (view === "graph" && innerWidth !== width) begin();
  width = innerWidth;
});

// Search

// The same letters as in the program: å, ø and æ are letters of their own, aa finds å.
function fold(text) {
  const kept = {"å": "\u0001", "ä": "æ", "ö": "ø", "đ": "d", "ŋ": "n", "ŧ": "t"};
  return text.normalize("NFC").toLowerCase().replace(/[åäöđŋŧ]/g, c => kept[c])
    .normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/aa/g, "\u0001");
}

function search() {
  const wanted = fold(find.value).split(/\s+/).filter(Boolean);
  hits = [];
  if (wanted.length) {
    for (const row of now().section.querySelectorAll("tbody tr")) {
      const name = row.querySelector("a").textContent;
      const persons = [...row.querySelectorAll("b")].map(b => b.textContent);
      const title = fold(row.firstElementChild.textContent);
      const who = persons.filter(p => wanted.every(w => fold(p).includes(w)));
      const named = wanted.every(w => title.includes(w));
      if (!named && !who.length) continue;
      const rank = !named ? 2 : title.startsWith(wanted[0]) ? 0 : 1;
      hits.push({n: +row.id.split("t")[1], name, who: named ? [] : who, rank});
    }
  }
  hits.sort((p, q) => p.rank - q.rank || p.name.localeCompare(q.name, root.lang));
  hits = hits.slice(0, 30);
  hit = hits.length ? 0 : -1;
  listHits();
}

function listHits() {
  const open = find.value.trim() !== "" && document.activeElement === find;
  found.replaceChildren(...hits.map((h, i) => {
    const item = make("li", h.name);
    if (h.who.length) item.append(" ", make("small", h.who.join(", ")));
    item.id = "hit" + i;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", String(i === hit));
    item.addEventListener("pointerdown", e => { e.preventDefault(); take(i); });
    return item;
  }));
  if (open && !hits.length) found.append(make("li", data.words.none));
  found.hidden = !open;
  find.setAttribute("aria-expanded", String(open));
  if (hit >= 0) find.setAttribute("aria-activedescendant", "hit" + hit);
  else find.removeAttribute("aria-activedescendant");
  found.children[hit]?.scrollIntoView({block: "nearest"});
}

function take(i) {
  const {n} = hits[i];
  find.value = "";
  search();
  choose(n);
  if (view === "graph") now().stage.focus({preventScroll: true});
}

find.addEventListener("input", search);
find.addEventListener("blur", listHits);
find.addEventListener("keydown", e => {
  if (e.key === "ArrowDown" || e.key === "ArrowUp") {
    if (hits.length) hit = (hit + (e.key === "ArrowDown" ? 1 : -1) + hits.length) % hits.length;
    listHits();
  } else if (e.key === "Enter" && hit >= 0) take(hit);
  else if (e.key === "Escape") { find.value = ""; search(); find.blur(); }
  else return;
  e.preventDefault();
});

show("graph");
})();

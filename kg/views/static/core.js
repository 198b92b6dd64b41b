"use strict";
const kg = (() => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const make = (tag, cls, text) => {
    const node = document.createElement(tag);
    if (cls) node.className = cls;
    if (text !== undefined) node.textContent = text;
    return node;
  };
  document.documentElement.classList.add("js");
  const island = $("data");
  const data = island ? JSON.parse(island.textContent) : null;
  const GLYPH = { supports: "▲", opposes: "▼", conditional: "◆", neutral: "○", divided: "◈" };
  const TITLE = { supports: "Supports", opposes: "Opposes", conditional: "Conditional", neutral: "Neutral" };
  const up = location.pathname.replace(/\\/g, "/").includes("/pages/") ? "" : "pages/";
  const link = (page, anchor) => up + page + (anchor ? "#" + anchor : "");
  const statements = [];
  const byAnchor = new Map();
  if (data) {
    data.statements.forEach((row, i) => {
      const s = { i };
      data.fields.forEach((name, k) => { s[name] = row[k]; });
      s.iri = data.base + s.id;
      s.anchor = data.anchors ? data.anchors[i] : "s-" + s.id;
      s.stance = data.stances[s.stance];
      s.lean = s.lean < 0 ? null : data.stances[s.lean];
      s.status = data.statuses[s.status];
      s.role = data.roles[s.role];
      s.outlet = data.articles[s.article][1];
      statements.push(s);
      byAnchor.set(s.anchor, s);
    });
  }
  const nodes = new Map();
  all("[data-st]").forEach((node) => {
    const key = node.dataset.st;
    if (!nodes.has(key)) nodes.set(key, []);
    nodes.get(key).push(node);
  });
  const words = (s) => {
    if (s.quote) return s.quote;
    for (const node of nodes.get(s.anchor) || []) {
      const found = node.querySelector("[data-quote], blockquote");
      if (found) return found.textContent;
    }
    return "";
  };
  const name = (i) => (i < 0 ? "" : data.actors[i][0]);
  const label = (s) => data.proposals[s.proposal][0];

  // the state of the page, kept in the address
  const state = { s: [], u: [], c: 0, o: "", f: "", t: "", q: "", st: "", cell: "", m: "", w: "", r: "" };  // m, w, r: what a page counts, the least tie it draws, the order of its tables
  const form = $("filters"), slider = $("conf");
  const listeners = [];
  let shown = statements, counted = false;
  const readHash = () => {
    const found = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
    for (const key of Object.keys(state)) {
      const value = found.get(key) || "";
      if (key === "s" || key === "u") {
        const known = key === "s" ? data.stances : data.statuses;
        state[key] = value.split(",").filter((v) => known.includes(v));
      } else if (key === "c") {
        const n = Number(value);
        state.c = n >= 0 && n <= 1 ? n : 0;
      } else if (key === "f" || key === "t") state[key] = /^\d{4}(-\d\d(-\d\d)?)?$/.test(value) ? value : "";
      else state[key] = value.slice(0, 300);
    }
  };
  const writeHash = (push) => {
    const parts = new URLSearchParams();
    for (const [key, value] of Object.entries(state)) {
      const text = Array.isArray(value) ? value.join(",") : String(value || "");
      if (text && text !== "0") parts.set(key, text);
    }
    const hash = parts.toString();
    const target = hash ? "#" + hash : location.pathname + location.search;
    if (("#" + hash) !== (location.hash || "#")) history[push ? "pushState" : "replaceState"](null, "", target);
  };
  const within = (date, from, to) => {
    if (!from && !to) return true;
    if (!date) return false;
    return (!from || date.slice(0, from.length) >= from || date >= from) && (!to || date.slice(0, to.length) <= to);
  };
  const passes = (s) => {
    if (state.s.length && !state.s.includes(s.stance)) return false;
    if (state.u.length && !state.u.includes(s.status)) return false;
    if (state.c && s.confidence >= 0 && s.confidence < state.c) return false;
    if (state.o && s.outlet !== state.o) return false;
    if (!within(s.date, state.f, state.t)) return false;
    if (state.q) {
      if (!s.hay) s.hay = [name(s.body), name(s.speaker), name(s.organisation), label(s), words(s)].join("\n").toLowerCase();
      if (!s.hay.includes(state.q.toLowerCase())) return false;
    }
    return true;
  };
  const apply = () => {
    shown = statements.filter(passes);
    const keep = new Set(shown.map((s) => s.anchor));
    nodes.forEach((list, key) => list.forEach((node) => { node.toggleAttribute("hidden", !keep.has(key)); }));
    all("[data-count]").forEach((node) => {
      const box = $(node.dataset.count);
      if (box) node.textContent = all("[data-st]:not([hidden])", box).length;
    });
    listeners.forEach((f) => f(shown, keep));
    const live = $("live"), n = shown.length, of = statements.length;
    if (n !== of || counted) {
      counted = true;
      all("[data-tally]").forEach(fillTally);
      all("[data-tallies]").forEach((item) => { item.hidden = !all("[data-tally]", item).some((node) => node.textContent); });
    }
    $("status-live").textContent = n === of ? `all ${of} shown` : `${n} of ${of} shown`;
    if (live) {
      live.textContent = n === of ? `All ${of} statements shown.`
        : n ? `${n} of ${of} statements shown.` : `None of ${of} statements fits these filters. Reset shows them all.`;
    }
  };
  const formFromState = () => {
    slider.value = state.c;
    $("conf-out").textContent = Number(state.c).toFixed(2);
    if (!form) return;
    const field = form.elements;
    for (const key of ["s", "u"]) all(`input[name=${key}]`, form).forEach((box) => { box.checked = !state[key].length || state[key].includes(box.value); });
    for (const key of ["o", "f", "t", "q"]) field[key].value = state[key];
    if (field.o.selectedIndex < 0) { field.o.value = ""; state.o = ""; }
  };
  const stateFromForm = () => {
    const field = form.elements;
    for (const key of ["s", "u"]) {
      const boxes = all(`input[name=${key}]`, form), on = boxes.filter((b) => b.checked).map((b) => b.value);
      state[key] = on.length === boxes.length ? [] : on.length ? on : ["none"];
    }
    state.o = field.o.value;
    for (const key of ["f", "t"]) state[key] = field[key].validity.valid ? field[key].value.trim() : "";
    state.q = field.q.value.trim();
  };

  const article = (s) => data.articles[s.article];
  const clip = (text, n) => (text.length > n ? text.slice(0, n - 1) + "…" : text);

  const start = () => {
    if (!data) return;
    if (!$("live")) $("status-live").setAttribute("role", "status");
    $("sure").hidden = !statements.length;
    slider.addEventListener("input", () => {
      state.c = Number(slider.value);
      $("conf-out").textContent = state.c.toFixed(2);
      apply(); writeHash(false);
    });
    if (form) {
      [...new Set(statements.map((s) => s.outlet).filter(Boolean))].sort().forEach((outlet) => {
        const option = make("option", "", clip(outlet, 60));
        option.value = outlet;
        form.elements.o.append(option);
      });
      form.hidden = false;
      form.addEventListener("input", () => { stateFromForm(); apply(); writeHash(false); });
      form.addEventListener("submit", (e) => e.preventDefault());
      form.addEventListener("reset", (e) => { e.preventDefault(); Object.assign(state, { s: [], u: [], c: 0, o: "", f: "", t: "", q: "" }); formFromState(); apply(); writeHash(false); });
      document.addEventListener("click", (e) => { const more = form.querySelector(".more"); if (more && more.open && !more.contains(e.target)) more.open = false; });
    }
    const fromAddress = (e) => {
      if (e && /^#[^=]+$/.test(location.hash)) {  // a place on the page: the view stays as it is, and in the address
        if (Object.values(state).some((value) => value.length || value > 0)) writeHash(false);
        return;
      }
      readHash(); formFromState(); apply(); kg.openState();
    };
    window.addEventListener("hashchange", fromAddress);
    window.addEventListener("popstate", fromAddress);
    all(".js-only").forEach((node) => { node.hidden = false; });
    fromAddress();
  };
  const tally = (list) => { const t = { supports: 0, opposes: 0, conditional: 0, neutral: 0 }; list.forEach((s) => { t[s.stance] += 1; }); return t; };
  const side = (t) => {
    const low = Math.min(t.supports, t.opposes), high = Math.max(t.supports, t.opposes);
    if (!(high + t.conditional)) return "neutral";
    if (high < t.conditional || !high) return "conditional";
    if (low * 2 > high) return "divided";
    return t.supports > t.opposes ? "supports" : "opposes";
  };
  const VERB = { supports: ["supports", "support"], opposes: ["opposes", "oppose"], conditional: ["makes conditions", "make conditions"], neutral: ["takes no side", "take no side"] };
  // ▲3 ▼1, spelled out for a screen reader: what the macro `parts` writes
  const parts = (t) => Object.entries(t).filter(([, n]) => n).flatMap(([stance, n], i, list) => {
    const glyph = make("b", stance, GLYPH[stance]), last = i === list.length - 1;
    glyph.setAttribute("aria-hidden", "true");
    return [glyph, String(n), make("i", "sr", " " + VERB[stance][n === 1 ? 0 : 1] + (last ? "" : ",")), last ? "" : " "];
  });
  // data-tally: "p" and places of proposals, or "a" and the place of an actor
  const fillTally = (node) => {
    const places = new Set(node.dataset.tally.slice(1).split(" ").map(Number));
    const list = node.dataset.tally[0] === "p" ? shown.filter((s) => places.has(s.proposal)) : shown.filter((s) => places.has(s.speaker) || places.has(s.organisation));
    node.replaceChildren(...parts(tally(list)));
  };
  return { $, all, make, parts, data, statements, state, listeners, name, label, words, tally, side, clip, link, apply, writeHash, article, byAnchor, GLYPH, TITLE, start, get shown() { return shown; } };
})();
document.addEventListener("DOMContentLoaded", kg.start);

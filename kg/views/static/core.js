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
  const state = { s: [], u: [], c: 0, o: "", f: "", t: "", q: "", st: "", cell: "", m: "", w: "" };  // m, w: what a page counts, the least tie it draws
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

  // the evidence panel
  const panel = $("panel");
  let opened = [], back = null;
  const article = (s) => data.articles[s.article];
  const evidence = (s) => {
    const item = make("li", "card " + s.stance);
    const head = make("p", "card-head");
    const who = make("a");
    who.href = link(data.actors[s.speaker][2]);
    who.append(make("bdi", "", clip(name(s.speaker), 160)));
    head.append(who);
    if (s.role) head.append(", ", make("bdi", "", clip(s.role, 160)));
    if (s.organisation >= 0 && s.organisation !== s.speaker) head.append(", for ", make("bdi", "", clip(name(s.organisation), 160)));
    const line = make("p", "");
    const stance = make("span", "stance " + s.stance);
    const glyph = make("span", "glyph " + s.stance, GLYPH[s.stance]);
    glyph.setAttribute("aria-hidden", "true");
    stance.append(glyph, " " + TITLE[s.stance] + (s.lean ? ", leaning to " + (s.lean === "supports" ? "support" : "oppose") : ""));
    line.append(stance, " ", make("bdi", "", clip(label(s), 160)));
    item.append(head, line);
    const quote = words(s);
    if (quote) { const q = make("blockquote"); q.append(make("bdi", "", quote)); item.append(q); }
    if (s.condition) { const p = make("p", "condition", "Condition: "); p.append(make("bdi", "", s.condition)); item.append(p); }
    const meta = make("p", "meta");
    const [title, outlet, , url, page] = article(s);
    const read = make("a");
    read.href = link(page, s.anchor);
    read.append(make("bdi", "", clip(outlet || "Source not named", 80) + ", " + (s.date || "undated")));
    read.append(make("span", "sr", ": read it in the article"));
    meta.append(read, " · ");
    if (s.confidence >= 0) meta.append(s.confidence.toFixed(2) + " sure, ");
    meta.append(s.status === "machine" ? "read by machine" : s.status);
    item.append(meta);
    const source = make("p", "meta");
    source.append(make("bdi", "", clip(title, 200)));
    if (/^https?:\/\//.test(url)) {
      const out = make("a", "", "original page");
      out.href = url; out.rel = "noopener noreferrer nofollow";
      source.append(" · ", out);
    }
    item.append(source, make("p", "iri", s.iri));
    return item;
  };
  const open = (title, list, options) => {
    if (!panel || !list.length) return;
    const o = options || {};
    opened = list;
    back = o.from || document.activeElement;
    $("panel-title").replaceChildren(make("bdi", "", clip(title, 240)));
    const LIMIT = 60, first = list.slice(0, LIMIT);
    const n = list.length;
    $("panel-sum").textContent = `${n} ${n === 1 ? "statement" : "statements"} in ${new Set(list.map((s) => s.article)).size} ` +
      (new Set(list.map((s) => s.article)).size === 1 ? "article" : "articles") + (n > LIMIT ? `; the newest ${LIMIT} are listed here` : "");
    const more = $("panel-more");
    more.hidden = !o.more;
    if (o.more) { more.href = o.more[1]; more.textContent = o.more[0]; }
    $("panel-list").replaceChildren(...first.sort((a, b) => (b.date || "").localeCompare(a.date || "") || a.i - b.i).map(evidence));
    panel.hidden = false;
    panel.scrollTop = 0;
    panel.focus({ preventScroll: true });
    state.st = o.key ? "" : list.length === 1 ? list[0].anchor : "";
    state.cell = o.key || "";
    writeHash(o.push !== false);
  };
  const close = () => {
    if (!panel || panel.hidden) return;
    panel.hidden = true;
    state.st = state.cell = "";
    writeHash(true);
    if (back && back.isConnected && back.focus) back.focus({ preventScroll: true });
    document.dispatchEvent(new CustomEvent("kg:close"));
  };
  const cells = {};
  const openCell = (key, from, push) => {
    const [b, p] = key.split("~").map((k) => (/^\d+$/.test(k) ? Number(k) : -1));
    const list = shown.filter((s) => (b < 0 || s.body === b) && (p < 0 || s.proposal === p));
    if (!data || (b < 0 && p < 0) || !list.length) return;
    const parts = [];
    if (b >= 0) parts.push(name(b));
    if (p >= 0) parts.push(data.proposals[p][0]);
    const more = b >= 0 ? ["Everything by " + clip(name(b), 40), link(data.actors[b][2])] : ["The page of this proposal", link(data.proposals[p][1])];
    open(parts.join(" on "), list, { key: keyOf(b, p), from, more, push });
  };
  // cells are named in the address by page names, which stay the same from build to build
  const keyOf = (b, p) => (b < 0 ? "" : data.actors[b][2].slice(0, -5)) + "~" + (p < 0 ? "" : data.proposals[p][1].slice(0, -5));
  const openKey = (key) => {
    const [b, p] = key.split("~");
    const bi = b ? data.actors.findIndex((a) => a[2] === b + ".html") : -1;
    const pi = p ? data.proposals.findIndex((x) => x[1] === p + ".html") : -1;
    if ((b && bi < 0) || (p && pi < 0)) return;
    openCell(bi + "~" + pi, null, false);
  };
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
    const fromAddress = () => {
      readHash(); formFromState(); apply();
      const s = byAnchor.get(state.st);
      if (s) open(name(s.body) + " on " + label(s), [s], { push: false });
      else if (state.cell) openKey(state.cell);
      else if (panel && !panel.hidden) panel.hidden = true;
    };
    window.addEventListener("hashchange", fromAddress);
    window.addEventListener("popstate", fromAddress);
    document.addEventListener("keydown", (e) => { if (e.key === "Escape") close(); });
    document.addEventListener("click", (e) => {
      const cell = e.target.closest("[data-cell]");
      if (cell && !e.metaKey && !e.ctrlKey && !e.shiftKey) { e.preventDefault(); openCell(cell.dataset.cell, cell); return; }
      const one = e.target.closest("[data-open]");
      if (one && !e.metaKey && !e.ctrlKey && !e.shiftKey) {
        const s = byAnchor.get(one.dataset.open);
        if (s) { e.preventDefault(); open(name(s.body) + " on " + label(s), [s], { from: one }); }
      }
    });
    if (panel) {
      $("panel-close").addEventListener("click", close);
    }
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
  return { $, all, make, parts, data, statements, state, listeners, name, label, words, open, openCell, close, tally, side, clip, link, apply, writeHash, article, panel, GLYPH, start, get shown() { return shown; }, get opened() { return opened; } };
})();
document.addEventListener("DOMContentLoaded", kg.start);

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
  const state = { s: [], u: [], c: 0, o: "", f: "", t: "", q: "", st: "", cell: "" };
  const form = $("filters");
  const listeners = [];
  let shown = statements;
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
    const live = $("live");
    if (live) {
      const n = shown.length, of = statements.length;
      live.textContent = n === of ? `All ${of} statements shown.`
        : n ? `${n} of ${of} statements shown.` : `None of ${of} statements fits these filters. Reset shows them all.`;
    }
  };
  const formFromState = () => {
    if (!form) return;
    const field = form.elements;
    for (const key of ["s", "u"]) all(`input[name=${key}]`, form).forEach((box) => { box.checked = !state[key].length || state[key].includes(box.value); });
    field.c.value = state.c;
    $("conf-out").textContent = Number(state.c).toFixed(2);
    for (const key of ["o", "f", "t", "q"]) field[key].value = state[key];
    if (field.o.selectedIndex < 0) { field.o.value = ""; state.o = ""; }
  };
  const stateFromForm = () => {
    const field = form.elements;
    for (const key of ["s", "u"]) {
      const boxes = all(`input[name=${key}]`, form), on = boxes.filter((b) => b.checked).map((b) => b.value);
      state[key] = on.length === boxes.length ? [] : on.length ? on : ["none"];
    }
    state.c = Number(field.c.value);
    $("conf-out").textContent = state.c.toFixed(2);
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
    who.append(make("bdi", "", name(s.speaker)));
    head.append(who);
    if (s.role) head.append(", ", make("bdi", "", s.role));
    if (s.organisation >= 0 && s.organisation !== s.speaker) head.append(", for ", make("bdi", "", name(s.organisation)));
    const line = make("p", "");
    const stance = make("span", "stance " + s.stance);
    const glyph = make("span", "glyph " + s.stance, GLYPH[s.stance]);
    glyph.setAttribute("aria-hidden", "true");
    stance.append(glyph, " " + TITLE[s.stance] + (s.lean ? ", leaning to " + (s.lean === "supports" ? "support" : "oppose") : ""));
    line.append(stance, " ", make("bdi", "", label(s)));
    item.append(head, line);
    const quote = words(s);
    if (quote) { const q = make("blockquote"); q.append(make("bdi", "", quote)); item.append(q); }
    if (s.condition) { const p = make("p", "condition", "Condition: "); p.append(make("bdi", "", s.condition)); item.append(p); }
    const meta = make("p", "meta");
    const [title, outlet, , url, page] = article(s);
    const read = make("a");
    read.href = link(page, s.anchor);
    read.append(make("bdi", "", (outlet || "Source not named") + ", " + (s.date || "undated")));
    read.append(make("span", "sr", ": read it in the article"));
    meta.append(read, " · ");
    if (s.confidence >= 0) meta.append(s.confidence.toFixed(2) + " sure, ");
    meta.append(s.status === "machine" ? "read by machine" : s.status);
    item.append(meta);
    const source = make("p", "meta");
    source.append(make("bdi", "", title));
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
    $("panel-title").replaceChildren(make("bdi", "", title));
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

  // exports
  const csvCell = (value) => {
    let text = String(value === null || value === undefined ? "" : value);
    if (/^[=+\-@\t\r]/.test(text)) text = "'" + text;
    return /[",\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  };
  const csv = (list) => [["id", "speaker", "role", "organisation", "stance", "lean", "condition", "proposal", "quote", "article", "outlet", "date", "confidence", "status"]]
    .concat(list.map((s) => [s.id, name(s.speaker), s.role, name(s.organisation), s.stance, s.lean, s.condition, label(s), words(s), article(s)[0], s.outlet, s.date, s.confidence < 0 ? "" : s.confidence, s.status]))
    .map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";
  const turtle = (list) => {
    const t = data.terms;
    const lines = Object.entries(t.prefixes).map(([k, v]) => `@prefix ${k}: <${v}> .`);
    const edges = new Set();
    for (const s of list) {
      const speaker = data.actors[s.speaker][3], org = s.organisation >= 0 ? data.actors[s.organisation][3] : "", proposal = data.proposals[s.proposal][2];
      const parts = [`a ${t.class}`, `${t.speaker} <${speaker}>`];
      if (org) parts.push(`${t.organisation} <${org}>`);
      parts.push(`${t.stance} ${t.stances[s.stance]}`);
      if (s.lean && t.stances[s.lean]) parts.push(`${t.lean} ${t.stances[s.lean]}`);
      parts.push(`${t.proposal} <${proposal}>`, `${t.status} ${t.statuses[s.status]}`);
      lines.push(`<${s.iri}> ${parts.join(" ;\n    ")} .`);
      const edge = t.edges[s.stance + "/" + s.lean] || t.edges[s.stance];
      if (edge && s.status !== "disputed") for (const who of org ? [speaker, org] : [speaker]) edges.add(`<${who}> ${edge} <${proposal}> .`);
    }
    return lines.concat([...edges].sort()).join("\n") + "\n";
  };
  const sparql = (list) => {
    const pairs = new Map(list.map((s) => [s.body + "~" + s.proposal, s]));
    return [...pairs.values()].map((s) => data.terms.cell.replaceAll("{body}", data.actors[s.body][3]).replaceAll("{proposal}", data.proposals[s.proposal][2])).join("\n");
  };
  const save = (content, file, type) => {
    const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
    const a = make("a");
    a.href = url; a.download = file;
    document.body.append(a); a.click(); a.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  };
  const STYLED = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-family", "font-weight", "text-anchor", "opacity"];
  const picture = () => {
    const source = document.querySelector("svg.chart[data-export]");
    const copy = source.cloneNode(true);
    const from = [source, ...all("*", source)], to = [copy, ...all("*", copy)];
    const hide = source.closest("[hidden]") || source.closest(".static");
    const was = hide && hide.hidden;
    if (was) hide.hidden = false;
    from.forEach((node, i) => {
      const style = getComputedStyle(node);
      STYLED.forEach((p) => { const v = style.getPropertyValue(p); if (v) to[i].setAttribute(p, v); });
      to[i].removeAttribute("class");
    });
    if (was) hide.hidden = true;
    all("[hidden]", copy).forEach((node) => node.remove());
    const [, , w, h] = source.getAttribute("viewBox").split(" ").map(Number);
    const back = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    for (const [k, v] of Object.entries({ width: w, height: h, fill: getComputedStyle(document.body).backgroundColor })) back.setAttribute(k, v);
    copy.prepend(back);
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.setAttribute("width", w); copy.setAttribute("height", h);
    all("a", copy).forEach((a) => { a.replaceWith(...a.childNodes); });
    return { text: new XMLSerializer().serializeToString(copy), w, h };
  };
  const png = (file) => {
    const { text, w, h } = picture();
    const url = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
    const image = new Image();
    image.onload = () => {
      const canvas = make("canvas");
      canvas.width = w * 2; canvas.height = h * 2;
      canvas.getContext("2d").drawImage(image, 0, 0, w * 2, h * 2);
      URL.revokeObjectURL(url);
      canvas.toBlob((blob) => save(blob, file, "image/png"));
    };
    image.src = url;
  };
  const copy = (text, button) => {
    const done = (word) => { const was = button.textContent; button.textContent = word; setTimeout(() => { button.textContent = was; }, 1400); };
    const old = () => {
      const area = make("textarea", "sr", text);
      panel.append(area); area.select();
      const ok = document.execCommand("copy");
      area.remove(); button.focus();
      done(ok ? "Copied" : "Not copied");
    };
    if (navigator.clipboard && navigator.clipboard.writeText) navigator.clipboard.writeText(text).then(() => done("Copied"), old);
    else old();
  };

  const start = () => {
    if (!data) return;
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
      panel.addEventListener("click", (e) => {
        const kind = e.target.dataset && e.target.dataset.copy;
        if (!kind) return;
        const text = kind === "sparql" ? sparql(opened) : kind === "turtle" ? turtle(opened)
          : opened.map((s) => `“${words(s)}” (${name(s.speaker)}, ${s.outlet || "source not named"}, ${s.date || "undated"})`).join("\n");
        copy(text, e.target);
      });
    }
    all(".js-only").forEach((node) => { node.hidden = false; });
    all("[data-exports]").forEach((box) => { box.hidden = false; });
    const file = (document.querySelector("h1").textContent.toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 50).replace(/^-|-$/g, "") || "statements");
    document.addEventListener("click", (e) => {
      const kind = e.target.dataset && e.target.dataset.save;
      if (kind === "csv") save("\ufeff" + csv(shown), file + ".csv", "text/csv;charset=utf-8");
      if (kind === "ttl") save(turtle(shown), file + ".ttl", "text/turtle;charset=utf-8");
      if (kind === "svg") save(picture().text, file + ".svg", "image/svg+xml");
      if (kind === "png") png(file + ".png");
    });
    all("table[data-sortable]").forEach(sortable);
    fromAddress();
  };
  const sortable = (table) => {
    all("thead th[data-sort]", table).forEach((head) => {
      const button = make("button", "sort");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") !== "descending" && head.dataset.sort === "n" || head.getAttribute("aria-sort") === "ascending";
        all("thead th", table).forEach((h) => h.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const value = (row) => { const c = row.cells[head.cellIndex]; return c ? (c.dataset.v !== undefined ? c.dataset.v : c.textContent.trim()) : ""; };
        const number = head.dataset.sort === "n";
        Array.from(table.tBodies).forEach((body) => {
          const rows = Array.from(body.rows).filter((r) => !r.classList.contains("group"));
          rows.sort((a, b) => (number ? Number(value(a)) - Number(value(b)) : value(a).localeCompare(value(b))) * (down ? -1 : 1));
          body.append(...rows);
        });
      });
    });
  };
  const tally = (list) => { const t = { supports: 0, opposes: 0, conditional: 0, neutral: 0 }; list.forEach((s) => { t[s.stance] += 1; }); return t; };
  const side = (t) => {
    const low = Math.min(t.supports, t.opposes), high = Math.max(t.supports, t.opposes);
    if (!(high + t.conditional)) return "neutral";
    if (high < t.conditional || !high) return "conditional";
    if (low * 2 > high) return "divided";
    return t.supports > t.opposes ? "supports" : "opposes";
  };
  return { $, all, make, data, statements, state, listeners, name, label, words, open, openCell, close, tally, side, clip, link, apply, GLYPH, start, get shown() { return shown; } };
})();
document.addEventListener("DOMContentLoaded", kg.start);

"use strict";
// The evidence panel: the words behind a cell, a line, a mark, wherever it was clicked.
(() => {
  if (!kg.data) return;
  const { $, make, data, name, label, words, article, byAnchor, clip, link, state, writeHash, GLYPH, TITLE } = kg;
  const panel = $("panel");
  const openers = [];
  let opened = [], back = null;
  const show = (on) => { panel.hidden = !on; document.body.classList.toggle("reading", on); };
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
    if (!list.length) return;
    const o = options || {};
    opened = list;
    back = o.from && o.from.tabIndex >= 0 ? o.from : document.activeElement;
    const top = back.getBoundingClientRect().top;
    $("panel-title").replaceChildren(make("bdi", "", clip(title, 240)));
    const LIMIT = 60, first = list.slice(0, LIMIT);
    const n = list.length;
    $("panel-sum").textContent = `${n} ${n === 1 ? "statement" : "statements"} in ${new Set(list.map((s) => s.article)).size} ` +
      (new Set(list.map((s) => s.article)).size === 1 ? "article" : "articles") + (n > LIMIT ? `; the newest ${LIMIT} are listed here` : "");
    const more = $("panel-more");
    more.hidden = !o.more;
    if (o.more) { more.href = o.more[1]; more.textContent = o.more[0]; }
    $("panel-list").replaceChildren(...first.sort((a, b) => (b.date || "").localeCompare(a.date || "") || a.i - b.i).map(evidence));
    show(true);
    if (back.getClientRects().length) scrollBy(0, back.getBoundingClientRect().top - top);  // what was clicked stays under the pointer when the page makes room
    panel.scrollTop = 0;
    panel.focus({ preventScroll: true });
    state.st = o.key ? "" : list.length === 1 ? list[0].anchor : "";
    state.cell = o.key || "";
    writeHash(o.push !== false);
  };
  const close = () => {
    if (panel.hidden) return;
    show(false);
    state.st = state.cell = "";
    writeHash(true);
    if (back && back.isConnected && back.focus) back.focus({ preventScroll: true });
    document.dispatchEvent(new CustomEvent("kg:close"));
  };
  // key: place of a body ~ place of a proposal ~ a stance, each of which may be missing
  const openCell = (key, from, push) => {
    const [body, proposal, stance] = key.split("~"), [b, p] = [body, proposal].map((k) => (/^\d+$/.test(k) ? Number(k) : -1));
    const found = kg.shown.filter((s) => (b < 0 || s.body === b) && (p < 0 || s.proposal === p)), side = stance in TITLE ? stance : "";
    const list = side ? kg.taking(found, side) : found;
    if ((b < 0 && p < 0) || !list.length) return;
    const parts = [];
    if (b >= 0) parts.push(name(b));
    if (p >= 0) parts.push(data.proposals[p][0]);
    const more = b >= 0 ? ["Everything by " + clip(name(b), 40), link(data.actors[b][2])] : ["The page of this proposal", link(data.proposals[p][1])];
    open((side ? TITLE[side] + ": " : "") + parts.join(" on "), list, { key: keyOf(b, p) + (side && "~" + side), from, more, push });
  };
  // cells are named in the address by page names, which stay the same from build to build
  const keyOf = (b, p) => (b < 0 ? "" : data.actors[b][2].slice(0, -5)) + "~" + (p < 0 ? "" : data.proposals[p][1].slice(0, -5));
  const openKey = (key) => {
    const [b, p, side] = key.split("~");
    const bi = b ? data.actors.findIndex((a) => a[2] === b + ".html") : -1;
    const pi = p ? data.proposals.findIndex((x) => x[1] === p + ".html") : -1;
    if ((b && bi < 0) || (p && pi < 0)) return;
    openCell([bi, pi, side].join("~"), null, false);
  };
  openers.push(openKey);
  // what the address asks for: one statement, a cell, or nothing
  kg.openState = () => {
    const s = byAnchor.get(state.st);
    if (s) open(name(s.body) + " on " + label(s), [s], { push: false });
    else if (state.cell) openers.forEach((opener) => opener(state.cell));
    else show(false);
  };
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
  $("panel-close").addEventListener("click", close);
  Object.assign(kg, { panel, open, openCell, openers, taking: (list, side) => list.filter((s) => s.stance === side) });
  Object.defineProperty(kg, "opened", { get: () => opened });
})();

"use strict";
// Ties are worked out again from what the filters leave: congruence minus conflict over the mean number of statements.
(() => {
  const slider = kg.$("tie");
  if (!kg.data || !slider) return;
  const { actors } = kg.data, first = slider.value, most = Number(slider.dataset.most);
  const ends = (node) => node.dataset.pair.split("~").map((page) => actors.findIndex((row) => row[2] === page));
  const lines = kg.all("g[data-pair]").map((node) => ({ node, pair: ends(node), line: node.querySelector(".line"), weight: Number(node.dataset.tie) }));
  const cells = kg.all("a[data-pair]").map((node) => ({ node, pair: ends(node), place: node.parentNode }));
  const MARK = { supports: "=", opposes: "≠", divided: "±" };
  const look = (weight) => (weight > 0 ? "supports" : weight < 0 ? "opposes" : "divided");
  // body -> proposal -> {x: [times against, times for], net}; what one article repeats counts once in x, always in net
  const project = (list) => {
    const seen = new Set(), said = new Map();
    list.forEach((s) => {
      const k = ["opposes", "supports"].indexOf(s.stance === "conditional" ? s.lean : s.stance);
      if (k < 0) return;
      if (!said.has(s.body)) said.set(s.body, { n: 0, on: new Map() });
      const mine = said.get(s.body), key = [s.body, s.proposal, k, s.article].join();
      if (!mine.on.has(s.proposal)) mine.on.set(s.proposal, { x: [0, 0], net: 0 });
      const on = mine.on.get(s.proposal);
      on.net += 2 * k - 1;
      if (!seen.has(key)) { seen.add(key); mine.n += 1; on.x[k] += 1; }
    });
    return said;
  };
  const tie = (said, [a, b]) => {
    const [p, q] = [said.get(a), said.get(b)], found = { weight: 0, agree: 0, clash: 0 };
    const shared = p && q ? [...p.on.keys()].filter((proposal) => q.on.has(proposal)) : [];
    if (!shared.length) return null;
    shared.forEach((proposal) => {
      const [one, two] = [p.on.get(proposal), q.on.get(proposal)], both = Math.sign(one.net) * Math.sign(two.net);
      found.weight += (one.x[1] - one.x[0]) * (two.x[1] - two.x[0]);
      found.agree += both > 0; found.clash += both < 0;
    });
    found.weight /= (p.n + q.n) / 2;
    return found;
  };
  kg.tie = (pair) => tie(project(kg.shown), pair);
  const paint = (shown) => {
    const said = project(shown);
    lines.forEach((it) => {
      const found = tie(said, it.pair);
      it.weight = found ? found.weight : null;
      if (!found) return;
      it.line.setAttribute("class", "line " + look(found.weight));
      it.line.setAttribute("stroke-width", (0.8 + 2.8 * Math.min(1, Math.abs(found.weight) / most)).toFixed(1));
    });
    cells.forEach(({ node, pair, place }) => {
      const found = tie(said, pair);
      place.className = found ? "" : "void";
      if (!found) { place.replaceChildren("·"); return; }
      const css = look(found.weight), strong = Math.abs(found.weight), glyph = kg.make("span", "glyph " + css, MARK[css]);
      glyph.setAttribute("aria-hidden", "true");
      node.className = "cell " + css + (css === "divided" ? "" : strong > most * 0.66 ? "-3" : strong > most * 0.33 ? "-2" : "-1");
      node.replaceChildren(glyph, strong.toFixed(1), kg.make("span", "sr", ` ${kg.clip(kg.name(pair[0]), 40)} and ${kg.clip(kg.name(pair[1]), 40)}: agree on ${found.agree}, clash on ${found.clash}`));
      place.replaceChildren(node);
    });
  };
  const draw = () => {
    const least = Number(slider.value), there = lines.filter((it) => it.weight !== null);
    kg.$("tie-out").textContent = least.toFixed(2);
    lines.forEach((it) => it.node.toggleAttribute("hidden", it.weight === null || Math.abs(it.weight) < least));
    const n = there.filter((it) => Math.abs(it.weight) >= least).length;
    kg.$("tie-live").textContent = !there.length ? "no tie is left with these filters" : n === there.length ? `all ${n} ties shown` : `${n} of ${there.length} ties shown`;
  };
  slider.addEventListener("input", () => { kg.state.w = slider.value === first ? "" : Number(slider.value).toFixed(2); draw(); kg.writeHash(false); });
  let touched = false;
  kg.listeners.push((shown) => {
    touched = touched || shown.length < kg.statements.length;
    if (touched) paint(shown);
    slider.value = /^\d(\.\d+)?$/.test(kg.state.w) ? kg.state.w : first;
    draw();
  });
  const openPair = ([a, b], options) => {
    const of = (body) => new Set(kg.shown.filter((s) => s.body === body).map((s) => s.proposal));
    const mine = of(a), shared = new Set([...of(b)].filter((p) => mine.has(p)));
    const key = "tie:" + [a, b].map((i) => actors[i][2].slice(0, -5)).join("~");
    kg.open(kg.name(a) + " and " + kg.name(b), kg.shown.filter((s) => (s.body === a || s.body === b) && shared.has(s.proposal)), Object.assign({ key }, options));
  };
  kg.openers.push((key) => {
    const pair = key.startsWith("tie:") ? key.slice(4).split("~").map((page) => actors.findIndex((row) => row[2] === page + ".html")) : [];
    if (pair.length === 2 && !pair.includes(-1)) openPair(pair, { push: false });
  });
  document.addEventListener("click", (e) => {
    const node = e.target.closest("[data-pair]");
    if (!node || e.metaKey || e.ctrlKey || e.shiftKey) return;
    e.preventDefault();
    openPair(ends(node), { from: node });
  });
})();

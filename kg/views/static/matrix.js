"use strict";
(() => {
  if (!kg.data) return;
  const cells = kg.all("#matrix [data-cell]");
  const step = (t) => {
    const side = kg.side(t);
    if (side !== "supports" && side !== "opposes") return side;
    const taking = t.supports + t.opposes + t.conditional, net = Math.abs(t.supports - t.opposes) / taking;
    return side + "-" + (net > 0.99 && taking > 2 ? 3 : net > 0.6 && taking > 1 ? 2 : 1);
  };
  const fill = (cell, t) => {
    const inside = cell.firstElementChild, tail = inside.lastElementChild;
    inside.replaceChildren(...kg.parts(t), tail);
    cell.className = "cell " + step(t);
  };
  let first = true;
  kg.listeners.push((shown) => {
    if (first && shown.length === kg.statements.length) { first = false; return; }
    first = false;
    const found = new Map();
    shown.forEach((s) => { const key = s.body + "~" + s.proposal; if (!found.has(key)) found.set(key, []); found.get(key).push(s); });
    cells.forEach((cell) => {
      const list = found.get(cell.dataset.cell);
      cell.hidden = !list;
      if (list) fill(cell, kg.tally(list));
    });
    kg.all("#matrix tbody tr:not(.group)").forEach((row) => {
      const open = kg.all("[data-cell]:not([hidden])", row);
      row.hidden = !open.length;
      row.lastElementChild.textContent = open.reduce((n, cell) => n + found.get(cell.dataset.cell).length, 0);
    });
    kg.$("matrix-empty").hidden = kg.all("#matrix tbody tr:not(.group):not([hidden])").length > 0;
  });
})();

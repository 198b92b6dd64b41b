"use strict";
// The table of years counts what the filters leave; a year opens its statements.
(() => {
  const table = kg.$("years");
  if (!kg.data || !table) return;
  const rows = new Map(kg.all("tbody tr", table).map((row) => [row.dataset.year, row]));
  const of = (year) => kg.shown.filter((s) => s.date.slice(0, 4) === year);
  const put = (cell, text, value) => { cell.textContent = text; cell.dataset.v = value; };
  let touched = false;
  kg.listeners.push((shown) => {
    touched = touched || shown.length < kg.statements.length;
    if (!touched) return;
    rows.forEach((row, year) => {
      const list = of(year), t = kg.tally(list), taking = t.supports + t.opposes + t.conditional, net = taking ? (t.supports - t.opposes) / taking : 0;
      const [, supports, opposes, conditional, neutral, balance, articles] = row.cells;
      row.hidden = !list.length;
      [[supports, t.supports], [opposes, t.opposes], [conditional, t.conditional], [neutral, t.neutral], [articles, new Set(list.map((s) => s.article)).size]].forEach(([cell, n]) => put(cell, n, n));
      put(balance, (net < 0 ? "−" : "+") + Math.abs(net).toFixed(2), net);
    });
  });
  const openYear = (year, options) => { if (rows.has(year)) kg.open("Said in " + year, of(year), Object.assign({ key: "year:" + year }, options)); };
  kg.openers.push((key) => { if (key.startsWith("year:")) openYear(key.slice(5), { push: false }); });
  table.addEventListener("click", (e) => {
    const link = e.target.closest("th a");
    if (!link || e.metaKey || e.ctrlKey || e.shiftKey) return;
    e.preventDefault();
    openYear(link.closest("tr").dataset.year, { from: link });
  });
})();

"use strict";
(() => {
  if (!kg.data) return;
  const slider = kg.$("tie");
  const draw = () => {
    const least = Number(slider.value), ties = kg.all("[data-tie]");
    kg.$("tie-out").textContent = least.toFixed(2);
    ties.forEach((path) => path.toggleAttribute("hidden", Math.abs(Number(path.dataset.tie)) < least));
    const n = ties.filter((path) => !path.hasAttribute("hidden")).length;
    kg.$("tie-live").textContent = n === ties.length ? `all ${n} ties shown` : `${n} of ${ties.length} ties shown`;
  };
  if (slider) {
    const first = slider.value;
    slider.addEventListener("input", () => { kg.state.w = slider.value === first ? "" : Number(slider.value).toFixed(2); draw(); kg.writeHash(false); });
    kg.listeners.push(() => { slider.value = /^\d(\.\d+)?$/.test(kg.state.w) ? kg.state.w : first; draw(); });
  }
  document.addEventListener("click", (e) => {
    const cell = e.target.closest("[data-pair]");
    if (!cell || e.metaKey || e.ctrlKey || e.shiftKey) return;
    e.preventDefault();
    const [a, b] = cell.dataset.pair.split("~").map((page) => kg.data.actors.findIndex((row) => row[2] === page));
    const of = (body) => new Set(kg.shown.filter((s) => s.body === body).map((s) => s.proposal));
    const mine = of(a), shared = new Set([...of(b)].filter((p) => mine.has(p)));
    kg.open(kg.name(a) + " and " + kg.name(b), kg.shown.filter((s) => (s.body === a || s.body === b) && shared.has(s.proposal)), { from: cell.focus && cell.tagName === "A" ? cell : document.activeElement });
  });
})();

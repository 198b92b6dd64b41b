"use strict";
(() => {
  if (!kg.data) return;
  const inputs = kg.all("input[name=measure]"), byStance = kg.taking;
  const choose = () => {
    const on = inputs.find((input) => input.value === kg.state.m) || inputs[0];
    on.checked = true;
    kg.all("[data-measure]").forEach((section) => { section.hidden = section.dataset.measure !== on.value; });
    kg.taking = on.value === "votes" ? kg.voting : byStance;
  };
  inputs.forEach((input, i) => input.addEventListener("change", () => { kg.state.m = i ? input.value : ""; choose(); kg.writeHash(false); }));
  kg.listeners.push(choose, (shown) => {
    kg.all("[data-measure]").forEach((section) => {
      const rows = kg.all("tbody tr", section);
      const tallies = rows.map((row) => {
        const proposal = Number(row.dataset.proposal.slice(1));
        const list = shown.filter((s) => s.proposal === proposal);
        row.hidden = !list.length;
        return section.dataset.measure === "votes" ? kg.votes(list) : kg.tally(list);
      });
      const most = Math.max(1, ...tallies.flatMap((t) => [t.supports, t.opposes, t.conditional]));
      rows.forEach((row, i) => {
        const t = tallies[i];
        for (const name of ["supports", "opposes", "conditional"]) {
          const at = row.querySelector(`[data-n=${name}]`);
          at.textContent = t[name];
          if (t[name]) at.parentNode.href = row.querySelector("th a").href;
          else at.parentNode.removeAttribute("href");
          at.closest("td").dataset.v = t[name];
          const bar = row.querySelector(`rect.${name}`), size = 100 * t[name] / most;
          bar.setAttribute("width", size.toFixed(2));
          if (name === "opposes") bar.setAttribute("x", (100 - size).toFixed(2));
        }
      });
    });
  });
  document.addEventListener("DOMContentLoaded", choose);
})();

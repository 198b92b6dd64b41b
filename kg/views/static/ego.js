"use strict";
// A line of the drawing opens what its two ends said together.
(() => {
  if (!kg.data) return;
  document.addEventListener("click", (e) => {
    const line = e.target.closest("[data-with]");
    if (!line || e.metaKey || e.ctrlKey || e.shiftKey) return;
    const page = line.dataset.with;
    const list = kg.shown.filter((s) => kg.data.proposals[s.proposal][1] === page || [s.speaker, s.organisation].some((a) => a >= 0 && kg.data.actors[a][2] === page));
    if (!list.length) return;
    e.preventDefault();
    kg.open(line.getAttribute("aria-label"), list, { from: line, more: ["The page of the other end", kg.link(page)] });
  });
})();

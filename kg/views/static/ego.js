"use strict";
// A line of the drawing opens what its two ends said together.
(() => {
  if (!kg.data) return;
  const openWith = (line, options) => {
    const page = line.dataset.with;
    const list = kg.shown.filter((s) => kg.data.proposals[s.proposal][1] === page || [s.speaker, s.organisation].some((a) => a >= 0 && kg.data.actors[a][2] === page));
    kg.open(line.getAttribute("aria-label"), list, Object.assign({ key: "with:" + page.slice(0, -5), more: ["The page of the other end", kg.link(page)] }, options));
    return list.length;
  };
  kg.openers.push((key) => {
    const line = key.startsWith("with:") && kg.all("[data-with]").find((node) => node.dataset.with === key.slice(5) + ".html");
    if (line) openWith(line, { push: false });
  });
  document.addEventListener("click", (e) => {
    const line = e.target.closest("[data-with]");
    if (line && !e.metaKey && !e.ctrlKey && !e.shiftKey && openWith(line, { from: line })) e.preventDefault();
  });
})();

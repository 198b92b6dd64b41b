"use strict";
// Bars are drawn again from what the filters leave, and each part of a bar opens the words that it counts.
(() => {
  if (!kg.data) return;
  const NS = "http://www.w3.org/2000/svg", ORDER = ["supports", "conditional", "neutral", "opposes"];
  kg.sides = (list) => {
    const bodies = new Map();
    list.forEach((s) => { if (!bodies.has(s.body)) bodies.set(s.body, []); bodies.get(s.body).push(s); });
    return [...bodies].map(([body, said]) => { const t = kg.tally(said); return { body, said, t, side: kg.side(t) }; });
  };
  // one vote each; the divided count as conditional, for neither camp has them
  const vote = (member) => (member.side === "divided" ? "conditional" : member.side);
  kg.votes = (list) => { const t = kg.tally([]); kg.sides(list).forEach((member) => { t[vote(member)] += 1; }); return t; };
  kg.voting = (list, side) => kg.sides(list).filter((member) => vote(member) === side).flatMap((member) => member.said);
  // attribute: [its name, what stands in it before the name of the side]
  kg.fillBar = (svg, t, [name, before]) => {
    const total = ORDER.reduce((sum, side) => sum + t[side], 0) || 1;
    let x = 0;
    svg.replaceChildren(...ORDER.filter((side) => t[side]).map((side) => {
      const rect = document.createElementNS(NS, "rect"), width = 100 * t[side] / total;
      for (const [key, value] of Object.entries({ class: "fill " + side, x, y: 0, width, height: 10, [name]: before + side })) rect.setAttribute(key, value);
      x += width;
      return rect;
    }));
  };
  const own = kg.$("own-bar");
  let touched = false;
  if (own) kg.listeners.push((shown) => {
    touched = touched || shown.length < kg.statements.length;
    if (!touched) return;
    kg.fillBar(own.firstElementChild, kg.tally(shown), ["data-cell", "~0~"]);
    kg.$("own-votes").replaceChildren(...kg.parts(kg.votes(shown)));
  });
})();

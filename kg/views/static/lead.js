"use strict";
// The answer to the lead question follows the filters: who stands on which side, counted again.
(() => {
  if (!kg.data || !kg.data.lead) return;
  const asked = new Set(kg.data.lead), sections = kg.all("#lead [data-side]"), NS = "http://www.w3.org/2000/svg", FIRST = 9;
  const items = new Map(kg.all("#lead li[data-body]").map((li) => [Number(li.dataset.body.slice(0, -1)), li]));
  document.addEventListener("click", (e) => {
    const link = e.target.closest("[data-lead]");
    if (!link || e.metaKey || e.ctrlKey || e.shiftKey) return;
    const body = Number(link.dataset.lead.slice(0, -1));
    const list = kg.shown.filter((s) => s.body === body && asked.has(s.proposal));
    if (!list.length) return;
    e.preventDefault();
    kg.open(kg.name(body), list, { from: link, more: ["Everything by " + kg.clip(kg.name(body), 40), kg.link(kg.data.actors[body][2])] });
  });
  const articles = (list) => new Set(list.map((s) => s.article)).size;
  const n = (count, one, many) => `${count} ${count === 1 ? one : many}`;
  const resting = (list) => `${n(list.length, "statement", "statements")} in ${n(articles(list), "article", "articles")}`;
  const camps = (list) => {
    const by = new Map();
    list.forEach((s) => { if (!by.has(s.body)) by.set(s.body, []); by.get(s.body).push(s); });
    const found = { supports: [], opposes: [], conditional: [], divided: [], neutral: [] };
    by.forEach((said, body) => { const t = kg.tally(said); found[kg.side(t)].push({ body, said, t }); });
    const order = (a, b) => b.said.length - a.said.length || kg.name(a.body).localeCompare(kg.name(b.body)) || a.body - b.body;
    Object.values(found).forEach((members) => members.sort(order));
    return Object.assign(found, { between: found.conditional.concat(found.divided).sort(order) });
  };
  const bar = (sizes) => {
    const total = sizes.reduce((sum, [, size]) => sum + size, 0) || 1;
    let x = 0;
    kg.$("lead-bar").firstElementChild.replaceChildren(...sizes.filter(([, size]) => size).map(([name, size]) => {
      const rect = document.createElementNS(NS, "rect"), width = 100 * size / total;
      for (const [key, value] of Object.entries({ class: "fill " + name, x, y: 0, width, height: 10 })) rect.setAttribute(key, value);
      x += width;
      return rect;
    }));
  };
  const names = (members) => members.slice(0, 3).flatMap((m, i, list) => [i ? (i === list.length - 1 ? " and " : ", ") : "", kg.make("bdi", "", kg.clip(kg.name(m.body), 60))]);
  const fill = (section, members) => {
    const said = members.flatMap((m) => m.said);
    section.querySelector("h3 .num").textContent = members.length;
    section.querySelector(".sum").replaceChildren(...(members.length ? ["Most often ", ...names(members), `: ${resting(said)}.`] : ["Nobody, with these filters."]));
    const lines = members.filter((m) => items.has(m.body)).map((m) => {
      const li = items.get(m.body), link = li.querySelector("[data-lead]");
      link.replaceChildren(...kg.parts(m.t), link.lastElementChild);
      return li;
    });
    const [first, rest] = kg.all("ul", section), more = section.querySelector("details");
    first.replaceChildren(...lines.slice(0, FIRST));
    rest.replaceChildren(...lines.slice(FIRST));
    more.hidden = members.length <= FIRST;
    more.querySelector(".num").textContent = members.length - FIRST;
  };
  let touched = false;
  kg.listeners.push((shown) => {
    if (!touched && shown.length === kg.statements.length) return;
    touched = true;
    const list = shown.filter((s) => asked.has(s.proposal)), found = camps(list);
    const [yes, no, between, divided, neutral] = ["supports", "opposes", "conditional", "divided", "neutral"].map((side) => found[side].length);
    const all = yes + no + between + divided + neutral;
    kg.$("lead-sum").replaceChildren(`Of ${n(all, "organisation, group or speaker", "organisations, groups and speakers")} heard on it, `, kg.make("strong", "", n(yes, "supports", "support")), " it and ",
      kg.make("strong", "", n(no, "resists", "resist")), ` it; ${n(between, "makes", "make")} conditions, ${n(divided, "is", "are")} divided${neutral ? ", " + n(neutral, "takes", "take") + " no side" : ""}. This rests on ${resting(list)}.`);
    bar([["supports", yes], ["conditional", between + divided], ["neutral", neutral], ["opposes", no]]);
    sections.forEach((section) => fill(section, section.dataset.side === "conditional" ? found.between : found[section.dataset.side]));
  });
})();

"use strict";
// The answer to the lead question follows the filters: who stands on which side, counted again, and opened by name or by camp.
(() => {
  if (!kg.data || !kg.data.lead) return;
  const asked = new Set(kg.data.lead), sections = kg.all("#lead [data-side]"), bar = kg.$("lead-bar"), FIRST = 9;
  const items = new Map(kg.all("#lead li[data-body]").map((li) => [Number(li.dataset.body.slice(0, -1)), li]));
  const articles = (list) => new Set(list.map((s) => s.article)).size;
  const n = (count, one, many) => `${count} ${count === 1 ? one : many}`;
  const resting = (list) => `${n(list.length, "statement", "statements")} in ${n(articles(list), "article", "articles")}`;
  const camps = (list) => {
    const found = { supports: [], opposes: [], conditional: [], divided: [], neutral: [] };
    kg.sides(list).forEach((member) => found[member.side].push(member));
    const order = (a, b) => b.said.length - a.said.length || kg.name(a.body).localeCompare(kg.name(b.body)) || a.body - b.body;
    Object.values(found).forEach((members) => members.sort(order));
    return Object.assign(found, { between: found.conditional.concat(found.divided).sort(order) });
  };
  const camp = (found, side) => found[side === "conditional" ? "between" : side];
  const relevant = () => kg.shown.filter((s) => asked.has(s.proposal));
  const openBody = (body, options) => {
    const page = kg.data.actors[body][2];
    kg.open(kg.name(body), relevant().filter((s) => s.body === body), Object.assign({ key: "lead:" + page.slice(0, -5), more: ["Everything by " + kg.clip(kg.name(body), 40), kg.link(page)] }, options));
  };
  const openCamp = (side, options) => {
    const members = camp(camps(relevant()), side), section = sections.find((node) => node.dataset.side === side);
    if (members) kg.open((section ? section.querySelector("h3 > span").lastChild.textContent.trim() : kg.TITLE[side]) + ": " + bar.dataset.label, members.flatMap((m) => m.said), Object.assign({ key: "camp:" + side }, options));
  };
  kg.openers.push((key) => {
    const body = kg.data.actors.findIndex((row) => key === "lead:" + row[2].slice(0, -5));
    if (body >= 0) openBody(body, { push: false });
    if (key.startsWith("camp:") && key.slice(5) in kg.TITLE) openCamp(key.slice(5), { push: false });
  });
  document.addEventListener("click", (e) => {
    const link = e.target.closest("[data-lead], [data-camp]");
    if (!link || e.metaKey || e.ctrlKey || e.shiftKey) return;
    e.preventDefault();
    if (link.dataset.camp) openCamp(link.dataset.camp, { from: link });
    else openBody(Number(link.dataset.lead.slice(0, -1)), { from: link });
  });
  const names = (members) => members.slice(0, 3).flatMap((m, i, list) => [i ? (i === list.length - 1 ? " and " : ", ") : "", kg.make("bdi", "", kg.clip(kg.name(m.body), 60))]);
  const words = (section, said) => {
    const link = kg.make("a", "open", resting(said));
    link.href = "#lead";
    link.dataset.camp = section.dataset.side;
    return link;
  };
  const fill = (section, members) => {
    section.querySelector("h3 .num").textContent = members.length;
    section.querySelector(".sum").replaceChildren(...(members.length ? ["Most often ", ...names(members), ": ", words(section, members.flatMap((m) => m.said)), "."] : ["Nobody, with these filters."]));
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
    const list = relevant(), found = camps(list);
    const [yes, no, between, divided, neutral] = ["supports", "opposes", "conditional", "divided", "neutral"].map((side) => found[side].length);
    const all = yes + no + between + divided + neutral;
    kg.$("lead-sum").replaceChildren(`Of ${n(all, "organisation, group or speaker", "organisations, groups and speakers")} heard on it, `, kg.make("strong", "", n(yes, "supports", "support")), " it and ",
      kg.make("strong", "", n(no, "resists", "resist")), ` it; ${n(between, "makes", "make")} conditions, ${n(divided, "is", "are")} divided${neutral ? ", " + n(neutral, "takes", "take") + " no side" : ""}. This rests on ${resting(list)}.`);
    kg.fillBar(bar.firstElementChild, { supports: yes, conditional: between + divided, neutral, opposes: no }, ["data-camp", ""]);
    sections.forEach((section) => fill(section, camp(found, section.dataset.side)));
  });
})();

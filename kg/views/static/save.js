"use strict";
(() => {
  if (!kg.data) return;
  const { all, make, data, name, label, words, article, panel } = kg;
  const csvCell = (value) => {
    let text = String(value === null || value === undefined ? "" : value);
    if (/^[=+\-@\t\r]/.test(text)) text = "'" + text;
    return /[",\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  };
  const csv = (list) => [["id", "speaker", "role", "organisation", "stance", "lean", "condition", "proposal", "quote", "article", "outlet", "date", "confidence", "status"]]
    .concat(list.map((s) => [s.id, name(s.speaker), s.role, name(s.organisation), s.stance, s.lean, s.condition, label(s), words(s), article(s)[0], s.outlet, s.date, s.confidence < 0 ? "" : s.confidence, s.status]))
    .map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";
  const turtle = (list) => {
    const t = data.terms;
    const lines = Object.entries(t.prefixes).map(([k, v]) => `@prefix ${k}: <${v}> .`);
    const edges = new Set();
    for (const s of list) {
      const speaker = data.actors[s.speaker][3], org = s.organisation >= 0 ? data.actors[s.organisation][3] : "", proposal = data.proposals[s.proposal][2];
      const parts = [`a ${t.class}`, `${t.speaker} <${speaker}>`];
      if (org) parts.push(`${t.organisation} <${org}>`);
      parts.push(`${t.stance} ${t.stances[s.stance]}`);
      if (s.lean && t.stances[s.lean]) parts.push(`${t.lean} ${t.stances[s.lean]}`);
      parts.push(`${t.proposal} <${proposal}>`, `${t.status} ${t.statuses[s.status]}`);
      lines.push(`<${s.iri}> ${parts.join(" ;\n    ")} .`);
      const edge = t.edges[s.stance + "/" + s.lean] || t.edges[s.stance];
      if (edge && s.status !== "disputed") for (const who of org ? [speaker, org] : [speaker]) edges.add(`<${who}> ${edge} <${proposal}> .`);
    }
    return lines.concat([...edges].sort()).join("\n") + "\n";
  };
  const sparql = (list) => {
    const pairs = new Set(list.map((s) => `(<${data.actors[s.body][3]}> <${data.proposals[s.proposal][2]}>)`));
    const stances = new Set(list.map((s) => data.terms.stances[s.stance]));
    return data.terms.cell.replace("{pairs}", () => [...pairs].join(" ")).replace("{stances}", () => [...stances].join(" "));
  };
  const save = (content, file, type) => {
    const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
    const a = make("a");
    a.href = url; a.download = file;
    document.body.append(a); a.click(); a.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  };
  const copy = (text, button) => {
    const done = (word) => { const was = button.textContent; button.textContent = word; setTimeout(() => { button.textContent = was; }, 1400); };
    const old = () => {
      const area = make("textarea", "sr", text);
      panel.append(area); area.select();
      const ok = document.execCommand("copy");
      area.remove(); button.focus();
      done(ok ? "Copied" : "Not copied");
    };
    if (navigator.clipboard && navigator.clipboard.writeText) navigator.clipboard.writeText(text).then(() => done("Copied"), old);
    else old();
  };
  const start = () => {
    if (panel) panel.addEventListener("click", (e) => {
      const kind = e.target.dataset && e.target.dataset.copy;
      if (!kind) return;
      const opened = kg.opened;
      const text = kind === "sparql" ? sparql(opened) : kind === "turtle" ? turtle(opened)
        : opened.map((s) => `“${words(s)}” (${name(s.speaker)}, ${s.outlet || "source not named"}, ${s.date || "undated"})`).join("\n");
      copy(text, e.target);
    });
    all("[data-exports]").forEach((box) => { box.hidden = false; });
    const file = document.querySelector("h1").textContent.toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 50).replace(/^-|-$/g, "") || "statements";
    document.addEventListener("click", (e) => {
      const kind = e.target.dataset && e.target.dataset.save;
      if (kind === "csv") save("\ufeff" + csv(kg.shown), file + ".csv", "text/csv;charset=utf-8");
      if (kind === "ttl") save(turtle(kg.shown), file + ".ttl", "text/turtle;charset=utf-8");
      if (kind === "svg") save(kg.picture().text, file + ".svg", "image/svg+xml");
      if (kind === "png") kg.png((blob) => save(blob, file + ".png", "image/png"));
    });
  };
  document.addEventListener("DOMContentLoaded", start);
})();

"use strict";
(() => {
  if (!kg.data || !kg.data.nodes || !kg.data.nodes.length || typeof vis === "undefined") return;
  const data = kg.data, box = kg.$("canvas"), still = kg.$("static");
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const rgba = (colour, alpha) => {
    const at = document.createElement("canvas").getContext("2d");
    at.fillStyle = colour;
    const hex = at.fillStyle;
    return `rgba(${[1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)).join(",")},${alpha})`;
  };
  const short = (page) => page[0] + page.slice(0, -5).split("-").pop();  // a node is named by the letter and the hash of its page
  const bodies = data.actors.map((a) => short(a[2])), topics = data.proposals.map((p) => short(p[1]));
  const where = (key) => [bodies.indexOf(key), topics.indexOf(key)];
  data.edges.forEach((e) => { e.id = e.from + "~" + e.to; });
  const sides = new Map(data.nodes.map((n) => [n.id, n.side]));
  const place = {};
  data.nodes.forEach((n) => { place[n.id] = where(n.id); });
  const CLEAR = "rgba(0,0,0,0)", lines = new Map();
  const paths = new Map(kg.all("path[data-link]", still).map((path) => [path.dataset.link, new Path2D(path.getAttribute("d"))]));
  let picked = null, visible = new Map();
  const start = () => {
    const nodes = new vis.DataSet(), edges = new vis.DataSet();
    const node = (n) => {
      const topic = n.side === "topic", ink = css("--ink"), card = css("--card");
      const border = topic ? ink : css("--" + (n.side in kg.GLYPH ? n.side : "line"));
      const on = { background: topic ? ink : card, border: border };
      return { id: n.id, label: n.label, title: n.title, x: n.x, y: n.y, shape: "box", margin: 8, widthConstraint: { minimum: data.width, maximum: data.width }, heightConstraint: n.heightConstraint,
        borderWidth: topic ? 1 : 2, borderWidthSelected: 3, shapeProperties: { borderRadius: 7, borderDashes: n.side === "opposes" ? [7, 4] : n.side === "supports" || topic ? false : [2, 3] },
        color: Object.assign({ highlight: on, hover: on }, on), font: { color: topic ? card : ink, size: 15, face: "system-ui, DejaVu Sans, sans-serif", multi: false } };
    };
    const style = (id) => {
      const [b, p] = id.split("~");
      const list = visible.get(id) || [], side = list.length ? kg.side(kg.tally(list)) : "neutral";
      const near = !picked || picked === b || picked === p;
      const pale = data.pale.has(id) && picked !== b && picked !== p;
      const alpha = !near ? 0.08 : pale ? 0.4 : 0.9;
      lines.set(id, { hidden: !list.length, colour: rgba(css("--" + side), alpha), dash: (data.dashes[side] || []), width: 1.2 + 1.3 * Math.log(list.length || 1) });
      return { id, from: b, to: p, hidden: !list.length, width: 1, color: { color: CLEAR, highlight: CLEAR, hover: CLEAR, inherit: false } };
    };
    // the lines themselves are those of the drawing in the page, so that both look the same and keep clear of the boxes
    const draw = (ctx) => lines.forEach((line, id) => {
      if (line.hidden) return;
      ctx.save();
      ctx.strokeStyle = line.colour;
      ctx.lineWidth = line.width;
      ctx.setLineDash(line.dash);
      ctx.stroke(paths.get(id));
      ctx.restore();
    });
    const pen = document.createElement("canvas").getContext("2d");
    const lineAt = (place) => {
      for (const width of [3, 8, 16]) {
        pen.lineWidth = width / Math.min(1, network.getScale());
        const found = [...lines].find(([id, line]) => !line.hidden && pen.isPointInStroke(paths.get(id), place.x, place.y));
        if (found) return found[0];
      }
      return null;
    };
    const paint = () => {
      edges.update(data.edges.map((e) => style(e.id)));
      const on = new Set();
      visible.forEach((list, id) => { if (list.length) id.split("~").forEach((key) => on.add(key)); });
      nodes.update(data.nodes.map((n) => Object.assign(node(n), { hidden: !on.has(n.id), opacity: !picked || n.id === picked || (visible.get(n.id + "~" + picked) || visible.get(picked + "~" + n.id) || []).length ? 1 : 0.35 })));
      kg.all("[data-link]").forEach((item) => {
        const list = visible.get(item.dataset.link) || [];
        item.toggleAttribute("hidden", !list.length);
        if (item.tagName === "path") item.setAttribute("class", "line " + kg.side(kg.tally(list)));
      });
      kg.all("[data-node]").forEach((item) => item.toggleAttribute("hidden", !on.has(item.dataset.node)));
      kg.all("[data-pick]").forEach((a) => { a.parentNode.hidden = !on.has(a.dataset.pick); a.setAttribute("aria-current", a.dataset.pick === picked ? "true" : "false"); });
      const n = [...visible.values()].filter((list) => list.length).length;
      kg.$("net-live").textContent = `${n} of ${data.edges.length} lines drawn.`;
    };
    const look = () => {
      visible = new Map(data.edges.map((e) => [e.id, []]));
      kg.shown.forEach((s) => {
        const list = visible.get(bodies[s.body] + "~" + topics[s.proposal]);
        if (list) list.push(s);
      });
      paint();
    };
    data.pale = new Set(data.edges.filter((e) => !["supports", "opposes"].includes(sides.get(e.from))).map((e) => e.id));
    const [, , w, h] = still.querySelector("svg").getAttribute("viewBox").split(" ").map(Number);
    still.hidden = true;
    box.hidden = false;
    const tall = () => { box.style.height = Math.round(Math.max(320, Math.min(760, box.clientWidth * h / w + 40))) + "px"; };
    tall();
    const touch = matchMedia("(pointer: coarse)").matches;
    const network = new vis.Network(box, { nodes, edges }, {
      physics: false, layout: { improvedLayout: false }, autoResize: true,
      nodes: { chosen: false, scaling: { label: { drawThreshold: 2 } } }, edges: { smooth: { enabled: true, type: "horizontal", roundness: 0.4 }, chosen: false, arrows: { to: { enabled: false } } },
      interaction: { dragNodes: false, dragView: !touch, zoomView: false, hover: true, tooltipDelay: 250, keyboard: { enabled: true, bindToWindow: false }, selectConnectedEdges: false, multiselect: false },
    });
    network.on("beforeDrawing", draw);
    network.once("afterDrawing", () => performance.mark("drawn"));
    look();
    data.captions.forEach((c, i) => nodes.add({ id: "h:" + i, label: c.label, x: c.x, y: c.y, shape: "text", chosen: false, font: { color: css("--soft"), size: 15, face: "system-ui, DejaVu Sans, sans-serif", multi: false } }));
    const whole = () => network.fit({ animation: false });
    const top = Math.min(...data.captions.map((c) => c.y));
    const fit = () => {
      whole();
      box.dataset.fitted = box.clientWidth;
      // on a narrow screen the whole map is too small to read: begin at the top of the proposals
      if (box.clientWidth < 560 && network.getScale() < 0.6) network.moveTo({ position: { x: 0, y: top + box.clientHeight / 1.4 - 20 }, scale: 0.7, animation: false });
    };
    fit();
    const frame = box.querySelector(".vis-network");
    if (frame) { frame.setAttribute("role", "application"); frame.setAttribute("aria-label", "Map of who stands where. Arrow keys move it, plus and minus zoom. The list of names holds the same."); }
    const zoom = (by) => network.moveTo({ scale: Math.min(3, Math.max(0.15, network.getScale() * by)), animation: false });
    const shift = (x, y) => { const p = network.getViewPosition(), s = network.getScale(); network.moveTo({ position: { x: p.x + x / s, y: p.y + y / s }, animation: false }); };
    box.addEventListener("wheel", (e) => { if (e.ctrlKey || e.metaKey) { e.preventDefault(); e.stopPropagation(); zoom(e.deltaY < 0 ? 1.15 : 1 / 1.15); } else e.stopPropagation(); }, { capture: true, passive: false });
    let speaking = false;
    const speak = () => {
      nodes.remove(nodes.getIds().filter((id) => String(id).startsWith("s:")));
      edges.remove(edges.getIds().filter((id) => String(id).startsWith("s:")));
      if (!speaking || !picked || !data.speakers[picked]) return;
      data.speakers[picked].forEach((s, i) => {
        const id = "s:" + i, soft = css("--soft");
        nodes.add({ id, label: s.label + " (" + s.n + ")", x: s.x, y: s.y, shape: "box", margin: 6, borderWidth: 1, chosen: false, color: { background: css("--card"), border: css("--line"), hover: { background: css("--card"), border: css("--line") } }, widthConstraint: { maximum: 216 }, font: { color: css("--ink"), size: 15, face: "system-ui, DejaVu Sans, sans-serif", multi: false } });
        edges.add({ id, from: id, to: picked, width: 1, color: { color: soft, inherit: false }, smooth: false });
      });
      fit();
    };
    const ask = () => {
      speaking = kg.state.m === "speakers";
      const button = kg.all("[data-map=speakers]")[0], known = picked && data.speakers[picked];
      button.setAttribute("aria-pressed", String(speaking));
      speak();
      if (speaking) kg.$("net-live").textContent = known ? `${known.length} speakers shown.` : "Choose a name to see who spoke for it.";
      else paint();
    };
    const pick = (key) => { picked = key; paint(); speak(); };
    kg.all("[data-map]").forEach((button) => button.addEventListener("click", () => {
      const what = button.dataset.map;
      if (what === "fit") whole();
      else if (what === "in") zoom(1.25);
      else if (what === "out") zoom(0.8);
      else if (what === "speakers") { kg.state.m = speaking ? "" : "speakers"; ask(); if (!speaking) fit(); kg.writeHash(false); }
      else shift({ left: -80, right: 80 }[what] || 0, { up: -80, down: 80 }[what] || 0);
    }));
    const spot = (e) => { const at = box.querySelector("canvas").getBoundingClientRect(); return { x: e.clientX - at.left, y: e.clientY - at.top }; };
    const choose = (at) => {
      const key = network.getNodeAt(at);
      if (/^[sh]:/.test(key)) return;
      if (key) {
        pick(key);
        kg.openCell(place[key].map((i) => (i < 0 ? "" : i)).join("~"), frame);
        return;
      }
      const line = lineAt(network.DOMtoCanvas(at));
      if (!line) { pick(null); return; }
      const [b, p] = line.split("~");
      kg.openCell(place[b][0] + "~" + place[p][1], frame);
    };
    // the page's own clicks: vis-network drops one that takes a quarter of a second
    let dragged = false;
    box.addEventListener("pointerdown", () => { dragged = false; }, true);
    network.on("dragStart", () => { dragged = true; });
    box.addEventListener("click", (e) => { if (!dragged && e.target.tagName === "CANVAS") choose(spot(e)); });
    if (touch) network.on("hold", (e) => choose(e.pointer.DOM));
    let over = false;
    network.on("hoverNode", () => { over = true; });
    network.on("blurNode", () => { over = false; });
    box.addEventListener("mousemove", (e) => { box.style.cursor = over || lineAt(network.DOMtoCanvas(spot(e))) ? "pointer" : ""; });
    kg.all("[data-pick]").forEach((a) => a.addEventListener("click", (e) => { if (!e.ctrlKey && !e.metaKey && !e.shiftKey) { pick(a.dataset.pick); if (network.getScale() >= 0.7 && box.clientWidth < 560) network.focus(a.dataset.pick, { animation: false }); } }));
    document.addEventListener("kg:close", () => pick(null));
    kg.listeners.push(look, () => { if (speaking !== (kg.state.m === "speakers")) ask(); });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
    window.addEventListener("resize", tall);
    network.on("resize", () => { box.dataset.fitted = ""; setTimeout(() => { tall(); network.setSize("100%", "100%"); fit(); }, 0); });
    kg.network = network;
    const [b, p] = kg.state.cell.split("~");
    const named = short((b || p || "") + ".html");
    if (Boolean(b) !== Boolean(p) && named in place) pick(named);
    if (kg.state.m) ask();
  };
  document.addEventListener("DOMContentLoaded", start);
})();

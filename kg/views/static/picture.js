"use strict";
// What is drawn on the page as one SVG: a chart as it is styled, or a table as the browser has laid it out.
(() => {
  if (!kg.data) return;
  const { all } = kg, NS = "http://www.w3.org/2000/svg", FOOT = 26;
  const STYLED = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-family", "font-weight", "text-anchor", "opacity"];
  const element = (tag, values, text) => {
    const made = document.createElementNS(NS, tag);
    for (const [key, value] of Object.entries(values)) made.setAttribute(key, value);
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const styled = (source) => {
    const copy = source.cloneNode(true);
    const from = [source, ...all("*", source)], to = [copy, ...all("*", copy)];
    from.forEach((node, i) => {
      const style = getComputedStyle(node);
      STYLED.forEach((p) => { const v = style.getPropertyValue(p); if (v) to[i].setAttribute(p, v); });
      to[i].removeAttribute("class");
    });
    all("[hidden]", copy).forEach((node) => node.remove());
    all("a", copy).forEach((a) => { a.replaceWith(...a.childNodes); });
    return copy;
  };
  const chart = (source) => {
    const hide = source.closest("[hidden]") || source.closest(".static"), was = hide && hide.hidden;
    if (was) hide.hidden = false;
    const made = styled(source), [x, y, w, h] = source.getAttribute("viewBox").split(" ").map(Number);
    if (was) hide.hidden = true;
    return { made, x, y, w, h };
  };
  const clear = (colour) => colour === "transparent" || /, 0\)$|\/ 0\)$/.test(colour);
  const table = (source) => {
    const region = source.closest(".scroll"), scrolled = region ? region.scrollLeft : 0;
    if (region) region.scrollLeft = 0;
    const around = source.getBoundingClientRect(), made = element("svg", {});
    const place = (r) => ({ x: (r.left - around.left).toFixed(1), y: (r.top - around.top).toFixed(1), width: r.width.toFixed(1), height: r.height.toFixed(1) });
    all("th, td, .cell, svg", source).forEach((node) => {
      const r = node.getBoundingClientRect();
      if (!r.width || !r.height || node.closest(".sr")) return;
      const style = getComputedStyle(node);
      if (node.tagName === "svg") {
        const copy = styled(node);
        for (const [key, value] of Object.entries(place(r))) copy.setAttribute(key, value);
        made.append(copy);
        return;
      }
      if (!clear(style.backgroundColor)) made.append(element("rect", Object.assign(place(r), { fill: style.backgroundColor, rx: style.borderTopLeftRadius === "0px" ? 0 : 4 })));
      if (style.outlineStyle === "dashed") made.append(element("rect", Object.assign(place(r), { fill: "none", stroke: style.outlineColor, "stroke-dasharray": "3 3", rx: 4 })));
      if (parseFloat(style.borderBottomWidth)) made.append(element("rect", { x: place(r).x, y: (r.bottom - around.top - 1).toFixed(1), width: place(r).width, height: 1, fill: style.borderBottomColor }));
    });
    const walk = document.createTreeWalker(source, NodeFilter.SHOW_TEXT), range = document.createRange();
    while (walk.nextNode()) {
      const text = walk.currentNode, parent = text.parentElement;
      if (!text.data.trim() || parent.closest(".sr, svg")) continue;
      const style = getComputedStyle(parent), lines = new Map();
      const box = (from, to) => { range.setStart(text, from); range.setEnd(text, to); return range.getClientRects(); };
      const put = (from, to) => {
        const rects = box(from, to);
        if (rects.length > 1 && to - from > 1) { for (let i = from; i < to; i += 1) put(i, i + 1); return; }  // a word broken over lines
        const r = rects[0];
        if (!r || !r.width) return;
        const key = Math.round(r.top);
        if (lines.has(key)) lines.get(key).to = to;
        else lines.set(key, { r, from, to });
      };
      for (const found of text.data.matchAll(/\S+/g)) put(found.index, found.index + found[0].length);
      lines.forEach(({ r, from, to }) => made.append(element("text", {
        x: (r.left - around.left).toFixed(1), y: (r.bottom - around.top - r.height * 0.24).toFixed(1), fill: style.color,
        "font-size": style.fontSize, "font-family": style.fontFamily, "font-weight": style.fontWeight,
      }, text.data.slice(from, to).replace(/\s+/g, " "))));
    }
    if (region) region.scrollLeft = scrolled;
    return { made, x: 0, y: 0, w: Math.ceil(around.width), h: Math.ceil(around.height) };
  };
  kg.picture = () => {
    const source = all("[data-export]").find((node) => !node.closest("section[hidden]"));
    const { made, x, y, w, h } = source.tagName === "TABLE" ? table(source) : chart(source);
    const page = getComputedStyle(document.body), n = kg.shown.length;
    const words = `${document.querySelector("h1").textContent.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "").trim().slice(0, 80)}: ${n} of ${kg.statements.length} statements. ${kg.$("status-read").textContent.trim()}`;
    made.prepend(element("rect", { x, y, width: w, height: h + FOOT, fill: page.backgroundColor }));
    made.append(element("text", { x: x + 4, y: y + h + FOOT - 9, fill: page.color, "font-size": 11, "font-family": page.fontFamily }, words));
    for (const [key, value] of Object.entries({ xmlns: NS, width: w, height: h + FOOT, viewBox: [x, y, w, h + FOOT].join(" ") })) made.setAttribute(key, value);
    return { text: new XMLSerializer().serializeToString(made), w, h: h + FOOT };
  };
  kg.png = (done) => {
    const { text, w, h } = kg.picture();
    const url = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" })), image = new Image();
    image.onload = () => {
      const canvas = kg.make("canvas");
      canvas.width = w * 2; canvas.height = h * 2;
      canvas.getContext("2d").drawImage(image, 0, 0, w * 2, h * 2);
      URL.revokeObjectURL(url);
      canvas.toBlob(done);
    };
    image.src = url;
  };
})();

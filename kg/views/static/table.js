"use strict";
// Tables are sorted by the heads of their columns; the column and the direction are kept in the address.
(() => {
  const { all, make, state } = kg, collator = new Intl.Collator();
  const rowsOf = (body) => Array.from(body.rows).filter((row) => !row.classList.contains("group"));
  const value = (row, i) => { const c = row.cells[i]; return c ? (c.dataset.v !== undefined ? c.dataset.v : c.textContent.trim()) : ""; };
  // rows move within their group, or over the whole table where there are no groups
  const kept = (table) => {
    const bodies = Array.from(table.tBodies), first = bodies.map((body) => ({ body, rows: rowsOf(body) }));
    return table.querySelector(".group") ? first.map((part) => [part]) : [first];
  };
  const arrange = ({ heads, groups }) => {
    const [, column, way] = /^(\d\d?)([ad])$/.exec(state.r) || [], head = heads[column] && heads[column].dataset.sort ? heads[column] : null;
    heads.forEach((h) => h.removeAttribute("aria-sort"));
    if (head) head.setAttribute("aria-sort", way === "d" ? "descending" : "ascending");
    groups.forEach((parts) => {
      const rows = parts.flatMap((part) => part.rows);
      if (head) {
        const number = head.dataset.sort === "n", sign = way === "d" ? -1 : 1, keys = new Map(rows.map((row) => [row, value(row, column)]));
        rows.sort((a, b) => sign * (number ? keys.get(a) - keys.get(b) : collator.compare(keys.get(a), keys.get(b))));
      }
      const now = parts.flatMap((part) => rowsOf(part.body));
      if (rows.every((row, i) => row === now[i])) return;
      let at = 0;
      parts.forEach((part) => { part.body.append(...rows.slice(at, at + part.rows.length)); at += part.rows.length; });
    });
  };
  document.addEventListener("DOMContentLoaded", () => {
    const tables = all("table[data-sortable]").map((table) => ({ heads: all("thead th", table), groups: kept(table) }));
    tables.forEach(({ heads }) => heads.forEach((head, i) => {
      if (!head.dataset.sort) return;
      const button = make("button", "sort");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const now = head.getAttribute("aria-sort");
        state.r = i + (now === "ascending" || (head.dataset.sort === "n" && now !== "descending") ? "d" : "a");
        tables.forEach(arrange);
        kg.writeHash(false);
      });
    }));
    tables.forEach((table) => { kg.listeners.push(() => arrange(table)); arrange(table); });
  });
})();

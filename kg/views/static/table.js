"use strict";
(() => {
  const all = kg.all, make = kg.make;
  const sortable = (table) => {
    all("thead th[data-sort]", table).forEach((head) => {
      const button = make("button", "sort");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") !== "descending" && head.dataset.sort === "n" || head.getAttribute("aria-sort") === "ascending";
        all("thead th", table).forEach((h) => h.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const value = (row) => { const c = row.cells[head.cellIndex]; return c ? (c.dataset.v !== undefined ? c.dataset.v : c.textContent.trim()) : ""; };
        const number = head.dataset.sort === "n";
        Array.from(table.tBodies).forEach((body) => {
          const rows = Array.from(body.rows).filter((r) => !r.classList.contains("group"));
          rows.sort((a, b) => (number ? Number(value(a)) - Number(value(b)) : value(a).localeCompare(value(b))) * (down ? -1 : 1));
          body.append(...rows);
        });
      });
    });
  };
  document.addEventListener("DOMContentLoaded", () => all("table[data-sortable]").forEach(sortable));
})();

"""What every page says of itself: how much was read, reviewed and left out, and how often it errs."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.views.site import Site


@dataclass(frozen=True)
class Measured:
    """Figures as a table: a row for each set of gold articles, a column for each thing measured; None where it was not."""

    columns: list[str]
    rows: list[tuple[str, list[float | None]]]
    sources: list[str]

    @property
    def ranges(self) -> list[tuple[str, float, float]]:
        """(what, lowest, highest) of each column."""
        values = [[row[i] for _, row in self.rows if row[i] is not None] for i in range(len(self.columns))]
        return [(what, min(found), max(found)) for what, found in zip(self.columns, values, strict=True)]


def measured(figures: Mapping[str, Mapping[str, Any]]) -> Measured:
    """The table of `figures`: "what (set)" -> {"value", "source"}; sets and columns in the order in which they come."""
    cells: dict[tuple[str, str], float] = {}
    for name, figure in figures.items():
        what, of = re.fullmatch(r"(.*?)(?: \((.*)\))?", name, re.DOTALL).groups("")
        cells[of, what] = figure["value"]
    columns = list(dict.fromkeys(what for _, what in cells))
    rows = [(of, [cells.get((of, what)) for what in columns]) for of in dict.fromkeys(of for of, _ in cells)]
    return Measured(columns, rows, sorted({str(f["source"]) for f in figures.values() if f.get("source")}))


def about(site: Site) -> dict[str, Any]:
    """Numbers of the status line and of the foot of the page."""
    statements = site.statements
    dates = sorted(filter(None, map(site.date, statements)))
    left = dict(site.run.get("left_out") or {})
    return {
        "statements": len(statements),
        "articles": len({s.article for s in statements}),
        "read": site.run.get("articles"),
        "reviewed": sum(s.status != "machine" for s in statements),
        "disputed": sum(s.status == "disputed" for s in statements),
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
        "outlets": sorted({a.publisher for a in map(site.article, statements) if a.publisher}),
        "undated": len(statements) - len(dates),
        "left_out": left,
        "left": sum(left.values()),
        "measured": measured(site.run.get("measured") or {}),
    }

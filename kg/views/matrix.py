"""The front page: the lead question, then organisations by proposals, a table that needs no script."""
from __future__ import annotations

from collections.abc import Iterator

from kg.views.data import cell, data
from kg.views.frame import page
from kg.views.lead import contention, lead, sides
from kg.views.site import Site, count
from kg.views.stances import Tally

ROWS, COLUMNS, OF_LEAD = 40, 10, 5
GROUPS = (("organisation", "Organisations"), ("group", "Groups"), ("person", "People speaking for themselves"), ("anonymous", "Unnamed speakers"))


def columns(site: Site) -> list[str]:
    """Proposal ids: at most OF_LEAD of the lead question first, then the others, each most contested first."""
    tallies = {key: count(found) for key, found in site.by_proposal.items()}
    order = sorted(tallies, key=lambda key: (*contention(tallies[key]), site.rows.proposals[key].label, key))
    question = lead(site)
    asked = {row.id for row, _ in question.parts} if question else set()
    first = [key for key in order if key in asked][:OF_LEAD]
    return first + [key for key in order if key not in set(first)]


def bodies(site: Site) -> list[str]:
    """Body ids: those with most statements first."""
    return sorted(site.by_body, key=lambda key: (-len(site.by_body[key]), site.rows.actors[key].name, key))


def table(site: Site, rows: list[str], shown: list[str]) -> list[tuple[str, list[tuple[str, Tally, list[Tally | None]]]]]:
    """(group, [(body id, tally of the shown cells, a tally or None for each column)]), supporters first in each group."""
    cells = site.cells(site.statements)
    found = []
    for kind, title in GROUPS:
        lines = []
        for body in rows:
            if site.rows.actors[body].kind == kind:
                line = [cells.get((body, column)) for column in shown]
                total = Tally(*map(sum, zip(*[part or Tally() for part in line], strict=True))) if line else Tally()
                if total.total:
                    lines.append((body, total, line))
        lines.sort(key=lambda line: (-line[1].net, -line[1].total, site.rows.actors[line[0]].name, line[0]))
        if lines:
            found.append((title, lines))
    return found


def render(site: Site) -> Iterator[tuple[str, str]]:
    """index.html."""
    shown = columns(site)[:COLUMNS]
    everybody = bodies(site)
    spoke = [b for b in everybody if any(s.proposal in set(shown) for s in site.by_body[b])]
    rows = spoke[:ROWS]
    island = data(site, site.statements)
    question = lead(site)
    if question:
        asked = {site.page(row) for row, _ in question.parts}
        island["lead"] = [i for i, row in enumerate(island["proposals"]) if row[1] in asked]
    yield page(
        site,
        "index.html",
        "matrix.html",
        heading=site.title,
        scripts=("bars.js", "lead.js", "matrix.js"),
        data=island,
        lead=question,
        sides=sides(site, question) if question else [],
        columns=[site.rows.proposals[key] for key in shown],
        groups=[(title, [(site.rows.actors[b], total, list(zip(shown, line, strict=True))) for b, total, line in lines]) for title, lines in table(site, rows, shown)],
        all_columns=len(site.by_proposal),
        all_rows=len(everybody),
        shown_rows=len(rows),
        covered=sum(1 for b in rows for s in site.by_body[b] if s.proposal in set(shown)),
        cell=lambda body, proposal: cell(island, site, body, proposal),
    )

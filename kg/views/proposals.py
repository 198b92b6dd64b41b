"""The proposals as a tree, and a page for each: For | Conditional | Against, newest first."""
from __future__ import annotations

from collections.abc import Iterator

from kg.views.data import data
from kg.views.frame import page
from kg.views.rows import ProposalRow, StatementRow
from kg.views.site import Site, count, group
from kg.views.stances import Tally, tally


def newest(site: Site, statements: list[StatementRow]) -> list[StatementRow]:
    """Newest first, undated last; ties by article and place."""
    return sorted(sorted(statements, key=lambda s: (s.article, s.start, s.id)), key=site.date, reverse=True)


def bodies(site: Site, statements: list[StatementRow]) -> Tally:
    """One vote for each body, by its side; divided ones count as conditional."""
    sides = [count(found).side for found in group((site.body(s).id, s) for s in statements).values()]
    return tally(["conditional" if side == "divided" else side for side in sides])


def tree(site: Site) -> list[tuple[int, ProposalRow, Tally, Tally]]:
    """(depth, proposal, its own statements, those of its branch) for every concept with a statement at or under it."""
    table = site.rows.proposals
    branch = {key: count([s for k in site.branch(key) for s in site.by_proposal.get(k, [])]) for key in table}
    found: list[tuple[int, ProposalRow, Tally, Tally]] = []
    seen: set[str] = set()

    def walk(key: str, depth: int) -> None:
        if key in seen or not branch[key].total:
            return
        seen.add(key)
        found.append((depth, table[key], count(site.by_proposal.get(key, [])), branch[key]))
        for child in site.narrower.get(key, []):
            walk(child, depth + 1)

    tops = [key for key, row in table.items() if row.broader is None or row.broader not in table]
    for key in sorted(tops, key=lambda k: (-branch[k].total, table[k].label, k)):
        walk(key, 0)
    for key in sorted(site.by_proposal):  # a loop in the scheme has no top
        walk(key, 0)
    return found


def render(site: Site) -> Iterator[tuple[str, str]]:
    """pages/proposals.html and one page for each concept of the tree."""
    rows = tree(site)
    island = data(site, site.statements, limit=0)
    at = {row[2]: i for i, row in enumerate(island["proposals"])}
    yield page(
        site, "pages/proposals.html", "proposals.html", heading="Proposals", data=island, rows=rows,
        places={row.id: " ".join(str(at[site.rows.proposals[k].iri]) for k in site.branch(row.id) if site.rows.proposals[k].iri in at) for _, row, _, _ in rows},
        own_place={row.id: at.get(row.iri, -1) for _, row, _, _ in rows},
    )
    for _, row, own, branch in rows:
        statements = newest(site, site.by_proposal.get(row.id, []))
        camps = [
            (css, title, [s for s in statements if s.stance == name])
            for css, title, name in (("for", "For", "supports"), ("between", "Conditional", "conditional"), ("against", "Against", "opposes"))
        ]
        yield page(
            site,
            f"pages/{site.page(row)}",
            "proposal.html",
            current="pages/proposals.html",
            heading=row.label,
            scripts=("bars.js",),
            data=data(site, statements, listed=True) if statements else data(site, [s for k in site.branch(row.id) for s in site.by_proposal.get(k, [])]),
            row=row,
            own=own,
            branch=branch,
            votes=bodies(site, statements),
            camps=camps,
            neutral=[s for s in statements if s.stance == "neutral"],
            broader=site.rows.proposals.get(row.broader or ""),
            narrower=[(r, total) for _, r, _, total in rows if r.broader == row.id],
        )

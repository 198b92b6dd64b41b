"""Who spoke: a list, and a page for each organisation, group and person."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kg.views.data import cell, data
from kg.views.ego import drawing
from kg.views.frame import page
from kg.views.matrix import GROUPS
from kg.views.proposals import newest
from kg.views.rows import ActorRow, ProposalRow, StatementRow
from kg.views.site import Site, count, group


@dataclass(frozen=True)
class Change:
    """Dated statements of one speaker on one proposal that do not agree with one another."""

    proposal: ProposalRow
    first: StatementRow
    last: StatementRow


@dataclass(frozen=True)
class Split:
    """Speakers for one body who take opposite sides on one proposal."""

    proposal: ProposalRow
    supporting: list[ActorRow]
    opposing: list[ActorRow]


def changes(site: Site, statements: list[StatementRow], body: str | None = None) -> list[Change]:
    """Somebody who supported and later opposed the same proposal, or the other way round; both days must be known.

    What is said for `body` counts as its own, whoever says it; everything else as its speaker's.
    """
    found = []
    def voice(s: StatementRow) -> str:
        return body if body is not None and s.organisation == body else s.speaker or s.organisation or ""

    for (_, proposal), said in sorted(group(((voice(s), s.proposal), s) for s in statements).items()):
        dated = sorted((s for s in said if site.date(s) and s.stance in ("supports", "opposes")), key=lambda s: (site.date(s), s.id))
        if dated and dated[0].stance != dated[-1].stance and site.date(dated[0]) < site.date(dated[-1]):
            found.append(Change(site.rows.proposals[proposal], dated[0], dated[-1]))
    return found


def splits(site: Site, statements: list[StatementRow]) -> list[Split]:
    """Proposals on which different speakers for the same body take opposite sides."""
    found = []
    for proposal, said in sorted(group((s.proposal, s) for s in statements).items()):
        camps = [{s.speaker for s in said if s.stance == side} for side in ("supports", "opposes")]
        if camps[0] - camps[1] and camps[1] - camps[0]:
            names = [[site.rows.actors[a] for a in sorted(camp)] for camp in camps]
            found.append(Split(site.rows.proposals[proposal], *names))
    return found


def render(site: Site) -> Iterator[tuple[str, str]]:
    """pages/actors.html and a page for each actor who made a statement or had one made for it."""
    actors = [site.rows.actors[key] for key in sorted(site.by_actor, key=lambda k: (-len(site.by_actor[k]), site.rows.actors[k].name, k))]
    listed = [(title, [(a, count(site.by_actor[a.id])) for a in actors if a.kind == kind]) for kind, title in GROUPS]
    people = {"People speaking for themselves": "People"}
    island = data(site, site.statements, limit=0)
    at = {row[3]: i for i, row in enumerate(island["actors"])}
    yield page(site, "pages/actors.html", "actors.html", heading="Who spoke", data=island, at=at, groups=[(people.get(t, t), found) for t, found in listed if found])
    for row in actors:
        statements = newest(site, site.by_actor[row.id])
        proposals = group((s.proposal, s) for s in statements)
        others = Counter((s.speaker if s.organisation == row.id else s.organisation) for s in statements)
        island = data(site, statements, listed=True)
        yield page(
            site,
            f"pages/{site.page(row)}",
            "actor.html",
            current="pages/actors.html",
            heading=row.name,
            data=island,
            scripts=("ego.js",),
            cell=lambda proposal, island=island: cell(island, site, None, proposal),
            row=row,
            place=next(i for i, other in enumerate(island["actors"]) if other[3] == row.iri),
            statements=statements,
            tally=count(statements),
            positions=[(site.rows.proposals[key], count(found)) for key, found in sorted(proposals.items(), key=lambda kv: (-len(kv[1]), kv[0]))],
            speakers=[(site.rows.actors[a], n, roles(statements, a)) for a, n in sorted(others.items(), key=lambda kv: (-kv[1], kv[0] or "")) if a and a != row.id],
            changes=changes(site, statements, row.id if row.kind in ("organisation", "group") else None),
            splits=splits(site, [s for s in statements if s.organisation == row.id and s.speaker != row.id]),
            ego=drawing(site, row, statements),
        )


def roles(statements: list[StatementRow], actor: str) -> list[str]:
    """The posts in which somebody spoke, as the articles have them."""
    return sorted({s.role for s in statements if s.role and actor in (s.speaker, s.organisation)})

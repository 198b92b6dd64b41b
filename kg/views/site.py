"""The site: rows of the graph, indexed for the pages, and the writer of the folder."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from kg.views.rows import ActorRow, ArticleRow, ProposalRow, Rows, StatementRow
from kg.views.stances import Tally, tally
from kg.views.text import slug

LEAD = "structural-integration"
TITLE = "Who stands where"


@dataclass(frozen=True)
class Site:
    """What every view reads.

    `run` may hold: `left_out`, a mapping of words to a number; `measured`, a mapping of words to {"value", "source"};
    `articles`, the number of articles read. `positions` is what an earlier build wrote to
    pages/positions.json: its boxes stay where they are.
    """

    rows: Rows
    texts: Mapping[str, str] = field(default_factory=dict)
    run: Mapping[str, Any] = field(default_factory=dict)
    title: str = TITLE
    lead: str = LEAD
    positions: Mapping[str, Any] = field(default_factory=dict)

    @property
    def statements(self) -> tuple[StatementRow, ...]:
        return self.rows.statements

    def article(self, statement: StatementRow) -> ArticleRow:
        return self.rows.articles[statement.article]

    def speaker(self, statement: StatementRow) -> ActorRow:
        return self.rows.actors[statement.speaker]

    def proposal(self, statement: StatementRow) -> ProposalRow:
        return self.rows.proposals[statement.proposal]

    def organisation(self, statement: StatementRow) -> ActorRow | None:
        return self.rows.actors[statement.organisation] if statement.organisation else None

    def body(self, statement: StatementRow) -> ActorRow:
        """Whose position it counts as: the organisation spoken for, else the speaker."""
        return self.rows.actors[statement.organisation or statement.speaker]

    def date(self, statement: StatementRow) -> str:
        """The day it was said, else the article's date, else an empty string."""
        return statement.said_on or self.article(statement).date or ""

    @cached_property
    def by_proposal(self) -> dict[str, list[StatementRow]]:
        return group((s.proposal, s) for s in self.statements)

    @cached_property
    def by_body(self) -> dict[str, list[StatementRow]]:
        return group((self.body(s).id, s) for s in self.statements)

    @cached_property
    def by_actor(self) -> dict[str, list[StatementRow]]:
        """Statements that an actor made or that were made for it."""
        return group((actor, s) for s in self.statements for actor in dict.fromkeys((s.speaker, s.organisation)) if actor)

    @cached_property
    def by_article(self) -> dict[str, list[StatementRow]]:
        return group((s.article, s) for s in self.statements)

    @cached_property
    def narrower(self) -> dict[str, list[str]]:
        """Concept id to the ids directly below it, by label."""
        below = group((p.broader, p) for p in self.rows.proposals.values() if p.broader)
        return {key: [p.id for p in sorted(found, key=lambda p: (p.label, p.id))] for key, found in below.items()}

    def branch(self, concept: str) -> list[str]:
        """A concept and everything under it; a loop in the scheme is walked once."""
        found: dict[str, None] = {}
        todo = [concept]
        while todo:
            here = todo.pop(0)
            if here not in found:
                found[here] = None
                todo += self.narrower.get(here, [])
        return list(found)

    def cells(self, statements: Iterable[StatementRow]) -> dict[tuple[str, str], Tally]:
        """(body id, proposal id) to the tally of what it said."""
        found = group(((self.body(s).id, s.proposal), s.stance) for s in statements)
        return {key: tally(stances) for key, stances in found.items()}

    def page(self, row: ActorRow | ProposalRow | ArticleRow) -> str:
        """The file name of a row's page, in the folder pages/."""
        return self._pages[row]

    @cached_property
    def _pages(self) -> dict[Any, str]:
        kinds = (("a", self.rows.actors, "name"), ("p", self.rows.proposals, "label"), ("t", self.rows.articles, "title"))
        return {
            row: f"{letter}-{slug(getattr(row, name) or '', row.id)}.html"
            for letter, table, name in kinds
            for row in table.values()
        }


def group(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, list[Any]]:
    """Values by key, keys in order of first appearance."""
    found = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)


def count(statements: Iterable[StatementRow]) -> Tally:
    """The tally of some statements."""
    return tally([s.stance for s in statements])


def pages(site: Site, names: Iterable[str] | None = None) -> Iterable[tuple[str, str]]:
    """(file name, html) of every page of the named views, by default of all."""
    from kg import plugins

    for name in names or plugins.names("views"):
        yield from plugins.load("views", name)(site)


def write(
    dataset: Any,
    folder: Path,
    *,
    texts: Mapping[str, str] | None = None,
    run: Mapping[str, Any] | None = None,
    title: str = TITLE,
    lead: str = LEAD,
    positions: Mapping[str, Any] | None = None,
) -> list[Path]:
    """Write index.html and pages/ for an rdflib Dataset or Graph; the files written, sorted. Same input, same bytes."""
    from kg.views.read import rows

    return write_site(Site(rows(dataset), texts or {}, run or {}, title, lead, positions or {}), folder)


def write_site(site: Site, folder: Path) -> list[Path]:
    """Write the pages of a site. Every name comes from `text.slug` or from the code, so none can leave the folder."""
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    written = []
    for name, html in pages(site):
        path = folder / name
        path.write_text(html, encoding="utf-8", newline="\n")
        written.append(path)
    return sorted(written)

"""The project's question on the front page: who supports and who resists a concept and everything under it."""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from kg.views.rows import ActorRow, ProposalRow, StatementRow
from kg.views.site import Site, count, group
from kg.views.stances import Tally

SIDES = (("supports", "Support"), ("conditional", "Conditional or divided"), ("opposes", "Resist"))
SHORT, LONG = 40, 260  # characters of a quotation that can stand for a side


@dataclass(frozen=True)
class Side:
    """One answer to the question: who gives it, the statements that give it, and one of them to quote."""

    name: str
    title: str
    members: list[tuple[ActorRow, Tally]]
    statements: list[StatementRow]
    voice: StatementRow | None


@dataclass(frozen=True)
class Lead:
    """A concept with one vote for each body; `asked` is False when the configured concept has no statement."""

    concept: ProposalRow
    asked: bool
    statements: list[StatementRow]
    bodies: dict[str, list[tuple[ActorRow, Tally]]]
    parts: list[tuple[ProposalRow, Tally]]

    @property
    def votes(self) -> Tally:
        """Bodies by side; divided ones stand with the conditional, for neither camp has them."""
        sizes = {side: len(found) for side, found in self.bodies.items()}
        return Tally(
            sizes.get("supports", 0), sizes.get("opposes", 0), sizes.get("conditional", 0) + sizes.get("divided", 0), sizes.get("neutral", 0)
        )

    @property
    def between(self) -> list[tuple[ActorRow, Tally]]:
        """The conditional and the divided together, most heard first."""
        found = self.bodies.get("conditional", []) + self.bodies.get("divided", [])
        return sorted(found, key=lambda member: (-member[1].total, member[0].name, member[0].id))

    @property
    def size(self) -> int:
        return sum(map(len, self.bodies.values()))


def lead(site: Site) -> Lead | None:
    """The configured concept, else the most contested proposal; None for a graph without statements."""
    concept = next((p for p in site.rows.proposals.values() if p.key == site.lead), None)
    found = [s for s in site.statements if concept and s.proposal in set(site.branch(concept.id))]
    asked = bool(found)
    if concept is None or not found:
        tallies = {key: count(statements) for key, statements in site.by_proposal.items()}
        if not tallies:
            return None
        best = min(tallies, key=lambda key: (*contention(tallies[key]), site.rows.proposals[key].label, key))
        concept, found = site.rows.proposals[best], site.by_proposal[best]
    bodies = Counter(site.body(s).id for s in found)
    sides: dict[str, list[tuple[ActorRow, Tally]]] = {}
    by_body = group((site.body(s).id, s) for s in found)
    for body in sorted(bodies, key=lambda b: (-bodies[b], site.rows.actors[b].name, b)):
        votes = count(by_body[body])
        sides.setdefault(votes.side, []).append((site.rows.actors[body], votes))
    parts = group((s.proposal, s) for s in found)
    order = [key for key in site.branch(concept.id) if key in parts]
    return Lead(concept, asked, found, sides, [(site.rows.proposals[key], count(parts[key])) for key in order])


def sides(site: Site, found: Lead) -> list[Side]:
    """Supporters, those between, resisters; a side's statements are its members' that take this stance."""
    made = []
    for name, title in SIDES:
        members = found.between if name == "conditional" else found.bodies.get(name, [])
        keys = {row.id for row, _ in members}
        said = [s for s in found.statements if site.body(s).id in keys]
        made.append(Side(name, title, members, said, voice(site, [s for s in said if s.stance == name])))
    return made


def voice(site: Site, statements: list[StatementRow]) -> StatementRow | None:
    """The statement to quote: not disputed, reviewed before unreviewed, a named speaker, own words, of readable length, surest."""

    def rank(s: StatementRow) -> tuple[Any, ...]:
        readable = SHORT <= len(s.quote) <= LONG
        named = site.speaker(s).kind != "anonymous"
        return (s.status == "machine", not readable, not named, s.mode not in ("direct", "mixed"), -(s.confidence or 0), s.article, s.start, s.id)

    return min((s for s in statements if s.status != "disputed"), key=rank, default=None)


def contention(votes: Tally) -> tuple[int, int]:
    """Sort key, most contested first: size of the smaller camp, then how much is said."""
    return -min(votes.supports, votes.opposes), -votes.total

"""What people decided about proposals, applied to a linked corpus: merged, renamed and split. Statements keep their ids."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import Proposal, Statement, normalise
from kg.review.decisions import Concept, Decision, Line, standing

LONGEST = 80  # characters of an alternative label


@dataclass(frozen=True, slots=True)
class Applied:
    """The corpus as people decided. `by_statement` has the decisions that changed each statement, by its id.

    `applied` hold, `idle` found nothing that they are about; `disputed` contradict each other, and none of them was applied.
    """

    statements: tuple[Statement, ...]
    proposals: tuple[Proposal, ...]
    by_statement: Mapping[str, tuple[Decision, ...]]
    applied: tuple[Decision, ...]
    idle: tuple[Decision, ...]
    disputed: tuple[Decision, ...]


class Concepts:
    """The proposals of a corpus by id, with the scheme's, and how a decision's words find them."""

    def __init__(self, proposals: Iterable[Proposal], scheme: Mapping[str, Proposal]) -> None:
        self.by_id: dict[str, Proposal] = {**scheme, **{proposal.id: proposal for proposal in proposals}}

    def find(self, wanted: Concept, *, but: str | None = None) -> Proposal | None:
        """By id, else the one that has the label for its own, else the only one that has it for another of its labels."""
        return self.by_id.get(wanted.id) or self.named(wanted.label, but=but)

    def named(self, label: str, *, but: str | None = None) -> Proposal | None:
        """The one with this label; the other labels of `but` do not count."""
        plain = normalise(label)
        own = sorted(key for key, proposal in self.by_id.items() if normalise(proposal.label) == plain)
        other = self.also(label, but=but)
        return self.by_id[(own or other)[0]] if own or len(other) == 1 else None

    def also(self, label: str, *, but: str | None = None) -> list[str]:
        """The ids of all that have this for another of their labels."""
        plain = normalise(label)
        return sorted(key for key, proposal in self.by_id.items() if key != but and plain in map(normalise, proposal.alternatives))

    def target(self, wanted: Concept, source: Proposal) -> Proposal:
        """The concept that a decision leads to, made where there is none."""
        found = self.find(wanted, but=source.id)
        if found is None:
            found = self.by_id[wanted.id] = Proposal(wanted.id, wanted.label, minted=True)
        return found

    def call(self, key: str, labels: Iterable[str], *, but: Iterable[str] = ()) -> None:
        """Give a concept more alternative labels, short ones, each once, and take some away."""
        proposal, gone = self.by_id[key], set(map(normalise, but))
        kept = {normalise(label): label for label in sorted({*proposal.alternatives, *labels}, reverse=True) if len(label) <= LONGEST}
        kept = {plain: label for plain, label in kept.items() if plain not in gone and plain != normalise(proposal.label)}
        self.by_id[key] = replace(proposal, alternatives=tuple(sorted(kept.values())))


def apply(statements: Sequence[Statement], proposals: Iterable[Proposal], decisions: Sequence[Line], scheme: Mapping[str, Proposal] | None = None) -> Applied:
    """The linked statements with the proposals that people decided on, one decision after the other; the order of statements stays.

    `proposals` are those in use, `scheme` all concepts that there are besides. Without decisions nothing changes.
    """
    scheme, proposals = scheme or {}, tuple(proposals)
    holding, disputed = standing(decisions)
    if not holding:
        return Applied(tuple(statements), proposals, {}, (), (), tuple(disputed))
    concepts, found = Concepts(proposals, scheme), list(statements)
    on: dict[str, list[int]] = defaultdict(list)
    for place, statement in enumerate(found):
        if statement.proposal is not None:
            on[statement.proposal].append(place)
    told: dict[str, list[Decision]] = defaultdict(list)
    idle = []
    for decision in holding:
        source = concepts.find(decision.was)
        moved = [place for place in on[source.id] if _about(decision, found[place])] if source else []
        if source is None or not moved:
            idle.append(decision)
            continue
        target = concepts.target(decision.now, source)
        if target.id == source.id:
            continue
        on[source.id] = [place for place in on[source.id] if place not in set(moved)]
        on[target.id] += moved
        for place in moved:
            found[place] = _told(replace(found[place], proposal=target.id, proposal_label=target.label), decision)
            told[found[place].id].append(decision)
        _relabel(concepts, source, target, decision, [found[place].proposal_text for place in moved], [found[place].proposal_text for place in on[source.id]])
    return Applied(tuple(found), _in_use(concepts, found), {key: tuple(one) for key, one in told.items()},
                   tuple(d for d in holding if d not in idle), tuple(idle), tuple(disputed))


def _about(decision: Decision, statement: Statement) -> bool:
    """Whether a statement on the proposal is one that the decision is about."""
    if decision.wording is None:
        return True
    return normalise(statement.proposal_text) == normalise(decision.wording) and decision.article in (None, statement.article)


def _told(statement: Statement, decision: Decision) -> Statement:
    how = f"by decision {decision}"
    return replace(statement, because=f"{statement.because}; {how}" if statement.because else how)


def _relabel(concepts: Concepts, source: Proposal, target: Proposal, decision: Decision, gained: Sequence[str], left: Sequence[str]) -> None:
    """The words of what moved become labels of where it went. A merged concept's own labels go along, unless a scheme still holds them."""
    labels = set(gained)
    if decision.verdict == "same" and source.minted:
        labels |= {source.label, *source.alternatives}
    concepts.call(target.id, labels)
    if source.minted and decision.verdict == "split":
        concepts.call(source.id, (), but=set(gained) - set(left))


def _in_use(concepts: Concepts, statements: Iterable[Statement]) -> tuple[Proposal, ...]:
    """The concepts that statements are about and those above them, by id."""
    used: set[str] = set()
    for key in {statement.proposal for statement in statements}:
        while key is not None and key in concepts.by_id and key not in used:
            used.add(key)
            key = concepts.by_id[key].broader
    return tuple(concepts.by_id[key] for key in sorted(used))

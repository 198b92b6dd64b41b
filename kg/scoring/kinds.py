"""What kinds of error a score is made of, and how many of each."""
from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from kg.scoring.compare import passage, stakeholder
from kg.scoring.score import Outcome


def _missed(gold: Mapping[str, Any], said: Mapping[str, Any] | None, reached: tuple[bool, ...], statements: Sequence[Mapping[str, Any]]) -> str:
    if said is not None and reached[1]:
        return f"proposal: {'linked to another concept' if said.get('proposal') and not str(said['proposal']).startswith('x-') else 'worded otherwise'}"
    if said is not None:
        return f"stance: {gold['stance']} read as {said.get('stance')}"
    here = [s for s in statements if s["article"] == gold["article"]]
    if any(passage(gold, s) for s in here):
        return f"missed: passage read, but for another stakeholder ({gold.get('kind')})"
    if any(stakeholder(gold, s) for s in here):
        return f"missed: {gold.get('mode')} passage of a known stakeholder ({gold['stance']})"
    return f"missed: {gold.get('mode')} passage of an unseen stakeholder ({gold.get('kind')})"


def _wrong(said: Mapping[str, Any], gold: Sequence[Mapping[str, Any]]) -> str:
    here = [g for g in gold if g["article"] == said["article"]]
    rule = said.get("rule") or "no rule named"
    if any(passage(g, said) and stakeholder(g, said) for g in here):
        return f"surplus: a second edge on a right passage ({rule})"
    if any(passage(g, said) for g in here):
        return f"surplus: a right passage, another stakeholder ({rule})"
    return f"surplus: no gold edge at the passage ({rule})"


def kinds(outcome: Outcome, gold: Sequence[Mapping[str, Any]], statements: Sequence[Mapping[str, Any]]) -> list[tuple[str, int]]:
    """Kinds of error with their numbers, commonest first. A statement matched below the edge level is counted with its gold edge."""
    found = Counter(_missed(edge, said, reached, statements) for edge, said, reached in outcome.missed)
    found.update(_wrong(said, gold) for said, edge, _ in outcome.wrong if edge is None)
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))

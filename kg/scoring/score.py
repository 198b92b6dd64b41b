"""A gold file against the statements of a build: matched one to one, article by article."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.scoring.compare import LEVELS, Levels, levels, overlap

Record = Mapping[str, Any]
NOTHING = Levels()


@dataclass(frozen=True, slots=True)
class Figure:
    precision: float
    recall: float
    f1: float
    right: int
    predicted: int
    found: int
    gold: int


@dataclass(slots=True)
class Outcome:
    """Figures by level; what went wrong: gold edges missed (with the levels reached), and edges that no gold edge bears out;
    and every predicted edge that counts, with the levels it reached."""

    figures: dict[str, Figure] = field(default_factory=dict)
    missed: list[tuple[Record, Record | None, Levels]] = field(default_factory=list)
    wrong: list[tuple[Record, Record | None, Levels]] = field(default_factory=list)
    judged: list[tuple[Record, Levels]] = field(default_factory=list)


def _key(said: Record) -> tuple[str, ...]:
    return tuple(str(said.get(name) or "").lower() for name in ("speaker", "organisation", "stance", "proposal", "proposal_label"))


def _edges(statements: Sequence[Record]) -> list[list[Record]]:
    """Statements with one claim are one predicted edge, all its passages its evidence."""
    merged: dict[tuple[str, ...], list[Record]] = {}
    for said in statements:
        merged.setdefault(_key(said), []).append(said)
    return list(merged.values())


def _match(golds: list[Record], edges: list[list[Record]], broader: Mapping[str, str]) -> dict[int, tuple[int, Levels]]:
    """Gold index -> (edge index, levels): greedily by level reached, plain before optional, then by overlap."""
    pairs = []
    for g, gold in enumerate(golds):
        for e, statements in enumerate(edges):
            best = max((levels(gold, said, broader) for said in statements), key=sum)
            if best.attribution:
                shared = max(overlap(gold, said) for said in statements)
                pairs.append((-sum(best), bool(gold.get("optional")), -shared, g, e, best))
    taken: dict[int, tuple[int, Levels]] = {}
    used: set[int] = set()
    for *_, g, e, best in sorted(pairs):
        if g not in taken and e not in used:
            taken[g] = e, best
            used.add(e)
    return taken


def _figure(count: Counter[str]) -> Figure:
    precision = count["right"] / count["predicted"] if count["predicted"] else 0.0
    recall = count["found"] / count["gold"] if count["gold"] else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Figure(precision, recall, f1, count["right"], count["predicted"], count["found"], count["gold"])


def score(gold: Sequence[Record], statements: Sequence[Record], broader: Mapping[str, str] | None = None) -> Outcome:
    """Precision, recall and F1 at the four levels over the articles that the gold file covers.

    Optional gold edges count neither for nor against, nor do their matches; a neutral statement never counts against
    precision; an edge that repeats one already found is not counted again. `broader` maps concept id to broader id.
    """
    above = broader or {}
    counts: dict[str, Counter[str]] = {level: Counter() for level in LEVELS}
    outcome = Outcome()
    said_in, gold_in = defaultdict(list), defaultdict(list)
    for said in statements:
        said_in[said["article"]].append(said)
    for edge in gold:
        gold_in[edge["article"]].append(edge)
    for article in sorted(gold_in):
        golds, edges = gold_in[article], _edges(said_in[article])
        taken = _match(golds, edges, above)
        owner = {e: g for g, (e, _) in taken.items()}
        for g, edge in enumerate(golds):
            if edge.get("optional"):
                continue
            e, reached = taken.get(g, (None, NOTHING))
            for level, hit in zip(LEVELS, reached):
                counts[level]["gold"] += 1
                counts[level]["found"] += hit
            if not reached.edge:
                outcome.missed.append((edge, edges[e][0] if e is not None else None, reached))
        for e, passages in enumerate(edges):
            g = owner.get(e)
            if g is None and passages[0].get("stance") == "neutral" or g is not None and golds[g].get("optional"):
                continue
            reached = taken[g][1] if g is not None else NOTHING
            if not reached.edge and any(levels(edge, said, above).edge for edge in golds for said in passages):
                continue
            for level, hit in zip(LEVELS, reached):
                counts[level]["predicted"] += 1
                counts[level]["right"] += hit
            outcome.judged.append((max(passages, key=lambda said: said.get("confidence") or 0.0), reached))
            if not reached.edge:
                outcome.wrong.append((passages[0], golds[g] if g is not None else None, reached))
    outcome.figures = {level: _figure(count) for level, count in counts.items()}
    return outcome

"""GUM documents -> pronouns with their candidates and the right answer."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.pipeline.cast import Cast
from kg.pipeline.casting import gather
from kg.pipeline.pronouns import NOBODY, Candidate, Setting, agreement, choices, setting

Gold = list[tuple[int, int, str, str]]


@dataclass(frozen=True, slots=True)
class Example:
    """One pronoun: token index, its agreement, the choices with features, and the index of the right one.

    `named` says whether the gold chain of the pronoun holds a name of a person.
    """

    token: int
    kind: str
    rows: list[tuple[str, dict[str, float]]]
    right: int
    named: bool
    chain: str


def _heads_name(doc: Doc, start: int, end: int) -> bool:
    return doc[start:end].root.pos_ == "PROPN"


def chains(doc: Doc, gold: Gold) -> tuple[dict[int, str], dict[str, bool]]:
    """Token index of each third-person pronoun -> its chain; chain -> whether it holds a person's name."""
    pronouns = {start: key for start, end, key, _ in gold if end - start == 1 and agreement(doc[start])}
    named: dict[str, bool] = {}
    for start, end, key, kind in gold:
        named[key] = named.get(key, False) or kind == "person" and _heads_name(doc, start, end)
    return pronouns, named


def candidates_of(cast: Cast) -> list[Candidate]:
    """The cast as candidates."""
    people = [Candidate(p.key, "person", p.gender, [(m.start, m.end) for m in p.mentions]) for p in cast.people]
    bodies = [Candidate(b.key, "organisation", "", [(m.start, m.end) for m in b.mentions]) for b in cast.bodies]
    groups: dict[str, Candidate] = {}
    for group in cast.groups:
        groups.setdefault(group.name.lower(), Candidate("group:" + group.name.lower(), "group")).names.append((group.start, group.end))
    return [*people, *bodies, *groups.values()]


def meaning(doc: Doc, cast: Cast, gold: Gold, candidates: list[Candidate]) -> dict[str, str]:
    """Candidate key -> the gold chain that most of its names belong to (a name lies in the mention of the same head)."""
    by_span = {(start, end): key for start, end, key, _ in gold}
    answer = {}
    for candidate in candidates:
        votes: dict[str, int] = {}
        for start, end in candidate.names:
            key = by_span.get((start, end))
            if key is None:
                root = doc[start:end].root.i
                around = [(e - s, k) for s, e, k, _ in gold if s <= root < e and doc[s:e].root.i == root]
                key = min(around)[1] if around else None
            if key is not None:
                votes[key] = votes.get(key, 0) + 1
        if votes:
            answer[candidate.key] = max(sorted(votes), key=lambda k: votes[k])
    return answer


def examples(doc: Doc, gold: Gold) -> Iterator[Example]:
    """Every third-person pronoun of a gold chain, candidates seen as the gold coreference has them up to it."""
    cast = gather(doc)
    at: Setting = setting(doc)
    candidates = candidates_of(cast)
    means = meaning(doc, cast, gold, candidates)
    pronouns, named = chains(doc, gold)
    waiting = sorted(((s, e, c) for c in candidates for s, e in c.names), key=lambda x: (x[0], x[1], x[2].key))
    n = 0
    for token in doc:
        kind = agreement(token)
        if not kind or token.i not in pronouns:
            continue
        while n < len(waiting) and waiting[n][0] < token.i:
            waiting[n][2].seen.append(waiting[n][:2])
            n += 1
        chain = pronouns[token.i]
        rows = choices(doc, at, token, candidates)
        right = next((i for i, (key, _) in enumerate(rows) if key != NOBODY and means.get(key) == chain), len(rows) - 1)
        yield Example(token.i, kind, rows, right, named.get(chain, False), chain)
        key = rows[right][0]
        for candidate in candidates:
            if candidate.key == key:
                candidate.seen.append((token.i, token.i + 1))

"""Our own labelled articles -> the pronouns that are sources of a labelled statement, with whom they mean.

A pronoun is an example where the words said with it lie in the evidence of one person's or organisation's statements,
and that stakeholder is named in the article. The parse and the attributions are the shipped pipeline's.
"""
from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kg.model import Article
from kg.pipeline.attribution import attribute
from kg.pipeline.casting import gather
from kg.pipeline.parse import parse, source_span
from kg.pipeline.pronouns import NOBODY, agreement, choices, resolve, setting
from kg.pipeline.quotes import quote
from kg.pipeline.said import Said, grouped
from kg.scoring.names import same_name
from training.coref.examples import Example, candidates_of

LABELS = Path(__file__).parents[1] / "labels"


def labelled(nlp: Language, folder: Path = LABELS) -> Iterator[tuple[Doc, list[dict[str, Any]]]]:
    """Each labelled article read by the pipeline, with its edges."""
    edges: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (folder / "articles.gold.jsonl").read_text(encoding="utf-8").splitlines():
        edge = json.loads(line)
        edges[edge["article"]].append(edge)
    rows = map(json.loads, (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines())
    for doc in parse(nlp, [Article(row["id"], row["text"], date=row.get("date")) for row in rows]):
        yield attribute(quote(doc)), edges[doc.user_data["article"].id]


def _holders(doc: Doc, said: Said, edges: list[dict[str, Any]]) -> set[tuple[str, str]]:
    """The stakeholders, with their kinds, of the edges whose evidence the attribution covers, or which covers it."""
    spans = [*said.cue, *said.content]
    stretch = source_span(doc, min(s.start for s in spans), max(s.end for s in spans))
    size = stretch.end - stretch.start
    return {(edge["speaker"], edge["kind"]) for edge in edges for start, end in edge["evidence"]
            if min(end, stretch.end) - max(start, stretch.start) > min(0.6 * (end - start), 0.8 * size)}


def answers(doc: Doc, edges: list[dict[str, Any]], names: dict[str, str]) -> dict[int, str]:
    """Token of each source pronoun -> key of the one candidate that its edges name, NOBODY for an unnamed speaker."""
    found = {}
    for said in grouped(doc):
        words = [t for span in said.source for t in span if not t.is_punct]
        if len(words) != 1 or agreement(words[0]) not in ("m", "f", "thing") or not (said.cue or said.content):
            continue
        holders = _holders(doc, said, edges)
        if len(holders) != 1:
            continue
        (holder, kind), = holders
        keys = {key for key, name in names.items() if same_name(name, holder)}
        if kind != "person" and agreement(words[0]) != "thing":  # the spokeswoman, the man at the back
            found[words[0].i] = NOBODY
        elif len(keys) == 1:
            found[words[0].i] = keys.pop()
    return found


def examples(doc: Doc, edges: list[dict[str, Any]]) -> Iterator[Example]:
    """The labelled pronouns of one article; the others between them are as the shipped ranker has them."""
    cast, at = gather(doc), setting(doc)
    candidates = candidates_of(cast)
    right = answers(doc, edges, {p.key: p.name for p in cast.people} | {b.key: b.name for b in cast.bodies})
    resolved = resolve(doc, at, candidates, fixed=right)
    waiting = sorted(((s, e, c) for c in candidates for s, e in c.names), key=lambda x: (x[0], x[1], x[2].key))
    for candidate in candidates:
        candidate.seen = []
    n = 0
    for i, (key, _) in sorted(resolved.items()):
        while n < len(waiting) and waiting[n][0] < i:
            waiting[n][2].seen.append(waiting[n][:2])
            n += 1
        if i in right:
            rows = choices(doc, at, doc[i], candidates)
            place = next((k for k, (name, _) in enumerate(rows) if name == right[i]), None)
            if place is not None:
                yield Example(i, agreement(doc[i]), rows, place, True, key)
        for candidate in candidates:
            if key != NOBODY and candidate.key == key:
                candidate.seen.append((i, i + 1))

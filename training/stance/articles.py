"""Training pairs from training/labels/articles.jsonl, as the pipeline hears them: each utterance of an article with its proposals.

An utterance that lies in the evidence of its speaker's edge has the edge's side on that proposal and none on those on which
the speaker takes no side; one in nobody's evidence has none. Gold passages serve too, for the pipeline does not find them all.
"""
from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kg.build.run import read
from kg.pipeline.extract import annotate, doc_of
from kg.pipeline.inventory import inventory
from kg.pipeline.parse import source_span
from kg.pipeline.scene import Scene, Utterance, scene
from kg.scoring.compare import passage, stakeholder
from kg.scoring.names import same_wording
from training.stance.pairs import CONDITIONAL, NONE, OPPOSES, SUPPORTS, Pair

Edge = dict[str, Any]
SIDES = {"supports": SUPPORTS, "opposes": OPPOSES, "conditional": CONDITIONAL, "neutral": NONE}
_ELSEWHERE = 0.35  # share of the other proposals of an article with which an utterance is paired, as none


@dataclass(frozen=True, slots=True)
class Heard:
    """An utterance by characters [start, end) of the article, with its clause."""

    speaker: str
    organisation: str | None
    words: str
    start: int
    end: int


def clause(scene: Scene, utterance: Utterance) -> str:
    """The words with their speaker and cue, in the order of the text: of each sentence that holds some, all between the first and the last."""
    doc, bounds = scene.doc, {}
    for start, end in sorted((*utterance.source, *utterance.cue, *utterance.content)):
        for sent in doc[start:end].sents if end > start else ():
            low, high = max(start, sent.start), min(end, sent.end)
            before = bounds.get(sent.start, (low, high))
            bounds[sent.start] = min(low, before[0]), max(high, before[1])
    return " ".join(" ".join(doc[a:b].text.split()) for a, b in bounds.values())


def heard(doc: Doc) -> Iterator[Heard]:
    """What the pipeline hears: attributions with a speaker."""
    place = scene(doc)
    for utterance in place.utterances.values():
        if utterance.actor is not None and utterance.content:
            span = source_span(doc, min(a for a, _ in utterance.content), max(b for _, b in utterance.content))
            yield Heard(utterance.actor.name, utterance.actor.organisation, clause(place, utterance), span.start, span.end)


def wordings(edges: list[Edge], ours: list[str]) -> dict[str, list[str]]:
    """Gold label -> it, its mentions, and those of our own labels that say the same; the commonest label first."""
    found: dict[str, list[str]] = defaultdict(list)
    for edge in sorted(edges, key=lambda e: -sum(x["label"] == e["label"] for x in edges)):
        found[edge["label"]] += [edge["label"], *edge.get("mentions", [])]
    return {label: [*dict.fromkeys(said), *(o for o in ours if o not in said and any(same_wording(o, w) for w in said))] for label, said in found.items()}


def pairs(text: str, said: list[Heard], edges: list[Edge], ours: list[str], group: str, seed: int = 7) -> Iterator[Pair]:
    """One article's pairs. `ours` are the pipeline's wordings of what it is about."""
    rng = random.Random(f"{seed} {group}")
    words = wordings(edges, ours)
    for one in said:
        record = {"speaker": one.speaker, "organisation": one.organisation, "start": one.start, "end": one.end}
        inside = [e for e in edges if passage(e, record)]
        own = [e for e in edges if stakeholder(e, record)]
        shown = [e for e in inside if e in own]
        if inside and not shown:
            continue  # whose words they are is not certain
        yield from _of(one.words, shown, own, words, group, rng, 2)
    for edge in edges:
        passages = " ".join(" ".join(text[a:b].split()) for a, b in edge["evidence"])
        own = [e for e in edges if e["speaker"] == edge["speaker"]]
        shown = [e for e in own if e["label"] == edge["label"] and any(passage(e, {"start": a, "end": b}) for a, b in edge["evidence"])]
        yield from _of(passages, shown, own, words, group, rng, 1)


def _of(words: str, shown: list[Edge], own: list[Edge], known: dict[str, list[str]], group: str, rng: random.Random, times: int) -> Iterator[Pair]:
    """The pairs of one passage: with what it shows, `times` over in other wordings, and with what its speaker is silent on."""
    for label in dict.fromkeys(e["label"] for e in shown):
        sides = {SIDES[e["stance"]] for e in shown if e["label"] == label}
        if len(sides) == 1:
            for wording in rng.sample(known[label], min(times, len(known[label]))):
                yield Pair(wording, words, next(iter(sides)), group)
    silent = [label for label in known if label not in {e["label"] for e in own}]
    for number, label in enumerate(silent):
        if not shown and number == 0 or rng.random() < _ELSEWHERE:
            yield Pair(rng.choice(known[label]), words, NONE, group)


def labelled(nlp: Language, folder: Path) -> Iterator[Pair]:
    """The pairs of every labelled article, read by the pipeline."""
    edges: dict[str, list[Edge]] = defaultdict(list)
    for line in (folder / "articles.gold.jsonl").read_text(encoding="utf-8").splitlines():
        edge = json.loads(line)
        edges[edge["article"]].append(edge)
    for article in read([folder / "articles.jsonl"])[0]:
        doc = annotate(doc_of(nlp, article, headline=False))
        ours = [topic.label for topic in inventory(doc, doc.user_data["proposals"])]
        yield from pairs(article.text, list(heard(doc)), edges[article.id], ours, f"article-{article.id}")

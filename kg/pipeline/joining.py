"""Loose sources, cues and contents -> attributions: every cue is one, and draws to it what belongs to it.

Two small logistic models, fitted on predicted spans of articles that the tagger never saw, say how likely a source and
how likely a content belongs to a cue; they may abstain. A source may serve several cues, a content only one.
"""
from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from math import exp, log1p
from operator import mul

from spacy.attrs import HEAD, IS_PUNCT, SENT_START
from spacy.tokens import Doc

from kg import lang
from kg.pipeline.quotes import QUOTE_MARKS
from kg.pipeline.tags import Chunk

Pointer = Callable[[Chunk, Chunk], float]  # (source or content, cue) -> log odds by the encoder's pointer
FEATURES = ("pointer", "lead", "gap", "sentences", "paragraphs", "before", "gap before", "cues between", "sources between", "contents between",
            "only punctuation between", "quote edge", "subject", "governed", "nearest")


@dataclass(slots=True)
class Group:
    """The parts of one attribution, as token spans [start, end)."""

    cue: list[Chunk] = field(default_factory=list)
    source: list[Chunk] = field(default_factory=list)
    content: list[Chunk] = field(default_factory=list)

    @property
    def parts(self) -> tuple[Chunk, ...]:
        return (*self.source, *self.cue, *self.content)

    @property
    def start(self) -> int:
        return min(chunk.start for chunk in self.parts)


@lru_cache
def weights(name: str) -> dict[str, tuple[tuple[float, ...], float, float]]:
    """role -> weights, intercept, least log odds; `name` is default or fast."""
    record = json.loads((lang.folder("en") / "attribution" / "linker.json").read_text(encoding="utf-8"))[name]
    return {role: (tuple(one["weights"]), one["intercept"], one["least"]) for role, one in record.items()}


class Scene:
    """What the features of every pair need to know about a Doc and its chunks, read into lists once."""

    def __init__(self, doc: Doc, chunks: Sequence[Chunk], pointer: Pointer | None) -> None:
        self.doc, self.pointer = doc, pointer
        self.cues = [chunk for chunk in chunks if chunk.role == "cue"]
        starts, heads, marks = doc.to_array([SENT_START, HEAD, IS_PUNCT]).astype("int64").T.tolist() if len(doc) else ([], [], [])
        self.sentence = list(accumulate(int(start == 1 and i > 0) for i, start in enumerate(starts)))
        self.head = [i + step for i, step in enumerate(heads)]
        self.words = [0, *accumulate(int(not mark) for mark in marks)]  # words before each token
        self.paragraph = [0] * len(doc)
        for number, span in enumerate(doc.spans["paragraphs"]):
            self.paragraph[span.start:span.end] = [number] * len(span)
        self.parsed = doc.has_annotation("DEP")
        ordered = sorted(chunks, key=lambda chunk: chunk.start)
        self.starts, self.ends = [chunk.start for chunk in ordered], [chunk.end for chunk in ordered]
        self.before = [[0, *accumulate(chunk.role == role for chunk in ordered)] for role in ("cue", "source", "content")]  # of each role before each chunk
        self.where = [self.paragraph[cue.start] for cue in self.cues]

    def near(self, part: Chunk) -> list[Chunk]:
        """The four nearest cues in a part's paragraph and the ones before and after: those it may belong to."""
        low, high = self.paragraph[part.start] - 1, self.paragraph[part.end - 1] + 1
        cues = self.cues[bisect_left(self.where, low):bisect_right(self.where, high)]
        return cues if len(cues) <= 4 else sorted(sorted(cues, key=lambda cue: _gap(part, cue))[:4])

    def pairs(self, part: Chunk) -> list[tuple[Chunk, list[float]]]:
        """Every cue near a part with the features of the pair, in the order of FEATURES."""
        cues = self.near(part)
        gaps = [_gap(part, cue) for cue in cues]
        nearest = min(gaps, default=0)
        marked, above, out = float(_marked(self.doc, part)), self._above(part), []
        for cue, gap, (point, lead) in zip(cues, gaps, self._pointed(part, cues)):
            low, high = min(part.end, cue.end), max(part.start, cue.start)
            first, last = bisect_left(self.starts, low), bisect_right(self.ends, high)
            away, before = log1p(gap), float(part.start < cue.start)
            out.append((cue, [
                point / 5, lead / 10, away, min(self._away(self.sentence, part, cue), 3), min(self._away(self.paragraph, part, cue), 2), before, before * away,
                *[min(2, max(0, count[last] - count[first])) for count in self.before], self.words[low] == self.words[high], marked,
                bool(above) and cue.start <= above[0] < cue.end, any(cue.start <= i < cue.end for i in above), gap == nearest,
            ]))
        return out

    def _pointed(self, part: Chunk, cues: Sequence[Chunk]) -> list[tuple[float, float]]:
        """How much a part points to each cue, and how much more than to the best of the others."""
        if self.pointer is None:
            return [(0.0, 0.0 if len(cues) > 1 else 10.0)] * len(cues)
        points = [max(-20.0, min(20.0, self.pointer(part, cue))) for cue in cues]
        return [(point, point - max(points[:i] + points[i + 1:], default=-10.0)) for i, point in enumerate(points)]

    def _away(self, numbers: list[int], part: Chunk, cue: Chunk) -> int:
        return min(abs(numbers[cue.start] - numbers[part.start]), abs(numbers[cue.start] - numbers[part.end - 1]))

    def _above(self, part: Chunk) -> list[int]:
        """What the part's head hangs on, and what stands above that, seven at most: the first makes it hang on a cue, any of them below one."""
        if not self.parsed:
            return []
        at = next((i for i in range(part.start, part.end) if not part.start <= self.head[i] < part.end or self.head[i] == i), part.start)
        above = [self.head[at]]
        while len(above) < 7 and self.head[above[-1]] != above[-1]:
            above.append(self.head[above[-1]])
        return above


def _gap(part: Chunk, cue: Chunk) -> int:
    return cue.start - part.end if cue.start >= part.end else part.start - cue.end


def _marked(doc: Doc, part: Chunk) -> bool:
    return doc[part.start].text in QUOTE_MARKS or doc[part.end - 1].text in QUOTE_MARKS


def stripped(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Tokens [start, end) without the marks around them, quote marks kept; empty where nothing is left."""
    while start < end and doc[start].is_punct and not doc[start].is_quote:
        start += 1
    while end > start and doc[end - 1].is_punct and not doc[end - 1].is_quote:
        end -= 1
    return start, end


def join(doc: Doc, chunks: Sequence[Chunk], pointer: Pointer | None) -> list[Group]:
    """Groups in order of text; contents that no cue draws stand alone, sources that no cue draws are left out."""
    scene, model = Scene(doc, chunks, pointer), weights("default" if pointer else "fast")
    groups = {cue: Group(cue=[cue]) for cue in scene.cues}
    loose: list[Group] = []
    sources: dict[Chunk, tuple[float, Chunk]] = {}
    for part in chunks:
        if part.role == "cue":
            continue
        ranking = sorted(((odds(model[part.role], row), -_gap(part, cue), cue) for cue, row in scene.pairs(part)), reverse=True)
        least = model[part.role][2]
        if part.role == "content":
            if ranking and ranking[0][0] >= least:
                groups[ranking[0][2]].content.append(part)
            else:
                loose.append(Group(content=[part]))
            continue
        for value, _, cue in ranking:
            if value >= least and value > sources.get(cue, (float("-inf"), part))[0]:
                sources[cue] = value, part
    for cue, (_, part) in sources.items():
        groups[cue].source.append(part)
    return sorted((*groups.values(), *loose), key=lambda group: group.start)


def odds(model: tuple[Sequence[float], float, float], row: Sequence[float]) -> float:
    """Log odds that a pair belongs together."""
    return model[1] + sum(map(mul, model[0], row))


def probability(value: float) -> float:
    """Log odds as a probability."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, value))))


def parts(groups: Iterable[Group]) -> list[tuple[int, Chunk]]:
    """(number of the attribution from 1, span), in order of number and place."""
    return [(number, chunk) for number, group in enumerate(groups, 1) for chunk in sorted(group.parts, key=lambda c: c.start)]

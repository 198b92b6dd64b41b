"""Loose sources, cues and contents -> attributions: each cue is one, and draws to it what belongs to it."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from kg.pipeline.tags import Chunk

Score = Callable[[Chunk, Chunk], float]  # (source or content, cue) -> how well they go together


@dataclass(slots=True)
class Group:
    """The parts of one attribution, as token spans [start, end)."""

    cue: list[Chunk] = field(default_factory=list)
    source: list[Chunk] = field(default_factory=list)
    content: list[Chunk] = field(default_factory=list)

    @property
    def start(self) -> int:
        return min(chunk.start for chunk in (*self.cue, *self.source, *self.content))


def nearest(doc: Doc) -> Score:
    """The score without a trained linker: the nearest cue, one of the same sentence before any other."""
    sentence = [0] * len(doc)
    number = 0
    for token in doc:
        number += bool(token.is_sent_start and token.i)
        sentence[token.i] = number
    paragraph = [0] * len(doc)
    for number, span in enumerate(doc.spans["paragraphs"]):
        for i in range(span.start, span.end):
            paragraph[i] = number

    def score(part: Chunk, cue: Chunk) -> float:
        gap = cue.start - part.end if cue.start >= part.end else part.start - cue.end
        away = min(abs(sentence[cue.start] - sentence[part.start]), abs(sentence[cue.start] - sentence[part.end - 1]))
        apart = min(abs(paragraph[cue.start] - paragraph[part.start]), abs(paragraph[cue.start] - paragraph[part.end - 1]))
        return -gap / 5 - 10.0 * away - 40.0 * apart

    return score


def join(chunks: Sequence[Chunk], score: Score, reach: float, alone: float) -> list[Group]:
    """Groups in order of text.

    A source or content goes to its best cue when that scores at least `reach`, else it stays `alone` if contents may.
    A cue that drew no source shares the best one of another cue that scores at least `alone`.
    """
    cues = [chunk for chunk in chunks if chunk.role == "cue"]
    groups = {cue: Group(cue=[cue]) for cue in cues}
    loose: list[Group] = []
    scored = {part: [(score(part, cue), -abs(part.start - cue.start), cue) for cue in cues] for part in chunks if part.role != "cue"}
    for part, ranking in scored.items():
        best = max(ranking, default=None)
        if best is not None and best[0] >= reach:
            getattr(groups[best[2]], part.role).append(part)
        elif part.role == "content":
            loose.append(Group(content=[part]))
    for cue, group in groups.items():
        if not group.source:
            shared = max(((s, d, part) for part, ranking in scored.items() if part.role == "source" for s, d, other in ranking if other == cue),
                         default=None)
            if shared is not None and shared[0] >= alone:
                group.source.append(shared[2])
    return sorted((group for group in (*groups.values(), *loose)), key=lambda group: group.start)


def parts(groups: Iterable[Group]) -> list[tuple[int, Chunk]]:
    """(number of the attribution from 1, span), in order of number and place."""
    return [(number, chunk) for number, group in enumerate(groups, 1) for chunk in sorted((*group.source, *group.cue, *group.content), key=lambda c: c.start)]

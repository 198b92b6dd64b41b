"""The passage that shows who and which stance: the sentence of the cue, with the attribution where it is near.

Requires the parse and the scene.
"""
from __future__ import annotations

from spacy.tokens import Doc

from kg.model import Mode
from kg.pipeline.scene import Scene, Utterance

_LONG = 70  # words of a sentence that is cut to its clause
_NEAR = 40  # words between a cue in a quote and the attribution that still belong together


def _sentences(doc: Doc, start: int, end: int) -> tuple[int, int]:
    return doc[start].sent.start, doc[end - 1].sent.end


def extent(scene: Scene, utterance: Utterance | None, start: int, end: int) -> tuple[int, int]:
    """Token bounds of the evidence for words [start, end): whole sentences of content, plus source and cue nearby."""
    doc = scene.doc
    first, last = _sentences(doc, start, end)
    if utterance is None:
        return _trim(doc, first, last)
    inside = [(max(a, first), min(b, last)) for a, b in utterance.content if a < last and b > first]
    frame = [*utterance.source, *utterance.cue]
    if not inside:
        return _trim(doc, first, last)
    low, high = min(a for a, _ in inside), max(b for _, b in inside)
    for a, b in frame:
        gap = low - b if b <= low else a - high if a >= high else 0
        if gap <= _NEAR:
            low, high = min(low, a), max(high, b)
    low, high = min(low, start), max(high, end)
    return _trim(doc, low, high)


def _trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end - 1 and doc[start].text in (",", ";", ":", "-", ")", "\u2014", "\u2013", ".", "and") and doc[start].is_punct:
        start += 1
    while end - 1 > start and doc[end - 1].text in (",", ";", ":", "-", "(", "\u2014", "\u2013"):
        end -= 1
    return start, end


def mode(scene: Scene, utterance: Utterance | None, start: int, end: int) -> Mode:
    """Direct, indirect or mixed by how much of the attributed words is in quotation marks; narrated without attribution."""
    if utterance is None:
        return Mode.NARRATED
    inside = [scene.quoted[i] for a, b in utterance.content for i in range(max(a, start), min(b, end))]
    if not inside:
        return utterance.kind
    share = sum(inside) / len(inside)
    return Mode.DIRECT if share > 0.85 else Mode.MIXED if share > 0.15 else Mode.INDIRECT

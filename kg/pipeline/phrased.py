"""Sources that a phrase brings on: "According to the union, rents must fall", "Budgets, in the words of one official, are 'a mess'".

The taggers may take the source into the content or pass over a rarer phrase. Phrase, noun phrase and the rest of the sentence are plain to see.
"""
from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc

from kg.pipeline.joining import Group, stripped
from kg.pipeline.lexicon import words
from kg.pipeline.tags import Chunk

_MARKS = frozenset((",", ".", ";", ":", "-", "--", "\u2013", "\u2014", "?", "!", "'", '"', "''", ")"))
_LONG = 20  # tokens of a source, at most


def phrased(doc: Doc, groups: list[Group]) -> list[Group]:
    """Sets right attributions whose cue is such a phrase and that have no source, and makes those that were passed over. Needs the parse."""
    if not doc.has_annotation("DEP"):
        return groups
    for cue, source, contents in _phrases(doc):
        if source.end == source.start + 1 and doc[source.start].lower_ in words("pronouns", "yardsticks"):
            groups = [group for group in groups if not any(chunk.meets(cue.start, cue.end) for chunk in group.cue)]
            continue
        sent = doc[cue.start].sent
        own = [group for group in groups if any(chunk.meets(cue.start, cue.end) for chunk in group.cue)]
        if any(group.source for group in own) or any(sent.start <= chunk.start < sent.end for group in groups if group not in own for chunk in group.cue):
            continue
        if not own and cue.end - cue.start < 3 and not any(token.ent_type_ for token in doc[source.start:source.end]):
            continue
        for group in groups:
            group.content = [chunk for chunk in group.content if not chunk.meets(sent.start, sent.end)]
        groups = [group for group in groups if group not in own]
        groups.append(Group([cue], [source], contents))
    return [group for group in groups if group.parts]


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word -> the phrases that it begins, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in words("pronouns", "phrases"):
        found.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
    return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in found.items()}


def _phrases(doc: Doc) -> Iterator[tuple[Chunk, Chunk, list[Chunk]]]:
    """Cue, source and content of every phrase at the edge of its sentence or between marks."""
    lower = [token.lower_ for token in doc]
    for i, word in enumerate(lower):
        for phrase in _table().get(word, ()):
            end = i + len(phrase)
            if tuple(lower[i:end]) == phrase and end < len(doc) and doc[i].sent.end > end:
                stop = _source(doc, i, end)
                contents = _rest(doc, i, stop) if stop is not None else []
                if contents:
                    yield Chunk("cue", i, end), Chunk("source", end, stop), contents
                break


def _source(doc: Doc, phrase: int, start: int) -> int | None:
    """End of the noun phrase that begins at a token, after its phrase; None where it does not end at a mark."""
    head = doc[start]
    while head.head.i > head.i and head.head.left_edge.i >= phrase and head.head.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
        head = head.head
    if head.pos_ not in ("NOUN", "PROPN", "PRON", "NUM"):
        return None
    limit = min(doc[start].sent.end, start + _LONG)
    return next((i for i in range(head.i + 1, limit + 1) if i == doc[start].sent.end or doc[i].text in _MARKS), None)


def _rest(doc: Doc, start: int, stop: int) -> list[Chunk]:
    """What of the sentence stands before the phrase and after its source, without the marks between."""
    sent = doc[start].sent
    if start > sent.start and stop < sent.end and doc[start - 1].text not in _MARKS and doc[stop].text not in (".", "?", "!"):
        return []
    pieces = (stripped(doc, sent.start, start), stripped(doc, stop, sent.end))
    return [Chunk("content", low, high) for low, high in pieces if high - low > 1]

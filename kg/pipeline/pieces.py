"""What the encoder reads: windows of word pieces over whole paragraphs, each with the end of what went before.

Beside its word piece, every position carries the word's shape (the vocabulary is lower-case) and its quote state.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc

from kg.pipeline.quotes import QUOTE_MARKS, closed

SIZE, CONTEXT = 256, 56  # word pieces a window, and how many of them may be context
CLS, SEP = 101, 102
LOWER, TITLE, UPPER, DIGIT, OTHER = 1, 2, 3, 4, 5
OUTSIDE, OPENS, INSIDE, CLOSES = 0, 1, 2, 3


class Words(NamedTuple):
    """One article as the encoder sees it: one entry a token of the Doc."""

    pieces: tuple[tuple[int, ...], ...]
    shapes: tuple[int, ...]
    states: tuple[int, ...]
    starts: frozenset[int]  # tokens that begin a paragraph


class Window(NamedTuple):
    """Tokens [first, start) are context, [start, end) are read for their own sake."""

    first: int
    start: int
    end: int


def shape(word: str) -> int:
    """The class of a word's capitals."""
    if word[:1].isupper():
        return UPPER if len(word) > 1 and word.isupper() else TITLE
    return LOWER if word[:1].islower() else DIGIT if word[:1].isdigit() else OTHER


def states(doc: Doc) -> list[int]:
    """The quote state of every token, from doc.spans["quotes"]."""
    out = [OUTSIDE] * len(doc)
    for span in doc.spans["quotes"]:
        for i in range(span.start, span.end):
            out[i] = INSIDE
        out[span.start] = OPENS if span[0].text in QUOTE_MARKS else INSIDE
        if closed(span):
            out[span.end - 1] = CLOSES
    return out


def words(doc: Doc, encode: Callable[[str], Sequence[int]]) -> Words:
    """The Doc's tokens for the encoder; `encode` turns a word into piece numbers without special ones."""
    pieces = tuple(tuple(encode(token.text))[:12] or (100,) for token in doc)
    starts = frozenset(span.start for span in doc.spans["paragraphs"])
    return Words(pieces, tuple(shape(token.text) for token in doc), tuple(states(doc)), starts)


def cut(read: Words, size: int = SIZE, context: int = CONTEXT) -> list[Window]:
    """Windows that cover every token once; a paragraph is split only when it alone exceeds the window."""
    count = len(read.pieces)
    costs = [len(p) + (i in read.starts) for i, p in enumerate(read.pieces)]
    windows, start = [], 0
    while start < count:
        first, used = start, 2
        while first > 0 and used + costs[first - 1] <= context:
            first -= 1
            used += costs[first]
        end = fits = start
        while end < count and used + costs[end] <= size:
            used += costs[end]
            end += 1
            if end == count or end in read.starts:
                fits = end
        windows.append(Window(first, start, fits if fits > start else end))
        start = windows[-1].end
    return windows


def lay(read: Words, window: Window) -> tuple[list[int], list[int], list[int], list[int]]:
    """A window's piece numbers, shapes and states, and for each of its tokens the position of its first piece."""
    ids, shapes, marks, heads = [CLS], [0], [0], []
    for i in range(window.first, window.end):
        if i in read.starts and i > window.first:
            ids.append(SEP)
            shapes.append(0)
            marks.append(0)
        heads.append(len(ids))
        ids.extend(read.pieces[i])
        shapes.extend([read.shapes[i]] * len(read.pieces[i]))
        marks.extend([read.states[i]] * len(read.pieces[i]))
    ids.append(SEP)
    shapes.append(0)
    marks.append(0)
    return ids, shapes, marks, heads


def stack(rows: Sequence[Sequence[int]]) -> np.ndarray:
    """Rows of unlike length as one int64 array, zeros at the end."""
    out = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    for i, row in enumerate(rows):
        out[i, :len(row)] = row
    return out

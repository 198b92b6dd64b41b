"""A paragraph cut into pieces, each with the roles it plays in a statement."""
from __future__ import annotations

import re
from typing import NamedTuple

from kg.views.rows import StatementRow
from kg.views.text import clean

AROUND = 500  # characters kept on each side of the quote when a paragraph is longer than this


class Piece(NamedTuple):
    """Text with the classes of its marks, in the order quote, speaker, cue, proposal."""

    text: str
    roles: tuple[str, ...]


def passage(statement: StatementRow, speaker: str, text: str | None, *, person: bool = True) -> list[Piece]:
    """The paragraphs of the quote, marked; without the article's text, the quote between its recorded neighbours.

    A person may be marked by the surname alone; a body may not: one word of its name is often another's.
    A text that does not hold the quote at its offsets is another version of the article and is not shown.
    """
    if text is not None and text[statement.start : statement.end] == statement.quote and statement.quote:
        left, right = bounds(text, statement.start, statement.end)
        around = text[left:right]
        start, end = statement.start - left, statement.end - left
        cut = left > 0 and text[left - 1] != "\n", right < len(text) and text[right] != "\n"
    else:
        around = statement.prefix + statement.quote + statement.suffix
        start, end = len(statement.prefix), len(statement.prefix) + len(statement.quote)
        cut = bool(statement.prefix), bool(statement.suffix)
    around = clean(around)
    spans = [("quote", start, end)]
    inside = around[start:end]
    for role, words, wide in (("speaker", speaker, True), ("cue", statement.cue, False), ("proposal", statement.proposal_text, False)):
        found = find(inside, words, start) or (find(around, words, 0) if wide or role == "proposal" else None)
        if found is None and role == "speaker" and person:
            surname = (speaker.split() or [""])[-1]
            found = (find(inside, surname, start) or find(around, surname, 0)) if len(surname) > 3 else None
        if found:
            spans.append((role, *found))
    pieces = split(around, spans)
    return [*([Piece("… ", ())] if cut[0] else []), *pieces, *([Piece(" …", ())] if cut[1] else [])]


def find(text: str, words: str | None, offset: int) -> tuple[int, int] | None:
    """Where the words stand as whole words, whatever their case and white space; None when they do not."""
    tokens = clean(words or "").split()
    if not tokens or len(tokens) > 60:
        return None
    pattern = r"\s+".join(map(re.escape, tokens))
    found = re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)
    return (found.start() + offset, found.end() + offset) if found else None


def bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """The blank-line paragraph around a quote, or a window at word ends where that is very long."""
    left, right = text.rfind("\n\n", 0, start), text.find("\n\n", end)
    left, right = (0 if left < 0 else left + 2), (len(text) if right < 0 else right)
    if start - left > AROUND:
        space = text.find(" ", start - AROUND, start)
        left = space + 1 if space >= 0 else start - AROUND
    if right - end > AROUND:
        space = text.rfind(" ", end, end + AROUND)
        right = space if space >= 0 else end + AROUND
    return left, right


def split(text: str, spans: list[tuple[str, int, int]]) -> list[Piece]:
    """The text in pieces at every edge of a span, so that overlapping marks need no nesting."""
    edges = sorted({0, len(text), *(e for _, start, end in spans for e in (start, end))})
    return [
        Piece(text[a:b], tuple(role for role, start, end in spans if start <= a and b <= end))
        for a, b in zip(edges, edges[1:], strict=False)
    ]

"""Quotes beside a bare name: '"Keep the baths open!" - Ann Lee, Market Street', 'Ann Lee: "Keep them open!"', a quote and a name on lines of their own.

So lists of reactions, letters and pull quotes have it. The taggers seldom see that, and hand the words to whoever speaks before or after.
"""
from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from kg.pipeline.joining import Group
from kg.pipeline.quotes import QUOTE_MARKS, closed
from kg.pipeline.roles import is_role
from kg.pipeline.syntax import FINITE
from kg.pipeline.tags import Chunk

_DASHES = frozenset(("-", "--", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212"))
_LONG = 20  # tokens of a name with its office, at most


class Signed(NamedTuple):
    """A quote with the name beside it, and the dash or colon between them where there is one."""

    quote: Span
    source: Span
    cue: Token | None


def signed(doc: Doc, groups: list[Group]) -> list[Group]:
    """Gives such quotes to those named. Reads quotes, paragraphs, tags, names and the line breaks of the article."""
    for quote, source, cue in signatures(doc):
        low, high = min(quote.start, source.start), max(quote.end, source.end)
        for group in groups:
            for role in ("source", "cue", "content"):
                setattr(group, role, [chunk for chunk in getattr(group, role) if not chunk.meets(low, high)])
        groups.append(Group([Chunk("cue", cue.i, cue.i + 1)] if cue else [], [Chunk("source", source.start, source.end)], [Chunk("content", quote.start, quote.end)]))
    return [group for group in groups if group.parts]


def signatures(doc: Doc) -> Iterator[Signed]:
    """All of an article, form by form."""
    quotes = {quote.start: quote for quote in doc.spans["quotes"] if closed(quote)}
    for quote in quotes.values():
        if _opens(doc, quote.start):
            yield from _after_dash(quote)
        elif doc[quote.start - 1].text == ":":
            yield from _before_colon(quote)
    if any(_opens(doc, start) and _opens(doc, quote.end) for start, quote in quotes.items()):
        yield from _line_by_line(_lines(doc), quotes)


def _opens(doc: Doc, i: int) -> bool:
    """Whether a token is the first of a line of the article, or the first of none."""
    if i in (0, len(doc)):
        return True
    offsets, before = doc.user_data["view"].offsets, doc[i - 1]
    return "\n" in doc.user_data["article"].text[offsets[before.idx + len(before) - 1]:offsets[doc[i].idx]]


def _lines(doc: Doc) -> list[Span]:
    starts = [i for i in range(len(doc)) if _opens(doc, i)]
    return [doc[start:end] for start, end in zip(starts, [*starts[1:], len(doc)])]


def _after_dash(quote: Span) -> Iterator[Signed]:
    doc, dash = quote.doc, quote.end
    if dash + 1 >= len(doc) or doc[dash].text not in _DASHES or _opens(doc, dash):
        return
    end = next((i for i in range(dash + 1, min(len(doc), dash + _LONG + 2) + 1) if _opens(doc, i)), None)
    if end is not None and _nominal(source := _trimmed(doc, dash + 1, end)):
        yield Signed(quote, source, doc[dash])


def _before_colon(quote: Span) -> Iterator[Signed]:
    doc, colon = quote.doc, quote.start - 1
    start = next((i for i in range(colon, max(-1, colon - _LONG - 2), -1) if _opens(doc, i)), None)
    if start is None or not any(_opens(doc, i) for i in (quote.end, quote.end + 1) if i <= len(doc)):
        return
    while start < colon and doc[start].is_punct:  # of a list: "- Ann Lee: ..."
        start += 1
    source = doc[start:colon]
    if _nominal(source) and source[0].pos_ not in ("ADP", "SCONJ", "ADV") and _somebody(source) and not any(token.text in QUOTE_MARKS | {":"} for token in source):
        yield Signed(quote, source, doc[colon])


def _line_by_line(lines: list[Span], quotes: dict[int, Span]) -> Iterator[Signed]:
    """Quotes and names in turn, each on its line. Which belong together tells the run as a whole, if it tells it at all."""
    kinds = [_kind(line, quotes) for line in lines]
    for named, run in groupby(zip(kinds, lines), key=lambda one: bool(one[0])):
        run = list(run)
        turns = [kind for kind, _ in run]
        if not named or len(run) % 2 or any(a == b for a, b in zip(turns, turns[1:])):
            continue
        if turns[0] == "name" and len(run) < 4:  # one name before one quote may as well be a byline
            continue
        for one, other in zip(run[::2], run[1::2]):
            name, quote = (one[1], other[1]) if turns[0] == "name" else (other[1], one[1])
            yield Signed(quotes[quote.start], _trimmed(name.doc, name.start, name.end), None)


def _kind(line: Span, quotes: dict[int, Span]) -> str:
    """Whether a line is a quote, a name, or neither (empty)."""
    if line.start in quotes:
        return "quote" if quotes[line.start].end >= line.end else ""
    return "name" if line[-1].text not in ".:?!" and line[0].text[:1].isupper() and _nominal(line) and any(token.ent_type_ == "PERSON" for token in line[:4]) else ""


def _nominal(span: Span) -> bool:
    """Whether words name somebody or something and say nothing of it but in a relative clause."""
    return 0 < len(span) <= _LONG and any(token.pos_ in ("PROPN", "NOUN") for token in span) and not any(token.tag_ in FINITE and not _relative(token, span) for token in span)


def _relative(token: Token, span: Span) -> bool:
    """Whether a verb of these words is one of a relative clause: 'Ann Lee, who runs the league'."""
    while span.start <= token.i < span.end:
        if token.dep_ == "acl:relcl":
            return True
        if token.head == token:
            return False
        token = token.head
    return False


def _somebody(span: Span) -> bool:
    """Whether words tell of a person or a body."""
    return any(token.ent_type_ in ("PERSON", "ORG") or is_role(token) for token in span)


def _trimmed(doc: Doc, start: int, end: int) -> Span:
    while end > start and doc[end - 1].text in ".;":
        end -= 1
    return doc[start:end]

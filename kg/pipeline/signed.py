"""A quote that is signed: '"Keep the baths open!" - Ann Lee, Market Street', as in lists of reactions, letters and pull quotes.

The dash is the cue and the line after it the source. The taggers seldom see that, and hand the words to whoever speaks before or after.
"""
from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.pipeline.joining import Group
from kg.pipeline.tags import Chunk

_DASHES = frozenset(("-", "--", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_LONG = 20  # tokens of a signature, at most


def signed(doc: Doc, groups: list[Group]) -> list[Group]:
    """Gives signed quotes to those who sign. Reads quotes, paragraphs, tags and the line breaks of the article."""
    for quote, dash, source in signatures(doc):
        for group in groups:
            for name in ("source", "cue", "content"):
                setattr(group, name, [chunk for chunk in getattr(group, name) if not (chunk.start < source.end and quote.start < chunk.end)])
        groups.append(Group([Chunk("cue", dash.i, dash.i + 1)], [Chunk("source", source.start, source.end)], [Chunk("content", quote.start, quote.end)]))
    return [group for group in groups if group.cue or group.source or group.content]


def signatures(doc: Doc) -> Iterator[tuple[Span, Token, Span]]:
    """Quote, dash and who signs, in order of place."""
    starts = {span.start for span in doc.spans["quotes"]}
    for quote in doc.spans["quotes"]:
        dash = quote.end
        if dash + 1 >= len(doc) or doc[dash].text not in _DASHES or quote[-1].text not in ("'", '"', "''") or not _opens_line(doc, quote.start):
            continue
        end = dash + 1
        while end < len(doc) and end not in starts and not _opens_line(doc, end):
            end += 1
        while end > dash + 1 and doc[end - 1].text in ".;":
            end -= 1
        source = doc[dash + 1:end]
        if 0 < len(source) <= _LONG and any(token.pos_ in ("PROPN", "NOUN") for token in source) and not any(token.tag_ in _FINITE for token in source):
            yield quote, doc[dash], source


def _opens_line(doc: Doc, i: int) -> bool:
    """Whether a token is the first of a line of the article."""
    if i == 0:
        return True
    offsets, before = doc.user_data["view"].offsets, doc[i - 1]
    return "\n" in doc.user_data["article"].text[offsets[before.idx + len(before) - 1]:offsets[doc[i].idx]]

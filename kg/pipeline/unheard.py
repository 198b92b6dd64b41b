"""Words of saying right after a quote that the taggers passed over or left without it: '"It is a disgrace," Ann Lee said'.

The quote then goes to whoever spoke before. The parse and the quote's last mark tell enough to give it back.
"""
from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from kg.pipeline.clues import key, priors
from kg.pipeline.joining import Group, stripped
from kg.pipeline.quotes import closed
from kg.pipeline.syntax import child
from kg.pipeline.tags import Chunk

_LIKELY = 4  # least grade, of five, of a word that heads a cue
_STOPS = (".", "?", "!")


def unheard(doc: Doc, groups: list[Group]) -> list[Group]:
    """Makes such words an attribution of their own. Needs the parse."""
    if not doc.has_annotation("DEP"):
        return groups
    for quote in doc.spans["quotes"]:
        found = _said(doc, quote)
        if found is None:
            continue
        end = max(chunk.end for chunk in found)
        heard = [group for group in groups if any(chunk.meets(quote.end, end) for chunk in (*group.cue, *group.source))]
        if any(group.content for group in heard):
            continue
        owners = [group for group in groups if any(chunk.meets(quote.start, quote.end) for chunk in group.content)]
        if any(_brings_on(doc, cue, quote) for group in owners for cue in group.cue):
            continue
        groups = [group for group in groups if group not in heard]
        start = min([quote.start, *(_give_up(doc, group, quote) for group in owners)])
        groups.append(Group([found[1]], [found[0]], [Chunk("content", start, quote.end)]))
    return [group for group in groups if group.parts]


def _brings_on(doc: Doc, cue: Chunk, quote: Span) -> bool:
    """Whether words of saying right before the quote claim it: 'she said, "It is a disgrace,"'."""
    return 0 <= quote.start - cue.end < 3 and not any(token.text in _STOPS for token in doc[cue.end:quote.start])


def _give_up(doc: Doc, group: Group, quote: Span) -> int:
    """Takes the quote from another attribution; where the words of it begin that go with the quote: 'rents "will fall," the union said'."""
    first, start, kept = doc[quote.start].sent.start, quote.start, []
    said_here = any(first <= cue.start < quote.start for cue in group.cue)
    for chunk in group.content:
        if not chunk.meets(quote.start, quote.end):
            kept.append(chunk)
        elif chunk.start < first or said_here and chunk.start < quote.start:
            low, high = stripped(doc, chunk.start, quote.start if said_here else first)
            kept += [chunk._replace(start=low, end=high)] if low < high else []
        else:
            start = min(start, chunk.start)
    group.content = kept
    return start


def _said(doc: Doc, quote: Span) -> tuple[Chunk, Chunk] | None:
    """Source and cue that follow a quote which ends in a comma, a question or a cry."""
    if len(quote) < 3 or not closed(quote) or quote[-2].text not in (",", "?", "!"):
        return None
    for verb in doc[quote.end:quote.end + 10]:
        if verb.is_punct:
            return None
        if verb.tag_ not in ("VBD", "VBZ") or priors().get(key(verb.lower_, verb.tag_), 0) < _LIKELY:
            continue
        who = child(verb, "nsubj")
        if who is None:
            return None
        low, high = _subject(who, verb)
        start = min([verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "advmod") and quote.end <= c.i == verb.i - 1)])
        beside = low == quote.end and high == start or start == quote.end and low == verb.i + 1
        return (Chunk("source", low, high), Chunk("cue", start, verb.i + 1)) if beside else None
    return None


def _subject(who: Token, verb: Token) -> tuple[int, int]:
    """A subject with what hangs on it, up to the verb or the next mark."""
    low, end = who.left_edge.i, who.right_edge.i + 1
    high = who.i + 1
    while high < end and high != verb.i and not who.doc[high].is_punct:
        high += 1
    return low, high

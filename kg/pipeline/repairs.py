"""What the taggers leave open and the article's form settles: quotes that run on, quotes that nobody claims, repeats."""
from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc, Span

from kg.pipeline.asides import aside
from kg.pipeline.introduced import introduced
from kg.pipeline.joining import Group
from kg.pipeline.phrased import phrased
from kg.pipeline.quotes import QUOTE_MARKS, closed
from kg.pipeline.signed import signed
from kg.pipeline.tags import Chunk
from kg.pipeline.unheard import unheard


def repair(doc: Doc, groups: list[Group]) -> list[Group]:
    """Apply every repair in turn. Reads paragraphs, quotes, sentence starts and, where there is one, the parse."""
    for rule in (signed, aside, phrased, unheard, square, run_on, after_colon, same_paragraph, next_paragraph, adopt, introduced, ahead, unsaid, complete, once):
        groups = rule(doc, groups)
        if rule in _MOVING:
            groups = sorted(groups, key=lambda group: group.start)
    return groups


def square(doc: Doc, groups: list[Group]) -> list[Group]:
    """A content that begins with a quote whose closing mark is missing reaches to the end of that quote."""
    for span in doc.spans["quotes"]:
        if closed(span):
            continue
        for group in groups:
            group.content = [chunk._replace(end=span.end) if chunk.start == span.start and span.end - 2 <= chunk.end < span.end else chunk
                             for chunk in group.content]
    return groups


def run_on(doc: Doc, groups: list[Group]) -> list[Group]:
    """A paragraph that opens anew the quote which the one before left open goes on with the same attribution."""
    starts = {span.start: number for number, span in enumerate(doc.spans["paragraphs"])}
    ends = {span.end: number for number, span in enumerate(doc.spans["paragraphs"])}
    quotes = list(doc.spans["quotes"])
    for before, span in zip(quotes, quotes[1:]):
        if not (before.end in ends and starts.get(span.start) == ends[before.end] + 1 and not closed(before)):
            continue
        owner = _owner(groups, before)
        if owner is None or _claimed(doc, groups, span):
            continue
        groups = [group for group in groups if group is owner or not _within(group, span)]
        for group in groups:
            group.content = [chunk for chunk in group.content if not span.start <= chunk.start < span.end]
        owner.content.append(_content(span))
    return groups


def after_colon(doc: Doc, groups: list[Group]) -> list[Group]:
    """A quote after a colon belongs to the attribution that the same sentence began."""
    for span in _loose(doc, groups):
        if span.start and doc[span.start - 1].text == ":":
            start = _sentence_start(doc, span.start - 1)
            inside = [group for group in groups if any(start <= chunk.start < span.start for chunk in (*group.cue, *group.source))]
            if inside:
                inside[-1].content.append(_content(span))
    return groups


def same_paragraph(doc: Doc, groups: list[Group]) -> list[Group]:
    """Quoted sentences after an attributed quote in the same paragraph are the same speaker's."""
    for span in _loose(doc, groups):
        paragraph = _paragraph(doc, span.start)
        before = [group for group in groups if group.cue and paragraph.start <= group.start < span.start and group.content]
        if before and _whole(doc, span) and any(doc[c.start].text in QUOTE_MARKS for c in before[-1].content):
            before[-1].content.append(_content(span))
    return groups


def next_paragraph(doc: Doc, groups: list[Group]) -> list[Group]:
    """A paragraph that is one quote without a speaker goes to the quote that ended the paragraph before."""
    paragraphs = list(doc.spans["paragraphs"])
    for span in _loose(doc, groups):
        number = next(n for n, p in enumerate(paragraphs) if p.start <= span.start < p.end)
        paragraph = paragraphs[number]
        if number == 0 or span.start != paragraph.start or span.end < paragraph.end:
            continue
        before = [group for group in groups if group.cue and any(paragraphs[number - 1].start <= c.start < paragraph.start for c in group.content)]
        if before and any(doc[c.start].text in QUOTE_MARKS for c in before[-1].content):
            before[-1].content.append(_content(span))
    return groups


def adopt(doc: Doc, groups: list[Group]) -> list[Group]:
    """A content without cue or source goes to the last attribution before it in its paragraph, else in the one before."""
    paragraphs = list(doc.spans["paragraphs"])
    kept = []
    for group in groups:
        if group.cue or group.source or not group.content:
            kept.append(group)
            continue
        at = group.content[0].start
        number = next(n for n, p in enumerate(paragraphs) if p.start <= at < p.end)
        low = paragraphs[max(0, number - 1)].start
        before = [other for other in groups if other.cue and low <= other.start < at]
        if before:
            before[-1].content.extend(group.content)
        else:
            kept.append(group)
    return kept


def ahead(doc: Doc, groups: list[Group]) -> list[Group]:
    """Words without quote marks, or around a scare quote, in a sentence before the one that says who speaks, are told by the reporter."""
    quoted = {i for span in doc.spans["quotes"] if span.label_ == "quote" for i in range(span.start, span.end)}
    for group in groups:
        if group.cue:
            first = _sentence_start(doc, min(chunk.start for chunk in (*group.cue, *group.source)))
            kept = [chunk for chunk in group.content if chunk.end > first or quoted.intersection(range(chunk.start, chunk.end))]
            group.content = kept or group.content
    return groups


def unsaid(doc: Doc, groups: list[Group]) -> list[Group]:
    """A scare quote alone, without a source, is nobody's words: "the so-called 'bedroom tax'"."""
    scare = [range(span.start, span.end) for span in doc.spans["quotes"] if span.label_ == "scare"]
    return [group for group in groups if group.source or not group.content
            or not all(any(chunk.start in span and chunk.end - 1 in span for span in scare) for chunk in group.content)]


def complete(doc: Doc, groups: list[Group]) -> list[Group]:
    """An attribution without content, or with neither source nor cue, is none."""
    return [group for group in groups if group.content and (group.cue or group.source)]


def once(doc: Doc, groups: list[Group]) -> list[Group]:
    """A caption or pull quote that repeats an attribution word for word is not a second one."""
    seen, kept = set(), []
    sizes = Counter(map(_size, groups))
    for group in groups:
        if sizes[_size(group)] == 1:  # no other is as long: the words need not be read
            kept.append(group)
            continue
        words = tuple((chunk.role, doc[chunk.start:chunk.end].text.lower()) for chunk in sorted(group.parts))
        if words not in seen:
            kept.append(group)
        seen.add(words)
    return kept


def _size(group: Group) -> tuple[tuple[str, int], ...]:
    return tuple((chunk.role, chunk.end - chunk.start) for chunk in sorted(group.parts))


def _loose(doc: Doc, groups: list[Group]) -> list[Span]:
    """Quotes, no scare quotes, that no attribution touches."""
    taken = {i for group in groups for chunk in group.parts for i in range(chunk.start, chunk.end)}
    return [span for span in doc.spans["quotes"] if span.label_ == "quote" and not taken.intersection(range(span.start, span.end))]


def _content(span: Span) -> Chunk:
    return Chunk("content", span.start, span.end)


def _owner(groups: list[Group], span: Span) -> Group | None:
    """The last attribution with content in this quote."""
    inside = [group for group in groups if group.cue and any(c.meets(span.start, span.end) for c in group.content)]
    return inside[-1] if inside else None


def _claimed(doc: Doc, groups: list[Group], span: Span) -> bool:
    """Whether an attribution with a cue beside this quote, in its paragraph, has content in it."""
    paragraph = _paragraph(doc, span.start)
    return any(any(c.meets(span.start, span.end) for c in group.content)
               and any(paragraph.start <= c.start < paragraph.end and not span.start <= c.start < span.end for c in group.cue) for group in groups)


def _within(group: Group, span: Span) -> bool:
    return all(span.start <= c.start and c.end <= span.end for c in group.parts)


def _sentence_start(doc: Doc, i: int) -> int:
    while i > 0 and not doc[i].is_sent_start:
        i -= 1
    return i


def _paragraph(doc: Doc, i: int) -> Span:
    return next(span for span in doc.spans["paragraphs"] if span.start <= i < span.end)


def _whole(doc: Doc, span: Span) -> bool:
    """Whether a quote is sentences of its own rather than part of one."""
    before = doc[span.start - 1].text if span.start else "."
    return before in _STOPS | QUOTE_MARKS and closed(span) and len(span) > 3 and span[-2].text in _STOPS


_STOPS = frozenset((".", "!", "?", "\u2026"))
_MOVING = (signed, aside, phrased, unheard, run_on, adopt, introduced, ahead)  # rules after which an attribution may be new or begin elsewhere

"""Quoted stretches: pairs of quote marks, found paragraph by paragraph.

Curly marks tell their direction in the article's own text; straight ones are read from what stands beside them. A quote
that runs on over paragraphs opens each of them anew and closes only the last.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc, Span

from kg import lang
from kg.pipeline.view import View

QUOTE_MARKS = frozenset(("'", '"', "''"))  # as tokens of the view
_MARK = re.compile("''|[\"']")
_OPENING = frozenset("\u201c\u2018\u201e\u201a\u201b\u201f\u00ab`")
_CLOSING = frozenset("\u201d\u2019\u00bb\u00b4\u2032\u2033")
_BEFORE_OPEN = frozenset(" ([{-\u2013\u2014/\"'\u2026*>|")
_BEFORE_CLOSE = frozenset(".,!?\u2026;:-\u2013\u2014)")


@dataclass(frozen=True, slots=True)
class Mark:
    """One quote mark of the view: where, of which kind (' or "), and which ways it may face."""

    start: int
    end: int
    kind: str
    opens: bool
    closes: bool
    weak: bool  # a closing ' after a word: as likely an apostrophe


class Stretch(NamedTuple):
    """Characters of the view, both marks included. `closed` is false where the closing mark is missing."""

    start: int
    end: int
    closed: bool
    kind: str


def marks(seen: View, source: str, start: int, end: int) -> list[Mark]:
    """The marks of one paragraph [start, end) of the view; apostrophes left out."""
    elided = _elided()
    text, found = seen.text, []
    for match in _MARK.finditer(text, start, end):
        at, stop = match.span()
        kind = '"' if match.group() in ("''", '"') else "'"
        original = source[seen.offsets[at]]
        before = text[at - 1] if at > start else " "
        after = text[stop] if stop < end else " "
        if kind == "'" and before.isalnum() and after.isalnum():
            continue
        opens = (before in _BEFORE_OPEN or before.isspace()) and not after.isspace()
        closes = not before.isspace() and not (after.isalnum() and before in _BEFORE_OPEN)
        if original in _OPENING and not after.isspace():
            opens, closes = True, False
        elif original in _CLOSING and before != " ":
            opens, closes = False, True
        if kind == "'" and opens:
            word = re.match(r"\w+", text[stop:stop + 12])
            if word and (word.group().lower() in elided or re.fullmatch(r"\d\ds?", word.group())):
                continue
        if opens or closes:
            found.append(Mark(at, stop, kind, opens, closes, kind == "'" and closes and before.isalnum()))
    return found


def _elided() -> frozenset[str]:
    return frozenset(lang.table("en", "quotes")["elided"])


def _close(text: str, found: list[Mark], i: int, first: bool) -> int | None:
    """Index of the mark that closes mark i; `first` where the quote came in from the paragraph before."""
    kind, depth, weak = found[i].kind, 0, None
    for j in range(i if first else i + 1, len(found)):
        mark = found[j]
        if mark.kind != kind:
            continue
        if mark.closes and not mark.opens or mark.closes and depth == 0 and not (mark.opens and _begins(text, mark)):
            if depth:
                depth -= 1
            elif mark.weak and text[mark.start - 1] == "s" and text[mark.end:mark.end + 2].strip().islower():
                weak = j if weak is None else weak  # "the workers' rights": wait for something better
            else:
                return j
        elif mark.opens:
            if kind == '"' or weak is not None:
                return weak
            depth += 1
    return weak


def _begins(text: str, mark: Mark) -> bool:
    return text[mark.end:mark.end + 1].isalnum() and text[mark.start - 1:mark.start].isspace()


def stretches(seen: View, source: str) -> list[Stretch]:
    """All outermost quoted stretches of a view over the article text `source`, in order."""
    text, found = seen.text, []
    carried: str | None = None  # kind of the mark that the paragraph before left open
    for number, (start, end) in enumerate(seen.paragraphs):
        here = marks(seen, source, start, end)
        i, reopened = 0, bool(here) and here[0].start == start and here[0].opens
        if carried and not reopened and here and here[0].kind == carried and here[0].closes and not here[0].opens:
            found.append(Stretch(start, here[0].end, True, carried))
            i = 1
        carried = None
        while i < len(here):
            mark = here[i]
            if not mark.opens:
                i += 1
                continue
            j = _close(text, here, i, False)
            if j is not None:
                found.append(Stretch(mark.start, here[j].end, True, mark.kind))
                i = j + 1
                continue
            later = next((k for k in range(i + 1, len(here)) if here[k].kind == mark.kind and here[k].opens), None)
            if later is None and _runs_on(seen, number, mark) or mark.start == start and later is None:
                found.append(Stretch(mark.start, end, False, mark.kind))
                carried = mark.kind
                break
            if mark.kind == '"' or _introduced(text, mark, start):
                stop = end if later is None else _sentence_end(text, mark.end, here[later].start)
                found.append(Stretch(mark.start, stop, False, mark.kind))
                if later is None:
                    carried = mark.kind
                    break
                i = next(k for k in range(i + 1, len(here)) if here[k].start >= stop)
            else:
                i += 1
    return found


def _runs_on(seen: View, number: int, mark: Mark) -> bool:
    """Whether the next paragraph opens with the same mark."""
    if number + 1 >= len(seen.paragraphs):
        return False
    at = seen.paragraphs[number + 1].start
    return seen.text[at:at + 1] == mark.kind or mark.kind == '"' and seen.text[at:at + 2] == "''"


def _introduced(text: str, mark: Mark, start: int) -> bool:
    return mark.start == start or text[max(start, mark.start - 2):mark.start].strip()[-1:] in (":", ",")


def _sentence_end(text: str, start: int, limit: int) -> int:
    """End of the first sentence-like stretch in [start, limit): where a forgotten closing mark most likely stood."""
    stop = re.compile(r"[,.!?](?=\s)").search(text, start, limit)
    return stop.end() if stop else limit


def quote(doc: Doc) -> Doc:
    """Component. Reads user_data["article"], user_data["view"]; writes doc.spans["quotes"], label "quote" or "scare"."""
    seen, article = doc.user_data["view"], doc.user_data["article"]
    data = lang.table("en", "quotes")
    spans = []
    for stretch in stretches(seen, article.text):
        span = doc.char_span(stretch.start, stretch.end, alignment_mode="expand")
        if span is not None:
            spans.append(Span(doc, span.start, span.end, label="scare" if _scare(span, stretch.closed, data) else "quote"))
    doc.spans["quotes"] = spans
    return doc


def closed(span: Span) -> bool:
    """Whether a quoted stretch has its closing mark."""
    return len(span) > 1 and span[-1].text in QUOTE_MARKS


def _scare(span: Span, closed: bool, data: dict) -> bool:
    """A short quoted stretch inside a clause that no word of speech introduces."""
    words = [token for token in span if not token.is_punct]
    doc, inner = span.doc, [token for token in span if token.text not in QUOTE_MARKS]
    if not closed or not inner or len(words) > data["scare_words"] or inner[-1].text in ".,!?":
        return False
    before = doc[span.start - 1] if span.start else None
    if before is None or span[0].is_sent_start or before.text in (":", ","):
        return False
    return before.lower_ not in data["speech_before"]

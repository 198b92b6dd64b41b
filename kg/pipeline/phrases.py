"""The noun phrase of a source: where its head is, what opens it, what it says about anonymity."""
from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from kg.pipeline.lexicon import words

_INDEFINITE = {"a", "an", "one", "another", "any", "every"}
_DEFINITE = {"the", "this", "that", "its", "his", "her", "their", "our", "my"}
_CLOSING = set(",.;:!?()[]\"—–")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The base noun phrase [start, end) with its last noun; `opening` is the determiner, lower case, or ""."""

    start: int
    end: int
    head: int
    opening: str

    @property
    def indefinite(self) -> bool:
        return self.opening in _INDEFINITE


def base(doc: Doc, start: int, end: int) -> Phrase | None:
    """The first noun phrase of a stretch, up to its head: "a council spokesman" of "a council spokesman in Leeds"."""
    i = start
    while i < end and (doc[i].is_punct or doc[i].pos_ in ("ADP", "CCONJ", "SCONJ", "ADV") and doc[i].lower_ not in words("groups", "quantifiers")):
        i += 1
    if i + 1 < end and doc[i].lower_ in ("both", "neither") and (doc[i + 1].pos_ == "DET" or doc[i + 1].pos_ == "PROPN"):  # "both the league and the trust"
        i += 1
    opening = ""
    first = i
    while i < end and (doc[i].lower_ in _INDEFINITE | _DEFINITE or doc[i].pos_ == "DET"):
        opening = doc[i].lower_
        if doc[i].lower_ in words("groups", "quantifiers"):
            break
        i += 1
    begin, last = i, -1
    while i < end:
        token = doc[i]
        if last >= 0 and token.lower_ in ("last", "next", "this", "late", "early", "yesterday", "today") and _when(doc, i, end):
            break
        if token.text in _CLOSING or token.text == "-" and token.whitespace_ and i > start and doc[i - 1].whitespace_:
            break
        if token.lower_ in ("'s", "'") or token.text in ("-", "&", "/"):
            i += 1
            continue
        if token.lower_ == "and" and i + 1 < end and doc[i + 1].pos_ in ("NOUN", "PROPN", "ADJ"):
            i += 1
            continue
        if token.pos_ in ("NOUN", "PROPN", "NUM", "ADJ", "") or token.tag_ in ("VBN", "VBG", "CD") and last < 0 or token.lower_ in words("groups", "quantifiers"):
            if token.pos_ in ("NOUN", "PROPN", "", "NUM") or last < 0:
                last = i
            i += 1
            continue
        break
    if last < 0:
        return Phrase(first, begin, first, opening) if begin > first else None
    return Phrase(begin, last + 1, last, opening)


def _when(doc: Doc, i: int, end: int) -> bool:
    """Whether words of time begin at i: "families | last night", "residents | yesterday"."""
    return doc[i].lower_ in words("titles", "calendar") or any(t.lower_ in words("titles", "moments") for t in doc[i + 1:min(end, i + 3)])


def hides_name(doc: Doc, start: int, end: int) -> bool:
    """Whether the words say that somebody did not want to be named."""
    text = " " + " ".join(token.lower_ for token in doc[start:end]) + " "
    return any(f" {phrase} " in text for phrase in words("anonymity", "phrases"))


def text_of(doc: Doc, start: int, end: int) -> str:
    """Words as written, without a leading article or counting word, first letter small unless it is part of a name."""
    while start < end - 1 and doc[start].lower_ in _INDEFINITE | _DEFINITE | {"'s"}:
        start += 1
    text = doc[start:end].text
    first = doc[start]
    if first.text[:1].isupper() and first.text[1:2].islower() and first.pos_ not in ("PROPN", "") and not first.ent_type_ and (first.is_sent_start or start and doc[start - 1].is_sent_start):
        text = text[0].lower() + text[1:]
    return text

"""Role phrases: "chair of the housing committee", "deputy general secretary", found forwards and backwards."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.pipeline.lexicon import words

_STOPS = set(",.;:!?()[]\"—–…")
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Role:
    """Tokens [start, end) of the phrase without article; `head` is its noun."""

    start: int
    end: int
    head: int


def is_role(token: Token) -> bool:
    """Whether the noun names a post or an occupation, in the singular."""
    return token.lower_ in words("roles", "posts") and token.pos_ not in ("VERB", "AUX", "ADP")


def _premodifier(token: Token) -> bool:
    if token.lower_ in words("roles", "openers") or token.text in ("-", "'s", "'", "&", "/"):
        return True
    if token.text in _STOPS:
        return False
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "") or token.lower_ == "and" or token.tag_ in ("VBN", "VBG", "JJ") and token.text[0].islower() and token.dep_ in ("amod", "compound", "")


def _object(doc: Doc, i: int, bodies: Mapping[int, int] = {}) -> int:
    """End of the noun phrase that starts at i: "the Rail Users' Council", "social services and housing"."""
    end = i
    while end < len(doc) and end - i < 12:
        token = doc[end]
        if end in bodies:
            end = bodies[end]
            continue
        if token.is_sent_start and end > i or token.text in _STOPS:
            break
        if token.text == "-" and doc[end - 1].whitespace_:
            break
        joined = end + 1 < len(doc) and doc[end + 1].text == "-" and not token.whitespace_
        if joined or end > i and (token.text == "-" or doc[end - 1].text == "-") and not doc[end - 1].whitespace_:
            end += 1
            continue
        if token.lower_ in ("and", "of", "for", "&"):
            following = doc[end + 1] if end + 1 < len(doc) else None
            if following is None or following.pos_ in ("VERB", "AUX", "PRON") or token.lower_ == "and" and _role_starts(doc, end + 1):
                break
        elif token.pos_ == "NUM" and end > i and doc[end - 1].pos_ in ("NOUN", "PROPN"):
            break
        elif token.pos_ in ("VERB", "AUX", "PRON", "SCONJ", "ADV", "CCONJ", "ADP") and not (end == i and token.lower_ in ("its", "their")) and not (token.tag_ == "VBN" and token.dep_ == "amod" and token.head.i > end):
            break
        end += 1
    while end > i and doc[end - 1].pos_ in ("DET", "ADP", "CCONJ"):
        end -= 1
    return end


def _role_starts(doc: Doc, i: int) -> bool:
    """Whether another role phrase starts at i, so that an "and" before it joins two posts."""
    return any(is_role(token) for token in doc[i:i + 4])


def forward(doc: Doc, i: int, bodies: Mapping[int, int] = {}) -> Role | None:
    """The role phrase that starts at i (an article is passed over), with its of/for/at phrases.

    `bodies` (first token -> end) are names that stand in it whole: "a University of Leeds professor".
    """
    while i < len(doc) and (doc[i].pos_ == "DET" or doc[i].lower_ in ("the", "a", "an", "its", "their", "his", "her", "our", "now", "also", "currently", "then")) and doc[i].lower_ != "who":
        i += 1
    start, head, end = i, -1, i
    while end < len(doc) and end - i < _LONGEST and (end == i or not doc[end].is_sent_start) and (end in bodies or _premodifier(doc[end])):
        if end in bodies:
            end = bodies[end]
            continue
        if doc[end].text == "-" and doc[end - 1].whitespace_:
            break
        if is_role(doc[end]):
            head = end
        end += 1
    if head < 0 or head + 1 < end and doc[head + 1].pos_ == "NOUN" and not is_role(doc[head + 1]):
        return None
    end = head + 1
    for _ in range(3):
        if end < len(doc) and doc[end].lower_ in words("roles", "prepositions") and not doc[end].is_sent_start:
            after = _object(doc, end + 1, bodies)
            if after == end + 1:
                break
            end = after
        else:
            break
    return Role(start, end, head)


def window(doc: Doc, end: int) -> int:
    """Where the run of nouns, adjectives, "of" and "and" begins that stops right before token `end`."""
    start = end
    while start > 0 and end - start < _LONGEST:
        token = doc[start - 1]
        if token.lower_ in words("titles", "calendar"):
            break
        if token.text in _STOPS or token.text in ("-",) and token.whitespace_ and doc[start - 2].whitespace_:
            break
        if not (_premodifier(token) or token.lower_ in ("of", "for", "the") and start < end):
            break
        if token.lower_ in ("a", "an") or doc[start].is_sent_start and start < end:
            break
        start -= 1
    while start < end and (doc[start].lower_ in ("of", "for", "and", "the", "'s", "-", "&") or doc[start].pos_ in ("DET", "ADP")):
        start += 1
    return start

"""Unnamed collectives: "most local authorities", "social services directors and councillors", "council staff"."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.pipeline.capitals import acronym
from kg.pipeline.lexicon import pairs, words

_DROPPED = {"the", "these", "those", "such", "this", "that", "a", "an", "no"}
_OWN = {"his", "her", "their", "its", "our", "my"}


@dataclass(frozen=True, slots=True)
class Group:
    """Tokens [start, end); `head` is the (first) collective noun; `name` as written, without article."""

    start: int
    end: int
    head: int
    name: str


def is_plural(token: Token) -> bool:
    """Whether the noun means several: by tag or features, else by its entry in the list of collectives."""
    if token.tag_ in ("NNS", "NNPS") or "Number=Plur" in str(token.morph):
        return True
    return token.lower_ in words("groups", "nouns") and token.tag_ in ("", "_SP")


def is_collective(token: Token) -> bool:
    """Whether the token can be the head of a group of people or bodies."""
    if token.pos_ in ("VERB", "AUX", "ADJ", "ADV", "ADP"):
        return False
    lower = token.lower_
    if is_plural(token) and token.dep_.startswith("nsubj") and lower.endswith(tuple(words("groups", "endings"))) and lower not in words("groups", "things"):
        return True
    if lower in words("groups", "nouns") or lower in words("groups", "collective"):
        return True
    return acronym(token) and token.text.endswith("s") and len(token.text) > 2 and token.text[:-1].isupper()


def _modifier(token: Token) -> bool:
    if token.lower_ in words("groups", "quantifiers"):
        return True
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") and token.text not in "()\"" or token.text == "-" and not token.whitespace_ or token.tag_ in ("VBN", "VBG") and token.dep_ in ("amod", "compound")


def left_edge(doc: Doc, head: int, blocked: frozenset[int] = frozenset()) -> int:
    """Where the modifiers of a head noun begin; tokens in `blocked` (people's names) are never taken in."""
    start = head
    while start > 0 and head - start < 8 and not doc[start].is_sent_start and start - 1 not in blocked:
        token = doc[start - 1]
        if token.lower_ == "and" and start > 1 and start - 2 not in blocked and doc[start - 2].pos_ in ("NOUN", "PROPN", "ADJ") and not doc[start - 1].is_sent_start \
                and not is_collective(doc[start - 2]) and _shared(doc, start - 2, head):
            start -= 2
            continue
        if token.lower_ in ("'", "'s", "\u2019", "\u2019s") and start > 1 and start - 2 not in blocked and token.pos_ == "PART" and is_plural(doc[start - 2]) and doc[start - 2].pos_ == "NOUN":
            start -= 2  # nurses' leaders, children's charities
            continue
        if not _modifier(token):
            break
        start -= 1
        if start > 1 and doc[start - 1].lower_ in ("in", "of") and doc[start].like_num and not doc[start - 1].is_sent_start:  # six in ten residents
            back = start - 3 if doc[start - 1].lower_ == "of" and doc[start - 2].lower_ == "out" else start - 2
            start = back if doc[back].like_num and back >= doc[start].sent.start else start
    return start


def _shared(doc: Doc, left: int, head: int) -> bool:
    """Whether "X and Y heads" reads as X heads and Y heads: the parser hangs X under the head or its modifier."""
    token = doc[left]
    if not doc.has_annotation("DEP"):
        return False
    return head in {token.head.i, token.head.head.i, token.head.head.head.i} and token.i != head


def name_of(doc: Doc, start: int, end: int) -> str:
    """The words without article, first letter small unless a name or an acronym begins there."""
    while start < end - 1 and (doc[start].lower_ in _DROPPED | _OWN or doc[start].lower_ == "own"):
        start += 1
    first = doc[start]
    text = doc[start:end].text
    keeps = acronym(first) or any(letter.isupper() for letter in first.text[1:]) and not first.text.isupper() or first.pos_ == "PROPN" or first.ent_type_ or first.lower_ in pairs("parties", "parties") or first.lower_ in words("groups", "peoples") or not (first.is_sent_start or start and (doc[start - 1].is_sent_start or doc[start - 1].text in ("-", "–", "—")))
    if first.text.isupper() and len(first) > 5 and not first.ent_type_ and not text.isupper():  # FURIOUS families
        return first.lower_ + text[len(first.text):]
    if first.text[:1].isupper() and not keeps:
        text = text[0].lower() + text[1:]
    return text


def groups(doc: Doc, people: Iterable[tuple[int, int]], bodies: Iterable[tuple[int, int]]) -> list[Group]:
    """All groups in order of the text; `people` and `bodies` are the token ranges of names, taken whole or not at all."""
    persons = frozenset(i for start, end in people for i in range(start, end))
    inside = {i: (start, end) for start, end in bodies for i in range(start, end)}
    names = persons | inside.keys()
    found, at = [], 0
    for token in doc:
        if token.i < at or token.i in names or not is_collective(token):
            continue
        if token.i + 1 < len(doc) and (is_collective(doc[token.i + 1]) or doc[token.i + 1].lower_ in ("'", "'s") or doc[token.i + 1].pos_ == "NOUN" and doc[token.i + 1].dep_ != "ROOT" and token.dep_ == "compound"):
            continue
        start, end = left_edge(doc, token.i, persons), token.i + 1
        start = min(start, inside[start][0]) if start in inside else start
        if start > 0 and doc[start - 1].lower_ in _OWN | _DROPPED:
            start -= 1
        if start > 1 and doc[start - 1].lower_ == "of" and doc[start].lower_ in _OWN and (doc[start - 2].like_num or doc[start - 2].lower_ in words("groups", "quantifiers")) and start - 2 not in names:
            start -= 2  # two of his own chairmen
        if end + 1 < len(doc) and doc[end].lower_ == "and" and is_collective(doc[end + 1]) and end + 1 not in names:
            after = doc[end + 2] if end + 2 < len(doc) else None
            if after is None or after.pos_ not in ("NOUN", "PROPN", "PART") or after.i in names:
                end += 2
        if token.lower_ in words("groups", "fractions") and end + 1 < len(doc) and doc[end].lower_ == "of":  # the majority of swimmers
            last = next((t.i for t in doc[end + 1:end + 6] if (is_plural(t) or is_collective(t)) and t.pos_ in ("NOUN", "PROPN")), None)
            end = last + 1 if last is not None and not any(t.is_punct or t.pos_ in ("VERB", "AUX") for t in doc[end:last]) else end
        for skip in (1, 2):  # the trustees of the Museum of Transport
            if end + skip < len(doc) and doc[end].lower_ == "of" and end + skip in inside and inside[end + skip][0] == end + skip:
                end = inside[end + skip][1]
                break
        found.append(Group(start, end, token.i, name_of(doc, start, end)))
        at = end
    return found


def singular(noun: str) -> str:
    """The singular of a plural noun phrase's head: community trust chief executives -> community trust chief executive."""
    *front, last = noun.split(" ")
    irregular = pairs("groups", "irregular").get(last.lower())
    if irregular:
        last = irregular
    elif last.lower().endswith("ies") and len(last) > 4:
        last = last[:-3] + "y"
    elif last.lower().endswith(("sses", "shes", "ches", "xes")):
        last = last[:-2]
    elif last.endswith("s") and not last.endswith("ss"):
        last = last[:-1]
    return " ".join([*front, last])

"""Names in GUM: an entity mention whose head is a proper noun, cut down to the name itself."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

KINDS = {"person": "PERSON", "organization": "ORG", "place": "LOC"}
_BRACKET = re.compile(r"\((\d+)-([a-z]+)[^()]*(\))?|(\d+)\)")
_OUTSIDE = {"appos", "acl", "acl:relcl", "parataxis", "conj", "advcl", "list", "dep", "reparandum", "discourse"}
_PERSON = {"flat", "compound", "goeswith"}


class Mention(NamedTuple):
    """Words [start, end) and GUM's entity type."""

    start: int
    end: int
    kind: str


class Node(Protocol):
    """What of a word is read here."""

    text: str
    upos: str
    xpos: str
    head: int
    relation: str


def mentions(misc: Sequence[str]) -> list[Mention]:
    """Mentions opened and closed in the MISC fields of one sentence; what crosses the sentence's end is dropped."""
    open_: dict[str, list[tuple[int, str]]] = {}
    found = []
    for i, field in enumerate(misc):
        entity = next((part[7:] for part in field.split("|") if part.startswith("Entity=")), "")
        for match in _BRACKET.finditer(entity):
            number, kind, closed, closing = match.groups()
            if closing:
                stack = open_.get(closing)
                if stack:
                    start, held = stack.pop()
                    found.append(Mention(start, i + 1, held))
            elif closed:
                found.append(Mention(i, i + 1, kind))
            else:
                open_.setdefault(number, []).append((i, kind))
    return sorted(found)


def named(words: Sequence[Node], found: Sequence[Mention]) -> Iterator[tuple[int, int, str]]:
    """Non-overlapping names (start, end, label), the longest first where they nest."""
    names = []
    for mention in found:
        label = KINDS.get(mention.kind)
        if label and (name := _name(words, mention, label)):
            names.append((*name, label))
    taken: set[int] = set()
    kept = []
    for start, end, label in sorted(names, key=lambda name: (name[0] - name[1], name)):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            kept.append((start, end, label))
    yield from sorted(kept)


def _name(words: Sequence[Node], mention: Mention, label: str) -> tuple[int, int] | None:
    """The stretch of a mention that is the name, or None when its head is no proper noun."""
    span = range(mention.start, mention.end)
    heads = [i for i in span if words[i].head not in span or words[i].head == i]
    if len(heads) != 1 or words[heads[0]].upos != "PROPN":
        return None
    head = heads[0]
    if label == "PERSON" and words[head].xpos == "NNPS":
        return None  # a people or a party, not a person

    def inside(i: int) -> bool:
        while i != head:
            relation = words[i].relation
            if relation in _OUTSIDE or label == "PERSON" and relation not in _PERSON and words[i].upos != "PUNCT":
                return False
            i = words[i].head
        return True

    start = end = head
    while start - 1 in span and inside(start - 1) and words[start - 1].text not in ",;:()[]":
        start -= 1
    while end + 1 in span and inside(end + 1) and words[end + 1].text not in ",;:()[]":
        end += 1
    while start < head and not words[start].text[:1].isupper() and not words[start].text[:1].isdigit() or words[start].upos == "DET" and start < head:
        start += 1
    while end > head and not words[end].text[:1].isupper() and words[end].upos != "NUM":
        end -= 1
    return start, end + 1

"""The names of a document by position, for rules that look at what stands beside a name."""
from __future__ import annotations

from spacy.tokens import Doc

from kg.pipeline.capitals import acronym
from kg.pipeline.groups import singular
from kg.pipeline.lexicon import given_names, pairs, words
from kg.pipeline.name import BODY, PERSON, PLACE, UNKNOWN, Name
from kg.pipeline.roles import is_role


class Nearby:
    """The names of a document, by position."""

    def __init__(self, found: list[Name]):
        self.found = sorted(found, key=lambda name: name.start)
        self.ends = {name.start: name.end for name in self.found if name.kind == BODY and name.end - name.start > 1}

    def inside(self, start: int, end: int, *kinds: str) -> list[Name]:
        return [n for n in self.found if start <= n.start and n.end <= end and n.kind in kinds]

    def ending(self, end: int, *kinds: str) -> Name | None:
        return next((n for n in self.found if n.end == end and n.kind in kinds), None)

    def starting(self, start: int, *kinds: str) -> Name | None:
        return next((n for n in self.found if n.start == start and n.kind in kinds), None)


def is_party(doc: Doc, name: Name) -> bool:
    """Whether the name is a party's, by itself or before a politician's post: "Green councillor"."""
    text = doc[name.start:name.end].text.lower()
    return text in pairs("parties", "parties") or text in words("parties", "coloured") and political(doc, name.end)


def political(doc: Doc, i: int) -> bool:
    """Whether a politician's post stands at token i: councillor, MPs, group leader."""
    if i >= len(doc) or doc[i].is_sent_start:
        return False
    word = doc[i].lower_ if doc[i].lower_ == "group" else singular(doc[i].text).lower()
    return word in words("roles", "political") and doc[i].text[:1].islower() or word in ("mp", "msp", "mep", "td", "am", "mla")


def named_body(doc: Doc, near: Nearby, start: int, end: int) -> Name | None:
    """The first body named between two places; after for/at/of a capitalised name of unknown kind is taken for one.

    A party gives way to a body named after it: "Labour leader of Leeds City Council".
    """
    plain = words("groups", "nouns") | words("roles", "posts")
    found = [n for n in near.inside(start, end, BODY) if n.end - n.start > 1 or doc[n.start].lower_ not in plain or is_party(doc, n)]
    if found:
        later = next((n for n in found if doc[n.start - 1].lower_ == "at" or doc[n.start - 1].lower_ == "the" and doc[n.start - 2].lower_ == "at"), None)
        single = found[0].end - found[0].start == 1 and not acronym(doc[found[0].start])
        if later is None and is_party(doc, found[0]):
            later = next((n for n in found[1:] if not is_party(doc, n)), None)
        return later if later is not None and single else found[0]
    strange = [n for n in near.inside(start, end, PERSON) if not n.title and n.end - n.start > 1 and doc[n.start].lower_ not in given_names()]
    for name in near.inside(start, end, UNKNOWN) + strange:
        before = doc[name.start - 1].lower_ if name.start else ""
        earlier = doc[name.start - 2].lower_ if name.start > 1 else ""
        if (before in ("at", "for", "of") or before == "the" and earlier in ("at", "for", "of")) and name.start > start:
            if before == "at" or is_role(doc[name.start - 2 if before != "the" else name.start - 3]):
                return name
    return None


def placed(doc: Doc, near: Nearby, start: int, end: int) -> Name | None:
    """The first place (or name of unknown kind) between two tokens."""
    return next(iter(near.inside(start, end, PLACE, UNKNOWN)), None)


def after_class(doc: Doc, i: int) -> int:
    """Past the article and the noun that say what sort of body follows: "the charity | Open Rail", "campaign group | Open Rail"."""
    k = i
    if k < len(doc) and doc[k].lower_ in ("the", "a", "an"):
        k += 1
    first = k
    while k < len(doc) and k - first < 5 and doc[k].text.islower() and (doc[k].pos_ in ("NOUN", "ADJ") or doc[k].text == "-"):
        k += 1
    return k if k > first and doc[k - 1].lower_ in words("organisations", "classes") else first

"""Forms of a name in which two mentions are compared."""
from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from kg.lang import table
from kg.linking.words import initials, stem, tokens

_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_ACRONYM = re.compile(r"[A-Z][A-Za-z&]*[A-Z&][a-z]?")


def words(language: str, name: str) -> frozenset[str]:
    return frozenset(table(language, "linking")[name])


@lru_cache(maxsize=65536)
def person_key(name: str, language: str = "en") -> tuple[str, ...]:
    """First names and surname in lower case: no title, no letters after the name, no brackets. A peer keeps a title that is all there is: Lord Hope."""
    parts = [part for part in tokens(_BRACKETS.sub("", name.split(",")[0])) if part]
    titles, honours = words(language, "titles"), words(language, "honours")
    title = ""
    while len(parts) > 1 and parts[0] in titles:
        title = parts.pop(0)
    while len(parts) > 1 and parts[-1] in honours:
        parts.pop()
    if len(parts) == 1 and title in words(language, "peers"):
        parts.insert(0, title)
    return tuple(parts)


@lru_cache(maxsize=65536)
def body_key(name: str) -> str:
    """An organisation's name in lower case without 'the', brackets and marks; & reads as and."""
    plain = tokens(_BRACKETS.sub("", name).replace("&", " and "))
    if len(plain) > 1 and plain[0] == "the":
        plain = plain[1:]
    return " ".join(part.replace("'", "") for part in plain)


@lru_cache(maxsize=65536)
def group_key(name: str, language: str = "en") -> str:
    """An unnamed collective without 'some', 'most', 'the': what members of it have in common."""
    plain = tokens(name)
    skipped = words(language, "quantifiers")
    while len(plain) > 1 and plain[0] in skipped:
        plain.pop(0)
    return " ".join(plain)


def is_acronym(name: str) -> bool:
    """LGA, DoH, T&G: one word with two capitals or more."""
    return bool(_ACRONYM.fullmatch(name.strip())) and len(name.strip()) <= 8


def stands_for(short: str, name: str) -> bool:
    """Whether an acronym is made of the first letters of a name."""
    plain = tokens(name.replace("&", " and "))
    return len(plain) > 1 and short.casefold().replace("&", "") in (initials(plain), "".join(word[0] for word in plain))


def likeness(one: str, other: str, language: str = "en") -> float:
    """0-1: how alike two bodies' names are; under 0.95 unless the words that tell bodies apart are the same.

    Words that many bodies share ("royal", "college", "association") tell nothing apart; a name of such words alone is like none.
    """
    generic = words(language, "generic")
    mine, theirs = (sorted({w for w in body_key(n).split() if w not in generic}) for n in (one, other))
    if not mine or len(mine) != len(theirs) or any(fuzz.ratio(a, b) < 80 for a, b in zip(mine, theirs)):
        return 0.0
    score = fuzz.ratio(body_key(one), body_key(other)) / 100
    return score if [stem(w) for w in mine] == [stem(w) for w in theirs] else min(score, 0.94)

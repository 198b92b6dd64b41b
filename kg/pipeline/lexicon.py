"""Word lists of the language data as sets, read once."""
from __future__ import annotations

from functools import lru_cache

from kg import lang

LANGUAGE = "en"


@lru_cache(maxsize=None)
def words(table: str, *keys: str) -> frozenset[str]:
    """The list at a place of a table, lower case: words("titles", "honorific", "m")."""
    value = lang.table(LANGUAGE, table)
    for key in keys:
        value = value[key]
    return frozenset(word.lower() for word in value)


@lru_cache(maxsize=None)
def pairs(table: str, key: str) -> dict[str, str]:
    """A table of one word for another, keys lower case."""
    return {word.lower(): other for word, other in lang.table(LANGUAGE, table)[key].items()}


@lru_cache(maxsize=None)
def titles() -> frozenset[str]:
    """All words that may stand before a person's name as a title."""
    return words("titles", "honorific", "m") | words("titles", "honorific", "f") | words("titles", "honorific", "any") - {"the"} | frozenset(pairs("titles", "ranks"))


@lru_cache(maxsize=None)
def given_names() -> dict[str, str]:
    """Given name, lower case -> m, f, or "" where both bear it."""
    table = lang.table(LANGUAGE, "given_names")
    return {name.lower(): gender for gender, key in (("m", "m"), ("f", "f"), ("", "either")) for name in table[key]}


def title_gender(title: str) -> str:
    """m, f or "" for the words of a title."""
    for word in title.split():
        for gender in ("m", "f"):
            if word in words("titles", "honorific", gender) or word in words("titles", "gendered_ranks", gender):
                return gender
    return ""

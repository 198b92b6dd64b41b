"""Whether two names mean one stakeholder, and two wordings one proposal, for the purpose of scoring."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from kg import lang

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


@lru_cache
def _set(key: str) -> frozenset[str]:
    return frozenset(lang.table("en", "scoring")[key].split())


@lru_cache
def _stems(key: str) -> frozenset[str]:
    return frozenset(map(stem, _set(key)))


def words(text: str) -> list[str]:
    """Lower-cased words, accents left out, possessives kept."""
    plain = unicodedata.normalize("NFKD", text).replace("\u2019", "'").lower()
    return _WORD.findall(plain)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its ending, so that forms of it compare as equal."""
    word = word.removesuffix("'s").removesuffix("'")
    for suffix in lang.table("en", "scoring")["suffixes"]:
        rest = word.removesuffix(suffix)
        if rest != word and len(rest) >= (3 if suffix == "s" else 4):
            doubled = suffix in ("ing", "ed") and rest[-1] == rest[-2] and rest[-1] not in "ls"
            return rest[:-1] if doubled else rest
    return word


def _parts(name: str) -> list[str]:
    table = lang.table("en", "scoring")
    found = []
    for word in words(re.sub(r"\(.*?\)", " ", name)):
        word = word.removesuffix("'s")
        if word not in _set("titles"):
            found += table["long"].get(word, word).split()
    for name, others in table["same"].items():
        if " ".join(found) in others:
            return [name]
    return found


def _initials(parts: Iterable[str]) -> str:
    return "".join(part[0] for part in parts if part not in _set("unlettered"))


def _shortens(short: list[str], long: list[str]) -> bool:
    """Whether one word of `short` is the initials of a run of words of `long`, all others being equal."""
    return any(
        len(word) > 1 and short[:i] == long[:i] and short[i + 1:] == long[j:] and _initials(long[i:j]) == word
        for i, word in enumerate(short) for j in range(i + 2, len(long) + 1))


def same_name(one: str | None, other: str | None) -> bool:
    """Equal names, an acronym of the other, a surname, or a short form that tells; two people need like first names."""
    a, b = _parts(one or ""), _parts(other or "")
    if not a or not b:
        return False
    sa, sb = list(map(stem, a)), list(map(stem, b))
    if sa == sb or _shortens(a, b) or _shortens(b, a):
        return True
    if len(sa) == len(sb) == 2 and sa[1] == sb[1]:
        return a[0][0] == b[0][0] and min(len(a[0]), len(b[0])) == 1
    short, long = (sa, sb) if len(sa) <= len(sb) else (sb, sa)
    if set(short) <= _stems("shared_names"):
        return False
    return set(short) <= set(long) and (short[-1] == long[-1] or short == long[:len(short)])


def same_wording(one: str | None, other: str | None) -> bool:
    """Whether two wordings share at least half of their weight."""
    a, b = ({stem(word) for word in words(text or "") if word not in _set("stop")} for text in (one, other))
    light, shared = lang.table("en", "scoring")["shared_weight"], _stems("shared_words")

    def weight(stems: set[str]) -> float:
        return sum(light if word in shared else 1.0 for word in stems)

    return bool(a and b) and 2 * weight(a & b) / (weight(a) + weight(b)) >= 0.5

"""Whether two phrases say the same thing: shared stems, common words of policy talk weighing little."""
from __future__ import annotations

import re
from functools import lru_cache

from kg import lang

_SUFFIXES = ("isations", "izations", "isation", "ization", "ations", "ation", "ments", "ment", "ities", "ings", "ions", "ing", "ers", "ures", "ies", "ion", "ity", "ed", "es", "er", "al", "ure", "s", "e", "y")


@lru_cache
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    table = lang.table("en", "wording")
    return frozenset(table["empty"]), frozenset(stem(word) for word in table["common"])


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """'mergers', 'merging', 'merged' -> 'merg'; at least four letters stay. A noun of another form is taken for its verb: 'sale' for 'sell'."""
    word = lang.table("en", "wording")["kin"].get(word, word)
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= (3 if suffix == "s" else 4):
            word = word[: -len(suffix)]
            if suffix in ("ing", "ings", "ed", "er", "ers") and len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    return word


def stems(text: str) -> frozenset[str]:
    """The stems of a phrase's content words."""
    empty, _ = _lists()
    found = re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", text.lower().replace("'s", ""))
    return frozenset(stem(word) for word in found if word not in empty)


def weight(words: frozenset[str]) -> float:
    """How much a set of stems says."""
    _, common = _lists()
    return sum(0.4 if word in common else 1.0 for word in words)


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared weight over mean weight, 0-1 (Dice)."""
    total = weight(a) + weight(b)
    return 2 * weight(a & b) / total if total else 0.0


def containment(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared weight over the weight of the smaller set, 0-1."""
    smaller = min(weight(a), weight(b))
    return weight(a & b) / smaller if smaller else 0.0

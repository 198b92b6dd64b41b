"""How newspapers open a story: the dateline that no sentence needs, and the first words set in capitals.

Reads characters, not words; changes no length.
"""
from __future__ import annotations

import re
from functools import lru_cache

from kg import lang

_SHOUTED = re.compile(r"[^\W\d_]{2,}(?:['’][A-Z]+)?")
_MOST = 4  # words in capitals at the start of a story


@lru_cache
def _dateline() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in lang.table("en", "boilerplate")["datelines"]))


def dateline(text: str, start: int, end: int) -> int:
    """Where the words of a paragraph begin: behind "LONDON, May 3 (PA) -", else at `start`."""
    found = _dateline().match(text, start, end)
    return found.end() if found and found.end() < end else start


def lowered(text: str, start: int, end: int) -> frozenset[int]:
    """Characters of "FURIOUS families" that are capitals only because the story opens there.

    A word counts where the text also writes it small or with one capital, so that initials stay as they are; the line must go on in small letters.
    """
    found: set[int] = set()
    at = start
    for number in range(_MOST):
        word = _SHOUTED.match(text, at, end)
        if word is None or not word.group().isupper() or text[word.end():word.end() + 1].isalnum() or text[word.end():word.end() + 1] == "-" or not _elsewhere(word.group(), text):
            break
        little = number > 0 and word.group().lower() in _little()
        found.update(range(word.start() + (not little), word.end()))
        at = word.end() + 1
    rest = re.match(r"\W*\w+", text[at:end])
    return frozenset(found) if rest is not None and any(c.islower() for c in rest.group()) else frozenset()


def _elsewhere(word: str, text: str) -> bool:
    plain = word.lower()
    return plain in _little() or re.search(rf"\b(?:{re.escape(plain)}|{re.escape(plain.capitalize())})\b", text) is not None


@lru_cache
def _little() -> frozenset[str]:
    return frozenset(lang.table("en", "boilerplate")["openers"])

"""Words of a name or a proposal as sets that can be compared: folded, stemmed, synonyms joined, stance words left out."""
from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from kg.lang import table
from kg.model import normalise

_WORD = re.compile(r"[a-z0-9]+(?:['-][a-z0-9]+)*")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_SUFFIXES = ("isations", "isation", "ations", "ation", "ements", "ement", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s", "e", "y")


def tokens(text: str) -> list[str]:
    """Lower-case words without accents; inner hyphens and apostrophes stay, possessive 's goes."""
    plain = unicodedata.normalize("NFKD", normalise(text)).encode("ascii", "ignore").decode()
    plain = _THOUSANDS.sub("", plain)
    return [word.removesuffix("'s") for word in _WORD.findall(plain)]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A crude stem: forms of one verb or noun fall together; short words stay whole."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= (3 if suffix == "s" else 4) and not word.endswith("ss"):
            word = word[: -len(suffix)]
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "ls" else word


@lru_cache
def _synonyms(language: str) -> tuple[dict[tuple[str, ...], str], int]:
    """Word sequence -> the word that stands for its group, and the longest sequence."""
    groups = {tuple(tokens(phrase)): stem(tokens(group[0])[0]) if " " not in group[0] else "_".join(tokens(group[0]))
              for group in table(language, "linking")["same"] for phrase in group}
    return groups, max(map(len, groups))


@lru_cache
def _stems(language: str, *lists: str) -> frozenset[str]:
    return frozenset(form for name in lists for word in table(language, "linking")[name] for form in (word, stem(word)))


@lru_cache(maxsize=65536)
def sequence(text: str, language: str = "en", acronyms: tuple[tuple[str, str], ...] = ()) -> tuple[str, ...]:
    """The stems that say what is proposed, in order: no stop, planning or direction words.

    `acronyms` are pairs (acronym, long name) that are read as the long name.
    """
    long = dict(acronyms)
    words: list[str] = []
    for word in tokens(text):
        words += tokens(long.get(word, word))
    groups, longest = _synonyms(language)
    dropped, direction, acts = _stems(language, "stop", "planning"), _stems(language, "direction"), _stems(language, "acts")
    out: list[str] = []
    i = 0
    while i < len(words):
        for n in range(min(longest, len(words) - i), 0, -1):
            found = groups.get(tuple(words[i:i + n]))
            if found is not None:
                break
        else:
            n, found = 1, None
        one = found or stem(words[i])
        empty = n == 1 and (words[i].isdigit() or words[i] in dropped or words[i] in direction and one not in acts)
        if not empty and one not in dropped and (one not in direction or one in acts):
            out.append(one)
        i += n
    return tuple(out)


def meaning(text: str, language: str = "en") -> tuple[str, ...]:
    """The stems of `sequence`, each once."""
    return tuple(dict.fromkeys(sequence(text, language)))


def initials(words: list[str], language: str = "en") -> str:
    """The acronym of a name: first letters, short words passed over."""
    skipped = set(table(language, "linking")["skipped"])
    return "".join(word[0] for word in words if word not in skipped)


def slug(text: str, limit: int = 60) -> str:
    """A readable id: lower-case words joined by hyphens, cut at a word, never empty."""
    out = ""
    for word in tokens(text):
        part = word.replace("'", "")
        if out and len(out) + 1 + len(part) > limit:
            break
        out = f"{out}-{part}" if out else part[:limit]
    return out or "x" + "".join(f"{ord(c):x}" for c in text)[:limit]

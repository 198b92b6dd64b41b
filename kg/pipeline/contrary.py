"""Whether words name the opposite of a proposal: who is for the ward is against closing it."""
from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from kg.pipeline.acts import words
from kg.pipeline.labels import gerund
from kg.pipeline.mentions import Mention
from kg.pipeline.wording import likeness, stems

_LIKE = 0.5  # shared words of the two things, or all of the shorter name
_WHO = 4  # words of the one who does it
_LINKS = {"of", "for", "to", "from", "against", "in", "on", "by", "and", "with"}  # before the verb, they make it no clause


@lru_cache
def _endings() -> frozenset[str]:
    return frozenset(gerund(verb) for verb in words("endings"))


@lru_cache
def _keepings() -> frozenset[str]:
    return frozenset(gerund(verb) for verb in words("keeping"))


def _ended(label: str) -> str | None:
    """What a label would put an end to: 'the ward' of 'closing the ward', of 'the board closing the ward', of 'closure of the ward'; 'phones' of 'ban on phones'."""
    said = label.split(" ")
    at = next((n for n, word in enumerate(said[:_WHO + 1]) if word in _endings()), None)
    if at is not None and at + 1 < len(said) and not _LINKS & set(said[:at]):
        return " ".join(said[at + 1:])
    noun, of, rest = label.partition(" of ")
    if of and set(noun.lower().split()) & words("ending_nouns"):
        return rest
    at = next((n for n, word in enumerate(said[:_WHO]) if word.lower() in words("ending_nouns")), None)
    return " ".join(said[at + 2:]) or None if at is not None and said[at + 1:at + 2] in (["on"], ["to"], ["in"]) else None


def _ends(label: str) -> bool:
    """Whether a label names an end by a noun: 'closure of the ward'."""
    return bool(set(label.lower().split()) & words("ending_nouns"))


def ends(label: str) -> bool:
    """Whether a label names an end, by a verb or a noun."""
    return _ended(label) is not None or _ends(label)


def contrary(m: Mention, label: str) -> bool:
    """Whether a mention and the label it is put under are two sides of one thing: 'the toll' and 'scrapping the toll'."""
    own, given = _ended(m.label), _ended(label)
    if m.kind not in ("noun", "clause") or (own is None) == (given is None):
        return False
    kept, ended = (m.label, given) if given is not None else (label, own)
    assert ended is not None
    whole = kept.split(" ")[0] in _keepings() and bool(stems(ended)) and stems(ended) <= stems(kept)  # 'keeping the ward open', 'closing the ward'
    return not _ends(kept) and (whole or likeness(stems(kept), stems(ended)) >= _LIKE)


def facing(m: Mention, label: str) -> Mention:
    """The mention with its sign as the label has it."""
    return replace(m, sign=-m.sign) if contrary(m, label) else m

"""Sources known by whom they are related to: "Ann Lee's widow", "her daughter", "the family"."""
from __future__ import annotations

from kg.pipeline import nominals
from kg.pipeline.answer import Answer, individual
from kg.pipeline.cast import Cast, Mention
from kg.pipeline.lexicon import words
from kg.pipeline.phrases import Phrase, text_of


def _whose(cast: Cast, phrase: Phrase, start: int) -> str | None:
    """The name of the person whose kin a phrase means: a possessive before the noun, or a pronoun that was resolved."""
    doc = cast.doc
    named = next((m for m in cast.mentions if start <= m.start and m.end <= phrase.head and m.form == "name" and m.key.startswith("person:") and doc[m.end].lower_ in ("'s", "'")), None)
    if named is not None:
        return cast.actors[named.key].name
    mine = next((t.i for t in doc[start:phrase.head] if t.lower_ in words("pronouns", "possessive")), None)
    key = nominals.owner_of(cast, mine) if mine is not None else None
    return cast.actors[key].name if key is not None else None


def kin(cast: Cast, phrase: Phrase, start: int, end: int, direct: list[Mention]) -> Answer | None:
    """One relative as somebody without a name, several as a group, by the name of the one whose they are."""
    head = cast.doc[phrase.head]
    one, several = head.lower_ in words("holders", "kin"), head.lower_ in words("holders", "families")
    if not (one or several):
        return None
    whose = _whose(cast, phrase, start)
    if whose is None and any(t.lower_ in words("pronouns", "possessive") for t in cast.doc[max(0, phrase.start - 1):phrase.head]):
        return None
    name = f"{whose}'s {head.lower_}" if whose else text_of(cast.doc, phrase.start, phrase.end)
    key = cast.group(name, "kin") if several else individual(cast, name, None, None, "kin")
    return Answer(key, phrase.start, phrase.end, "kin", 0.75)

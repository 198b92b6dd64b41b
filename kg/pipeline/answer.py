"""What a source turns out to mean, and what all rules for sources ask."""
from __future__ import annotations

from dataclasses import dataclass

from kg.model import Actor, SpeakerKind
from kg.pipeline import nominals
from kg.pipeline.cast import Cast, Mention, key_of
from kg.pipeline.lexicon import titles, words
from kg.pipeline.roles import is_role


@dataclass(frozen=True, slots=True)
class Answer:
    """The actor a source means: key, the tokens that name it, why, and how sure. `others` spoke with it."""

    key: str
    start: int
    end: int
    how: str
    confidence: float = 1.0
    others: tuple[Mention, ...] = ()


def beside(cast: Cast, first: Mention, rest: list[Mention], end: int) -> tuple[Mention, ...]:
    """Further people joined by "and": "Ann Lee and Bo Jones"."""
    found, last = [], first
    for mention in rest:
        between = [token for token in cast.doc[last.end:mention.start] if token.lower_ not in titles()]
        if mention.key == first.key or any(token.lower_ not in ("and", ",", "the", "both") and not is_role(token) and token.lower_ not in words("roles", "openers") for token in between):
            break
        found.append(mention)
        last = mention
    return tuple(found)


def individual(cast: Cast, name: str, role: str | None, organisation: str | None, how: str) -> str:
    """The key of an unnamed individual."""
    return cast.add(key_of("anonymous", name), Actor(f"{name} (anonymous)", SpeakerKind.ANONYMOUS, role, organisation, how))


def owner(cast: Cast, start: int, end: int) -> tuple[str | None, str | None]:
    """Key and name of the body that a phrase names as owner or place of work: "a spokesman for the RMT"."""
    inside = [m for m in cast.mentions if start <= m.start and m.end <= end and m.key.startswith("organisation:")]
    if inside:
        return inside[0].key, cast.actors[inside[0].key].organisation
    for token in cast.doc[start:end]:
        if token.lower_ in words("organisations", "generic") and token.i not in {i for p in cast.places for i in range(p.start, p.end)}:
            key = nominals.body(cast, token.i)
            if key:
                return key, cast.actors[key].organisation
    return None, None

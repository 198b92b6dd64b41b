"""Whose words are told inside an attribution: user_data["inner"], for every attribution that tells of another's."""
from __future__ import annotations

from dataclasses import dataclass

from kg.model import Actor
from kg.pipeline.answer import Answer
from kg.pipeline.cast import Cast
from kg.pipeline.inner import Saying, sayings
from kg.pipeline.said import Said
from kg.pipeline.sources import resolve

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """An attribution inside another, its speaker where the words tell, and those inside it."""

    saying: Saying
    actor: Actor | None
    inner: tuple[Told, ...]


def tell(cast: Cast, attributions: list[Said], answers: dict[int, Answer]) -> dict[int, tuple[Told, ...]]:
    """Attribution id -> what its contents tell of others' words. Asked last, for it may add to the cast."""
    pronouns = {m.start: m.key for m in cast.mentions if m.form == "pronoun"}
    found = {}
    for said in attributions:
        outer = answers[said.id].key if said.id in answers else None
        told = tuple(one for span in said.content for one in _inside(cast, pronouns, span.start, span.end, outer))
        if told:
            found[said.id] = told
    return found


def _inside(cast: Cast, pronouns: dict[int, str], start: int, end: int, outer: str | None) -> tuple[Told, ...]:
    """Those told in [start, end) by somebody else than its own speaker; a pronoun must be known to mean another."""
    found = []
    for saying in sayings(cast.doc, start, end):
        personal = cast.doc[saying.who].pos_ == "PRON" and saying.source[1] - saying.source[0] == 1
        answer = resolve(cast, *saying.source) if not personal else None
        key = pronouns.get(saying.who) if personal else answer.key if answer is not None else None
        if key is None and personal or key is not None and key == outer or personal and outer is None:
            continue
        found.append(Told(saying, cast.actors[key] if key is not None else None, _inside(cast, pronouns, *saying.content, key)))
    return tuple(found)

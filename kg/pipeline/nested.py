"""What somebody says that another says, believes or fears: "Ann Lee said that Bo Frame believes the hall should close".

The words are the inner one's, reported by the outer. Requires the parse and the actors by token.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.model import Actor, SpeakerKind
from kg.pipeline.lexicon import words
from kg.pipeline.syntax import child, children, is_passive, lemma, modals, negation, surface_subject
from kg.pipeline.unresolved import named

Stretch = tuple[int, int]
_OPEN = {"might", "may", "could", "would", "should", "must", "can"}
_LEAST = 3  # words of an inner content


@dataclass(frozen=True, slots=True)
class Inner:
    """Token stretches of a saying inside a content, and who is said to hold it; nobody where it is denied: "does not believe"."""

    actor: Actor | None
    source: Stretch
    cue: Stretch
    content: Stretch


def _edges(token: Token) -> Stretch:
    """The token with all that hangs on it, without marks at its ends."""
    inside = sorted(t.i for t in token.subtree)
    start, end = inside[0], inside[-1] + 1
    while end - 1 > start and token.doc[end - 1].is_punct:
        end -= 1
    return start, end


def within(doc: Doc, content: Sequence[Stretch], speaker: Actor | None, actors: Sequence[Actor | None]) -> list[Inner]:
    """The sayings inside a content of somebody other than its speaker (None: a survey's, say), in order of place.

    "Might think" and "was told" tell nobody's words; nor does "does not believe", which is not the speaker's either.
    """
    found: list[Inner] = []
    held = {i for start, end in content for i in range(start, end)}
    for i in sorted(held):
        verb = doc[i]
        if verb.pos_ != "VERB" or lemma(verb) not in words("pronouns", "speaking") | words("pronouns", "holding") or is_passive(verb) or modals(verb) & _OPEN:
            continue
        who, what = surface_subject(verb), child(verb, "ccomp")
        if who is None or what is None or who.i not in held or what.i not in held or what.i < verb.i:
            continue
        if who.pos_ == "PRON" and not (speaker is not None and speaker.kind is not SpeakerKind.PERSON and who.lower_ in ("he", "she") and actors[who.i] is not None):  # "aides say that he hopes"
            continue
        actor = actors[who.i] or next((actors[c.i] for c in children(who, "appos") if actors[c.i] is not None), None) or named(who)
        if actor is None or actor == speaker:
            continue
        start, end = _edges(what)
        if end - start < _LEAST or any(one.content[0] <= start < one.content[1] for one in found):
            continue
        found.append(Inner(actor if negation(verb) is None else None, _edges(who), (verb.i, verb.i + 1), (start, end)))
    return found


def without(content: Sequence[Stretch], inner: Sequence[Inner]) -> tuple[Stretch, ...]:
    """What is left of a content once the sayings inside it are taken out."""
    left = list(content)
    for one in inner:
        low, high = min(one.source[0], one.content[0]), one.content[1]
        left = [piece for start, end in left for piece in ((start, min(end, low)), (max(start, high), end)) if piece[0] < piece[1]]
    return tuple(left)

"""Hopes that others will act: who says "I hope ministers will scrap the toll" takes the side, and the ministers take none.

Reads the parse and the actors.
"""
from __future__ import annotations

from spacy.tokens import Token

from kg import lang
from kg.pipeline.cues import Hit, lemmas_of
from kg.pipeline.syntax import children, is_passive, lemma, modals, passive_subject, surface_subject
from kg.pipeline.target import Target


def hoped_for(verb: Token) -> bool:
    """Whether a clause is what somebody hopes will be done: 'hopes the president will veto it'."""
    return verb.dep_ == "ccomp" and lemma(verb.head) in lemmas_of("hope-that") and bool(modals(verb))


def _acts(who: Token) -> bool:
    """Whether a noun means those who decide: ministers, a council, a name; not patients, not it."""
    deciding = (*lang.table("en", "holders")["organisations"], *lang.table("en", "roles")["posts"], *lang.table("en", "grammar")["lawmakers"])
    return who.pos_ == "PROPN" or who.pos_ == "NOUN" and lemma(who).lower() in deciding


def hoped(hit: Hit) -> Target | None:
    """What others are hoped to do, or what is hoped to be done: 'hopes ministers will scrap the toll', 'that the ward would be saved'."""
    found = next((c for c in children(hit.anchor, "ccomp") if c.i > hit.anchor.i and modals(c)), None)
    if found is None:
        return None
    if is_passive(found):
        return Target(found, subject=passive_subject(found))
    who = surface_subject(found)
    return Target(found) if who is not None and _acts(who) else None

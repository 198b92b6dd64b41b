"""The word lists of courses of action, and how much a bare noun looks like one.

Reads tags and the parse. Writes nothing.
"""
from __future__ import annotations

from spacy.tokens import Token

from kg import lang
from kg.pipeline.syntax import lemma


def words(key: str) -> frozenset[str]:
    """A word list of proposals.toml."""
    return frozenset(lang.table("en", "proposals")[key])


def act_strength(noun: Token) -> float:
    """How much a bare noun looks like an act that somebody could do."""
    name = lemma(noun)
    if name in words("never"):
        return 0.0
    if _bare_gerund(noun):
        return 0.7
    if name in words("background"):
        return 0.3
    if name in words("acts"):
        return 0.8
    if noun.pos_ == "NOUN" and len(name) > 5 and name.endswith(tuple(lang.table("en", "proposals")["act_endings"])):
        return 0.6
    if noun.tag_ == "VBG":
        return 0.7
    return 0.3


def _bare_gerund(noun: Token) -> bool:
    """Whether a noun is what a gerund before it is done to, though read as its adjective: 'merging budgets would penalise small ports'."""
    before = [c for c in noun.children if c.i < noun.i]
    return bool(before) and before[0].tag_ == "VBG" and before[0].dep_ == "amod" and noun.tag_ in ("NNS", "NN") and lemma(before[0]) in words("done_to_things") and all(c.dep_ in ("amod", "compound", "case") for c in before)


def name_of_plan(noun: Token) -> bool:
    """Whether a noun only says that something is planned, proposed or asked for."""
    return lemma(noun) in words("containers") | words("pointers")

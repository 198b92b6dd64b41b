"""Bare requests and intentions: 'Scrap the charge', 'Let's build it', 'She would close half of them'.

Requires tags and the parse. Writes nothing.
"""
from __future__ import annotations

from spacy.tokens import Token

from kg import lang
from kg.pipeline.syntax import case, children, is_passive, lemma, modals, surface_subject


def bids(verb: Token) -> bool:
    """Whether a verb without a subject opens a sentence that asks for an act."""
    if verb.pos_ != "VERB" or verb.tag_ not in ("VB", "VBP") or surface_subject(verb) is not None or modals(verb) or is_passive(verb):
        return False
    table = lang.table("en", "grammar")
    if lemma(verb) in table["idle_bids"]:
        return False
    head = verb.head
    if verb.dep_ in ("xcomp", "ccomp") and lemma(head) == "let" and head.i < verb.i and any(c.lower_ in ("us", "'s", "\u2019s") for c in head.children):
        verb = head
    elif verb.head != verb and verb.dep_ not in ("parataxis", "ccomp"):
        return False
    before = verb.i - 1
    while before >= verb.sent.start and (verb.doc[before].is_punct or verb.doc[before].lower_ in table["bid_openers"]):
        before -= 1
    return before < verb.sent.start


def would_act(verb: Token) -> bool:
    """Whether a main clause tells what somebody would do if it were his to decide."""
    auxiliaries = {c.lower_ for c in children(verb, "aux")}
    if modals(verb) != {"would"} or "have" in auxiliaries or is_passive(verb) or verb.head != verb and verb.dep_ not in ("conj", "parataxis"):
        return False
    if lemma(verb) in lang.table("en", "grammar")["idle_bids"] and lemma(verb) != "go" or "rather" in {c.lower_ for c in children(verb, "advmod")}:
        return False
    return not any(case(c).split(" ")[0] in ("if", "unless", "had") for c in children(verb, "advcl"))

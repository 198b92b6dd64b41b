"""Frames of what is only understood: a cue that names no proposal, or names it behind an if, a particle or its own noun.

Each takes the Hit and gives a Target or None; a Target without a head means what the article is about. Requires the parse.
"""
from __future__ import annotations

from spacy.tokens import Token

from kg import lang
from kg.pipeline.cues import Hit
from kg.pipeline.syntax import case, children, gerund_beside, is_passive, lemma, object_of, passive_subject
from kg.pipeline.target import Target


def object_or_implied(hit: Hit) -> Target | None:
    """The object if it is there and could be a proposal, else what the article is about."""
    prep = next((c for c in children(hit.last, "obl", "nmod") if case(c) in ("over", "against", "at", "about")), None) or next((c for c in children(hit.anchor, "obl") if case(c) in ("over", "against", "about")), None)
    if prep is not None:
        return Target(prep)
    own = object_of(hit.anchor)
    if hit.last == hit.anchor and own is not None:
        return Target(own)
    return Target(None, note="implied")


def implied(hit: Hit) -> Target | None:
    """What is meant is what the article is about; an adjective must be a predicate, not an attribute."""
    word = hit.anchor
    if word.dep_ in ("case", "mark") and hit.last == word:
        return None
    if word.pos_ in ("ADJ", "VERB") and (word.dep_ == "amod" or hit.last == word and (gerund_beside(word) is not None or any(c.i > word.i and c.dep_ in ("obl", "ccomp", "xcomp", "advcl", "obj") and case(c) not in lang.table("en", "grammar")["concessive_phrases"] for c in word.children))):
        return None
    if word.pos_ == "ADJ" and word.dep_ == "advcl" and case(word).split(" ")[0] in ("if", "when", "unless", "because", "as"):
        return None
    return Target(None, note="implied")


def threatened(hit: Hit) -> Target | None:
    """What somebody threatens over ('threatened to leave if the cut goes ahead'), or, turned, for ('unless the limit is lifted')."""
    pool = [c for head in (hit.anchor, *children(hit.anchor, "xcomp", "ccomp"), hit.last) for c in children(head, "advcl")]
    found = next((c for c in pool if case(c).split(" ")[0] in ("if", "unless")), None)
    if found is None:
        return None
    done = passive_subject(found) if is_passive(found) else None
    return Target(found, sign=1 if case(found).startswith("if") else -1, subject=done, note="threatened")


def complement_of_last(hit: Hit) -> Target | None:
    """What the cue's last noun is about: 'dropped its opposition to the merger'; else what the article is about."""
    found = next((c for c in children(hit.last, "nmod", "obl") if case(c) in ("to", "on", "about", "over", "against") and c.i > hit.last.i), None)
    found = found or next((c for c in children(hit.anchor, "obl") if case(c) in ("to", "about", "over") and c.i > hit.last.i), None)
    return Target(found) if found is not None else Target(None, note="implied")


def done_to(hit: Hit) -> Target | None:
    """What a passive phrasal verb is done to: 'plans thrown out by councillors'."""
    found = passive_subject(hit.anchor) if hit.last.dep_ == "compound:prt" and is_passive(hit.anchor) else None
    return Target(found) if found is not None else None


def bare_implied(hit: Hit) -> Target | None:
    """What is meant is what the article is about, where the cue's last noun says nothing more ('has reservations')."""
    return Target(None, note="implied") if not any(c.i > hit.last.i and c.dep_.split(":")[0] in ("nmod", "acl", "obl", "ccomp") for c in (*hit.last.children, *hit.anchor.children)) else None


def _alone(verb: Token) -> bool:
    """Whether a verb has nothing after it that says what it is done to."""
    return not any(c.i > verb.i for c in children(verb, "obj", "obl", "xcomp", "ccomp"))


def bare_verb(hit: Hit) -> Target | None:
    """The same for a verb with nothing after it ('are resisting')."""
    return Target(None, note="implied") if _alone(hit.anchor) and not is_passive(hit.anchor) else None


def bare_refused(hit: Hit) -> Target | None:
    """The same for a verb that somebody would rather not, with nothing after it ('would rather not move')."""
    verb = hit.last.head
    bare = hit.last.lower_ in ("not", "to") and verb.i > hit.last.i and _alone(verb)
    return Target(None, note="implied") if bare and lemma(verb) not in lang.table("en", "proposals")["talk"] else None


def rather(hit: Hit) -> Target | None:
    """What somebody would rather do himself: 'would rather spend the money on buses'."""
    verb = hit.last.head
    own = verb.tag_ == "VB" and hit.last.i < verb.i and not any(c.dep_ == "ccomp" or c.lower_ == "not" for c in verb.children)
    return Target(verb) if own and lemma(verb) not in {"see", "have", *lang.table("en", "proposals")["talk"]} else None


def implied_clause(hit: Hit) -> Target | None:
    """The same for a cue that has its clause in it ('pleased that they had listened')."""
    return Target(None, note="implied")


def quoted_topic(hit: Hit) -> Target | None:
    """What is meant is what the article is about, where the verb brings somebody's words."""
    sent = hit.anchor.sent
    return Target(None, note="implied") if any(t.is_quote for t in sent) or any(t.text == ":" for t in sent) else None

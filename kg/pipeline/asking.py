"""Claims of what somebody announces, asks for or would do, without a cue of taking sides.

Each rule takes the Case and the claims found so far, and gives new ones; its first sentence explains its statements to a person.
"""
from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg import lang
from kg.model import SpeakerKind, Stance
from kg.pipeline.acts import words
from kg.pipeline.bidding import bids, would_act
from kg.pipeline.casework import Case, as_written, placement, without_holder
from kg.pipeline.claims import Claim
from kg.pipeline.contrary import facing
from kg.pipeline.evidence import extent, mode
from kg.pipeline.holders import fits, resolve, speaker
from kg.pipeline.hopes import hoped_for
from kg.pipeline.inventory import closest
from kg.pipeline.mentions import mention
from kg.pipeline.outcomes import own_wish
from kg.pipeline.polarity import stated_condition
from kg.pipeline.syntax import case as case_of
from kg.pipeline.syntax import child, children, has_to, is_passive, lemma, modals, negation, surface_subject
from kg.pipeline.unasserted import question, unasserted
from kg.pipeline.valence import value as valence

_LEAD = 2  # paragraphs


def announced(case: Case, so_far: list[Claim]) -> list[Claim]:
    """The lead tells that somebody will do, or is doing, what the article is about: an act by choice is support."""
    found: list[Claim] = []
    table = lang.table("en", "proposals")
    cued = {c.anchor for c in so_far}
    for span in list(case.doc.spans["paragraphs"])[:_LEAD]:
        for token in case.doc[span.start:span.end]:
            if token.i in cued or case.scene.quoted[token.i] or token.pos_ != "VERB" or is_passive(token) or negation(token) is not None or token.dep_ not in ("ROOT", "ccomp", "conj", "parataxis") or hoped_for(token) or lemma(token) in words("refusals") | words("attitudes") | words("failing"):
                continue
            acts = modals(token) & set(table["own_modals"]) or has_to(token) or token.tag_ == "VBG"
            who = surface_subject(token)
            if not acts or modals(token) - set(table["own_modals"]) or who is None or who.pos_ == "PRON":
                continue
            m = mention(token, keep_subject=False)
            topic = closest(m.label, case.topics, 0.5) if m is not None and m.label and m.strength >= 0.6 else None
            if m is None or topic is None or topic is not case.topics[0]:
                continue
            holds = resolve(who, case.scene, None)
            if holds is None or holds.actor.kind.value not in ("organisation", "person") and not holds.actor.organisation:
                continue
            start, end = extent(case.scene, None, token.i, token.i + 1)
            found.append(Claim(holds, Stance.SUPPORTS if m.sign > 0 else Stance.OPPOSES, m, without_holder(case, holds, topic.label), m.label, start, end, token.i, token.text, "announced", mode(case.scene, None, start, end), 0.5, notes=("an act by choice",)))
    return found


def deontic(case: Case, so_far: list[Claim]) -> list[Claim]:
    """The speaker's words say that something should, must or needs to be done, or not done."""
    found = []
    table = lang.table("en", "grammar")
    for token in case.doc:
        utterance = case.scene.speaking(token.i)
        if utterance is None or utterance.actor is None or question(token):
            continue
        asks = modals(token) & set(table["deontic_modals"])
        what = token
        if not asks and lemma(token) in table["deontic_verbs"] and token.pos_ in ("VERB", "AUX"):
            inner = next((c for c in children(token, "xcomp", "ccomp") if has_to(c) or c.pos_ == "VERB"), None)
            if inner is None:
                continue
            what, asks = inner, {lemma(token)}
        if token.dep_.startswith("acl") and lemma(token.head) in words("containers"):  # 'a proposal that doctors should be allowed to charge'
            continue
        if any(g.lower_ == "no" for c in children(what, "obj") for g in children(c, "det")):  # 'should have no role in it'
            continue
        if token.dep_ != "acl:relcl" and any(c.lower_ in table["askers"] and c.i < token.i for c in token.children) or _which(token):  # 'disputes over who should pay'
            continue
        if "whether" in case_of(token).split() or not asks or "have" in {c.lower_ for c in children(token, "aux")} and not _overdue(token):
            continue
        thing = _to_be(what)
        if what.dep_.startswith("acl") and what is not token or token.tag_ == "VBN" and not modals(token) or child(what, "cop") is not None or lemma(what) == "be" and thing is None:
            continue
        m = mention(what if thing is None else thing, depth=4)
        if m is not None and thing is not None:
            m = replace(m, sign=-m.sign) if any(c.lower_ == "no" for c in children(thing, "det")) else m
            if m.kind == "name" or m.strength < 0.6:
                continue
        if m is None or (m.kind == "clause" and m.strength < 0.75):
            continue
        side = -1 if what.i != token.i and negation(token) is not None else 1
        if (felt := _felt(token)) is not None:
            if felt == 0:
                continue
            side = -side
        if token.dep_ == "ccomp" and lemma(token.head) in table["neg_raising"] and negation(token.head) is not None:
            side = -side
        placed = placement(case, m)
        if placed is None:
            continue
        label, text, notes = placed
        if own_wish(m, label, speaker(utterance), so_far):
            continue
        m = facing(m, label)
        stance = Stance.SUPPORTS if m.sign * side > 0 else Stance.OPPOSES
        strings = stated_condition(f" {token.sent.text.lower()} ")
        lean = None
        if strings is not None or _not_yet(token):
            stance, lean = Stance.CONDITIONAL, stance
        start, end = extent(case.scene, utterance, token.i, token.i + 1)
        known = closest(label, case.topics, 0.6)
        confidence = 0.6 + (0.1 if known is not None and known.own >= 2 else 0.0)
        who = speaker(utterance)
        cue = sorted(asks)[0]
        found.append(Claim(who, stance, m, label, text, start, end, token.i, cue, "deontic", mode(case.scene, utterance, start, end), confidence, lean, None if strings is None else token.sent.text[strings:].strip(), (*notes, f"'{cue}' asks for it")))
    return found


def _which(verb: Token) -> bool:
    """Whether a clause asks which one: 'agree on which hospitals should close'."""
    return any(g.lower_ in ("which", "what", "whose") and g.dep_ in ("det", "nmod:poss") for c in verb.children if c.i < verb.i for g in c.children)


def _felt(verb: Token) -> int | None:
    """-1 where what should be is called bad ('it is wrong that patients should pay'), 0 where it only astonishes; else None."""
    head, left = verb.head, verb.left_edge.i
    opening = verb.doc[max(verb.sent.start, left - 4):left]
    if any(t.lower_ == "it" for t in opening) and any(lemma(t) in lang.table("en", "grammar")["astonishing"] for t in opening):
        return 0
    if verb.dep_ not in ("ccomp", "csubj") or child(head, "expl") is None and not any(c.lower_ == "it" for c in children(head, "nsubj")):
        return None
    return -1 if negation(head) is None and valence(head) < 0 else None


def _not_yet(verb: Token) -> bool:
    """Whether something should not be done until something else is: 'should not close before the teams are in place'."""
    held = {"before", "until", "unless"}
    return negation(verb) is not None and any(case_of(c).split(" ")[0] in held and surface_subject(c) is not None for c in children(verb, "advcl", "ccomp", "obl"))


def _overdue(verb: Token) -> bool:
    """Whether what should have been done still should: 'it should have been scrapped years ago'."""
    return is_passive(verb) and any(t.lower_ in lang.table("en", "grammar")["overdue"] for t in verb.subtree)


def _to_be(verb: Token) -> Token | None:
    """What there should be: 'there should be a ban'."""
    return child(verb, "nsubj") if lemma(verb) == "be" and child(verb, "expl") is not None else None


def pledge(case: Case, so_far: list[Claim]) -> list[Claim]:
    """The speaker says what he, or the body he speaks for, will do: an act by choice is support."""
    found: list[Claim] = []
    table = lang.table("en", "grammar")
    own = {*table["first_person"], *table["third_person"], "it"}
    for token in case.doc:
        utterance = case.scene.speaking(token.i)
        if utterance is None or utterance.actor is None or token.pos_ != "VERB" or is_passive(token) or unasserted(token, argued=False):
            continue
        who = surface_subject(token)
        if who is None or who.lower_ not in own or not modals(token) & {"will", "would"} or "have" in {c.lower_ for c in children(token, "aux")} and negation(token) is not None:
            continue
        if (who.lower_ in table["first_person"]) != case.scene.quoted[token.i] or not fits(who.lower_, utterance.actor.kind):
            continue
        meant = case.scene.actors[who.i]
        if who.lower_ in ("he", "she") and meant is not None and meant != utterance.actor:  # 'Ann Lee said he would close it'
            continue
        m = mention(token, keep_subject=False)
        topic = closest(m.label, case.topics, 0.5) if m is not None and m.label and m.strength >= 0.75 else None
        if m is None or topic is None or topic is not case.topics[0]:
            continue
        strings = stated_condition(f" {token.sent.text.lower()} ")
        side = Stance.SUPPORTS if m.sign > 0 else Stance.OPPOSES
        start, end = extent(case.scene, utterance, token.i, token.i + 1)
        found.append(Claim(speaker(utterance), side if strings is None else Stance.CONDITIONAL, m, topic.label, as_written(case.doc, m), start, end,
                           token.i, token.text, "pledge", mode(case.scene, utterance, start, end), 0.5, None if strings is None else side, None if strings is None else token.sent.text[strings:], ("says he will do it",)))
    return found


def imperative(case: Case, so_far: list[Claim]) -> list[Claim]:
    """The speaker's words bid that something be done, or not: 'Scrap the charge', 'Let's build it'."""
    found = []
    for token in case.doc:
        utterance = case.scene.speaking(token.i)
        if utterance is None or utterance.actor is None or not case.scene.quoted[token.i] or not bids(token):
            continue
        m = mention(token, keep_subject=False)
        if m is None or (m.kind != "pointer" and m.strength < 0.75):
            continue
        placed = placement(case, m)
        if placed is None or closest(placed[0], case.topics, 0.6) is None:
            continue
        label, text, notes = placed
        m = facing(m, label)
        start, end = extent(case.scene, utterance, token.i, token.i + 1)
        who = speaker(utterance)
        found.append(Claim(who, Stance.SUPPORTS if m.sign > 0 else Stance.OPPOSES, m, label, text, start, end, token.i, token.text, "imperative", mode(case.scene, utterance, start, end), 0.6, notes=(*notes, "asks for it")))
    return found


def intention(case: Case, so_far: list[Claim]) -> list[Claim]:
    """What a person would do, told without a verb of saying ('She would close half of them'): an act by choice is support."""
    found = []
    for token in case.doc:
        if token.pos_ != "VERB" or case.scene.content[token.i] is not None or not would_act(token):
            continue
        who = surface_subject(token)
        holds = resolve(who, case.scene, None) if who is not None else None
        m = mention(token, keep_subject=False)
        if holds is None or holds.actor.kind is not SpeakerKind.PERSON or m is None or (m.kind != "pointer" and m.strength < 0.85):
            continue
        placed = placement(case, m)
        if placed is None:
            continue
        label, text, notes = placed
        m = facing(m, label)
        start, end = extent(case.scene, None, token.i, token.i + 1)
        found.append(Claim(holds, Stance.SUPPORTS if m.sign > 0 else Stance.OPPOSES, m, label, text, start, end, token.i, token.text, "intention", mode(case.scene, None, start, end), 0.45, notes=(*notes, "would do it")))
    return found

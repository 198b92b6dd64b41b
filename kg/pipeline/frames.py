"""Where a cue's proposal stands: one function for each word that `target` may hold in a cue table.

Each takes the Hit and gives a Target or None. Requires the parse.
"""
from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from kg import lang
from kg.pipeline.complements import adjacent_infinitive, kept_from
from kg.pipeline.cues import Hit
from kg.pipeline.hopes import hoped
from kg.pipeline.syntax import (agent, case, child, children, gerund_beside, has_to, is_passive, is_verbal, lemma, modals, negation, object_of, passive_subject, subject, surface_subject)
from kg.pipeline.target import Target
from kg.pipeline.understood import bare_implied, bare_refused, bare_verb, complement_of_last, done_to, implied, implied_clause, object_or_implied, quoted_topic, rather, threatened
from kg.pipeline.undertakings import given, going_ahead, pledged
from kg.pipeline.verdicts import cause, cause_of_good, cause_of_harm, cause_of_relief, characterised, consequence_clause, effect, judged, said_of, unproven


def object_(hit: Hit) -> Target | None:
    """What the verb acts on."""
    found = object_of(hit.anchor)
    if found is not None and taken_back(found, hit.anchor):
        return Target(None, sign=-1, note="an objection withdrawn")
    kept = kept_from(hit.anchor)
    if found is not None and kept is not None:
        return Target(kept, subject=found)
    return Target(found) if found is not None else None


def taken_back(what: Token, verb: Token) -> bool:
    """Whether 'it' is the objection that the verb before raised: 'lodged an objection but withdrew it'."""
    raised = child(verb.head, "obj") if verb.dep_ == "conj" and what.lower_ in ("it", "them") else None
    return raised is not None and lemma(raised) in lang.table("en", "grammar")["objections"]


def withdrawn(verb: Token) -> bool:
    """Whether the sentence goes on to say that what a verb raised was taken back."""
    return any(lemma(c) in lang.table("en", "proposals")["reversals"] and (what := object_of(c)) is not None and taken_back(what, c) for c in children(verb, "conj"))


def for_gerund(hit: Hit) -> Target | None:
    """What somebody is blamed or praised for doing or planning: 'attacked ministers for planning to sell'."""
    for c in (*children(hit.anchor, "advcl", "obl", "xcomp"), *(g for o in children(hit.anchor, "obj", "obl") for g in children(o, "acl", "advcl"))):
        if c.tag_ == "VBG" and c.i > hit.anchor.i and case(c) in (("of",) if lemma(hit.anchor) == "accuse" else ("for", "over")):
            inner = next(iter(children(c, "xcomp", "ccomp")), None)
            return Target(inner if inner is not None and act_verb(c) else c)
    proposals = lang.table("en", "proposals")
    planned = next((c for c in children(hit.anchor, "obl") if case(c) == "for" and (lemma(c) in proposals["containers"] or lemma(c) in proposals["acts"])), None)
    return Target(planned) if planned is not None and (is_passive(hit.anchor) or child(hit.anchor, "obj") is not None) else None


def act_verb(verb: Token) -> bool:
    """Whether a verb only announces the act in its complement ('planning to', 'wanting to')."""
    return lemma(verb) in lang.table("en", "grammar")["announcing"]


def subject_(hit: Hit) -> Target | None:
    """What the clause is about."""
    found = surface_subject(hit.anchor)
    if found is None and hit.anchor.dep_ == "conj":
        found = subject(hit.anchor)
    return Target(found) if found is not None else None


def gerund(hit: Hit) -> Target | None:
    """A gerund complement: 'favours closing', 'feared being merged'."""
    for c in hit.anchor.children:
        if c.i > hit.anchor.i and (c.tag_ == "VBG" or any(a.lower_ == "being" and a.dep_ == "aux:pass" for a in c.children)) and c.dep_ in ("xcomp", "ccomp", "obj", "advcl", "acl", "dep") and not case(c) and not any(a.dep_ == "aux" and a.tag_ in ("VBZ", "VBP", "VBD", "MD") for a in c.children):
            return Target(c)
    beside = gerund_beside(hit.anchor)
    return Target(beside) if beside is not None and beside.dep_ == "conj" else None  # 'backed the merger but opposed closing the ward': hung on the first verb


def infinitive(hit: Hit) -> Target | None:
    """The holder's own infinitive: 'plans to close', 'plans to'; not one with another's object before it."""
    verb = hit.anchor
    if verb.pos_ == "VERB" and not is_passive(verb) and child(verb, "obj", "iobj") is not None and verb.pos_ != "NOUN":
        return None
    for c in verb.children:
        if c.i > verb.i and is_verbal(c) and has_to(c) and c.dep_ in ("xcomp", "ccomp", "acl", "advcl", "dep", "csubj"):
            if surface_subject(c) is not None and verb.pos_ != "NOUN":
                continue
            return Target(c) if "whether" not in case(c).split() else None  # 'voters will decide whether to raise it'
    adjacent = adjacent_infinitive(verb)
    return Target(adjacent) if adjacent is not None else None


def later_infinitive(hit: Hit) -> Target | None:
    """The infinitive that a count or a time parts from its verb: 'voted 5-4 on Monday to build'."""
    found = next((c for c in hit.anchor.children if c.i > hit.anchor.i and c.pos_ == "VERB" and has_to(c) and c.dep_ in ("xcomp", "ccomp", "advcl")), None)
    return Target(found) if found is not None else None


def object_infinitive(hit: Hit) -> Target | None:
    """What another is asked to do: 'urged ministers to close', 'ministers were urged to close'."""
    verb = hit.anchor
    other = next((c for c in children(verb, "obj", "iobj") if c.i > verb.i), child(verb, "obj", "iobj"))
    for c in verb.children:
        if c.i > verb.i and is_verbal(c) and has_to(c) and c.dep_ in ("xcomp", "ccomp", "advcl", "obj", "dep"):
            own = surface_subject(c)
            if other is None and own is None and not is_passive(verb):
                continue
            if c.i < (other.i if other is not None else 0):
                continue
            return Target(c, subject=other if is_passive(c) else None)
    if other is not None:  # 'urged the governors to reopen' read as a modifier of the object
        for c in children(other, "acl"):
            if has_to(c) and lemma(other) not in lang.table("en", "proposals")["conferring"]:
                return Target(c)
    return None


def negated_infinitive(hit: Hit) -> Target | None:
    """What another is asked not to do; the negation is dropped, for the cue carries it."""
    found = object_infinitive(hit) or infinitive(hit)
    if found is not None and found.head is not None and negation(found.head) is not None:
        return Target(found.head, sign=-1)
    return None


def clause(hit: Hit) -> Target | None:
    """A that-clause."""
    found = next((c for c in children(hit.anchor, "ccomp") if c.i > hit.anchor.i and not has_to(c)), None)
    if found is None and lemma(hit.anchor) == "announce":  # '500 nurses are to be recruited, the minister announced'
        found = next((c for c in children(hit.anchor, "ccomp") if c.i < hit.anchor.i and (has_to(c) or modals(c))), None)
    if found is None or any(c.lower_ == "who" and c.dep_ == "nsubj" for c in found.children):  # a relative clause hung wrongly
        return None
    told = lemma(hit.anchor) in lang.table("en", "grammar")["telling"] and not any(c.dep_ == "aux" and c.tag_ == "MD" for c in found.children) and not has_to(found) and (found.tag_ in ("VBZ", "VBP", "VBD") or any(c.dep_.startswith(("aux", "cop")) and c.tag_ in ("VBZ", "VBP", "VBD") for c in found.children))
    return Target(found) if not told else None


def clause_subjunctive(hit: Hit) -> Target | None:
    """A that-clause that asks: 'recommended that the school be closed', 'insists pay should rise'."""
    found = clause(hit)
    if found is None or found.head is None:
        return None
    asks = set(lang.table("en", "grammar")["deontic_modals"])
    bare = found.head.tag_ == "VB" and not modals(found.head) or any(c.lower_ == "be" and c.dep_ in ("aux:pass", "cop") for c in found.head.children) and not modals(found.head)
    return found if modals(found.head) & asks or bare else None


def _after(hit: Hit) -> Token | None:
    """The word that the cue's closing preposition governs."""
    preposition = hit.last
    head = preposition.head
    if preposition.dep_ in ("case", "mark", "fixed", "aux") and preposition.dep_ != "fixed" and head.i > preposition.i:
        while head.pos_ in ("ADJ", "ADV", "NUM", "DET") and head.head.i > head.i and head.head.i - head.i <= 3:
            head = head.head  # 'for closer working'
        again = next((c.head for c in head.doc[head.i + 1:head.i + 2] if c.lower_ == preposition.lower_ and c.dep_ == "case"), None)
        return again if again is not None and (head.ent_type_ in ("DATE", "TIME") or lemma(head) in lang.table("en", "proposals")["times"]) else head  # 'fought for years for a wall'
    for j in range(preposition.i + 1, min(preposition.i + 8, len(preposition.doc))):
        word = preposition.doc[j]
        if word.is_sent_start or word.text in (",", ";", ":"):
            break
        if word.pos_ in ("NOUN", "PROPN", "PRON") or word.tag_ in ("VBG",) or word.pos_ == "VERB":
            while word.head.i > preposition.i and word.head.i > word.i and word.head.pos_ in ("NOUN", "PROPN") and word.dep_ in ("compound", "amod", "nmod", "nmod:poss", "flat"):
                word = word.head
            return word
    return None


def preposition(hit: Hit) -> Target | None:
    """What follows the cue's closing preposition: 'against the closure', 'called for a ban'."""
    if hit.last.dep_ == "compound:prt" and is_passive(hit.anchor):  # 'thrown out by councillors'
        return None
    found = _after(hit)
    if found is None or _later_infinitive(hit, found) is not None and lemma(hit.anchor) in ("call", "appeal", "ask", "plead"):
        return None
    return Target(found)


def predicate_of(hit: Hit) -> Target | None:
    """What a clause says that its subject is for: 'The guild is for it', 'is all for the merger'; not 'is for sale', 'is for children'."""
    noun = hit.anchor.head
    if hit.anchor.dep_ != "case" or noun.i < hit.anchor.i or child(noun, "cop") is None or surface_subject(noun) is None:
        return None
    plain = noun.pos_ in ("PRON", "DET") or child(noun, "det") is not None or is_verbal(noun)
    return Target(noun) if plain else None


def preposition_verb(hit: Hit) -> Target | None:
    """The verb or noun after a phrase that ends in 'to', 'not to', 'in'."""
    word = hit.last
    if word.head.pos_ == "NUM":  # 'voted by 34 to 12 to transfer'
        return later_infinitive(hit)
    if word.head.i > word.i and word.dep_ in ("case", "mark", "aux"):
        return Target(word.head)
    for j in range(word.i + 1, min(word.i + 6, len(word.doc))):
        if word.doc[j].pos_ == "VERB":
            return Target(word.doc[j])
    return Target(_after(hit)) if _after(hit) is not None else None


def _later_infinitive(hit: Hit, noun: Token) -> Token | None:
    """The infinitive whose subject is the noun after the preposition: 'for budgets to be merged', 'on ministers to act'."""
    if is_verbal(noun) and has_to(noun):
        return noun
    pool = [*noun.children, *hit.anchor.children, *(c for k in children(hit.anchor, "obl", "nmod") for c in k.children)]
    found = [v for v in pool if v.pos_ in ("VERB", "AUX", "ADJ", "NOUN") and v.i > noun.i and has_to(v) and v.dep_.split(":")[0] in ("xcomp", "ccomp", "advcl", "acl", "dep", "obl", "parataxis") and v.i - noun.i < 18]
    return min(found, key=lambda v: v.i) if found else None


def preposition_infinitive(hit: Hit) -> Target | None:
    """What is to happen to, or be done by, the noun after the preposition."""
    if hit.cue.pos and hit.anchor.pos_ == "NOUN":
        case_child = next((c for c in children(hit.anchor, "nmod", "acl", "advcl", "obl") if case(c).startswith(("for", "on")) and c.i > hit.anchor.i), None)
        noun = case_child
    else:
        noun = _after(hit)
    if noun is None:
        return None
    verb = _later_infinitive(hit, noun)
    return Target(verb, subject=noun if hit.last.lower_ == "for" or hit.anchor.pos_ == "NOUN" else None) if verb is not None else None


def preposition_of_for(hit: Hit) -> Target | None:
    """What a plan is for, of or on."""
    for c in children(hit.anchor, "nmod", "obl", "acl"):
        if c.i > hit.anchor.i and case(c) in ("for", "of", "on") and not (case(c) == "on" and lemma(c) in ("policy", *lang.table("en", "proposals")["topics_of_talk"])):  # 'commitments on transport policy' name none
            return Target(hit.anchor)
    return None


def that_clause(hit: Hit) -> Target | None:
    """A noun with a that-clause or a relative 'that would'."""
    for c in children(hit.anchor, "acl", "ccomp"):
        if c.i > hit.anchor.i and c.tag_ != "VBN":
            return Target(hit.anchor)
    return None


def compound(hit: Hit) -> Target | None:
    """A noun whose modifiers say what it is: 'merger plan'."""
    if any(c.dep_ == "compound" or c.dep_ == "amod" and c.tag_ == "JJ" for c in hit.anchor.children if c.i < hit.anchor.i):
        return Target(hit.anchor)
    return None


def stimulus(hit: Hit) -> Target | None:
    """What causes the feeling: the subject, or the agent of the passive."""
    verb = hit.anchor
    if is_passive(verb):
        found = agent(verb) or next((c for c in children(verb, "obl") if case(c) in ("by", "at", "over", "about")), None)
    else:
        found = surface_subject(verb)
    return Target(found) if found is not None else None


def clause_subject(hit: Hit) -> Target | None:
    """What is questioned in 'questioned whether a merger was needed'."""
    found = next((c for c in children(hit.anchor, "ccomp", "advcl", "xcomp") if "whether" in case(c).split() or "if" in case(c).split()), None)
    who = (surface_subject(found) or passive_subject(found)) if found is not None else None
    return Target(who) if who is not None else None


def failure_clause(hit: Hit) -> Target | None:
    """What was not done, to the holder's regret: 'disappointed that she held back from announcing a ban'."""
    found = next((c for c in (*children(hit.anchor, "ccomp", "advcl"), *children(hit.last, "ccomp")) if c.i > hit.anchor.i), None)
    if found is None:
        return None
    failing = set(lang.table("en", "proposals")["failing"])
    undone = negation(found) is not None or lemma(found) in failing
    if not undone:
        return None
    inner = next((c for c in children(found, "advcl", "xcomp", "obl", "obj") if c.pos_ == "VERB" or c.dep_ == "obj"), None)
    shelved = next((c for c in children(inner, "nmod") if case(c) == "of"), None) if inner is not None and lemma(inner) in lang.table("en", "proposals")["topics_of_talk"] else None
    inner = shelved if shelved is not None else inner  # 'ducked the question of free care'
    return Target(inner if lemma(found) in failing and inner is not None else found, sign=-1 if negation(found) is not None and lemma(found) not in failing else 1, note="regret that it was not done")


def planned_clause(hit: Hit) -> Target | None:
    """What a that-clause says is meant to be done: 'furious that the government intended to sell the port', 'that the port would be sold'."""
    found = clause(hit) or when(hit)
    verb = found.head if found is not None else None
    if found is None or verb is None or negation(verb) is not None or lemma(verb) in lang.table("en", "proposals")["failing"]:
        return None
    if act_verb(verb):
        meant = next((c for c in children(verb, "xcomp") if has_to(c)), None)
        return Target(meant) if meant is not None else None
    return found if has_to(verb) or modals(verb) & set(lang.table("en", "proposals")["future_modals"]) else None


def when(hit: Hit) -> Target | None:
    """What the holder was glad of: 'relieved when the clause was dropped'."""
    found = next((c for c in children(hit.anchor, "advcl", "ccomp") if c.i > hit.anchor.i and is_verbal(c) and not has_to(c)), None)
    return Target(found) if found is not None else None


def raised(hit: Hit) -> Target | None:
    """What draws a reaction from somebody: the subject of 'drew criticism from', 'was met with anger by'."""
    noun = hit.anchor.head if hit.anchor.dep_ == "amod" else hit.anchor  # 'a furious response from'
    verb = noun.head
    if not is_verbal(verb) or noun.dep_ not in ("obj", "obl") or lemma(verb) not in lang.table("en", "cues/nouns-idioms")["raising"]["verbs"]:
        return None
    found = surface_subject(verb)
    return Target(found) if found is not None else None


def object_participle(hit: Hit) -> Target | None:
    """What is wanted done: 'wants the money spent on wards', 'want it made voluntary', 'want the state running it'."""
    verb = hit.anchor
    other = child(verb, "obj")
    pool = [*children(verb, "xcomp", "ccomp"), *(children(other, "acl") if other is not None else [])]
    for c in pool:
        if (c.tag_ == "VBN" or c.tag_ == "VBG" and other is not None and c.head == verb) and c.i > verb.i and not has_to(c) and c.i - verb.i < 12:
            return Target(c, subject=other or surface_subject(c))
    return None


def thing(hit: Hit) -> Target | None:
    """The bare object of wanting: 'wants a merger', with nothing that says what is to become of it."""
    verb = hit.anchor
    found = child(verb, "obj")
    if found is None or is_passive(verb) or any(c.dep_ in ("xcomp", "ccomp") or c.dep_ == "advcl" and has_to(c) and is_passive(c) for c in verb.children) or verb.dep_.startswith("acl"):
        return None
    undone = {*lang.table("en", "proposals")["reversals"], *lang.table("en", "proposals")["endings"]}
    return Target(found) if not any(c.tag_ == "VBN" and lemma(c) in undone for c in children(found, "acl")) else None  # 'wants the toll scrapped'


def wished_thing(hit: Hit) -> Target | None:
    """The same of a wish: 'would like a cap', not 'likes a drink'."""
    return thing(hit) if "would" in modals(hit.anchor) else None


def object_place(hit: Hit) -> Target | None:
    """What somebody wants on the statute book or in force."""
    found = object_of(hit.anchor)
    if found is None or is_passive(hit.anchor):
        return None
    places = lang.table("en", "grammar")["places_of_law"]
    there = any(lemma(c) in places and case(c) in ("in", "on", "into") for head in (hit.anchor, found) for c in children(head, "obl", "nmod", "xcomp"))
    return Target(found) if there else None


def seen(hit: Hit) -> Target | None:
    """What somebody would like to see, or see done."""
    verb = hit.last
    other = child(verb, "obj")
    for c in (*children(verb, "xcomp", "ccomp"), *(children(other, "acl") if other is not None else [])):
        if c.tag_ in ("VBN", "VB", "VBG") and c.i > verb.i:
            return Target(c, subject=other or surface_subject(c))
    return Target(other) if other is not None else None


TARGETS: dict[str, Callable[[Hit], Target | None]] = {
    "object": object_, "for-gerund": for_gerund, "pledged": pledged, "given": given, "going-ahead": going_ahead, "subject": subject_, "gerund": gerund, "infinitive": infinitive, "object-infinitive": object_infinitive, "object-participle": object_participle, "seen": seen, "clause-subject": clause_subject, "thing": thing, "wished-thing": wished_thing, "predicate": predicate_of, "object-or-implied": object_or_implied,
    "negated-infinitive": negated_infinitive, "clause": clause, "clause-subjunctive": clause_subjunctive, "preposition": preposition,
    "preposition-verb": preposition_verb, "preposition-infinitive": preposition_infinitive, "preposition-of-for": preposition_of_for,
    "that-clause": that_clause, "compound": compound, "stimulus": stimulus, "consequence-clause": consequence_clause,
    "failure-clause": failure_clause, "when": when, "hoped": hoped, "planned-clause": planned_clause, "characterised": characterised, "judged": judged, "cause": cause,
    "later-infinitive": later_infinitive, "object-place": object_place, "quoted-topic": quoted_topic,
    "cause-of-harm": cause_of_harm, "cause-of-relief": cause_of_relief, "effect": effect, "cause-of-good": cause_of_good, "implied": implied, "done-to": done_to, "threatened": threatened, "noun-complement": complement_of_last, "bare-implied": bare_implied, "implied-clause": implied_clause, "bare-verb": bare_verb, "bare-refused": bare_refused, "rather": rather, "said-of": said_of, "raised": raised, "unproven": unproven,
}


def target(hit: Hit) -> Target | None:
    """The first frame of the cue that is there."""
    for name in hit.cue.target:
        found = TARGETS[name](hit)
        if found is not None:
            return found
    return None

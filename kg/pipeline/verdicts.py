"""Frames of judging: what is called good or bad, and what is said to have good or bad consequences.

Each takes the Hit and gives a Target or None. Requires the parse.
"""
from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Token

from kg import lang
from kg.model import Stance
from kg.pipeline.cues import Hit
from kg.pipeline.syntax import agent, case, child, children, clause_root, has_to, is_passive, is_verbal, lemma, modals, negation, object_of, surface_subject, tied
from kg.pipeline.target import Target


def characterised(hit: Hit) -> Target | None:
    """What is called something good or bad; the sign comes from the word it is called."""
    named = object_of(hit.anchor)
    if named is None:
        return None
    table = _valence()
    start = max(hit.last.i, named.i)
    verb = hit.anchor
    pool = [*children(verb, "xcomp", "obl", "advcl", "ccomp", "obj", "appos"), *(c for c in named.children if c.i > named.i and c.dep_.split(":")[0] in ("nmod", "appos", "acl", "xcomp"))]
    pool += [c for word in (verb, *named.subtree) for c in children(word, "obl", "advcl") if case(c) == "as"]  # 'described it as "deeply disappointing"'
    for c in sorted(pool, key=lambda c: c.i):
        if c.i <= start and is_passive(verb) is False and c.i <= named.i:
            continue
        deeper = [w for n in children(c, "nmod", "obl", "conj") for w in (n, *children(n, "amod", "compound"))]
        near = (c, *children(c, "amod", "compound"))
        found = [(word, sign) for word in (*near, *deeper) if (sign := table.get(lemma(word)) or table.get(word.lower_) or table.get(_hyphened(word)))]
        found = [(word, sign) for word, sign in found if sign < 0 or word in near]  # 'a reward for bad management'
        if found:
            word, sign = next(((w, s) for w, s in found if s < 0), found[0])
            return Target(named, sign=sign * (-1 if negation(c) is not None else 1) * lessened(word), note=f"called '{word.text}'")
    return None


def _hyphened(word: Token) -> str:
    """The word with what hyphens tie to its front: 'game-changer' where the text has three tokens."""
    first = word
    while (before := tied(first)) is not None and before.i >= word.sent.start:
        first = before
    return word.doc[first.i:word.i + 1].text.lower()


def lessened(word: Token) -> int:
    """-1 where a degree word turns an evaluation round: 'the least bad way', 'less fair'; else 1."""
    before = word.nbor(-1) if word.i > word.sent.start else None
    return -1 if before is not None and before.lower_ in lang.table("en", "grammar")["lessening"] else 1


@lru_cache
def _valence() -> dict[str, int]:
    """Evaluative word -> +1 good, -1 bad, from the evaluation table."""
    signs: dict[str, int] = {}
    for name in ("evaluation", "evaluation-words"):
        for entry in lang.table("en", f"cues/{name}")["cue"]:
            for word in entry["lemmas"]:
                signs[word] = 1 if entry["stance"] == "supports" else -1
    return signs


def _judged(hit: Hit) -> Target | None:
    word = hit.anchor if hit.last == hit.anchor else hit.last  # 'short-sighted' is three words
    predicate = word
    if child(word, "cop") is None:
        head = word.head
        if word.dep_ == "amod" and child(head, "cop") is not None and lemma(head) in lang.table("en", "proposals")["light_nouns"]:
            predicate = head  # 'is a good thing'
        elif word.dep_ in ("obj", "xcomp") and lemma(head) in ("make", "be", "seem", "look", "become", "represent", "remain", "prove", "appear", "sound"):
            predicate = head  # 'makes sense', 'seems wrong'
        elif word.dep_ == "conj" and child(head, "cop") is not None and surface_subject(word) is None:
            predicate = head
        else:
            return None
    if child(word, "cop") is None and predicate is word and word.dep_ in ("xcomp", "obl", "advcl", "ccomp") and lemma(word.head) in lang.table("en", "grammar")["naming_verbs"]:
        return None
    who = surface_subject(predicate)
    extraposed = next((c for c in predicate.children if c.i > predicate.i and c.dep_ in ("csubj", "ccomp", "xcomp", "advcl", "acl") and is_verbal(c) and (has_to(c) or c.dep_ in ("ccomp", "csubj") or c.tag_ == "VBG")), None)
    if who is not None and who.lower_ in ("it", "there") or child(predicate, "expl") is not None:
        if extraposed is not None and has_to(extraposed) and not (lemma(extraposed) == "do" and object_of(extraposed) is None):  # 'the right thing to do'
            return Target(extraposed)
        if extraposed is not None and extraposed.dep_ in ("ccomp", "csubj") and not modals(extraposed):
            return None  # 'it is a disgrace that ...' judges a fact
        later = next((c for c in children(predicate, "advcl", "ccomp", "csubj") if c.i > predicate.i and case(c).startswith("for")), None)
        if later is not None:
            return Target(later)
    if who is None:
        clause_ = next((c for c in children(predicate, "csubj")), None)
        return Target(clause_) if clause_ is not None else None
    return Target(who)


def judged(hit: Hit) -> Target | None:
    """What an evaluative predicate is said of: its subject, or the clause that 'it' stands for."""
    found = _judged(hit)
    return replace(found, sign=-found.sign, note=f"only '{hit.anchor.nbor(-1).text}' so") if found is not None and lessened(hit.anchor) < 0 else found


def said_of(hit: Hit) -> Target | None:
    """What a phrase of judging is said of; a bad word inside a good phrase turns it ('sends a terrible signal')."""
    found = _said_of(hit)
    bad = hit.cue.stance is Stance.SUPPORTS and any(_valence().get(lemma(c)) == -1 for t in hit.anchor.doc[hit.anchor.i:hit.last.i + 1] for c in children(t, "amod"))
    return replace(found, sign=-found.sign) if found is not None and bad else found


def _said_of(hit: Hit) -> Target | None:
    """What a phrase of judging is said of, wherever the parser hangs the phrase; a verdict that is a sentence judges what the article is about."""
    word = hit.anchor
    for _ in range(4):
        who = surface_subject(word)
        if lemma(word) in lang.table("en", "grammar")["naming_verbs"] and word.i < hit.anchor.i:
            who = object_of(word)  # 'called the decision a breath of fresh air'
        if child(word, "expl") is not None:  # 'it is not acceptable to close it'
            asked = next((c for c in word.children if c.i > hit.last.i and c.dep_ in ("csubj", "ccomp", "xcomp", "advcl", "acl") and has_to(c)), None)
            if asked is not None:
                return Target(asked)
            if hit.last.tag_ == "VBG" and who is None:  # 'it was worth trying'
                return Target(None, note="implied")
        if who is not None:
            break
        clause_ = next(iter(children(word, "csubj")), None)
        if clause_ is not None and clause_.i < hit.anchor.i:
            return Target(clause_)
        if word.dep_ == "nsubj" and child(word.head, "expl") is not None:  # 'there was no alternative', 'there is no alternative to closure'
            other = next((c for c in children(word, "nmod") if case(c) == "to"), None)
            return Target(other) if other is not None else Target(None, note="implied")
        if word.head.i == word.i or word.dep_ in ("acl:relcl", "advcl", "nsubj", "appos"):
            return Target(None, note="implied") if word.dep_ == "ROOT" and not is_verbal(word) else None
        word = word.head
    else:
        return None
    if who.lower_ in lang.table("en", "grammar")["first_person"] or who.i > hit.anchor.i:
        return None
    if who.lower_ in ("it", "there") and not set(hit.words.split()) & {"chance", "opportunity", "hope"}:  # 'it was the best chance to end the divide'
        asked = next((c for c in (*word.children, *hit.anchor.children, *hit.last.children) if c.i > hit.last.i and c.dep_ in ("csubj", "ccomp", "xcomp", "advcl", "acl") and has_to(c)), None)
        if asked is not None:
            return Target(asked)
    return Target(who)


def unproven(hit: Hit) -> Target | None:
    """What there is no evidence that it does good: 'no evidence that mergers save money'."""
    mark = hit.last
    found = mark.head if mark.dep_ == "mark" else None
    goods = {word for cue in lang.table("en", "cues/consequence")["cue"] if cue["stance"] == "supports" for word in cue.get("lemmas", [])} | {"cut", "reduce", "shorten", "lower"}
    who = surface_subject(found) if found is not None and lemma(found) in goods else None
    return Target(who) if who is not None else None


def _cause_in(verb: Token) -> Token | None:
    """What a clause about consequences says would bring them: its subject, or an if- or under-phrase."""
    table = lang.table("en", "proposals")
    for c in verb.children:
        if c.dep_ == "advcl" and case(c).split(" ")[0] in ("if",) and not any(w.lower_ == "only" for w in (*children(c, "advmod"), *children(verb, "advmod"))):
            return c
    who = None if is_passive(verb) else surface_subject(verb)  # what is done to something is not its doing
    for c in children(verb, "obl", "advmod"):
        if case(c) in table["under"] and (lemma(c) in table["containers"] or lemma(c) in table["pointers"] or lemma(c) in table["acts"]):
            return c
    by = agent(verb) if is_passive(verb) else None
    return by or who


def effect(hit: Hit) -> Target | None:
    """What somebody fears will come of it: 'fear job losses'; where the words say of what ('if the ward shuts'), that is the other frames'."""
    found = child(hit.anchor, "obj")
    told = any(set(case(c).split()) & {"if", "unless", "when"} for c in children(hit.anchor, "advcl", "ccomp"))
    return Target(found) if found is not None and not is_passive(hit.anchor) and not told else None


def consequence_clause(hit: Hit) -> Target | None:
    """What would cause the thing that is feared or warned of; only the future and the possible count."""
    found = next((c for c in children(hit.anchor, "ccomp", "acl", "xcomp", "parataxis", "obj") if c.i > hit.anchor.i and is_verbal(c) and not has_to(c)), None)
    if found is None and hit.anchor.pos_ == "NOUN":
        found = next((c for c in hit.anchor.head.children if c.dep_ == "ccomp" and c.i > hit.anchor.i), None)
    future = {"would", "could", "will", "might", "may"}
    if found is None:
        later = hit.anchor.doc[hit.anchor.i + 1:hit.anchor.sent.end]
        said = len(later) > 3 and (later[0].lower_ == "that" or later[0].pos_ in ("DET", "NOUN", "PRON", "ADJ")) and any(w.lower_ in future and w.tag_ == "MD" for w in later)
        return Target(None, note="consequence") if said else None
    could = modals(found) & {*future, "can"}
    if not could:
        return None
    cause = _cause_in(found)
    return Target(cause, note="consequence")


def cause(hit: Hit) -> Target | None:
    """What is said to have the consequence."""
    found = _cause_in(clause_root(hit.anchor)) if hit.anchor.pos_ != "VERB" else _cause_in(hit.anchor)
    if found is None and hit.anchor.dep_ in ("xcomp", "conj", "advcl", "ccomp"):
        found = _cause_in(hit.anchor.head) if is_verbal(hit.anchor.head) else None
    return Target(found, note="consequence") if found is not None else None


def cause_of_good(hit: Hit) -> Target | None:
    """What is said to bring something good; not where verbs that may bring anything ('bring', 'create') bring a harm."""
    found = cause(hit)
    table = lang.table("en", "cues/consequence")["harms"]
    if found is None or lemma(hit.anchor) not in table["carriers"]:
        return found
    signs = _valence()
    brought = {name for c in children(hit.anchor, "obj", "ccomp", "xcomp") for w in (c, *children(c, "compound", "amod", "nmod", "conj")) for name in (lemma(w), _hyphened(w))}
    return None if brought & (set(table["words"]) - set(table["losses"])) or any(signs.get(n) == -1 for n in brought) else found


def cause_of_relief(hit: Hit) -> Target | None:
    """What is said to put an end to a harm: 'would cut delays'."""
    ended = child(hit.anchor, "obj")
    harms = lang.table("en", "cues/consequence")["harms"]
    return cause(hit) if ended is not None and {lemma(ended), ended.lower_} & {*harms["words"], *harms["nuisances"]} else None


def cause_of_harm(hit: Hit) -> Target | None:
    """What is said to bring a harm, where the thing brought is one ('lead to chaos', 'cost jobs')."""
    found = cause(hit)
    if found is None:
        return None
    if len(hit.words.split()) > 2 or hit.words.startswith("put"):
        return found
    harms = set(lang.table("en", "cues/consequence")["harms"]["words"])
    losses = set(lang.table("en", "cues/consequence")["harms"]["losses"])
    good_when_cut = lemma(hit.anchor) in ("reduce", "cut", "limit")
    brought = [w for c in (*children(hit.anchor, "obj", "obl", "ccomp", "xcomp"),) for w in (c, *children(c, "compound", "amod", "nmod", "conj"))]
    names = {lemma(w) for w in brought} | {w.lower_ for w in brought} | {_hyphened(w) for w in brought}
    if good_when_cut:
        if names & losses:
            return found
        return Target(found.head, sign=-1, note="consequence") if names & (harms - losses) else None
    signs = _valence()
    if names & (harms - losses) or any(signs.get(n) == -1 for n in names):
        return found
    return None

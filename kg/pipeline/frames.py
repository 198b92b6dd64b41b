"""Where a cue's proposal stands: one function for each word that `target` may hold in a cue table.

Each takes the Hit and gives a Target or None. Requires the parse.
"""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg import lang
from kg.pipeline.cues import Hit
from kg.pipeline.mentions import adjacent_infinitive
from kg.pipeline.syntax import (agent, case, child, children, clause_root, has_to, is_passive, is_verbal, lemma, modals,
                                negation, object_of, passive_subject, subject, surface_subject)


@dataclass(frozen=True, slots=True)
class Target:
    """The word that heads the proposal; `sign` -1 where the frame turns it round; `head` None where only the context tells.

    `subject` is the noun that a subjectless clause is about, where the frame knows it ('for budgets to be merged').
    """

    head: Token | None
    sign: int = 1
    note: str = ""
    subject: Token | None = None


def object_(hit: Hit) -> Target | None:
    """What the verb acts on."""
    found = object_of(hit.anchor)
    return Target(found) if found is not None else None


def for_gerund(hit: Hit) -> Target | None:
    """What somebody is blamed or praised for doing or planning: 'attacked ministers for planning to sell'."""
    for c in (*children(hit.anchor, "advcl", "obl", "xcomp"), *(g for o in children(hit.anchor, "obj", "obl") for g in children(o, "acl", "advcl"))):
        if c.tag_ == "VBG" and c.i > hit.anchor.i and case(c) in (("of",) if lemma(hit.anchor) == "accuse" else ("for", "over")):
            inner = next(iter(children(c, "xcomp", "ccomp")), None)
            return Target(inner if inner is not None and act_verb(c) else c)
    return None


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
    """A gerund complement: 'favours closing'."""
    for c in hit.anchor.children:
        if c.i > hit.anchor.i and c.tag_ == "VBG" and c.dep_ in ("xcomp", "ccomp", "obj", "advcl", "acl", "dep") and not case(c):
            return Target(c)
    return None


def infinitive(hit: Hit) -> Target | None:
    """The holder's own infinitive: 'plans to close', 'plans to'; not one with another's object before it."""
    verb = hit.anchor
    if verb.pos_ == "VERB" and not is_passive(verb) and child(verb, "obj", "iobj") is not None and verb.pos_ != "NOUN":
        return None
    for c in verb.children:
        if c.i > verb.i and is_verbal(c) and has_to(c) and c.dep_ in ("xcomp", "ccomp", "acl", "advcl", "dep", "csubj"):
            if surface_subject(c) is not None and verb.pos_ != "NOUN":
                continue
            return Target(c)
    adjacent = adjacent_infinitive(verb)
    return Target(adjacent) if adjacent is not None else None


def later_infinitive(hit: Hit) -> Target | None:
    """The infinitive that a count or a time parts from its verb: 'voted 5-4 on Monday to build'."""
    found = next((c for c in hit.anchor.children if c.i > hit.anchor.i and c.pos_ == "VERB" and has_to(c) and c.dep_ in ("xcomp", "ccomp", "advcl")), None)
    return Target(found) if found is not None else None


def object_infinitive(hit: Hit) -> Target | None:
    """What another is asked to do: 'urged ministers to close', 'ministers were urged to close'."""
    verb = hit.anchor
    other = child(verb, "obj", "iobj")
    for c in verb.children:
        if c.i > verb.i and is_verbal(c) and has_to(c) and c.dep_ in ("xcomp", "ccomp", "advcl", "obj", "dep"):
            own = surface_subject(c)
            if other is None and own is None and not is_passive(verb):
                continue
            if c.i < (other.i if other is not None else 0):
                continue
            return Target(c)
    if other is not None:  # 'urged the governors to reopen' read as a modifier of the object
        for c in children(other, "acl"):
            if has_to(c):
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
    if found is None or any(c.lower_ == "who" and c.dep_ == "nsubj" for c in found.children):  # a relative clause hung wrongly
        return None
    return Target(found)


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
        return head
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
    found = _after(hit)
    if found is None or _later_infinitive(hit, found) is not None and lemma(hit.anchor) in ("call", "appeal", "ask", "plead"):
        return None
    return Target(found)


def preposition_verb(hit: Hit) -> Target | None:
    """The verb or noun after a phrase that ends in 'to', 'not to', 'in'."""
    word = hit.last
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
        if c.i > hit.anchor.i and case(c) in ("for", "of", "on"):
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


def _cause_in(verb: Token) -> Token | None:
    """What a clause about consequences says would bring them: its subject, or an if- or under-phrase."""
    table = lang.table("en", "proposals")
    for c in verb.children:
        if c.dep_ == "advcl" and case(c).split(" ")[0] in ("if",):
            return c
    who = None if is_passive(verb) else surface_subject(verb)  # what is done to something is not its doing
    for c in children(verb, "obl", "advmod"):
        if case(c) in table["under"] and (lemma(c) in table["containers"] or lemma(c) in table["pointers"] or lemma(c) in table["acts"]):
            return c
    by = agent(verb) if is_passive(verb) else None
    return by or who


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
    return Target(inner if lemma(found) in failing and inner is not None else found, sign=-1 if negation(found) is not None and lemma(found) not in failing else 1, note="regret that it was not done")


def when(hit: Hit) -> Target | None:
    """What the holder was glad of: 'relieved when the clause was dropped'."""
    found = next((c for c in children(hit.anchor, "advcl", "ccomp") if c.i > hit.anchor.i and is_verbal(c) and not has_to(c)), None)
    return Target(found) if found is not None else None


def characterised(hit: Hit) -> Target | None:
    """What is called something good or bad; the sign comes from the word it is called."""
    named = object_of(hit.anchor)
    if named is None:
        return None
    table = _valence()
    start = max(hit.last.i, named.i)
    verb = hit.anchor
    pool = [*children(verb, "xcomp", "obl", "advcl", "ccomp", "obj", "appos"), *(c for c in named.children if c.i > named.i and c.dep_.split(":")[0] in ("nmod", "appos", "acl", "xcomp"))]
    for c in sorted(pool, key=lambda c: c.i):
        if c.i <= start and is_passive(verb) is False and c.i <= named.i:
            continue
        deeper = [w for n in children(c, "nmod", "obl", "conj") for w in (n, *children(n, "amod", "compound"))]
        near = (c, *children(c, "amod", "compound"))
        found = [(word, sign) for word in (*near, *deeper) if (sign := table.get(lemma(word)) or table.get(word.lower_))]
        found = [(word, sign) for word, sign in found if sign < 0 or word in near]  # 'a reward for bad management'
        if found:
            word, sign = next(((w, s) for w, s in found if s < 0), found[0])
            return Target(named, sign=sign * (-1 if negation(c) is not None else 1) * lessened(word), note=f"called '{word.text}'")
    return None


def lessened(word: Token) -> int:
    """-1 where a degree word turns an evaluation round: 'the least bad way', 'less fair'; else 1."""
    before = word.nbor(-1) if word.i > word.sent.start else None
    return -1 if before is not None and before.lower_ in lang.table("en", "grammar")["lessening"] else 1


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
    if who is not None and who.lower_ in ("it", "there"):
        if extraposed is not None and has_to(extraposed):
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
    """What a phrase of judging is said of, wherever the parser hangs the phrase; a verdict that is a sentence judges what the article is about."""
    word = hit.anchor
    for _ in range(4):
        who = surface_subject(word)
        if lemma(word) in lang.table("en", "grammar")["naming_verbs"] and word.i < hit.anchor.i:
            who = object_of(word)  # 'called the decision a breath of fresh air'
        if who is not None:
            break
        clause_ = next(iter(children(word, "csubj")), None)
        if clause_ is not None and clause_.i < hit.anchor.i:
            return Target(clause_)
        if word.head.i == word.i or word.dep_ in ("acl:relcl", "advcl", "nsubj", "appos"):
            return Target(None, note="implied") if word.dep_ == "ROOT" and not is_verbal(word) else None
        word = word.head
    else:
        return None
    if who.lower_ in lang.table("en", "grammar")["first_person"] or who.i > hit.anchor.i:
        return None
    if who.lower_ in ("it", "there"):
        asked = next((c for c in (*word.children, *hit.anchor.children, *hit.last.children) if c.i > hit.last.i and c.dep_ in ("csubj", "ccomp", "xcomp", "advcl", "acl") and has_to(c)), None)
        if asked is not None:
            return Target(asked)
    return Target(who)


def raised(hit: Hit) -> Target | None:
    """What draws a reaction from somebody: the subject of 'drew criticism from', 'was met with anger by'."""
    verb = hit.anchor.head
    if not is_verbal(verb) or hit.anchor.dep_ not in ("obj", "obl") or lemma(verb) not in lang.table("en", "cues/nouns-idioms")["raising"]["verbs"]:
        return None
    found = surface_subject(verb)
    return Target(found) if found is not None else None


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
    brought = {lemma(w) for c in children(hit.anchor, "obj", "ccomp", "xcomp") for w in (c, *children(c, "compound", "amod", "nmod", "conj"))}
    return None if brought & (set(table["words"]) - set(table["losses"])) or any(signs.get(n) == -1 for n in brought) else found


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
    names = {lemma(w) for w in brought} | {w.lower_ for w in brought}
    if good_when_cut:
        if names & losses:
            return found
        return Target(found.head, sign=-1, note="consequence") if names & (harms - losses) else None
    signs = _valence()
    if names & (harms - losses) or any(signs.get(n) == -1 for n in names):
        return found
    return None


def object_participle(hit: Hit) -> Target | None:
    """What is wanted done: 'wants the money spent on wards', 'want it made voluntary'."""
    verb = hit.anchor
    other = child(verb, "obj")
    pool = [*children(verb, "xcomp", "ccomp"), *(children(other, "acl") if other is not None else [])]
    for c in pool:
        if c.tag_ == "VBN" and c.i > verb.i and not has_to(c) and c.i - verb.i < 12:
            return Target(c, subject=other or surface_subject(c))
    return None


def thing(hit: Hit) -> Target | None:
    """The bare object of wanting: 'wants a merger', with nothing that says what is to become of it."""
    verb = hit.anchor
    found = child(verb, "obj")
    if found is None or is_passive(verb) or any(c.dep_ in ("xcomp", "ccomp") for c in verb.children) or verb.dep_.startswith("acl"):
        return None
    return Target(found)


def object_place(hit: Hit) -> Target | None:
    """What somebody wants on the statute book or in force."""
    found = object_of(hit.anchor)
    if found is None or is_passive(hit.anchor):
        return None
    places = lang.table("en", "grammar")["places_of_law"]
    there = any(lemma(c) in places and case(c) in ("in", "on", "into") for head in (hit.anchor, found) for c in children(head, "obl", "nmod", "xcomp"))
    return Target(found) if there else None


def quoted_topic(hit: Hit) -> Target | None:
    """What is meant is what the article is about, where the verb brings somebody's words."""
    sent = hit.anchor.sent
    return Target(None, note="implied") if any(t.is_quote for t in sent) or any(t.text == ":" for t in sent) else None


def seen(hit: Hit) -> Target | None:
    """What somebody would like to see, or see done."""
    verb = hit.last
    other = child(verb, "obj")
    for c in (*children(verb, "xcomp", "ccomp"), *(children(other, "acl") if other is not None else [])):
        if c.tag_ in ("VBN", "VB", "VBG") and c.i > verb.i:
            return Target(c, subject=other or surface_subject(c))
    return Target(other) if other is not None else None


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
    if word.pos_ in ("ADJ", "VERB") and (word.dep_ == "amod" or hit.last == word and any(c.i > word.i and c.dep_ in ("obl", "ccomp", "xcomp", "advcl", "obj") for c in word.children)):
        return None
    if word.pos_ == "ADJ" and word.dep_ == "advcl" and case(word).split(" ")[0] in ("if", "when", "unless", "because", "as"):
        return None
    return Target(None, note="implied")


TARGETS: dict[str, Callable[[Hit], Target | None]] = {
    "object": object_, "for-gerund": for_gerund, "subject": subject_, "gerund": gerund, "infinitive": infinitive, "object-infinitive": object_infinitive, "object-participle": object_participle, "seen": seen, "clause-subject": clause_subject, "thing": thing, "object-or-implied": object_or_implied,
    "negated-infinitive": negated_infinitive, "clause": clause, "clause-subjunctive": clause_subjunctive, "preposition": preposition,
    "preposition-verb": preposition_verb, "preposition-infinitive": preposition_infinitive, "preposition-of-for": preposition_of_for,
    "that-clause": that_clause, "compound": compound, "stimulus": stimulus, "consequence-clause": consequence_clause,
    "failure-clause": failure_clause, "when": when, "characterised": characterised, "judged": judged, "cause": cause,
    "later-infinitive": later_infinitive, "object-place": object_place, "quoted-topic": quoted_topic,
    "cause-of-harm": cause_of_harm, "cause-of-good": cause_of_good, "implied": implied, "said-of": said_of, "raised": raised,
}


def target(hit: Hit) -> Target | None:
    """The first frame of the cue that is there."""
    for name in hit.cue.target:
        found = TARGETS[name](hit)
        if found is not None:
            return found
    return None

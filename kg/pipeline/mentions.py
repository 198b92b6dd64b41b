"""From a word to the course of action it names: its extent, its label, and which way round it is put.

Reads the parse and entities. Writes nothing.
"""
from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg import lang
from kg.pipeline.acts import act_strength, name_of_plan, words
from kg.pipeline.complements import adjacent_infinitive, complement, described, kept_from, taken_for_another
from kg.pipeline.labels import clause_label, gerund_label, join, linear_label, noun_label, trimmed
from kg.pipeline.syntax import case, child, children, has_to, is_name, is_passive, is_predicate, is_verbal, lemma, negation, object_of, surface_subject, tied


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a course of action.

    `sign` is -1 where the words ask for the opposite ('drop the plan', 'not to close'); `kind` is clause, noun, name or
    pointer; a pointer ('the plans', 'it') has no label until it is resolved. `strength`, 0-1, is how surely this is a
    course of action.
    """

    start: int
    end: int
    head: int
    label: str
    kind: str
    sign: int = 1
    strength: float = 0.5
    word: str = ""


def extent(token: Token) -> tuple[int, int]:
    """Where the words of a mention with this head begin and end."""
    governed = any(c.dep_ == "case" for c in token.children)
    tokens = trimmed(token, *(("nsubj", "cop", "case", "aux", "advmod", "advcl") if governed else ()))
    return tokens[0].i, tokens[-1].i + 1


def mention(head: Token, *, depth: int = 4, keep_subject: bool = True, about: Token | None = None) -> Mention | None:
    """The course of action that a word heads, or None where it cannot be one."""
    if depth == 0:
        return None
    if head.pos_ in ("DET", "PRON") and (parted := next((c for c in children(head, "nmod") if case(c) == "of"), None)) is not None:
        return mention(parted, depth=depth - 1)  # 'some of the plans'
    if head.pos_ == "PRON" or (head.pos_ == "DET" and not list(head.children)):
        return _pronoun(head)
    governed = any(c.dep_ == "case" and c.i < head.i for c in head.children)
    if head.i > 0 and head.nbor(-1).lower_ == "to" and (head.tag_ == "VB" or taken_for_another(head)) or head.pos_ in ("VERB", "AUX") and head.dep_ not in ("compound", "amod") or child(head, "cop") is not None and head.dep_ not in ("obj", "obl", "nmod") and not governed:
        return _clause(head, depth, keep_subject, about)
    if head.pos_ in ("NOUN", "PROPN", "X", "SYM", "ADJ", "NUM"):
        found = _noun(head, depth)
        if found is not None and found.kind == "noun" and found.label in words("vague") and any(c.lower_ in ("any", "the", "this", "that") for c in children(head, "det")):
            return replace(found, label="", kind="pointer", strength=0.7)  # 'any change in this parliament'
        return found
    return None


def _pronoun(head: Token) -> Mention | None:
    table = lang.table("en", "grammar")
    if head.lower_ in table["neuter"] or head.lower_ in ("they", "them"):
        return Mention(head.i, head.i + 1, head.i, "", "pointer", strength=0.5, word=head.lower_)
    return None


def _modifiers(noun: Token) -> list[Token]:
    """Compound and adjectival words that say what the plan is: 'merger plan', 'smoking ban'."""
    weak = words("determiners")
    return [c for c in children(noun, "compound", "amod", "nmod", "nummod") if c.i < noun.i and c.lower_ not in weak and c.dep_ != "nmod:poss"
            and not (c.dep_ == "amod" and c.tag_ in ("JJR", "JJS")) and c.ent_type_ not in ("PERSON", "DATE")]


def _says_what(container: Token) -> bool:
    """Whether the word before a container names the act that is planned: 'toll plan'."""
    return any(c.i == container.i - 1 and act_strength(c) >= 0.7 for c in children(container, "compound"))


def _name(head: Token) -> str:
    """The noun's lemma, with what hyphens tie to its front where the lists know the whole: 'shake-up', 'u-turn'."""
    first = tied(head)
    whole = f"{first.lower_}-{lemma(head)}" if first is not None else ""
    return whole if whole in words("containers") | words("pointers") | words("acts") | words("reversal_nouns") | words("standing_still") | words("about_turns") else lemma(head)


def _noun(head: Token, depth: int) -> Mention | None:
    name = _name(head)
    start, end = extent(head)
    ahead = _to_come(head, "acl", "xcomp")
    if ahead is not None and depth > 1 and not is_passive(ahead) and object_of(ahead) is not None and head.sent[-1].text not in ".!?":  # a headline: 'Trust to take over social workers'
        return _clause(ahead, depth - 1, True, None)
    done = next((c for c in children(head, "acl") if has_to(c) and is_passive(c) and name not in words("containers")), None)
    done = done or _headlined(head)
    if done is not None and depth > 1:
        inner = _clause(done, depth - 1, True, head)
        if inner is not None:
            return replace(inner, start=min(start, inner.start))
    if head.ent_type_ in ("PERSON", "DATE", "TIME", "MONEY", "QUANTITY", "PERCENT", "CARDINAL", "ORDINAL") or head.pos_ == "NUM":
        return None
    if head.tag_ == "$" and not children(head, "nmod", "acl"):  # a sum without what it is for
        return None
    if name in words("refusals"):
        for c in children(head, "nmod", "obl"):
            if case(c) in ("to", "of"):
                inner = mention(c, depth=depth - 1)
                if inner is not None:
                    return replace(inner, sign=-inner.sign, start=min(start, inner.start), end=max(end, inner.end))
    if name in words("reversal_nouns"):
        for c in children(head, "nmod", "obl"):
            if case(c) in ("to", "of", "on", "in", "for", "over"):
                inner = mention(c, depth=depth - 1)
                if inner is not None and _is_plan(inner, c):
                    return replace(inner, sign=-inner.sign, start=min(start, inner.start), end=max(end, inner.end))
                if inner is not None and inner.label and any(c.lower_ in ("an", "a") for c in children(head, "det")):
                    return Mention(start, end, head.i, noun_label(head), "noun", strength=0.75, word=name)  # 'an end to short sentences'
    if name in words("containers") and complement(head) is None and any(c.lower_ in words("standing") for c in children(head, "amod")):
        return Mention(start, end, head.i, noun_label(head), "noun", strength=0.3, word="standing")  # 'the present law' is what a plan would change
    granted = adjacent_infinitive(head) if name in words("conferring") else None
    if granted is not None and lemma(granted) in words("refusals") | words("reversals"):  # who wants 'the power to veto plans' wants the power
        return Mention(start, end, head.i, noun_label(head), "noun", strength=0.75, word=name)
    if name in words("containers"):
        found = complement(head)
        if found is not None and found[1] == "noun" and case(found[0]) == "of" and any(case(c) in ("to", "from", "into") for n in (head, found[0]) for c in children(n, "nmod", "obl")):
            return Mention(start, end, head.i, noun_label(head), "noun", strength=0.75, word=name)  # 'the move of staff to councils'
        if found is not None and found[1] == "noun" and case(found[0]) == "for" and _says_what(head):
            return Mention(start, end, head.i, noun_label(head), "noun", strength=0.75, word=name)  # 'toll plan for the bridge'
        if found is not None:
            what, how = found
            inner = mention(what, depth=depth - 1, keep_subject=how in ("for-clause", "clause"))
            if inner is not None and (inner.kind != "pointer" or lemma(what) not in words("pointers")):
                return replace(inner, start=min(start, inner.start), end=max(end, inner.end), strength=max(0.9, inner.strength), word=name) if inner.label else inner
        told = name in words("told_by_noun") and any(c.pos_ == "NOUN" for c in children(head, "compound"))
        if told or _modifiers(head) and name not in words("plain_containers"):
            return Mention(start, end, head.i, noun_label(head), "noun", strength=0.75, word=name)
        if any(c.lower_ in ("a", "an") for c in children(head, "det")) and any(case(c) in ("in", "to", "of") and c.i > head.i for c in children(head, "nmod")):
            return Mention(start, end, head.i, noun_label(head), "noun", strength=0.75, word=name)  # 'a change in the law'
        if name in words("pointers") and any(c.lower_ in words("alike") for c in children(head, "amod")):
            return None  # 'a similar scheme' is another one
        if name in words("own_right") and any(c.lower_ in ("a", "an") for c in children(head, "det")) and not children(head, "acl"):
            return Mention(start, end, head.i, noun_label(head), "noun", strength=0.75, word=name)  # 'called for a referendum'
        if name in words("pointers") and not described(head):
            if children(head, "amod") and not children(head, "det", "nmod:poss"):
                return Mention(start, end, head.i, noun_label(head), "noun", strength=0.7, word=name)  # 'national rules' are not those that were named
            return Mention(start, end, head.i, "", "pointer", strength=0.8, word=name)
        return Mention(start, end, head.i, noun_label(head), "noun", strength=0.7, word=name) if described(head) or found is not None else None
    if name in words("about_turns") and complement(head) is None:
        return Mention(start, end, head.i, "", "pointer", -1, 0.7, name)
    if name in words("standing_still") and complement(head) is None and any(c.lower_ in ("the", "this", "that") for c in children(head, "det")) and not _modifiers(head):
        return Mention(start, end, head.i, "", "pointer", -1, 0.7, name)
    if name in words("pointers") and not _modifiers(head) and not children(head, "nmod:of", "acl") and not any(case(c) in ("of", "for", "to", "between") for c in children(head, "nmod")):
        if any(c.lower_ in ("the", "this", "that", "these", "such", "those", "its", "their", "any") for c in children(head, "det", "nmod", "amod")):
            return Mention(start, end, head.i, "", "pointer", strength=0.7, word=name)
    if name in words("never") and not _modifiers(head):
        return None
    strength = act_strength(head)
    if strength >= 0.6 and any(c.lower_ == "that" for a in children(head, "acl", "ccomp") for c in children(a, "mark")):
        strength = 0.3  # a warning that something will happen is no act
    if name.lower() == "law" and any(c.lower_ in words("fields_of_law") and c.i == head.i - 1 for c in head.children):
        return None  # 'international law'
    if is_name(head) and (name.lower() in words("containers") or name.lower() in words("acts")) and _named_parts(head):
        return Mention(start, end, head.i, noun_label(head), "noun", strength=0.8, word=name.lower())
    if is_name(head):
        strength = 0.3 if head.ent_type_ in ("ORG", "GPE", "LOC", "NORP", "FAC", "") else 0.4
        return Mention(start, end, head.i, noun_label(head), "name", strength=strength, word=name)
    if strength >= 0.6 or _modifiers(head) or children(head, "nmod", "acl"):
        bonus = 0.1 if children(head, "nmod") or _modifiers(head) else 0.0
        return Mention(start, end, head.i, noun_label(head), "noun", strength=min(1.0, strength + bonus), word=name)
    return Mention(start, end, head.i, noun_label(head), "noun", strength=strength, word=name)


def _to_come(noun: Token, *kinds: str) -> Token | None:
    """The infinitive right behind the noun that a headline hangs on: 'Trust to take over social workers'."""
    return next((c for c in children(noun, *kinds) if noun.dep_ == "ROOT" and c.i == noun.i + 2 and has_to(c)), None)


def _headlined(noun: Token) -> Token | None:
    """What a headline says that something is to do: 'Council tax to rise by 5pc'."""
    verb = _to_come(noun, "acl")
    return verb if verb is not None and verb.tag_ == "VB" and not name_of_plan(noun) else None


def _named_parts(head: Token) -> bool:
    """Whether a capitalised 'Bill' or 'Scheme' has a name of its own: 'the Public Data Bill'."""
    return any(c.dep_ in ("compound", "amod", "nmod", "flat") and c.i < head.i and c.pos_ in ("PROPN", "NOUN", "ADJ") for c in head.children)


def _is_plan(inner: Mention, head: Token) -> bool:
    """Whether a mention is a plan (which can be dropped) rather than a thing that exists (dropping it is the proposal)."""
    return inner.kind == "pointer" or lemma(head) in words("containers") or lemma(head) in words("pointers") or act_strength(head) >= 0.6 and lemma(head) in words("acts") and _future(head)


def _future(noun: Token) -> bool:
    marks = {"proposed", "planned", "expected", "threatened", "mooted", "suggested", "future"}
    return any(c.lower_ in marks for c in children(noun, "amod")) or lemma(noun) in {"merger", "closure", "sale", "takeover", "expansion", "privatisation", "privatization", "demolition", "cut", "rise", "increase", "extension", "integration", "reorganisation", "strike", "invasion", "cull"}


def _with_object(verb: Token) -> Token | None:
    """The object, or what stands after 'with' ('press ahead with the plans'), 'for', 'against', 'to', 'on'."""
    found = object_of(verb)
    if found is not None:
        return found
    for c in children(verb, "obl"):
        if case(c).split(" ")[-1] in ("with", "for", "against", "to", "on", "behind"):
            return c
    return None


def _fought_over(verb: Token, opponent: Token) -> Token | None:
    """What a quarrel is about: 'fight the minister over the closure'."""
    return next((c for head in (verb, opponent) for c in children(head, "obl", "nmod") if case(c) in ("over", "about")), None)


def _again(verb: Token, depth: int) -> Mention | None:
    """What somebody is to think again about: 'asked the council to reconsider', 'to think again about the closure'."""
    name = lemma(verb)
    if any(" ".join(t.lower_ for t in verb.doc[verb.i + 1:verb.i + 1 + len(phrase.split())]) == phrase for phrase in words("starting_again")) and not is_passive(verb):
        return Mention(verb.i, verb.i + 1, verb.i, "", "pointer", 1 if negation(verb) is not None else -1, 0.6, "implied")
    particle = next((c.lower_ for c in verb.children if c.i > verb.i and f"{name} {c.lower_}" in words("second_thoughts")), None)
    if name not in words("second_thoughts") and particle is None or object_of(verb) is not None and particle is None or is_passive(verb):
        return None
    sign = 1 if negation(verb) is not None else -1
    over = next((c for c in (*children(verb, "advcl", "obl"), *(n for a in children(verb, "advmod") for n in children(a, "obl", "advcl"))) if c.i > verb.i and case(c) in ("about", "over", "on")), None)
    inner = mention(over, depth=depth - 1) if over is not None else None
    if inner is not None:
        return replace(inner, sign=sign * inner.sign)
    return Mention(verb.i, verb.i + 1, verb.i, "", "pointer", sign, 0.6, "implied") if over is None else None


def _done_to(thing: Token, verb: Token, depth: int) -> Mention | None:
    """What a verb is done to; where it hangs on that very noun ('for the project to be scrapped'), the noun without it."""
    start, _ = extent(thing)
    if verb.head == thing and verb.dep_ == "acl" and is_passive(verb) and has_to(verb) and lemma(thing) not in words("containers"):
        return Mention(start, thing.i + 1, thing.i, noun_label(thing, verb), "name" if is_name(thing) else "noun", strength=max(0.6, act_strength(thing)), word=lemma(thing))
    if lemma(thing) not in words("containers") or (complement(thing) or (None,))[0] != verb:
        return mention(thing, depth=depth - 1)
    if lemma(thing) in words("pointers") and not _modifiers(thing) and any(c.lower_ in ("the", "this", "these", "its", "their") for c in children(thing, "det", "nmod")):
        return Mention(start, thing.i + 1, thing.i, "", "pointer", strength=0.8, word=lemma(thing))
    return Mention(start, thing.i + 1, thing.i, noun_label(thing, verb), "noun", strength=0.75, word=lemma(thing))


def _leave(verb: Token, depth: int) -> Mention | None:
    """What somebody is to give leave for: 'grant consent for the quarry'; 'grant consent', where it is whatever is planned."""
    given = object_of(verb) if lemma(verb) in words("granting_leave") and not is_passive(verb) else None
    if given is None or lemma(given) not in words("leave"):
        return None
    what = next((c for c in (*children(given, "nmod"), *children(verb, "obl")) if case(c) in ("for", "to") and c.i > given.i), None)
    sign = -1 if negation(verb) is not None else 1
    if what is not None:
        inner = mention(what, depth=depth - 1)
        return replace(inner, sign=sign * inner.sign) if inner is not None and (inner.kind == "pointer" or inner.strength >= 0.6) else None
    return Mention(verb.i, given.i + 1, verb.i, "", "pointer", sign, 0.6, "leave") if adjacent_infinitive(given) is None else None


def _onward(verb: Token) -> Mention | None:
    """Going on without a word on what with, which is whatever is planned: 'determined to press ahead', 'urged them not to proceed'."""
    name, particles = lemma(verb), [c for c in children(verb, "compound:prt", "advmod") if c.i == verb.i + 1]
    said = next((f"{name} {c.lower_}" for c in particles), name)
    with_what = children(verb, "obj", "xcomp", "ccomp") or [c for c in children(verb, "obl") if case(c) not in words("regardless")] or any(children(c, "obl", "nmod") for c in particles)
    if said not in words("pressing_on") or with_what or not has_to(verb) and verb.tag_ != "VBG" or surface_subject(verb) is not None:
        return None
    return Mention(verb.i, verb.i + len(said.split()), verb.i, "", "pointer", -1 if negation(verb) is not None else 1, 0.6, "going along")


def _misread(verb: Token) -> Token | None:
    """The noun right behind a verb that the parser took for a verb: 'vow to fight bypass'."""
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    taken = after is not None and after.head == verb and after.dep_ in ("xcomp", "ccomp") and after.tag_ in ("VB", "VBP") and lemma(after) in words("acts")
    return after if taken else None


def _clause(verb: Token, depth: int, keep_subject: bool, about: Token | None = None) -> Mention | None:
    name = lemma(verb)
    asked = next((c for c in children(verb, "xcomp", "ccomp", "advcl", "acl") if has_to(c) and c.i > verb.i), None) if name in words("asking") and verb.tag_ == "VBG" else None
    if asked is not None and depth > 1:  # 'calling on ministers to drop the bill'
        return _clause(asked, depth - 1, False)
    if (verb.dep_ != "acl:relcl" or case(verb)) and any(c.tag_ == "WP" and c.i < verb.i for c in verb.children):
        return None  # 'an open mind on who should pay'
    start, end = extent(verb)
    again = _again(verb, depth) or _leave(verb, depth) or _onward(verb)
    if again is not None:
        return again
    noun = _misread(verb) if name in words("refusals") else None
    if noun is not None:
        label = " ".join(join(trimmed(part)) for part in (noun, *children(verb, "obl")))
        return Mention(start, end, noun.i, label, "noun", -1 if negation(verb) is None else 1, 0.8, lemma(noun))
    kept_thing = object_of(verb) if name in words("keeping") else None
    if kept_thing is not None and kept_thing.pos_ == "PRON" and kept_thing.lower_ in ("it", "them"):  # 'voted to save it' where it was to close
        return Mention(verb.i, verb.i + 1, verb.i, "", "pointer", 1 if negation(verb) is not None else -1, 0.6, "kept")
    if name in words("staying") and has_to(verb) and any(c.i > verb.i and c.lower_ in words("stays") for c in children(verb, "xcomp", "advmod", "amod", "obj")):  # 'wants the wards to stay open'
        return Mention(verb.i, verb.i + 1, verb.i, "", "pointer", 1 if negation(verb) is not None else -1, 0.6, "kept")
    if about is not None:
        start = min(start, about.left_edge.i)
    if verb.tag_ == "VBG" and child(verb, "cop") is not None and child(verb, "case") is not None:  # 'was not against pooling': the negation is that of 'against'
        return Mention(verb.i, end, verb.i, gerund_label(verb), "clause", 1, 0.8, name)
    sign = -1 if negation(verb) is not None else 1
    particle = next((c.lower_ for c in verb.children if c.dep_ == "compound:prt" or c.dep_ == "advmod" and f"{name} {c.lower_}" in words("phrasal_reversals")), "")
    left = next((c for c in children(verb, "obl") if case(c) in ("from", "of")), None) if f"{name} {particle}" in words("phrasal_reversals") else None
    done_upon = about if is_passive(verb) and object_of(verb) is None else None
    inner_head = done_upon or _with_object(verb) or left
    halted = object_of(verb) if name == "call" and not is_passive(verb) else None
    if halted is not None and lemma(halted) in words("called_on"):  # 'to call a halt to the closure', 'to call a halt'
        inner = next((found for c in (*children(halted, "nmod"), *children(verb, "obl")) if case(c) in ("to", "on") and (found := mention(c, depth=depth - 1)) is not None), None)
        return replace(inner, start=min(start, inner.start), end=max(end, inner.end), sign=-sign * inner.sign) if inner is not None else Mention(start, end, verb.i, "", "pointer", -sign, 0.6, "halt")
    shelved = name == "put" and any(lemma(c) in words("shelves") and case(c) == "on" for c in children(verb, "obl", "nmod"))
    undone = f"{name} {particle}" in words("undoings") and inner_head is not None and name_of_plan(inner_head)
    reverses = shelved or undone or name in words("reversals") or f"{name} {particle}" in words("phrasal_reversals")
    against = inner_head is not None and case(inner_head) == "against"
    if name in words("disclosing"):  # 'a paper to be published': what counts is what it holds
        held = mention(inner_head, depth=depth - 1) if inner_head is not None and depth > 1 and inner_head.i != verb.head.i else None
        if held is None or held.kind == "pointer" or held.strength >= 0.6 or is_passive(verb):
            return held
    says_no, says_yes = shelved or name in words("refusals"), name in words("assents")
    if inner_head is not None and (reverses or says_no) and (issue := _fought_over(verb, inner_head)) is not None:
        inner = mention(issue, depth=depth - 1)
        if inner is not None and inner.kind != "name":
            return replace(inner, start=min(start, inner.start), end=max(end, inner.end), sign=-sign * inner.sign, strength=max(inner.strength, 0.75))
    kept = kept_from(verb) if reverses or says_no else None
    if kept is not None and inner_head is not None and depth > 1:
        inner = _clause(kept, depth - 1, True, inner_head)
        return replace(inner, start=min(start, inner.start), end=max(end, inner.end), sign=-sign * inner.sign) if inner is not None else None
    if inner_head is not None and (says_no or says_yes) and inner_head.ent_type_ != "PERSON":
        inner = _done_to(inner_head, verb, depth)
        if name in words("putting_off") and lemma(inner_head) in words("verdicts"):
            return None  # to delay a decision is to take none
        planned = reverses and name not in words("combats")  # what is dropped was planned; what is fought may be an illness
        if inner is not None and planned and inner.strength <= 0.5 and len(inner.label.split()) >= 2:
            inner = replace(inner, strength=0.6)
        if inner is not None and (inner.kind == "pointer" or inner.strength > 0.5 or planned or name in words("attitudes")):
            return replace(inner, start=min(start, inner.start), end=max(end, inner.end), sign=sign * inner.sign * (-1 if says_no else 1))
    if name in ("make", "take", "reach") and inner_head is not None and lemma(inner_head) in words("verdicts"):
        return None  # to make decisions is no course of action
    if inner_head is not None and (reverses or name in words("furthering")):
        inner = _done_to(inner_head, verb, depth)
        if inner is not None and (inner.kind == "pointer" or lemma(inner_head) in words("containers") or reverses and (particle or _is_plan(inner, inner_head))):
            turned = -1 if reverses or against else 1
            if name == "make" and children(verb, "xcomp"):
                return None  # 'to make them compulsory' is not to make them
            if name not in ("make", "take", "have", "give", "do", "see", "get", "bring", "keep", "go") or inner.kind == "pointer":
                return replace(inner, start=min(start, inner.start), end=max(end, inner.end), sign=sign * turned * inner.sign)
    if reverses:
        opened = next((c for c in children(verb, "xcomp", "ccomp", "obl", "advcl") if c.pos_ == "VERB" and c.tag_ == "VBG"), None)
        if opened is not None and not is_passive(verb):
            inner = _clause(opened, depth - 1, keep_subject) if depth > 1 else None
            if inner is not None:
                return replace(inner, start=start, sign=-sign * inner.sign)
    if inner_head is None and f"{name} {particle}".strip() in words("going_along") and not children(verb, "obl", "xcomp", "ccomp", "advcl"):
        return Mention(start, end, verb.i, "", "pointer", sign, 0.6, "going along")  # 'refused to sign up'
    if name in words("talk") and not is_passive(verb):
        opened = next((c for c in children(verb, "xcomp", "ccomp") if is_verbal(c)), None)
        if name in ("want", "like", "hope", "see", "consider", "look", "agree", "vote", "get", "think") and opened is not None and depth > 1:
            inner = _clause(opened, depth - 1, keep_subject or name == "see")
            return replace(inner, sign=sign * inner.sign) if inner is not None else None
        if name not in ("go", "do", "get", "have", "become", "run", "come", "vote", "examine", "study", "consider") and child(verb, "cop") is None:
            return None
    means = next((c for c in children(verb, "advcl") if c.tag_ == "VBG" and case(c) == "by"), None)
    if means is not None and name in words("talk") and inner_head is None and depth > 1:  # 'go further by giving carers a right'
        inner = _clause(means, depth - 1, keep_subject)
        if inner is not None:
            return replace(inner, sign=sign * inner.sign)
    label = clause_label(verb, keep_subject, about) if not taken_for_another(verb) else ""
    if len(label.split()) < 2 and verb.i > 0 and verb.nbor(-1).lower_ == "to":
        label = linear_label(verb)
        if len(label.split()) >= 2 and name not in words("talk"):
            return Mention(start, max(end, min(verb.i + len(label.split()) + 1, len(verb.doc))), verb.i, label, "clause", sign, 0.75, name)
    if label in ("going", "moving") and any(c.lower_ == "further" for c in verb.children):
        return None  # 'to go further' does not say where
    if len(label.split()) < 2 and child(verb, "cop") is None:
        return Mention(start, end, verb.i, label, "clause", sign, 0.35, name)
    weak = is_predicate(verb) or name in words("talk") and not (name in words("light_verbs") and len(label.split()) >= 4) or (object_of(verb) is None and about is None and not children(verb, "obl"))
    done_to = about if about is not None and is_passive(verb) else object_of(verb)
    pronoun = done_to is not None and done_to.pos_ == "PRON" and (not is_passive(verb) or len(label.split()) < 3)
    return Mention(start, end, verb.i, label, "clause", sign, 0.4 if weak or pronoun else 0.85, name)

"""What a noun for a plan is a plan for: 'plans | to close', 'a call | for', 'proposals that doctors | should'.

Reads the parse. Writes nothing.
"""
from __future__ import annotations

from spacy.tokens import Token

from kg import lang
from kg.pipeline.acts import words
from kg.pipeline.syntax import case, children, has_to, is_name, is_passive, is_verbal, lemma, surface_subject


def complement(noun: Token) -> tuple[Token, str] | None:
    """What a container noun is a plan, bill or call for: a clause, a noun after a preposition, or its compound."""
    adjacent = adjacent_infinitive(noun)
    if adjacent is not None and not (is_passive(adjacent) and lemma(adjacent) in words("disclosing")):  # 'plans to be unveiled next week'
        return adjacent, "clause"
    said = _asks(noun)
    if said is not None:
        return said, "clause"
    held = next((c for c in children(noun, "acl") if c.i > noun.i and is_verbal(c) and {"should", "must"} & {a.lower_ for a in children(c, "aux")} and any(m.lower_ == "that" and m.dep_ == "mark" for m in c.children)), None)
    if held is not None:  # 'a proposal that doctors should be allowed to charge'
        return held, "clause"
    for c in noun.children:
        if c.i > noun.i and c.dep_ in ("acl", "ccomp", "xcomp", "advcl", "dep") and c.pos_ in ("VERB", "AUX") and has_to(c) and not (is_passive(c) and lemma(c) in words("disclosing")):
            return c, "clause"
    for c in children(noun, "nmod", "obl", "acl", "advcl"):
        if c.i < noun.i:
            continue
        which = case(c)
        c = _measured(c) or c
        if which in ("for", "of", "on", "to", "over", "about", "towards", "in favour of") and c.ent_type_ not in ("PERSON", "DATE", "TIME"):
            if which == "for" and c.pos_ in ("NOUN", "PROPN"):
                later = next((v for v in (*children(c, "acl"), *children(noun, "acl", "ccomp", "advcl", "xcomp")) if v.pos_ in ("VERB", "AUX") and has_to(v) and v.i > c.i and lemma(v) not in words("disclosing")), None)
                if later is not None:
                    return later, "for-clause"
            return c, "clause" if c.pos_ == "VERB" and c.tag_ == "VBG" else "noun"
    if noun.i + 1 < len(noun.doc) and (far := _hung_elsewhere(noun)) is not None:
        return far, "noun"
    for c in children(noun, "acl"):  # 'an order franchising all routes'
        if c.tag_ == "VBG" and c.i > noun.i and c.i - noun.i <= 2:
            return c, "clause"
    for c in children(noun, "acl", "ccomp", "appos"):
        if c.i > noun.i and is_verbal(c) and c.dep_ in ("acl", "ccomp") and c.tag_ != "VBN" and any(m.lower_ == "that" for m in children(c, "mark")):
            return c, "clause"
    relative = next((c for c in children(noun, "acl") if c.dep_ == "acl:relcl" and {"would", "will", "could"} & {a.lower_ for a in children(c, "aux")}), None)
    if relative is not None and surface_subject(relative) in (noun, None) and (lemma(relative) in words("unfolding") and not is_name(noun) or "," not in noun.doc[relative.left_edge.i - 1:relative.left_edge.i + 1].text):
        return relative, "relative"
    return None


def _measured(share: Token) -> Token | None:
    """What a share is a measure of, hung beside it: 'a plan for a 16 percent "port tax"'."""
    return next((c for c in children(share.head, "nmod") if 0 < c.i - share.i <= 5 and not case(c)), None) if lemma(share) in ("percent", "cent") else None


def _asks(noun: Token) -> Token | None:
    """What a motion, letter or petition says, wherever the parser hung it: 'signed a motion calling on ministers to act'."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < noun.sent.end else None
    return after if after is not None and after.tag_ == "VBG" and lemma(noun) in words("motions") and lemma(after) in words("asking") | words("refusals") | words("assents") else None


def _hung_elsewhere(noun: Token) -> Token | None:
    """What a plan is for where the parser hung it on the verb: 'threw its weight behind proposals for a single assessment'."""
    link = noun.nbor(1)
    what = link.head
    fits = link.lower_ == "for" and link.dep_ == "case" and what.i > link.i and what.dep_ == "obl" and what.head != noun and what.pos_ in ("NOUN", "PROPN")
    return what if fits and what.ent_type_ not in ("PERSON", "DATE", "TIME", "ORG", "GPE", "NORP") else None


def taken_for_another(word: Token) -> bool:
    """Whether a word is a verb that the tagger takes for an adjective or a noun: 'plans to fine councils'."""
    after = word.nbor(1) if word.i + 1 < len(word.doc) else None
    return word.lower_ in words("taken_for_others") and word.tag_ in ("JJ", "NN") and after is not None and after.pos_ in ("NOUN", "PROPN", "DET", "ADJ", "PRON")


def adjacent_infinitive(noun: Token) -> Token | None:
    """The infinitive right after a noun ('plans to close'), wherever the parser hung it."""
    doc = noun.doc
    at = noun.i + 1
    if at < len(doc) and doc[at].lower_ in lang.table("en", "grammar")["owner_prepositions"]:  # 'a proposal by the board to close'
        edge = max((w.i for w in doc[at].head.subtree if doc[at].head.i > at and w.i < at + 9), default=at)
        at = next((j for j in range(at, min(edge + 2, len(doc))) if doc[j].lower_ == "to"), at)
    if at + 1 >= len(doc) or doc[at].lower_ != "to" or doc[at + 1].is_sent_start:
        return None
    mark = doc[at]
    if taken_for_another(doc[at + 1]):
        return doc[at + 1]
    if mark.head.pos_ in ("VERB", "AUX") and mark.head.i > mark.i and mark.head.tag_ in ("VB", "", "VBN"):
        return mark.head
    return next((doc[j] for j in range(at + 1, min(at + 4, len(doc))) if doc[j].tag_ in ("VB", "VBP")), None)


def kept_from(verb: Token) -> Token | None:
    """What somebody is kept from doing: 'blocked the mine from opening'."""
    return next((c for c in children(verb, "advcl", "xcomp", "ccomp", "obl") if c.i > verb.i and c.tag_ == "VBG" and case(c) == "from"), None)


def described(noun: Token) -> bool:
    """Whether a participle clause says which plan is meant: 'a scheme limited to proof of age', but not 'proposals backed by doctors'."""
    return any(c.dep_ == "acl" and c.i > noun.i and len(list(c.subtree)) >= 3 and c.doc[c.left_edge.i - 1].text != "," and c.doc[c.left_edge.i].text != "," and not {lemma(c), *(lemma(k) for k in children(c, "xcomp"))} & (words("disclosing") | words("taking_sides")) for c in noun.children)

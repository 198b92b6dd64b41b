"""Posts and bodies that a clause tells: who chairs BODY, NAME is chair of BODY, BODY, led by NAME, for BODY NAME said."""
from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from kg.pipeline.lexicon import words
from kg.pipeline.name import BODY, PERSON, PLACE, UNKNOWN, Name
from kg.pipeline.nearby import Nearby, after_class
from kg.pipeline.post import STANDING_IN, Post, read_role
from kg.pipeline.roles import forward, is_role


def relative(doc: Doc, near: Nearby, i: int) -> Iterable[Post]:
    """NAME, who is ROLE of BODY / who chairs BODY / whose company BODY. Token i is the pronoun."""
    if doc[i].lower_ == "whose":
        yield from _whose(doc, near, i)
        return
    k = i + 1
    while k < len(doc) and k < i + 4 and doc[k].pos_ == "ADV":
        k += 1
    if k + 1 >= len(doc):
        return
    if doc[k].lower_ in ("is", "was", "became", "has") or doc[k].lemma_ == "be":
        role = forward(doc, k + 1, near.ends)
        if role is not None and doc[k].lower_ != "was":
            yield read_role(doc, near, role)
            k = role.end
        elif [t.lower_ for t in doc[k + 1:k + 4]] == ["in", "charge", "of"] or doc[k + 1].lower_ == "responsible":
            yield from _workplace(doc, near, k + 2)
            return
    for verb in doc[k:k + 12]:
        if verb.text in ".;:)" or verb.is_sent_start:
            return
        perfect = verb.i > 0 and doc[verb.i - 1].lower_ in ("has", "have")
        present = verb.lemma_ in ("found", "co-found") or not verb.lower_.endswith(("ed", "led", "ran")) or perfect
        if _leads(verb) and (verb.i == k or perfect or doc[verb.i - 1].lower_ == "and" or doc[verb.i - 1].pos_ == "ADV") and present:
            yield from _headed(doc, near, verb.i, "who heads BODY")
        if verb.i == k and verb.lemma_ in words("roles", "employed") and verb.tag_ != "VBD" and present:
            yield from _workplace(doc, near, verb.i + 1)
            return


def _leads(verb: Token) -> bool:
    """Whether the word is a verb of leading, even where the lemmatiser takes it for a noun."""
    return verb.lemma_ in words("roles", "verbs") or verb.lower_.removesuffix("s") in words("roles", "verbs")


def _headed(doc: Doc, near: Nearby, verb: int, how: str) -> Iterable[Post]:
    """What a verb of leading leads: a body by name, by noun ("the trust"), or a part of one ("its legal team")."""
    lemma = doc[verb].lemma_ if doc[verb].lemma_ in words("roles", "verbs") else doc[verb].lower_.removesuffix("s")
    role = lemma if lemma in words("roles", "posts") and lemma != "lead" else None
    seat = lemma == "represent"  # a place is whom an MP represents, no body
    body = None if seat else next((n for n in near.inside(verb + 1, verb + 8, UNKNOWN, PLACE, PERSON) if not n.title and (role is None or n.kind == UNKNOWN)
                 and all(t.pos_ in ("DET", "ADJ", "NUM") or t.text == "-" for t in doc[verb + 1:n.start])), None)
    end = next((t.i for t in doc[verb + 1:verb + 13] if t.lower_ == "and" and t.i + 1 < len(doc) and doc[t.i + 1].lemma_ in words("roles", "verbs")), verb + 13)
    of = next((n for n in near.inside(verb + 1, verb + 18, BODY) if n.end > end and doc[n.start - 1].lower_ == "the" and doc[n.start - 2].lower_ == "of"), None)
    end = of.end if of is not None else end
    body = next(iter(near.inside(verb + 1, end, BODY)), body)
    for token in doc[verb + 1:verb + 7 if body is None else body.start]:
        if token.text in ",.;:" or token.is_sent_start:
            break
        if token.lower_ in STANDING_IN:
            yield Post(role, None, "who heads its part", token.i)
            return
    if body is not None:
        yield Post(role, (body.start, body.end), how)
        return
    noun = next((t for t in doc[verb + 1:verb + 6] if t.lower_ in words("organisations", "generic") and t.pos_ in ("NOUN", "PROPN")), None)
    if noun is not None and doc[verb + 1].lower_ in ("the", "a", "an") and (noun.i + 1 >= len(doc) or doc[noun.i + 1].pos_ not in ("NOUN", "PROPN", "PART") or doc[noun.i + 1].lower_ == "'s"):
        if doc[verb + 1].lower_ == "the" or noun.lower_ not in words("organisations", "hypernyms"):  # "a group on the subject" is none that was named
            yield Post(role, None, "who heads the body", noun.i)


def _whose(doc: Doc, near: Nearby, i: int) -> Iterable[Post]:
    """NAME, whose company BODY ..."""
    at = after_class(doc, i + 1)
    body = near.starting(at, BODY)
    if body is not None and (at > i + 1 or body.end - body.start > 1):
        yield Post(None, (body.start, body.end), "whose BODY")
        return
    k = i + 1
    while k < len(doc) and k - i < 5 and doc[k].pos_ in ("NOUN", "ADJ") and doc[k].text.islower():
        if doc[k].lower_ in ("workers", "members") and k > i + 1:
            yield Post(None, (i + 1, k + 1), "whose group")
            return
        k += 1


def _workplace(doc: Doc, near: Nearby, i: int) -> Iterable[Post]:
    """NAME, who teaches law at BODY: the first body after at or for, within the clause."""
    for token in doc[i:i + 14]:
        if token.text in ",.;:)" or token.is_sent_start or token.pos_ == "VERB":
            return
        if token.lower_ in ("at", "for", "with", "on"):
            body = near.starting(after_class(doc, token.i + 1), BODY) or near.starting(token.i + 1, BODY)
            if body:
                yield Post(None, (body.start, body.end), "who works at BODY")
                return
            noun = token.i + 2
            while noun < len(doc) and doc[noun].pos_ in ("NOUN", "PROPN", "ADJ") and doc[noun].lower_ not in words("organisations", "generic"):
                noun += 1
            if noun < len(doc) and doc[noun].lower_ == "committee" and token.lower_ == "on":
                return  # who sits on a committee belongs to a party or a body all the same
            if noun < len(doc) and doc[token.i + 1].lower_ == "the" and doc[noun].lower_ in words("organisations", "generic"):
                yield Post(None, None, "who works at the body", noun)
                return


def copula(doc: Doc, near: Nearby, name: Name) -> Iterable[Post]:
    """NAME is (the) ROLE of BODY; NAME joined BODY as ROLE; NAME was appointed ROLE of BODY"""
    k = name.end
    if k + 2 >= len(doc):
        return
    if doc[k].lower_ == "has" and doc[k + 1].lower_ in ("run", "led", "chaired", "headed", "edited", "owned"):
        yield from _headed(doc, near, k + 1, "NAME has led BODY")
    elif doc[k].lower_ in ("is", "has", "became") and (is_role(doc[k + 1]) and doc[k].lower_ != "has" or doc[k + 1].lower_ in ("the", "a", "an", "now", "currently", "also", "chief", "chair", "head", "been", "president", "director", "leader")):
        role = forward(doc, k + 1 + (doc[k + 1].lower_ == "been"), near.ends)
        if role is not None and role.end > role.head + 1:
            yield read_role(doc, near, role)
    elif doc[k].lower_ in ("joined", "founded", "runs", "chairs", "heads", "leads", "represents") or doc[k].lower_ == "who" and doc[k + 1].pos_ in ("VERB", "AUX", "ADV"):
        if doc[k].lower_ == "who":
            yield from relative(doc, near, k)
        else:
            body = next(iter(near.inside(k + 1, k + 8, BODY)), None)
            as_role = body is not None and body.end < len(doc) and doc[body.end].lower_ == "as"
            if body is not None and (doc[k].lower_ != "joined" or as_role):
                role = forward(doc, body.end + 1, near.ends) if as_role else None
                yield Post(doc[role.start:role.head + 1].text if role else None, (body.start, body.end), f"NAME {doc[k].lower_} BODY")
    elif doc[k].lower_ in ("was", "were") and doc[k + 1].lower_ in ("appointed", "named", "elected") or doc[k].lower_ == "took" and doc[k + 1].lower_ == "over":
        role = forward(doc, k + 2 + (doc[k + 2].lower_ == "as"), near.ends)
        if role is not None and role.end > role.head + 1:
            yield read_role(doc, near, role)


def named_in_predicate(doc: Doc, near: Nearby, name: Name) -> Post | None:
    """BODY's ROLE is NAME; its ROLE is NAME; BODY, whose ROLE is NAME"""
    k = name.start - 1
    while k > 0 and (doc[k].lower_ == "the" or name.start - 1 - k < len(name.title.split()) and name.title != "role"):
        k -= 1
    if k < 2 or doc[k].lower_ not in ("is", "was", "'s"):
        return None
    first = k
    while first > 0 and not doc[first].is_sent_start and k - first < 20:
        first -= 1
    for i in range(first, k):
        if doc[i].lower_ in ("whose", "its", "their", "the") or i == first:
            role = forward(doc, i + (doc[i].lower_ == "whose"), near.ends)
            if role is None or role.end != k:
                continue
            if doc[i].lower_ == "whose":
                body = near.ending(i - 1 if doc[i - 1].text == "," else i, BODY)
                return Post(doc[role.start:role.end].text, (body.start, body.end), "BODY, whose ROLE is NAME") if body else None
            return read_role(doc, near, role)
    return None


def led_by(doc: Doc, near: Nearby, name: Name) -> Post | None:
    """BODY, led by NAME; the BODY of NAME's own: BODY, founded by NAME"""
    k = name.start - 1
    while k > 0 and (doc[k].lower_ in ("the", "a") or name.start - 1 - k < len(name.title.split()) or is_role(doc[k])):
        k -= 1
    if k < 2 or doc[k].lower_ != "by" or doc[k - 1].lemma_ not in words("roles", "verbs") and doc[k - 1].lower_ not in ("led", "run", "headed", "chaired", "founded"):
        return None
    at = k - 1
    while at > 0 and doc[at - 1].pos_ in ("ADV", "AUX"):
        at -= 1
    body = near.ending(at - 1 if doc[at - 1].text == "," else at, BODY)
    return Post(None, (body.start, body.end), "BODY, led by NAME") if body else None


def spoke_for(doc: Doc, near: Nearby, name: Name) -> Post | None:
    """(Speaking) for BODY, NAME said; on behalf of BODY, NAME said; chairing BODY, NAME said; at BODY, ROLE NAME said"""
    first = doc[name.start].sent.start
    text = [token.lower_ for token in doc[first:first + 4]]
    at = next((len(o) for o in (("speaking", "for"), ("speaking", "on", "behalf", "of"), ("on", "behalf", "of"), ("for",), ("representing",), ("chairing",), ("heading",), ("at",)) if tuple(text[:len(o)]) == o), 0)
    if not at:
        return None
    begin = after_class(doc, first + at)
    body = near.starting(begin, BODY) or near.starting(first + at, BODY)
    if body is None or body.end >= name.start or doc[body.end].text != ",":
        return None
    between = doc[body.end + 1:name.start]
    if text[0] == "at" and not any(is_role(token) for token in between) or any(t.pos_ in ("VERB", "AUX", "PUNCT") for t in between) or len(between) > 4:
        return None
    return Post(None, (body.start, body.end), "for BODY, NAME said")


def together(doc: Doc, name: Name) -> tuple[int, str | None] | None:
    """BODY's ROLE NAME and ROLE NAME: the end of the first name, and the second's post."""
    k = name.start
    while k > 1 and (is_role(doc[k - 1]) or doc[k - 1].lower_ in words("roles", "openers")) and name.start - k < 5:
        k -= 1
    if k < name.start and k > 1 and doc[k - 1].lower_ == "and":
        return k - 1, doc[k:name.start].text
    return None

"""Which post a person holds, and in which body, from the words beside the name."""
from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from kg.pipeline.lexicon import given_names, pairs, titles, words
from kg.pipeline.names import BODY, PERSON, PLACE, UNKNOWN, Name, acronym, ministerial
from kg.pipeline.roles import Role, forward, is_role, window

_ENDS = set(",.;:!?()\"'–—")


@dataclass(frozen=True, slots=True)
class Post:
    """A post as written; `body` are the tokens [start, end) that name the organisation, `how` the rule that read it.

    `noun` is the token of a common noun or pronoun that stands for the organisation: "the company's chief executive",
    "its chair"; `place` are the tokens of a place in its stead: "Leeds's housing chief"; `own` the token of a person's
    name and of the noun for what is theirs: "manager of Ann Lee's campaign".
    """

    role: str | None
    body: tuple[int, int] | None
    how: str
    noun: int | None = None
    place: tuple[int, int] | None = None
    own: tuple[int, int] | None = None


class Nearby:
    """The names of a document, by position."""

    def __init__(self, found: list[Name]):
        self.found = sorted(found, key=lambda name: name.start)
        self.ends = {name.start: name.end for name in self.found if name.kind == BODY and name.end - name.start > 1}

    def inside(self, start: int, end: int, *kinds: str) -> list[Name]:
        return [n for n in self.found if start <= n.start and n.end <= end and n.kind in kinds]

    def ending(self, end: int, *kinds: str) -> Name | None:
        return next((n for n in self.found if n.end == end and n.kind in kinds), None)

    def starting(self, start: int, *kinds: str) -> Name | None:
        return next((n for n in self.found if n.start == start and n.kind in kinds), None)


def _phrase(doc: Doc, start: int, end: int) -> str | None:
    """Words of a role without article, possessive mark and loose ends."""
    while start < end and doc[start].lower_ in ("the", "a", "an", "'s", "'", "and", "-", ",", "its", "their", "his", "her"):
        start += 1
    while end > start and doc[end - 1].lower_ in ("of", "for", "at", "from", "with", "and", "the", "'s", ",", "-", "to", "in"):
        end -= 1
    text = doc[start:end].text
    return text or None


def _body_in(doc: Doc, near: Nearby, start: int, end: int) -> Name | None:
    """The first body named between two places; after for/at/of a capitalised name of unknown kind is taken for one."""
    plain = words("groups", "nouns") | words("roles", "posts")
    found = [n for n in near.inside(start, end, BODY) if n.end - n.start > 1 or doc[n.start].lower_ not in plain]
    if found:
        later = next((n for n in found if doc[n.start - 1].lower_ == "at" or doc[n.start - 1].lower_ == "the" and doc[n.start - 2].lower_ == "at"), None)
        single = found[0].end - found[0].start == 1 and not acronym(doc[found[0].start])
        return later if later is not None and single else found[0]
    strange = [n for n in near.inside(start, end, PERSON) if not n.title and n.end - n.start > 1 and doc[n.start].lower_ not in given_names()]
    for name in near.inside(start, end, UNKNOWN) + strange:
        before = doc[name.start - 1].lower_ if name.start else ""
        earlier = doc[name.start - 2].lower_ if name.start > 1 else ""
        if (before in ("at", "for", "of") or before == "the" and earlier in ("at", "for", "of")) and name.start > start:
            if before == "at" or is_role(doc[name.start - 2 if before != "the" else name.start - 3]):
                return name
    return None


def _back_to_preposition(doc: Doc, i: int) -> int:
    """The of/for/at before token i."""
    while i > 0 and doc[i - 1].lower_ not in words("roles", "prepositions"):
        i -= 1
    return i


def _without_place(doc: Doc, role: Role) -> Role:
    """Without "in the village", "on the committee", which are no part of a post."""
    loose = next((i for i in range(role.head + 1, role.end) if doc[i].lower_ in ("in", "on", "from", "with")), role.end)
    return Role(role.start, loose, role.head)


def _noun_of(doc: Doc, role: Role) -> int | None:
    """The common noun for a body in "chair of the council", "secretary of the union"."""
    after = [i for i in range(role.head + 1, role.end) if doc[i].lower_ in words("organisations", "generic")]
    if after and doc[role.head + 1].lower_ in ("of", "for", "at") and after[0] == role.end - 1 and doc[role.head + 2].lower_ in ("the", "its", "their"):
        return after[0] if after[0] - role.head <= 3 else None
    return None


def read_role(doc: Doc, near: Nearby, role: Role) -> Post:
    """A role phrase split into post and body: "chair of the LGA's housing board" -> chair of the housing board, LGA."""
    body = _body_in(doc, near, role.start, role.end)
    if body is None:
        role = _without_place(doc, role)
        owned = role.start - 1
        if owned >= 0 and doc[owned].lower_ in ("its", "their"):
            return Post(_phrase(doc, role.start, role.end), None, "its role", owned)
        person = next((n for n in near.inside(role.head + 1, role.end, PERSON) if doc[n.end].lower_ in ("'s", "'")), None)
        if person is not None and doc[role.end - 1].lower_ in words("organisations", "personal"):
            return Post(_phrase(doc, role.start, _back_to_preposition(doc, person.start)), None, "role of PERSON's body", own=(person.end - 1, role.end - 1))
        place = next((n for n in near.inside(role.start, role.end, PLACE, UNKNOWN)), None)
        if place is not None and doc[role.head].lower_ in words("roles", "local"):
            if place.end <= role.head and not _subject_word(doc, place):
                own = place.end + (doc[place.end].lower_ in ("'s", "'"))
                return Post(_phrase(doc, own, role.end), None, "PLACE's role", None, (place.start, place.end))
            if place.start <= role.head + 3 and doc[role.head + 1].lower_ == "of":
                return Post(_phrase(doc, role.start, role.head + 1), None, "role of PLACE", None, (place.start, place.end))
        owner = next((i for i in range(role.start, role.head) if doc[i].lower_ in words("organisations", "generic") and doc[i + 1].lower_ in ("'s", "'")), None)
        if owner is not None:
            return Post(_phrase(doc, owner + 2, role.end), None, "the body's role", owner)
        return Post(_phrase(doc, role.start, role.end), None, "role", _noun_of(doc, role))
    possessive = body.end < role.end and doc[body.end].lower_ in ("'s", "'")
    if body.start >= role.head:  # chair of BODY
        linked = body.start - 1
        while linked > role.head and doc[linked].lower_ not in words("roles", "prepositions"):
            linked -= 1
        if possessive and body.end + 1 < role.end:
            rest = doc[body.end + 1:role.end].text
            return Post(f"{doc[role.start:linked + 1].text} the {rest}", (body.start, body.end), "role of BODY's part")
        return Post(_phrase(doc, role.start, linked), (body.start, body.end), "role of BODY")
    before = doc[role.start:body.start].text
    after = _phrase(doc, body.end + (1 if possessive else 0), role.end)
    joined = f"{before} {after}".strip() if before and after else after
    return Post(joined, (body.start, body.end), "BODY's role" if possessive else "BODY role")


def _after_comma(doc: Doc, near: Nearby, name: Name) -> Post | None:
    """NAME, ROLE (for|of|at) BODY"""
    i = _past_age(doc, name.end)
    if i >= len(doc) or doc[i].text not in (",", "-", "–", "—") or doc[i].is_sent_start:
        return None
    if i + 1 < len(doc) and doc[i + 1].text[:2] in ("R-", "D-", "I-") or i + 3 < len(doc) and doc[i + 1].text in ("R", "D") and doc[i + 2].text == "-":
        return Post(None, None, f"party:{pairs('parties', 'brackets').get(doc[i + 1].text[0].lower(), '')}") if doc[i + 1].text[0] in "RD" else None
    if i + 1 < len(doc) and doc[i + 1].lower_ == "who":
        return _clause(doc, near, i + 1)
    if i + 1 < len(doc) and doc[i + 1].lower_ in ("of", "from", "at", "for"):
        body = next(iter(near.inside(i + 2, i + 4, BODY)), None) or near.starting(i + 2, BODY) or near.starting(i + 3, BODY)
        return Post(None, (body.start, body.end), "NAME, of BODY") if body else None
    if i + 2 < len(doc) and doc[i + 1].lower_ in ("speaking", "writing", "speaks") and doc[i + 2].lower_ in ("for", "on"):
        body = next(iter(near.inside(i + 3, i + 9, BODY)), None)
        return Post(None, (body.start, body.end), "NAME, speaking for BODY") if body else None
    role = forward(doc, i + 1, near.ends)
    if role is None or role.end < len(doc) and doc[role.end].text not in ",.;:-–—)(\"'" and doc[role.end].pos_ in ("NOUN", "PROPN", "ADP") and role.end - role.start < 2:
        return None
    follows = near.starting(role.end, PERSON)
    if follows is not None:  # "Ann Lee, council leader Bo Jones": the role is another's
        return None
    post = read_role(doc, near, role)
    if post.body is None and post.noun is None and role.end < len(doc) and doc[role.end].lower_ == "who":
        clause = _clause(doc, near, role.end)
        if clause is not None and clause.body is not None:
            return Post(clause.role or post.role, clause.body, clause.how)
    return post


def _past_age(doc: Doc, i: int) -> int:
    """Past "Jr" and ", 43," after a name."""
    while i + 1 < len(doc) and doc[i].lower_ in words("titles", "suffixes", "words"):
        i += 1
    if i + 2 < len(doc) and doc[i].text == "," and doc[i + 1].like_num and doc[i + 2].text == ",":
        return i + 2
    return i


def _clause(doc: Doc, near: Nearby, i: int) -> Post | None:
    """NAME, who is ROLE of BODY / who chairs BODY"""
    k = i + 1
    while k < len(doc) and k < i + 4 and doc[k].pos_ == "ADV":
        k += 1
    if k + 1 >= len(doc):
        return None
    if doc[k].lower_ in ("is", "was", "became", "has") or doc[k].lemma_ == "be":
        role = forward(doc, k + 1, near.ends)
        if role is not None and doc[k].lower_ != "was":
            return read_role(doc, near, role)
    for verb in doc[k:k + 12]:
        if verb.text in ".;:)" or verb.is_sent_start:
            return None
        if verb.lemma_ in words("roles", "verbs") and (verb.i == k or doc[verb.i - 1].lower_ == "and") and not verb.lower_.endswith("ed"):
            body = next(iter(near.inside(verb.i + 1, verb.i + 13, BODY)), None)
            role = verb.lemma_ if verb.lemma_ in words("roles", "posts") and verb.lemma_ != "lead" else None
            return Post(role, (body.start, body.end), "who heads BODY") if body else None
        if verb.i == k and verb.lemma_ in words("roles", "employed") and verb.tag_ != "VBD" and not verb.lower_.endswith("ed"):
            return _workplace(doc, near, verb.i + 1)
    return None


def _workplace(doc: Doc, near: Nearby, i: int) -> Post | None:
    """NAME, who teaches law at BODY: the first body after at or for, within the clause."""
    for token in doc[i:i + 14]:
        if token.text in ",.;:)" or token.is_sent_start or token.pos_ == "VERB":
            return None
        if token.lower_ in ("at", "for", "with"):
            body = near.starting(token.i + 1, BODY) or near.starting(token.i + 2, BODY)
            if body:
                return Post(None, (body.start, body.end), "who works at BODY")
    return None


def _before(doc: Doc, near: Nearby, name: Name) -> Post | None:
    """BODY ROLE NAME, ROLE NAME, BODY's NAME"""
    end = name.start
    while end > 0 and name.title not in ("", "role") and name.start - end < len(name.title.split()):
        end -= 1
    if end and doc[end - 1].lower_ == "the" and name.title:
        end -= 1
    if end == 0 or doc[end - 1].is_punct and doc[end - 1].text not in ("-", "'"):
        return None
    start = window(doc, end)
    if start < end:
        heads = [i for i in range(start, end) if is_role(doc[i])]
        held = near.inside(start, end, BODY)
        people = near.inside(start, end, PERSON)
        if people:
            start = people[-1].end
            heads = [i for i in heads if i >= start]
            held = [b for b in held if b.start >= start]
        heads = [i for i in heads if not any(b.start <= i < b.end for b in held)]
        if heads and (heads[-1] == end - 1 or heads[-1] + 1 < end and doc[heads[-1] + 1].lower_ in ("of", "for", "at")):
            last = heads[-1]
            first = [b for b in held if b.end <= last]
            if first and doc[first[-1].start:first[-1].end].text.lower() in pairs("parties", "parties") and not any(doc[i].lower_ in words("roles", "political") for i in heads):
                return Post(_phrase(doc, start, end), None, "ROLE NAME")
            if first:
                body = first[-1]
                own = body.end + 1 if doc[body.end].lower_ in ("'s", "'") else body.end
                lead = _phrase(doc, start, body.start)
                role = _phrase(doc, own, end)
                if lead and lead.lower() in words("roles", "past"):
                    role = f"{lead} {role}"
                return Post(role, (body.start, body.end), "BODY ROLE NAME")
            after = [b for b in held if b.start > last]
            if after:
                return Post(_phrase(doc, start, after[0].start), (after[0].start, after[0].end), "ROLE of BODY NAME")
            if start and doc[start - 1].lower_ in ("its", "their"):
                return Post(_phrase(doc, start, end), None, "its ROLE NAME", start - 1)
            place = next((n for n in near.inside(start, last, PLACE, UNKNOWN)), None)
            if place is not None and not _subject_word(doc, place) and doc[last].lower_ in words("roles", "local"):
                own = place.end + (doc[place.end].lower_ in ("'s", "'"))
                return Post(_phrase(doc, own, end), None, "PLACE ROLE NAME", None, (place.start, place.end))
            noun = next((i for i in range(start, last) if doc[i].lower_ in words("organisations", "generic")), None)
            if noun is not None and (doc[noun + 1].lower_ in ("'s", "'") or doc[noun].text[:1].isupper() and noun == start and doc[last].text.islower()):
                return Post(_phrase(doc, noun + 1, end), None, "the body's ROLE NAME", noun)
            return Post(_phrase(doc, start, end), None, "ROLE NAME", noun)
    if doc[end - 1].lower_ in ("their", "its"):
        return Post(None, None, "their NAME", end - 1)
    if doc[end - 1].lower_ in ("'s", "'"):
        body = near.ending(end - 1, BODY)
        if body:
            return Post(None, (body.start, body.end), "BODY's NAME")
    return None


def _subject_word(doc: Doc, name: Name) -> bool:
    """Whether a capitalised word before a post says what it is for, or opens it: Health Secretary, Shadow minister."""
    text = doc[name.start:name.end].text.lower()
    if name.end < len(doc) and doc[name.end].lower_ in ("'s", "'"):
        return False
    return text in ministerial() or text in words("roles", "openers") or text in words("organisations", "generic")


def _role_comma_before(doc: Doc, near: Nearby, name: Name) -> Post | None:
    """The ROLE of BODY, NAME"""
    comma = name.start - 1 - (len(name.title.split()) if name.title not in ("", "role") else 0)
    if comma < 2 or doc[comma].text != ",":
        return None
    first = comma
    while first > 0 and comma - first < 20 and not doc[first].is_sent_start and (doc[first - 1].text not in _ENDS or doc[first - 1].text == "'" and first > 1 and not doc[first - 2].whitespace_):
        first -= 1
    for i in range(first, comma):
        if doc[i].lower_ in ("the", "its", "their", "his", "her") or i == first or doc[i].lower_ == "as":
            role = forward(doc, i + (doc[i].lower_ == "as"), near.ends)
            owned = near.inside(role.start, role.end, BODY, PLACE, UNKNOWN) if role is not None else []
            if role is not None and role.end == comma and (doc[i].lower_ in ("the", "its", "their") or owned):
                return read_role(doc, near, role)
    return None


def _brackets(doc: Doc, near: Nearby, name: Name) -> Post | None:
    """NAME (Party), NAME (Lab, Leeds), NAME (R-Ohio), NAME (BODY), NAME (ROLE, BODY)"""
    i = name.end
    if i + 1 >= len(doc) or doc[i].text not in ("(", "-LRB-", "["):
        return None
    end = next((k for k in range(i + 1, min(i + 14, len(doc))) if doc[k].text in (")", "-RRB-", "]")), None)
    if end is None:
        return None
    inner = doc[i + 1:end]
    first = inner.text.replace("–", "-").split(",")[0].split("-")[0].strip().lower()
    party = pairs("parties", "parties").get(first) or pairs("parties", "brackets").get(first)
    if party:
        return Post(None, None, f"party:{party}")
    role = forward(doc, i + 1, near.ends)
    if role is not None and role.end <= end:
        post = read_role(doc, near, role)
        body = next(iter(near.inside(i + 1, end, BODY)), None)
        return post if post.body or body is None else Post(post.role, (body.start, body.end), "NAME (ROLE, BODY)")
    body = near.starting(i + 1, BODY)
    return Post(None, (body.start, body.end), "NAME (BODY)") if body and body.end == end else None


def _of(doc: Doc, near: Nearby, name: Name) -> Post | None:
    """NAME of BODY, NAME from BODY, NAME at BODY"""
    if name.end + 1 < len(doc) and doc[name.end].lower_ in ("of", "from", "at", "for"):
        at = name.end + 1 + (doc[name.end + 1].lower_ in ("the", "a"))
        body = near.starting(at, BODY) or near.starting(name.end + 1, BODY)
        if body:
            return Post(None, (body.start, body.end), f"NAME {doc[name.end].lower_} BODY")
    return None


def _copula(doc: Doc, near: Nearby, name: Name) -> Post | None:
    """NAME is (the) ROLE of BODY"""
    if name.end + 2 < len(doc) and doc[name.end].lower_ in ("is", "has", "became") and doc[name.end + 1].lower_ in ("the", "a", "an", "now", "currently", "also", "chief", "chair", "head", "been"):
        role = forward(doc, name.end + 1 + (doc[name.end + 1].lower_ == "been"), near.ends)
        if role is not None and role.end > role.head + 1:
            return read_role(doc, near, role)
    return None


RULES = (_before, _after_comma, _brackets, _role_comma_before, _of, _copula)


def opening(doc: Doc, near: Nearby, name: Name) -> int:
    """Where the name begins with what stands before it: "Network Rail chief executive Sir Tom Shaw"."""
    start = name.start
    while start > 0 and doc[start - 1].lower_ in titles() and name.title:
        start -= 1
    post = _before(doc, near, name)
    if post is not None and post.role is not None:
        start = min(start, window(doc, start))
        if post.body is not None and post.body[0] < start:
            start = post.body[0]
    return start


def posts(doc: Doc, near: Nearby, mentions: list[Name]) -> list[Post]:
    """What the rules read at the mentions of one person, in order of text and rules."""
    found = []
    for name in mentions:
        for rule in RULES:
            post = rule(doc, near, name)
            if post is not None:
                found.append(post)
    return found

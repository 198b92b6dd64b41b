"""Posts and parties that several people share, or that a rival's words tell: "Two Labour TDs, Ann Lee and Bo Frame", "her Labour rival"."""
from __future__ import annotations

from spacy.tokens import Doc

from kg.pipeline.groups import is_collective, is_plural, singular
from kg.pipeline.lexicon import pairs, titles, words
from kg.pipeline.name import BODY, PERSON, Name
from kg.pipeline.nearby import Nearby, is_party
from kg.pipeline.post import Post
from kg.pipeline.roles import is_role


def shared(doc: Doc, near: Nearby, name: Name) -> Post | None:
    """BODY ROLES NAME and NAME; ROLES of BODY, NAME, NAME and NAME: the post of each."""
    k = name.start
    while k > 0:
        before = near.ending(k, PERSON)
        if before is not None and k < name.start:
            k = before.start
        elif doc[k - 1].text == "," or doc[k - 1].lower_ == "and":
            k -= 1
        else:
            break
    head = k - 1
    if head < 1 or not is_plural(doc[head]) or doc[head].is_sent_start and k == name.start:
        return None
    role = singular(doc[head].text)
    if role.lower() not in words("roles", "posts"):
        return None
    body = near.ending(head, BODY)
    if body is not None:
        return Post(role, (body.start, body.end), "BODY ROLES NAME and NAME")
    return Post(role, None, "ROLES NAME and NAME")


def rivals(doc: Doc, near: Nearby, name: Name) -> Post | None:
    """Her PARTY rival, (ROLE) NAME; NAME, her PARTY opponent: the party that a rival's words tell."""
    after = name.end + 1
    if name.end < len(doc) and doc[name.end].text == ",":
        found = _alike(doc, near, after)
        if found is not None:
            return found
    comma = next((i for i in range(name.start - 1, max(-1, name.start - 5), -1) if doc[i].text == ","), -1)
    for i in range(comma - 1, max(-1, comma - 6), -1):
        if doc[i].lower_ in words("pronouns", "possessive"):
            return _alike(doc, near, i)
    return None


def _alike(doc: Doc, near: Nearby, i: int) -> Post | None:
    """her | PARTY | rival, from the possessive at token i."""
    if i + 2 >= len(doc) or doc[i].lower_ not in words("pronouns", "possessive"):
        return None
    party = next((n for n in near.inside(i + 1, i + 4, BODY) if is_party(doc, n)), None)
    if party is None or party.end >= len(doc) or doc[party.end].lower_ not in words("roles", "alike"):
        return None
    return Post(None, None, "party of a rival", party=pairs("parties", "parties").get(doc[party.start:party.end].text.lower()))


def of_group(doc: Doc, near: Nearby, name: Name) -> Post | None:
    """Pool users' spokeswoman NAME; gamekeepers' leader NAME: the people are whom the post speaks for."""
    k = name.start - 1
    while k > 1 and (doc[k].lower_ in titles() or is_role(doc[k]) or doc[k].lower_ in words("roles", "openers")) and name.start - k < 5:
        k -= 1
    if k < 1 or k == name.start - 1 or doc[k].text != "'" or not is_plural(doc[k - 1]) or not is_collective(doc[k - 1]):
        return None
    first = k - 1
    while first > 0 and doc[first - 1].pos_ in ("NOUN", "ADJ") and not doc[first].is_sent_start:
        first -= 1
    role = doc[k + 1:name.start].text
    return Post(role, (first, k), "GROUP's ROLE NAME") if near.ending(k, BODY) is None else None

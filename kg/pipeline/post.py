"""A role phrase -> the post and the body it is held in."""
from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from kg.pipeline.lexicon import pairs, words
from kg.pipeline.name import PERSON, PLACE, UNKNOWN, Name
from kg.pipeline.naming import ministerial
from kg.pipeline.nearby import Nearby, is_party, named_body, placed
from kg.pipeline.roles import Role

STANDING_IN = frozenset({"its", "their", "it", "them"})  # pronouns that may mean the body


@dataclass(frozen=True, slots=True)
class Post:
    """A post as written; `body` are the tokens [start, end) that name the organisation, `how` the rule that read it.

    `noun` is the token of a common noun or pronoun that stands for the organisation: "the company's chief executive",
    "its chair"; `place` are the tokens of a place in its stead: "Leeds's housing chief"; `own` the token of a person's
    name and of the noun for what is theirs: "manager of Ann Lee's campaign"; `party` the party that a bracket or a word tells.
    """

    role: str | None
    body: tuple[int, int] | None
    how: str
    noun: int | None = None
    place: tuple[int, int] | None = None
    own: tuple[int, int] | None = None
    party: str | None = None

    @property
    def tells(self) -> bool:
        """Whether it says for whom the person speaks."""
        return self.body is not None or self.noun is not None or self.place is not None or self.own is not None


def wording(doc: Doc, start: int, end: int) -> str | None:
    """Words of a role without article, possessive mark and loose ends."""
    while start < end and doc[start].lower_ in ("the", "a", "an", "'s", "'", "and", "-", ",", "its", "their", "his", "her"):
        start += 1
    while end > start and doc[end - 1].lower_ in ("of", "for", "at", "from", "with", "and", "the", "'s", ",", "-", "to", "in", "its", "their", "a"):
        end -= 1
    return doc[start:end].text or None


def subject_word(doc: Doc, name: Name) -> bool:
    """Whether a capitalised word before a post says what it is for, or opens it: Health Secretary, Shadow minister."""
    text = doc[name.start:name.end].text.lower()
    if name.end < len(doc) and doc[name.end].lower_ in ("'s", "'"):
        return False
    return text in ministerial() or text in words("roles", "openers") or text in words("organisations", "generic")


def local_place(doc: Doc, near: Nearby, role: Role) -> tuple[Name, int] | None:
    """The place whose body a local post belongs to, and where the post's words end or go on after it."""
    place = placed(doc, near, role.start, role.end)
    if place is None:
        return None
    local = doc[role.head].lower_ in words("roles", "local")
    if local and place.end <= role.head and not subject_word(doc, place):
        return place, place.end + (doc[place.end].lower_ in ("'s", "'"))
    before = place.start - 1 if doc[place.start - 1].lower_ != "the" else place.start - 2
    at = doc[before].lower_ == "at" and doc[role.head].lower_ not in words("roles", "private")
    if place.start > role.head and (at or local and doc[before].lower_ == "of" and place.start <= role.head + 3):
        return place, before
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


def _placed_body(doc: Doc, role: Role, body: Name) -> Name:
    """A name with the common nouns that make a body of it: "secretary of | Wessex local medical committee"."""
    last = body.end
    while last < len(doc) and doc[last].text.islower() and doc[last].pos_ in ("NOUN", "ADJ") and not doc[last].is_sent_start:
        last += 1
    whole = last > body.end and doc[last - 1].lower_ in words("organisations", "generic") and doc[body.start - 1].lower_ in ("of", "for", "at", "the") and body.start > role.head
    return Name(body.start, last, body.kind) if whole else body


def _noun_of(doc: Doc, role: Role) -> int | None:
    """The noun or pronoun for a body in "chair of the council", "secretary of the union", "member of its executive"."""
    if role.end <= role.head + 2 or doc[role.head + 1].lower_ not in ("of", "for", "at", "with", "on"):
        return None
    for i in range(role.head + 2, role.end):
        if doc[i].lower_ in ("its", "their") or doc[i].lower_ in words("organisations", "generic") and i + 1 < role.end and doc[i + 1].lower_ in ("'s", "'"):
            return i
    last = role.end - 1
    definite = any(doc[i].lower_ in ("the", "a", "an") for i in range(role.head + 2, min(role.head + 4, role.end)))
    return last if definite and last - role.head <= 7 and doc[last].lower_ in words("organisations", "generic") else None


def read_role(doc: Doc, near: Nearby, role: Role) -> Post:
    """A role phrase split into post and body: "chair of the LGA's housing board" -> chair of the housing board, LGA."""
    body = named_body(doc, near, role.start, role.end)
    if body is not None and body.start > role.head and doc[role.head].lower_ in ("minister", "secretary") and doc[role.head + 1].lower_ == "for" and body.end - body.start == 1:
        body = None  # the Minister for Shipping
    owned = role.start > 0 and doc[role.start - 1].lower_ in ("its", "their")
    if body is not None and owned and body.start == role.start and (is_party(doc, body) or body.end - body.start == 1):
        return Post(wording(doc, body.end, role.end), None, "its role", role.start - 1)  # its Labour leader, its England manager
    if body is not None:
        body = _placed_body(doc, role, body)
    if body is None:
        strange = next(iter(near.inside(role.head + 1, role.end, PLACE, UNKNOWN, PERSON)), None)
        body = _placed_body(doc, role, strange) if strange is not None else None
        if body is None or body is strange:
            return _without_name(doc, near, role)
    possessive = body.end < role.end and doc[body.end].lower_ in ("'s", "'")
    if body.start >= role.head:  # chair of BODY
        linked = body.start - 1
        while linked > role.head and doc[linked].lower_ not in words("roles", "prepositions"):
            linked -= 1
        if possessive and body.end + 1 < role.end:
            rest = doc[body.end + 1:role.end].text
            return Post(f"{doc[role.start:linked + 1].text} the {rest}", (body.start, body.end), "role of BODY's part")
        return Post(wording(doc, role.start, linked), (body.start, body.end), "role of BODY")
    before = doc[role.start:body.start].text
    after = wording(doc, body.end + (1 if possessive else 0), role.end)
    joined = f"{before} {after}".strip() if before and after else after
    return Post(joined, (body.start, body.end), "BODY's role" if possessive else "BODY role")


def _without_name(doc: Doc, near: Nearby, role: Role) -> Post:
    """A role phrase that names no body: it may mean one by a noun, a pronoun, a place or a person's name."""
    role = _without_place(doc, role)
    party = pairs("parties", "parties").get(doc[role.head].lower_)
    if party:
        return Post(wording(doc, role.start, role.end), None, "party member", party=party)
    owned = role.start - 1
    if owned >= 0 and doc[owned].lower_ in ("its", "their"):
        return Post(wording(doc, role.start, role.end), None, "its role", owned)
    person = next((n for n in near.inside(role.head + 1, role.end, PERSON) if doc[n.end].lower_ in ("'s", "'")), None)
    if person is not None and doc[role.end - 1].lower_ in words("organisations", "personal"):
        return Post(wording(doc, role.start, _back_to_preposition(doc, person.start)), None, "role of PERSON's body", own=(person.end - 1, role.end - 1))
    local = local_place(doc, near, role)
    if local is not None:
        place, at = local
        post = wording(doc, at, role.end) if place.end <= role.head else wording(doc, role.start, at)
        return Post(post, None, "PLACE's role" if place.end <= role.head else "role of PLACE", place=(place.start, place.end))
    owner = next((i for i in range(role.start, role.head) if doc[i].lower_ in words("organisations", "generic") and doc[i + 1].lower_ in ("'s", "'")), None)
    if owner is not None:
        return Post(wording(doc, owner + 2, role.end), None, "the body's role", owner)
    noun = _noun_of(doc, role)
    if noun is not None and doc[noun].lower_ in ("its", "their"):
        return Post(wording(doc, role.start, noun), None, "role of its part", noun)
    return Post(wording(doc, role.start, role.end), None, "role", noun)

"""A person's post and organisation: what the rules read, weighed; offices, parties and the body named just before."""
from __future__ import annotations

from kg.lang.governments import default, government, signalled
from kg.model import Actor, SpeakerKind
from kg.pipeline import home, nominals
from kg.pipeline.affiliation import posts
from kg.pipeline.bodies import full_name
from kg.pipeline.cast import Cast
from kg.pipeline.lexicon import pairs, words
from kg.pipeline.name import BODY, UNKNOWN, Name
from kg.pipeline.offices import department
from kg.pipeline.people import Person
from kg.pipeline.post import STANDING_IN, Post


def actor(made: Cast, person: Person) -> Actor:
    """The person with the post and the body that the article gives."""
    role, how, party, body, past = None, "", None, None, False
    found = posts(made.doc, made.near, person.mentions)
    if not any(post.role or post.tells or post.party for post in found) and _title_role(person) is None:
        found += [post for post in (home.introduced(made, person),) if post is not None]
    for post in found:
        party = party or post.party
        gone = post.role is not None and post.role.lower().split()[0].rstrip("-") in words("roles", "past")
        here = None if gone else _body(made, post)
        if post.role and (role is None or past and not gone or body is None and here):
            role, how, past = post.role, post.how, gone
            body = body or here
        elif here and (body is None or _is_party(body[1]) and not _is_party(here[1]) or post.how == "ROLE, BODY"):
            body, how = here, f"{how}; {post.how}".strip("; ")
            role = post.role or role
        elif post.party and not how:
            how = post.how
    title = _title_role(person)
    role = role or title
    organisation = None
    if body:
        key, organisation = body
        if key:
            made.owners[person.key] = key
    if role and (organisation is None or _is_party(organisation) or organisation.lower().endswith("government") or organisation.lower() == "cabinet"):
        held = department(role, made.government, made.year)
        if held:
            organisation, how = held, f"{how}; office of {held}".strip("; ")
    if organisation is None and party:
        organisation, how = party, f"{how}; party".strip("; ")
    missed = any(post.place or post.noun is not None and made.doc[post.noun].lower_ not in words("organisations", "hypernyms") | words("organisations", "parts") | STANDING_IN for post in found)
    if organisation is None and role and not past and not missed:
        told = home.of_kind(made, person.mentions[0].start, title) if title and title != role else None
        told = told or home.of(made, person, role)
        if told:
            organisation, how = told[0], f"{how}; {told[1]}".strip("; ")
    return Actor(person.name, SpeakerKind.PERSON, role, organisation, how or "named")


def _is_party(name: str) -> bool:
    return name in pairs("parties", "parties").values()


def _body(made: Cast, post: Post) -> tuple[str | None, str] | None:
    """Key and name of the body that a post names, or means by a common noun, a pronoun or a place."""
    if post.body is not None:
        first, last = post.body
        owner = made.body_at(first, last)
        if made.doc[first].text[:1].isupper() and made.doc[last - 1].text.islower() and (owner is None or all(m.end != last for m in owner.mentions)):  # "Wessex local medical committee"
            name = made.doc[first:last].text
            return made.found(name, Name(first, last, BODY), "a body named by a place"), name
        return (owner.key, owner.name) if owner else (None, full_name(made.doc, Name(*post.body, UNKNOWN)))
    if post.own is not None:
        name, noun = made.doc[post.own[0]].text, made.doc[post.own[1]].lower_
        key = next((b.key for b in made.bodies if b.words == (name.lower(), noun)), None)
        return key, made.actors[key].name if key else f"{name} {noun}"
    if post.place is not None:
        seat = _government_of(made, post)
        if seat:
            return None, seat
        if made.doc[post.place[0]].pos_ == "ADJ":
            return None
        key = nominals.place(made, *post.place)
        return (key, made.actors[key].name) if key else None
    if post.noun is not None:
        word = made.doc[post.noun].lower_
        owned = word in STANDING_IN
        people = nominals.group_of_pronoun(made, post.noun) if word in ("their", "them") else None
        if people is not None:
            return None, people
        if word in ("his", "her"):
            return _superiors(made, post.noun)
        if word in words("organisations", "parts") and not any(word in b.words for b in made.bodies):
            return None
        key = nominals.body_of_pronoun(made, post.noun) if owned else nominals.body(made, post.noun, new=post.how == "BODY noun ROLE NAME")
        if key:
            return key, made.actors[key].organisation or made.actors[key].name
    return None


def _superiors(made: Cast, i: int) -> tuple[str | None, str] | None:
    """The body of the person named last before "his deputy"."""
    last = next((m for m in reversed(made.mentions) if m.end <= i and m.key.startswith("person:")), None)
    organisation = made.actors[last.key].organisation if last is not None and last.key in made.actors else None
    return (None, organisation) if organisation else None


def _government_of(made: Cast, post: Post) -> str | None:
    """A country's minister speaks for its government: "Scotland's deputy fisheries minister"."""
    if post.place is None or not post.role or post.role.lower().split()[-1] not in ("minister", "secretary", "premier"):
        return None
    place = made.doc[post.place[0]:post.place[1]].text
    of = government(place)
    if of == default() and not signalled(place, of):  # "Israel's prime minister"
        return None
    return of if of != default() or department(post.role, of, made.year) is not None else None


def _title_role(person: Person) -> str | None:
    """The post that a title names: Cllr -> councillor."""
    for name in person.mentions:
        for word in reversed(name.title.split()):
            if pairs("titles", "ranks").get(word):
                return pairs("titles", "ranks")[word]
    return None

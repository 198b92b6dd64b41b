"""Gathers the cast of an article and gives its people their posts and bodies."""
from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from kg.model import Actor, SpeakerKind
from kg.pipeline import nominals
from kg.pipeline.affiliation import Nearby, Post, posts
from kg.pipeline.bodies import bodies, full_name
from kg.pipeline.cast import Cast, Mention
from kg.pipeline.groups import groups
from kg.pipeline.lexicon import pairs, words
from kg.pipeline.names import BODY, PERSON, PLACE, UNKNOWN, Name, names
from kg.pipeline.offices import department, government, year
from kg.pipeline.people import Person, people


def gather(doc: Doc) -> Cast:
    """The cast of an article. Reads tags, entities and the parse; needs no other span group."""
    found = _places_first(doc, names(doc))
    persons, rest = people(doc, found)
    rest = [replace(n, kind=BODY) if n.kind == UNKNOWN and _acts(doc, n) else n for n in rest]
    organisations = bodies(doc, rest)
    near = Nearby(rest + [Name(m.start, m.end, PERSON, m.title) for p in persons for m in p.mentions])
    known = [(m.start, m.end) for p in persons for m in p.mentions]
    article = doc.user_data.get("article")
    text = doc.text
    made = Cast(doc, persons, organisations, groups(doc, known, [(m.start, m.end) for b in organisations for m in b.mentions if m.end - m.start > 1]),
                [n for n in rest if n.kind == PLACE], near, government(text), year(article.date if article else None, text))
    for body in organisations:
        made.actors[body.key] = Actor(body.name, SpeakerKind.ORGANISATION, None, body.name, "named")
    for body in organisations:
        made.mentions += [Mention(m.start, m.end, body.key, "name") for m in body.mentions]
    for person in persons:
        made.mentions += [Mention(m.start, m.end, person.key, "name") for m in person.mentions]
    made.mentions.sort(key=lambda m: (m.start, m.end))
    for person in persons:
        made.actors[person.key] = _actor(made, person)
    return made


def _actor(made: Cast, person: Person) -> Actor:
    """The person with the post and the body that the article gives."""
    role, how, party, body, past = None, "", None, None, False
    found = posts(made.doc, made.near, person.mentions)
    for post in found:
        if post.how.startswith("party:"):
            party = party or post.how.removeprefix("party:")
            continue
        gone = bool(post.role) and post.role.lower().split()[0].rstrip("-") in words("roles", "past")
        here = None if gone else _body_of(made, post)
        if post.role and (role is None or past and not gone):
            role, how, past = post.role, post.how, gone
            body = body or here
        elif body is None and here:
            body, how = here, f"{how}; {post.how}".strip("; ")
            role = post.role or role
    role = role or _title_role(person)
    organisation = None
    if body:
        key, organisation = body
        if key:
            made.owners[person.key] = key
    if role and (organisation is None or organisation in pairs("parties", "parties").values() or organisation.lower().endswith("government") or organisation.lower() == "cabinet"):
        held = department(role, made.government, made.year)
        if held:
            organisation, how = held, f"{how}; office of {held}".strip("; ")
    if organisation is None and party:
        organisation, how = party, f"{how}; party in brackets".strip("; ")
    if organisation is None and role and not any(post.place or post.noun is not None for post in found):
        organisation = _context(made, person, role)
        if organisation:
            how += "; the body named just before"
    return Actor(person.name, SpeakerKind.PERSON, role, organisation, how or "named")


def _places_first(doc: Doc, found: list[Name]) -> list[Name]:
    """A single word taken for a person is a place where a body's name begins with it and nobody bears it as surname.

    A longer name of unclear kind is a person where its last word has a title elsewhere: "Noreen Quilty ... Ms Quilty".
    """
    opening = {doc[n.start].lower_ for n in found if n.kind == BODY and n.end - n.start > 1}
    surnames = {doc[n.end - 1].lower_ for n in found if n.kind == PERSON and (n.end - n.start > 1 or n.title)}
    alone = {doc[n.start].lower_ for n in found if n.kind == PERSON and n.end - n.start == 1} & opening - surnames
    titled = {doc[n.end - 1].lower_ for n in found if n.title not in ("", "role") and n.end - n.start == 1}
    found = [replace(n, kind=PERSON) if n.kind in (UNKNOWN, PLACE) and 1 < n.end - n.start < 4 and doc[n.end - 1].lower_ in titled else n for n in found]
    return [replace(n, kind=PLACE) if n.kind == PERSON and n.end - n.start == 1 and doc[n.start].lower_ in alone else n for n in found]


def _acts(doc: Doc, name: Name) -> bool:
    """Whether a name of unknown kind is the subject of a verb that only people and bodies have."""
    root = doc[name.start:name.end].root
    text = doc[name.start:name.end].text.lower()
    if text in words("roles", "posts") | words("groups", "nouns") or text.split()[-1] in words("groups", "nouns") | words("roles", "posts"):
        return False
    return root.dep_.startswith("nsubj") and root.head.lemma_ in words("pronouns", "speaking") | words("pronouns", "acting")


def _body_of(made: Cast, post: Post) -> tuple[str | None, str] | None:
    """Key and name of the body that a post names, or means by a common noun, a pronoun or a place."""
    if post.body is not None:
        owner = made.body_at(*post.body)
        return (owner.key, owner.name) if owner else (None, full_name(made.doc, Name(*post.body, UNKNOWN)))
    if post.own is not None:
        name, noun = made.doc[post.own[0]].text, made.doc[post.own[1]].lower_
        key = next((b.key for b in made.bodies if b.words == (name.lower(), noun)), None)
        return key, made.actors[key].name if key else f"{name} {noun}"
    if post.place is not None:
        key = nominals.place(made, *post.place)
        return (key, made.actors[key].name) if key else None
    if post.noun is not None:
        owned = made.doc[post.noun].lower_ in ("its", "their")
        key = nominals.body_of_pronoun(made, post.noun) if owned else nominals.body(made, post.noun)
        if key:
            return key, made.actors[key].organisation or made.actors[key].name
    return None


def _context(made: Cast, person: Person, role: str) -> str | None:
    """For a leading post without a body: the only body that was a subject earlier in the paragraph, else in the one before it.

    "The RMT is against it. 'We will ballot,' says policy officer Ann Lee."
    """
    words_of = role.lower().split(" of ")[0].split()
    if not words_of or " ".join(words_of) not in words("roles", "leading") and words_of[-1] not in words("roles", "leading") or words_of[0] in words("roles", "past"):
        return None
    if any(word[:1].isupper() for word in role.split()[1:]):
        return None
    doc = made.doc
    at = next((m.start for m in person.mentions if _beside_role(made, m, role)), None)
    if at is None:
        return None
    paragraphs = list(doc.spans.get("paragraphs", ()))
    here = next((n for n, p in enumerate(paragraphs) if p.start <= at < p.end), None)
    if here is None:
        return None
    for n in (here, here - 1):
        if n < 0:
            return None
        inside = [m for m in made.mentions if paragraphs[n].start <= m.start and m.end <= min(paragraphs[n].end, at)]
        others = {m.key for m in inside if m.key.startswith("person:") and m.key != person.key}
        subjects = list(dict.fromkeys(m.key for m in inside if m.key.startswith("organisation:") and nominals.subject_like(made, m)))
        if others:
            return None
        if not subjects and n == here:
            subjects = list(dict.fromkeys(m.key for m in inside if m.key.startswith("organisation:")))
        if subjects:
            name = made.actors[subjects[0]].organisation
            return name if len(subjects) == 1 and name and not name.lower().endswith("government") and not name.endswith("Party") else None
    return None


def _beside_role(made: Cast, name: Name, role: str) -> bool:
    """Whether the role stands right beside this mention."""
    near = made.doc[max(0, name.start - 14):name.end + 14].text
    return role.split(" the ")[0] in near


def _title_role(person: Person) -> str | None:
    """The post that a title names: Cllr -> councillor."""
    for name in person.mentions:
        for word in reversed(name.title.split()):
            if pairs("titles", "ranks").get(word):
                return pairs("titles", "ranks")[word]
    return None

"""Gathers the cast of an article and gives its people their posts and bodies."""
from __future__ import annotations

from spacy.tokens import Doc

from kg.lang.governments import government
from kg.model import Actor, SpeakerKind
from kg.pipeline import kinds, membership, nominals
from kg.pipeline.bodies import bodies
from kg.pipeline.cast import Cast, Mention
from kg.pipeline.groups import groups
from kg.pipeline.name import PERSON, PLACE, Name
from kg.pipeline.names import names
from kg.pipeline.nearby import Nearby
from kg.pipeline.offices import year
from kg.pipeline.people import people


def gather(doc: Doc) -> Cast:
    """The cast of an article. Reads tags, entities and the parse; needs no other span group."""
    persons, rest = people(doc, kinds.settle(doc, names(doc)))
    rest = kinds.acting(doc, rest)
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
    nominals.introduce(made)
    for person in persons:
        made.actors[person.key] = membership.actor(made, person)
    return made

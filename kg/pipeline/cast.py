"""The cast of an article: its people, bodies and groups, and where each is named."""
from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from kg.model import Actor, SpeakerKind
from kg.pipeline.bodies import Body, expanded
from kg.pipeline.groups import Group, singular
from kg.pipeline.lexicon import words
from kg.pipeline.name import Name
from kg.pipeline.nearby import Nearby
from kg.pipeline.offices import department
from kg.pipeline.people import Person


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens [start, end) that mean an actor; `form` is name, group, nominal or pronoun."""

    start: int
    end: int
    key: str
    form: str


def key_of(kind: str, name: str) -> str:
    """The key of an actor that no registry knows: kind and name, "group:social-workers"."""
    return f"{kind}:" + "-".join(name.lower().split())


@dataclass(slots=True)
class Cast:
    """The actors of one article while it is read. `actors` grows as speakers are resolved."""

    doc: Doc
    people: list[Person]
    bodies: list[Body]
    groups: list[Group]
    places: list[Name]
    near: Nearby
    government: str
    year: int | None
    actors: dict[str, Actor] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    owners: dict[str, str] = field(default_factory=dict)  # person key -> body key

    def body_at(self, start: int, end: int) -> Body | None:
        """The organisation that a name between two tokens means."""
        return next((b for b in self.bodies for m in b.mentions if start <= m.start and m.end <= end), None)

    def add(self, key: str, actor: Actor) -> str:
        """Register an actor once; the key comes back."""
        self.actors.setdefault(key, actor)
        return key

    def found(self, name: str, at: Name, how: str) -> str:
        """The key of a body that no capitals name, known from here on: "the transport select committee"."""
        key_words = expanded(name)
        key = "organisation:" + "-".join(key_words)
        body = next((b for b in self.bodies if b.key == key), None)
        if body is None:
            self.bodies.append(Body(key, name, key_words, [at]))
        elif at not in body.mentions:
            body.mentions.append(at)
        return self.add(key, Actor(name, SpeakerKind.ORGANISATION, None, name, how))

    def body(self, name: str, how: str) -> str:
        """The key of a body called so, which no name in the article means."""
        return self.add(key_of("organisation", name), Actor(name, SpeakerKind.ORGANISATION, None, name, how))

    def group(self, name: str, how: str, organisation: str | None = None) -> str:
        """The key of a group written so."""
        return self.add(key_of("group", name), Actor(name, SpeakerKind.GROUP, None, organisation, how))

    def ministry(self, name: str) -> str | None:
        """For whom a group of ministers speaks: "health ministers" for their department, "ministers" for the government."""
        if name.lower() in words("posts", "ministers"):
            return department(singular(name), self.government, self.year) or self.government
        return department(singular(name), self.government, self.year) if name.lower().endswith("ministers") else None

    def ruling(self) -> str:
        """The key of the government of the article's country."""
        return self.add("organisation:government", Actor("the government", SpeakerKind.ORGANISATION, None, self.government, "the government"))

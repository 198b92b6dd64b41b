"""Which mentions of persons are one person: by full name, with affiliations that do not contradict each other."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.linking.candidate import Candidate
from kg.linking.names import person_key
from kg.linking.offices import Offices
from kg.linking.registry import Registry
from kg.linking.words import slug

BEFORE, AFTER = 15, 25  # years around known posts in which a registered person is taken for the bearer of the name


@dataclass(frozen=True, slots=True)
class Mention:
    """A person as one article shows them; `organisation` is the id that the affiliation was resolved to."""

    article: str
    name: str
    date: str | None = None
    role: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """The person a mention was resolved to."""

    id: str
    name: str
    registered: bool = False


class People:
    """The registry's persons by name, and how mentions without an entry are put together."""

    def __init__(self, registry: Registry, *, language: str = "en") -> None:
        self.registry, self.language, self.offices = registry, language, Offices(registry)
        self.by_key: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for person in registry.people.values():
            for name in (person.name, *person.aliases):
                key = person_key(name, language)
                if len(key) > 1:
                    self.by_key[key].add(person.id)

    def resolve(self, mentions: Iterable[Mention]) -> tuple[dict[Mention, Known], list[Candidate]]:
        """The person of each mention, and the pairs that a person should decide on; the order of mentions does not matter."""
        ordered = sorted(set(mentions), key=lambda m: (m.article, m.name, m.role or "", m.organisation or "", m.date or ""))
        found: dict[Mention, Known] = {}
        candidates: list[Candidate] = []
        short: list[Mention] = []
        rest: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
        for mention in ordered:
            key = person_key(mention.name, self.language)
            registered, doubtful = self._registered(mention, key)
            if registered is not None:
                found[mention] = Known(registered, self.registry.people[registered].name, True)
                continue
            candidates += doubtful
            if len(key) > 1 and self.offices.office(mention.name) is None:
                rest[key].append(mention)
            else:
                short.append(mention)
        for key, same_name in sorted(rest.items()):
            groups = self._groups(same_name)
            for number, group in enumerate(groups):
                name = _fullest(group)
                known = Known(self._id(name, group, len(groups)), name)
                found |= dict.fromkeys(group, known)
                if number:
                    first = found[groups[0][0]]
                    candidates.append(Candidate("person", name, first.name, first.id, 1.0, "the same name for different bodies: one person or two?", tuple(sorted({m.article for m in (*group, *groups[0])}))))
        for mention in short:
            found[mention] = self._in_article(mention, found)
        return found, candidates

    def _in_article(self, mention: Mention, found: dict[Mention, Known]) -> Known:
        """A surname alone: the only person of that name in the article, else somebody of that article only."""
        surname = person_key(mention.name, self.language)[-1:]
        bearers = {known for other, known in found.items() if other.article == mention.article and len(person_key(other.name, self.language)) > 1 and person_key(other.name, self.language)[-1:] == surname}
        return bearers.pop() if len(bearers) == 1 else Known(f"{slug(mention.name)}-in-{slug(mention.article)}", mention.name)

    def _registered(self, mention: Mention, key: tuple[str, ...]) -> tuple[str | None, list[Candidate]]:
        holder = self.offices.holder(mention.role, mention.date)
        if holder is not None and key and key[-1] == person_key(self.registry.people[holder.person].name, self.language)[-1]:
            if len(key) == 1 or holder.person in self.by_key.get(key, ()):
                return holder.person, []
        entries = sorted(self.by_key.get(key, ()))
        fitting = [entry for entry in entries if self._fits(entry, mention)]
        if len(fitting) == 1:
            return fitting[0], []
        return None, [Candidate("person", mention.name, self.registry.people[e].name, e, 1.0, "the name of a registered person, whose posts or years do not fit", (mention.article,)) for e in entries]

    def _fits(self, person: str, mention: Mention) -> bool:
        """Whether the years allow a mention to be this registered person, and the body is one of the registry's field."""
        held = [h for h in self.registry.holdings if h.person == person]
        if not held:
            return True
        if mention.date:
            year = int(mention.date[:4])
            starts, ends = [int(h.start[:4]) for h in held if h.start], [int(h.end[:4]) for h in held if h.end]
            if starts and year < min(starts) - BEFORE or len(ends) == len(held) and year > max(ends) + AFTER:
                return False
        return mention.organisation is None or mention.organisation in self.registry.organisations

    def _groups(self, mentions: list[Mention]) -> list[list[Mention]]:
        """Mentions of one name: together within an article and over articles that share a body; without a body to the only group."""
        bodies: dict[str, set[str]] = defaultdict(set)
        for mention in mentions:
            bodies[mention.article] |= {mention.organisation} - {None}
        groups: list[set[str]] = []
        for article in sorted(article for article in bodies if bodies[article]):
            joined = [g for g in groups if any(bodies[a] & bodies[article] for a in g)]
            groups = [g for g in groups if g not in joined] + [set().union({article}, *joined)]
        groups.sort(key=min)
        alone = {article for article in bodies if not bodies[article]}
        if len(groups) <= 1:
            groups = [set(bodies)]
        elif alone:
            groups.append(alone)
        return [[m for m in mentions if m.article in group] for group in groups]

    def _id(self, name: str, group: list[Mention], groups: int) -> str:
        made = slug(" ".join(person_key(name, self.language)))
        bodies = sorted({m.organisation for m in group if m.organisation})
        if groups > 1 and bodies:
            made = f"{made}-of-{bodies[0]}"
        return f"{made}-unregistered" if made in self.registry.people else made


def _fullest(group: list[Mention]) -> str:
    """The form of a name to show: most words, then commonest, then first by alphabet."""
    forms = Counter(m.name for m in group)
    return min(forms, key=lambda name: (-len(name.split()), -forms[name], name))

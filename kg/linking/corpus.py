"""One corpus's names: what each article calls a person or a body, and what they are called everywhere."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from kg.lang.governments import default, government
from kg.linking import organisations
from kg.linking.candidate import Candidate
from kg.linking.names import body_key, group_key, words
from kg.linking.organisations import Bodies
from kg.linking.people import Known, Mention, People
from kg.linking.registry import OUTLET, Organisation, Registry
from kg.linking.words import slug
from kg.model import Article, Attribution, SpeakerKind, Statement

Said = TypeVar("Said", Statement, Attribution)
MONTHS = 6  # an affiliation is carried from one dated article to another no further apart than this


def _runs(dates: Mapping[str, str | None]) -> list[list[str]]:
    """Articles dated to the month or day, in order, parted wherever more than MONTHS lie between two."""
    dated = sorted((int(date[:4]) * 12 + int(date[5:7]), article) for article, date in dates.items() if date and len(date) >= 7)
    runs: list[list[str]] = []
    for place, (month, article) in enumerate(dated):
        if place == 0 or month - dated[place - 1][0] > MONTHS:
            runs.append([])
        runs[-1].append(article)
    return runs


class Names:
    """Resolves every speaker and organisation of a corpus at once, so that the order of statements cannot matter."""

    def __init__(self, said: Sequence[Statement | Attribution], articles: Mapping[str, Article], registry: Registry, *, language: str = "en") -> None:
        self.articles, self.registry, self.language = articles, registry, language
        self.bodies, self.people = Bodies(registry, language=language), People(registry, language=language)
        self.candidates: list[Candidate] = []
        self._foreign: dict[str, bool] = {}
        self.found = self._bodies(said)
        mentions = {mention for item in said if (mention := self.mention(item)) is not None}
        self.known, near = self.people.resolve(mentions)
        self.candidates += near
        self.carried = self._carried(said)

    def date(self, article: str) -> str | None:
        return self.articles[article].date if article in self.articles else None

    def _bodies(self, said: Sequence[Statement | Attribution]) -> dict[tuple[str, str], Organisation]:
        """(article, name as written) -> body, registered or made of its name."""
        named: dict[str, set[str]] = defaultdict(set)
        for item in said:
            named[item.article] |= {item.organisation, item.speaker if self._is_body(item) else None} - {None, ""}
        found: dict[tuple[str, str], Organisation] = {}
        shown: dict[str, set[str]] = defaultdict(set)
        for article, names in sorted(named.items()):
            long = organisations.long_names(names, language=self.language)
            for name in sorted(names):
                full = long.get(name, name)
                body, near = self.bodies.resolve(name, self.date(article))
                if body is None and full != name:
                    body, near = self.bodies.resolve(full, self.date(article))
                if body is None:
                    body = Organisation(organisations.mint(full, self.registry), full)
                    shown[body.id].add(full)
                    self.candidates += [replace(candidate, articles=(article,)) for candidate in near]
                found[article, name] = body
        best = {made: min(forms, key=lambda form: (-len(body_key(form)), -sum(map(str.isupper, form)), form)) for made, forms in shown.items()}
        return {place: replace(body, name=best.get(body.id, body.name)) for place, body in found.items()}

    def _is_body(self, item: Statement | Attribution) -> bool:
        """Whether the speaker is an organisation: said to be one, or a "group" that the registry knows as a body ("the government")."""
        if item.speaker_kind == SpeakerKind.GROUP and item.speaker:
            return self.bodies.resolve(item.speaker, self.date(item.article))[0] is not None
        return item.speaker_kind == SpeakerKind.ORGANISATION

    def _is_generic(self, item: Statement | Attribution) -> bool:
        """Whether the speaker is named by words that many bodies share: "the government" is the body that the article says, not one of that name."""
        shared = set(body_key(item.speaker).split()) <= words(self.language, "generic")
        return shared and self.bodies.resolve(item.speaker, self.date(item.article))[0] is None

    def mention(self, item: Statement | Attribution) -> Mention | None:
        """The person a statement shows; for a role alone ("the health secretary") the one who held it on the article's day.

        An article about a country whose government the registry does not hold is asked for no office: its prime minister is another.
        """
        date = self.date(item.article)
        held = self.people.offices.holder(item.speaker, date) if item.speaker and item.speaker_kind else None
        if held is not None and not self._abroad(item.article):
            return Mention(item.article, self.registry.people[held.person].name, date, item.speaker, held.organisation)
        if not item.speaker or item.speaker_kind != SpeakerKind.PERSON:
            return None
        body = self.found.get((item.article, item.organisation or ""))
        return Mention(item.article, item.speaker, date, item.role, body.id if body else self._office_body(item, item.role, date))

    def _office_body(self, item: Statement | Attribution, role: str | None, date: str | None, person: str | None = None) -> str | None:
        body = self.people.offices.body(role, date, person)
        return None if body is None or self._abroad(item.article) else body

    def _abroad(self, article: str) -> bool:
        """Whether an article is about a country whose government the registry does not hold."""
        if article not in self._foreign:
            of = government(self.articles[article].text) if article in self.articles else default()
            self._foreign[article] = of != default() and self.bodies.resolve(of, self.date(article))[0] is None
        return self._foreign[article]

    def apply(self, item: Said) -> Said:
        """The statement or attribution with canonical names and their ids."""
        changes: dict[str, Any] = {}
        body = self.found.get((item.article, item.organisation or ""))
        if body is not None:
            changes |= {"organisation": body.name, "organisation_id": body.id}
        mention = self.mention(item)
        if mention is not None:
            person = self.known[mention]
            changes |= {"speaker": person.name, "speaker_id": person.id, "speaker_kind": SpeakerKind.PERSON, "role": item.role or mention.role}
            if body is None and (key := self._office_body(item, mention.role, mention.date, person.id)):
                changes |= {"organisation": self.registry.organisations[key].name, "organisation_id": key}
            elif body is None and (carried := self.carried.get((person.id, item.article))) is not None:
                changes |= {"organisation": carried.name, "organisation_id": carried.id}
        elif item.speaker and self._is_body(item):
            named = item.speaker_kind == SpeakerKind.ORGANISATION and not self._is_generic(item)
            speaker = self.found[item.article, item.speaker] if named or body is None else body
            changes |= {"speaker": speaker.name, "speaker_id": speaker.id, "speaker_kind": SpeakerKind.ORGANISATION}
        elif item.speaker and item.speaker_kind == SpeakerKind.GROUP:
            changes["speaker_id"] = slug(group_key(item.speaker, self.language))
        return replace(item, **changes)

    def _carried(self, said: Sequence[Statement | Attribution]) -> dict[tuple[str, str], Organisation]:
        """(person id, article) -> the one body that the person speaks for there, or in articles that follow each other within months."""
        posts: dict[str, dict[str, dict[str, Organisation]]] = defaultdict(lambda: defaultdict(dict))
        for item in said:
            mention = self.mention(item)
            if mention is not None:
                body = self.found.get((item.article, item.organisation or ""))
                posts[self.known[mention].id][item.article] |= {body.id: body} if body else {}
        carried = {}
        for person, places in posts.items():
            for run in _runs({article: self.date(article) for article in places}):
                bodies = {key: body for article in run for key, body in places[article].items()}
                carried |= {(person, article): next(iter(bodies.values())) for article in run if len(bodies) == 1}
            carried |= {(person, article): next(iter(bodies.values())) for article, bodies in places.items() if len(bodies) == 1}
        return carried

    def by_its_outlet(self, item: Statement) -> bool:
        """Whether the article's own publisher is the speaker, or any outlet where no publisher is known: neither is a stakeholder."""
        if item.speaker_kind != SpeakerKind.ORGANISATION:
            return False
        publisher = self.articles[item.article].publisher if item.article in self.articles else None
        speaker = self.found[item.article, item.speaker]
        if not publisher:
            return speaker.kind == OUTLET
        outlet, _ = self.bodies.resolve(publisher, self.date(item.article))
        return body_key(publisher) == body_key(item.speaker) or outlet is not None and speaker.id == outlet.id

    def registered(self) -> dict[str, Known]:
        """The persons found, by id."""
        return {known.id: known for known in self.known.values()}

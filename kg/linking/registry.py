"""Who is known: organisations, people, offices and who held them when. From ontology/organisations.ttl and users' CSV."""
from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from rdflib import RDF, Graph, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, SDO, SKOS, TIME

from kg import resources
from kg.errors import ConfigError
from kg.linking import sheet, turtle
from kg.linking.words import slug

COLUMNS = ("id", "name", "kind", "aliases", "organisation", "role", "from", "until", "source")
KINDS = ("person", "organisation", "outlet")
OUTLET = "outlet"
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body with the days between which it bore this name; both ISO 8601 and possibly only a year, or None."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    start: str | None = None
    end: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """A post that one person holds at a time, in bodies that succeeded each other."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Holding:
    """A person in a post, or in a body under a role, between two days."""

    person: str
    office: str | None
    organisation: str | None
    role: str | None
    start: str | None
    end: str | None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Registry:
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    holdings: tuple[Holding, ...] = ()

    def holders(self, office: str, date: str) -> list[Holding]:
        """Who held an office on a day; nobody is named on the day of a change or for a date too vague to tell."""
        return [h for h in self.holdings if h.office == office and covers(h.start, h.end, date)]

    def organisation_of(self, office: str, date: str | None) -> Organisation | None:
        """The body an office belonged to on a day: the one of its successive bodies that existed then."""
        bodies = [self.organisations[o] for o in self.offices[office].organisations]
        there = [b for b in bodies if date and touches(b.start, b.end, date)]
        return there[0] if there else bodies[0] if len(bodies) == 1 else None


def first(date: str) -> str:
    """The first day of a day, month or year."""
    return (date + "-01-01")[:10] if len(date) == 4 else (date + "-01")[:10]


def last(date: str) -> str:
    """The last day of a day, month or year, good enough to compare."""
    return date + "-12-31" if len(date) == 4 else date + "-31" if len(date) == 7 else date[:10]


def covers(start: str | None, end: str | None, date: str) -> bool:
    """Whether the whole of `date` lies between start and end, both exclusive of the day of change where it is known."""
    after = start is None or first(start) < first(date) or len(start) == 4 and start <= date[:4]
    before = end is None or last(date) < last(end) or len(end) == 4 and date[:4] <= end
    return after and before


def touches(start: str | None, end: str | None, date: str) -> bool:
    """Whether any day of `date` lies between start and end."""
    return (start is None or first(start) <= last(date)) and (end is None or first(date) <= last(end))


def _local(node: object) -> str:
    return str(node).rpartition("/")[2]


def _text(graph: Graph, node: URIRef, term: URIRef) -> str | None:
    value = graph.value(node, term)
    return str(value) if value is not None else None


def _named(graph: Graph, node: URIRef) -> tuple[str, str, tuple[str, ...]]:
    """Id, name and other names."""
    name = _text(graph, node, SKOS.prefLabel) or _text(graph, node, FOAF.name)
    if name is None:
        raise ConfigError(f"{node} has neither skos:prefLabel nor foaf:name")
    return _local(node), name, tuple(sorted(map(str, graph.objects(node, SKOS.altLabel))))


def read_turtle(path: Path) -> Registry:
    """The registry that a file of ORG terms holds, as `python -m training.registry` writes it."""
    graph = turtle.read(path)

    def day(interval: URIRef | None, term: URIRef) -> str | None:
        instant = graph.value(interval, term) if interval is not None else None
        dates = (graph.value(instant, t) for t in (TIME.inXSDDate, TIME.inXSDgYearMonth, TIME.inXSDgYear)) if instant is not None else ()
        return next((str(date) for date in dates if date is not None), None)

    organisations, people, offices, holdings = {}, {}, {}, []
    for node in sorted(graph.subjects(RDF.type, ORG.Organization)):
        key, name, aliases = _named(graph, node)
        kind = _local(graph.value(node, ORG.classification) or "")
        organisations[key] = Organisation(key, name, aliases, kind, _text(graph, node, SDO.foundingDate), _text(graph, node, SDO.dissolutionDate), _text(graph, node, DCTERMS.source))
    for node in sorted(graph.subjects(RDF.type, FOAF.Person)):
        key, name, aliases = _named(graph, node)
        people[key] = Person(key, name, aliases, _text(graph, node, DCTERMS.source))
    posts: dict[str, str] = {}
    for node in sorted(graph.subjects(RDF.type, ORG.Post)):
        key, name, aliases = _named(graph, node)
        offices[key] = Office(key, name, aliases, tuple(sorted(_local(body) for body in graph.objects(node, ORG.postIn))))
        posts[str(graph.value(node, ORG.role))] = key
    for node in sorted(graph.subjects(RDF.type, ORG.Membership)):
        interval, body = graph.value(node, ORG.memberDuring), graph.value(node, ORG.organization)
        holdings.append(Holding(
            _local(graph.value(node, ORG.member)), posts.get(str(graph.value(node, ORG.role))), _local(body) if body is not None else None, None,
            day(interval, TIME.hasBeginning), day(interval, TIME.hasEnd), _text(graph, node, DCTERMS.source),
        ))
    return Registry(organisations, people, offices, tuple(holdings))


def read_csv(path: Path, registry: Registry) -> Registry:
    """The registry with a user's names added: name, kind (person, organisation, outlet), aliases by '|' and, for a person, dated roles.

    A row whose id or name is known adds to the known entry; several rows of one person are several roles.
    """
    organisations, people, holdings = dict(registry.organisations), dict(registry.people), list(registry.holdings)
    for line, row in sheet.rows(path, COLUMNS, required=("name", "kind")):
        kind, key = row["kind"].casefold(), row["id"] or slug(row["name"])
        if kind not in KINDS:
            near = difflib.get_close_matches(kind, KINDS, 1)
            raise ConfigError(f"{path}, line {line}: the kind {row['kind']!r} is none of {', '.join(KINDS)}{f'; did you mean {near[0]!r}?' if near else ''}")
        for column in ("from", "until"):
            if row[column] and not _DATE.fullmatch(row[column]):
                raise ConfigError(f"{path}, line {line}: {column} is {row[column]!r}; write 2005, 2005-10 or 2005-10-21")
        aliases = sheet.parts(row["aliases"])
        if kind == "person":
            old = people.get(key)
            people[key] = Person(key, row["name"], tuple(dict.fromkeys((*aliases, *(old.aliases if old else ())))), row["source"] or (old.source if old else None))
            if row["organisation"] or row["role"]:
                holdings.append(Holding(key, None, row["organisation"] or None, row["role"] or None, row["from"] or None, row["until"] or None, row["source"] or None))
        else:
            found = organisations.get(key) or next((o for o in organisations.values() if o.name.casefold() == row["name"].casefold()), None)
            old = found or Organisation(key, row["name"])
            organisations[old.id] = replace(
                old, name=row["name"], aliases=tuple(dict.fromkeys((*aliases, *old.aliases))), kind=OUTLET if kind == OUTLET else old.kind,
                start=row["from"] or old.start, end=row["until"] or old.end, source=row["source"] or old.source,
            )
    return replace(registry, organisations=organisations, people=people, holdings=tuple(holdings))


def load(*more: Path, bundled: bool = True) -> Registry:
    """The bundled registry with users' files (.ttl or .csv) added in order."""
    registry = read_turtle(resources.ontology("organisations.ttl")) if bundled else Registry()
    for path in more:
        if path.suffix.lower() == ".csv":
            registry = read_csv(path, registry)
        else:
            new = read_turtle(path)
            registry = Registry(registry.organisations | new.organisations, registry.people | new.people, registry.offices | new.offices, registry.holdings + new.holdings)
    return registry

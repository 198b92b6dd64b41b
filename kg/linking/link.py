"""Statements as extracted -> statements with canonical people, organisations and proposals. Ids of statements never change."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.linking import registry as registries
from kg.linking import scheme as schemes
from kg.linking import wordings
from kg.linking.candidate import Candidate
from kg.linking.corpus import Names
from kg.linking.proposals import Matcher
from kg.linking.registry import Organisation, Person, Registry
from kg.linking.scheme import Scheme
from kg.linking.vectors import Embed
from kg.model import Article, Attribution, Proposal, Statement


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking made of a corpus. `people`, `organisations` and `proposals` are those in use (with what is above), by id."""

    statements: tuple[Statement, ...]
    attributions: tuple[Attribution, ...]
    people: tuple[Person, ...]
    organisations: tuple[Organisation, ...]
    proposals: tuple[Proposal, ...]
    candidates: tuple[Candidate, ...]


def link(
    statements: Iterable[Statement], attributions: Iterable[Attribution], articles: Iterable[Article], registry: Registry | None = None,
    scheme: Scheme | None = None, embed: Embed | None = None, *, language: str = "en",
) -> Linked:
    """Canonical names and ids for all of a corpus. Order of input does not matter; a second time changes nothing.

    `registry` and `scheme` default to the bundled ones; without `embed` proposals are matched by words alone.
    """
    registry = registries.load() if registry is None else registry
    scheme = schemes.load() if scheme is None else scheme
    said = sorted(set(statements), key=lambda s: (s.article, s.start, s.end, s.id, repr(s)))
    heard = list(attributions)
    by_id = {article.id: article for article in articles}
    names = Names([*said, *_all(heard)], by_id, registry, language=language)
    done = [names.apply(s) for s in said if not names.by_its_outlet(s)]
    done, minted = wordings.resolve(done, by_id, Matcher(scheme, embed, language=language))
    heard = [_named(names, a) for a in heard]
    used = {s.proposal for s in done} & scheme.concepts.keys()
    used |= {above for concept in used for above in scheme.ancestors(concept)}
    return Linked(
        tuple(done), tuple(sorted(heard, key=lambda a: (a.article, a.source, a.cue, a.content))), _people(names, [*done, *_all(heard)]), _organisations(names, [*done, *_all(heard)]),
        tuple(sorted([*(scheme.concepts[key] for key in used), *minted.values()], key=lambda p: p.id)), tuple(sorted(set(names.candidates))),
    )


def _all(attributions: Iterable[Attribution]) -> Iterator[Attribution]:
    """Attributions, and after each those inside it, at any depth."""
    for one in attributions:
        yield one
        yield from _all(one.inner)


def _named(names: Names, attribution: Attribution) -> Attribution:
    """An attribution and those inside it with canonical names."""
    return replace(names.apply(attribution), inner=tuple(_named(names, one) for one in attribution.inner))


def _people(names: Names, said: list[Statement | Attribution]) -> tuple[Person, ...]:
    known, ids = names.registered(), {item.speaker_id for item in said}
    return tuple(names.registry.people[key] if known[key].registered else Person(key, known[key].name) for key in sorted(known) if key in ids)


def _organisations(names: Names, said: list[Statement | Attribution]) -> tuple[Organisation, ...]:
    bodies = names.registry.organisations | {body.id: body for body in names.found.values()}
    return tuple(bodies[key] for key in sorted({i for item in said for i in (item.organisation_id, item.speaker_id)} & bodies.keys() - {None}))

"""A body as an article names it -> the registered body that it is: exact, acronym, then a spelling that cannot mislead."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.linking.candidate import Candidate
from kg.linking.names import body_key, is_acronym, likeness, stands_for, words
from kg.linking.registry import Organisation, Registry, touches
from kg.linking.words import slug, stem

SURE, NEAR = 0.95, 0.8


class Bodies:
    """The registry's organisations by every name they have."""

    def __init__(self, registry: Registry, *, language: str = "en") -> None:
        self.registry, self.language = registry, language
        self.by_key: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.by_stems: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for body in registry.organisations.values():
            for name in dict.fromkeys((body.name, *body.aliases)):
                self.by_key[body_key(name)].append((body.id, name))
                self.by_stems[_stems(name)].add(body.id)

    def resolve(self, name: str, date: str | None = None) -> tuple[Organisation | None, list[Candidate]]:
        """The body and no candidates, or None and the near-misses that a person should look at.

        `date` decides between a department and its successor that share a name. A name of one word must be written as
        the registry writes it, so that "mind" and "scope" stay words.
        """
        found = {body for body, spelled in self.by_key.get(body_key(name), ()) if _written(name, spelled)}
        if len(found) > 1:
            there = {key for key in found if date and touches(self.registry.organisations[key].start, self.registry.organisations[key].end, date)}
            found = there or found
        if len(found) == 1:
            return self.registry.organisations[found.pop()], []
        if found:
            return None, [self._candidate(name, key, 1.0, "the name fits several registered bodies" if date else "the name fits several registered bodies, and the article has no date") for key in sorted(found)]
        return self._fuzzy(name) if " " in body_key(name) else (None, [])

    def _fuzzy(self, name: str) -> tuple[Organisation | None, list[Candidate]]:
        """Singular for plural, or a slip of the pen in a long name, where no other body's name is near."""
        same = self.by_stems.get(_stems(name), set())
        if len(same) == 1 and len(_stems(name)) > 2:
            return self.registry.organisations[next(iter(same))], []
        scores: dict[str, float] = {}
        for key, spellings in self.by_key.items():
            for body, spelled in spellings:
                if abs(len(key) - len(body_key(name))) <= 8:
                    scores[body] = max(scores.get(body, 0.0), likeness(name, spelled, self.language))
        near = sorted(((score, body) for body, score in scores.items() if score >= NEAR), key=lambda pair: (-pair[0], pair[1]))
        if near and near[0][0] >= SURE and (len(near) == 1 or near[1][0] < NEAR):
            return self.registry.organisations[near[0][1]], []
        return None, [self._candidate(name, body, score, "the name is spelled nearly like a registered one") for score, body in near[:3]]

    def _candidate(self, name: str, body: str, score: float, why: str) -> Candidate:
        return Candidate("organisation", name, self.registry.organisations[body].name, body, round(score, 3), why)


def _written(name: str, spelled: str) -> bool:
    """Whether a name of one word is written as a name: with the registry's capitals, or in capitals throughout."""
    bare = name.removeprefix("the ").removeprefix("The ")
    return " " in body_key(name) or bare.isupper() or (bare == spelled if is_acronym(spelled) else bare[:1] == spelled[:1])


def _stems(name: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in body_key(name).split())


def mint(name: str, registry: Registry) -> str:
    """The id of a body that no registry knows: made of its name alone, never that of a registered one."""
    made = slug(body_key(name) or name)
    return f"{made}-unregistered" if made in registry.organisations else made


def long_names(names: Iterable[str], *, language: str = "en") -> dict[str, str]:
    """Acronym -> the one long name among these that it stands for: the names of one article."""
    names = sorted(set(names))
    found = {}
    for short in filter(is_acronym, names):
        long = [name for name in names if name != short and stands_for(short, name)]
        if len(long) == 1 and not body_key(long[0]) in words(language, "generic"):
            found[short] = long[0]
    return found

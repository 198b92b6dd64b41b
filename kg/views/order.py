"""The order of the network's columns with few crossing lines: barycentre sweeps, then swaps of neighbours; always the same result."""
from __future__ import annotations

from collections.abc import Mapping

SWEEPS, ROUNDS = 12, 20

Near = Mapping[str, Mapping[str, float]]


def crossings(topics: list[str], sides: list[list[str]], near: Near) -> int:
    """How many pairs of lines cross, each side being joined to the topics by straight lines."""
    at = {topic: i for i, topic in enumerate(topics)}
    total = 0
    for bodies in sides:
        above: list[int] = []  # the topics' places of all lines from bodies higher up
        for body in bodies:
            here = [at[topic] for topic in near.get(body, {}) if topic in at]
            total += sum(earlier > place for place in here for earlier in above)
            above += here
    return total


def order(topics: list[str], sides: list[list[str]], near: Near) -> tuple[list[str], list[list[str]]]:
    """(topics, sides) from top to bottom; of all orders tried the one with the fewest crossings, the first found among equals."""
    best = (crossings(topics, sides, near), topics, sides)
    for _ in range(SWEEPS):
        place = _places([topics])
        sides = [_sorted(bodies, near, place, 0.5) for bodies in sides]
        place = _places(sides)
        topics = _sorted(topics, near, place, 1.0)  # what only the mixed speak of stands low, near to them
        best = min(best, (crossings(topics, sides, near), topics, sides), key=lambda found: found[0])
    return _swapped(*best, near)


def pull(key: str, near: Near, place: Mapping[str, float], alone: float) -> float:
    """The weighted mean place of a key's neighbours, from 0 at the top to 1; `alone` where it has none."""
    pulls = [(place[other], weight) for other, weight in near.get(key, {}).items() if other in place]
    total = sum(weight for _, weight in pulls)
    return round(sum(at * weight for at, weight in pulls) / total, 9) if total else alone


def _places(columns: list[list[str]]) -> dict[str, float]:
    return {key: i / max(len(keys) - 1, 1) for keys in columns for i, key in enumerate(keys)}


def _sorted(keys: list[str], near: Near, place: Mapping[str, float], alone: float) -> list[str]:
    return sorted(keys, key=lambda key: (pull(key, near, place, alone), key))


def _swapped(least: int, topics: list[str], sides: list[list[str]], near: Near) -> tuple[list[str], list[list[str]]]:
    """Neighbours in a column change places as long as that takes a crossing away."""
    columns = [list(topics), *map(list, sides)]
    for _ in range(ROUNDS):
        before = least
        for column in columns:
            for i in range(len(column) - 1):
                column[i], column[i + 1] = column[i + 1], column[i]
                found = crossings(columns[0], columns[1:], near)
                if found < least:
                    least = found
                else:
                    column[i], column[i + 1] = column[i + 1], column[i]
        if least == before:
            break
    return columns[0], columns[1:]

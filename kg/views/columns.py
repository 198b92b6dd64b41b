"""Places for the network: supporters | proposals | resisters, mixed below; boxes as high as their labels, so none overlap."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.views.text import wrap

WIDTH, COLUMN, GAP, LINE, PAD, SWEEPS = 270, 460, 16, 19, 14, 12
LETTERS, LINES = 26, 3  # a label: wider letters than these would break the line again
ACROSS = 4  # boxes in a row of the mixed


@dataclass(frozen=True)
class Node:
    """A box: centre, size, lines of its label, and the side it stands on ('topic' for a proposal)."""

    key: str
    side: str
    lines: tuple[str, ...]
    x: float
    y: float
    height: float


def place(
    names: Mapping[str, str], sides: Mapping[str, str], topics: list[str], weights: Mapping[tuple[str, str], float],
    earlier: Mapping[str, Any],
) -> list[Node]:
    """Nodes of the bodies in `sides` and the topics; `weights` by (body, topic) pull neighbours to one height.

    Keys with a place in `earlier` ({"x", "y"}) keep their order from top to bottom; new ones slip in where they belong.
    """
    near: dict[str, dict[str, float]] = {}
    for (body, topic), weight in weights.items():
        near.setdefault(body, {})[topic] = near.setdefault(topic, {})[body] = weight
    left = [b for b in sides if sides[b] == "supports"]
    right = [b for b in sides if sides[b] == "opposes"]
    mixed = [b for b in sides if sides[b] not in ("supports", "opposes")]
    lists = [topics, left, right]
    for _ in range(SWEEPS):
        rank = {key: i / max(len(keys) - 1, 1) for keys in lists for i, key in enumerate(keys)}
        lists = [_sweep(keys, near, rank) for keys in lists]
    lists = [_keep(keys, earlier) for keys in lists]
    columns = [_stack(keys, names, sides, x) for keys, x in zip(lists, (0.0, -COLUMN, COLUMN), strict=True)]
    bottom = max((n.y + n.height / 2 for column in columns for n in column), default=0.0)
    rank = {key: i for i, key in enumerate(lists[0])}
    mixed = _keep(sorted(mixed, key=lambda b: (_pull(b, near, rank), b)), earlier)
    return [*(n for column in columns for n in column), *_rows(mixed, names, sides, bottom + 40)]


def _pull(key: str, near: Mapping[str, Mapping[str, float]], rank: Mapping[str, float]) -> float:
    """The weighted mean place of a key's neighbours."""
    pulls = [(rank[other], weight) for other, weight in near.get(key, {}).items() if other in rank]
    total = sum(weight for _, weight in pulls)
    return round(sum(place * weight for place, weight in pulls) / total, 9) if total else 0.5


def _sweep(keys: list[str], near: Mapping[str, Mapping[str, float]], rank: Mapping[str, float]) -> list[str]:
    return sorted(keys, key=lambda key: (_pull(key, near, rank), key))


def _keep(keys: list[str], earlier: Mapping[str, Any]) -> list[str]:
    """Known keys in their earlier order; a new one follows the known key it would have followed."""
    known = iter(sorted((k for k in keys if k in earlier), key=lambda k: (earlier[k]["y"], earlier[k]["x"], k)))
    return [next(known) if key in earlier else key for key in keys]


def _height(lines: tuple[str, ...]) -> float:
    return LINE * len(lines) + PAD


def _stack(keys: list[str], names: Mapping[str, str], sides: Mapping[str, str], x: float) -> list[Node]:
    """One column, centred on y = 0."""
    labels = {key: tuple(wrap(names[key], LETTERS, LINES)) for key in keys}
    y = -(sum(_height(lines) for lines in labels.values()) + GAP * max(len(keys) - 1, 0)) / 2
    found = []
    for key in keys:
        height = _height(labels[key])
        found.append(Node(key, sides.get(key, "topic"), labels[key], x, round(y + height / 2, 1), height))
        y += height + GAP
    return found


def _rows(keys: list[str], names: Mapping[str, str], sides: Mapping[str, str], top: float) -> list[Node]:
    """The mixed, ACROSS to a row under the columns."""
    found, y = [], top
    step = 2 * COLUMN / (ACROSS - 1)
    for i in range(0, len(keys), ACROSS):
        part = keys[i : i + ACROSS]
        labels = [tuple(wrap(names[key], LETTERS, LINES)) for key in part]
        height = max(map(_height, labels))
        for j, (key, lines) in enumerate(zip(part, labels, strict=True)):
            found.append(Node(key, sides[key], lines, round((j - (len(part) - 1) / 2) * step, 1), round(y + height / 2, 1), _height(lines)))
        y += height + GAP
    return found

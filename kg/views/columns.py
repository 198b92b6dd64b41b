"""Places for the network: supporters | proposals | resisters, mixed below; boxes as high as their labels, so none overlap."""
from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.views.order import order, pull
from kg.views.text import wrap

WIDTH, COLUMN, GAP, LINE, PAD = 270, 460, 16, 19, 14
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

    Keys with a place in `earlier` ({"x", "y"}) stay there while they stand on the same side; new ones take the free room
    nearest to where they belong. Without `earlier` the places follow from the rest alone.
    """
    near: dict[str, dict[str, float]] = {}
    for (body, topic), weight in weights.items():
        near.setdefault(body, {})[topic] = near.setdefault(topic, {})[body] = weight
    left = [b for b in sides if sides[b] == "supports"]
    right = [b for b in sides if sides[b] == "opposes"]
    mixed = [b for b in sides if sides[b] not in ("supports", "opposes")]
    topics, (left, right) = order(topics, [left, right], near)
    below = [earlier[b]["y"] for b in mixed if _was(b, earlier) == "mixed"]
    floor = min(below, default=math.inf) - _height(("",) * LINES) / 2 - 40
    columns = [_stack(keys, names, sides, x, earlier, floor) for keys, x in ((topics, 0.0), (left, -COLUMN), (right, COLUMN))]
    bottom = max((n.y + n.height / 2 for column in columns for n in column), default=0.0)
    rank = {key: i for i, key in enumerate(topics)}
    mixed = sorted(mixed, key=lambda b: (pull(b, near, rank, 0.0), b))
    return [*(n for column in columns for n in column), *_rows(mixed, names, sides, bottom + 40, earlier)]


def _was(key: str, earlier: Mapping[str, Any]) -> str:
    """Where a key stood: "column", "mixed", or "" when it is new."""
    return ("mixed" if earlier[key].get("mixed") else "column") if key in earlier else ""


def _height(lines: tuple[str, ...]) -> float:
    return LINE * len(lines) + PAD


def _stack(keys: list[str], names: Mapping[str, str], sides: Mapping[str, str], x: float, earlier: Mapping[str, Any], floor: float) -> list[Node]:
    """One column: centred on y = 0 when all in it are new, else around those that stay, and never below `floor`."""
    labels = {key: tuple(wrap(names[key], LETTERS, LINES)) for key in keys}
    height = {key: _height(lines) for key, lines in labels.items()}
    middle = _stay({key: earlier[key]["y"] for key in keys if _was(key, earlier) == "column" and abs(earlier[key]["x"] - x) < 1}, height)
    if middle:
        for before, key in zip([None, *keys], keys):
            if key not in middle:
                wish = middle[before] + height[before] / 2 + GAP if before else min(middle[k] - height[k] / 2 for k in middle) - GAP - height[key]
                middle[key] = _room(middle, height, wish, height[key], floor)
    else:
        tall = sum(height.values()) + GAP * max(len(keys) - 1, 0)
        y = min(-tall / 2, floor - tall)
        for key in keys:
            middle[key] = round(y + height[key] / 2, 1)
            y += height[key] + GAP
    return [Node(key, sides.get(key, "topic"), labels[key], x, middle[key], height[key]) for key in sorted(keys, key=lambda k: middle[k])]


def _stay(places: Mapping[str, float], height: Mapping[str, float]) -> dict[str, float]:
    """Middles as they were; one whose label grew pushes those below it as far as it must."""
    found: dict[str, float] = {}
    bottom = -math.inf
    for key in sorted(places, key=lambda k: (places[k], k)):
        half = height[key] / 2
        found[key] = _no_higher(places[key], bottom + GAP + half)
        bottom = found[key] + half
    return found


def _no_higher(wish: float, least: float) -> float:
    """The wished middle, or the least there is room for; a tenth of a pixel is rounding."""
    return wish if wish > least - 0.15 else round(least, 1)


def _room(middle: Mapping[str, float], height: Mapping[str, float], wish: float, size: float, floor: float) -> float:
    """The middle of the free room of `size` whose top is nearest to `wish`; above the column there is always some."""
    spans = [(middle[key] - height[key] / 2 - GAP, middle[key] + height[key] / 2 + GAP) for key in middle]
    tops = [wish, *(bottom for _, bottom in spans), *(top - size for top, _ in spans)]
    highest = min(top for top, _ in spans) - size
    free = [t for t in tops if (t + size <= floor or t <= highest) and all(t + size <= top + 0.05 or t >= bottom - 0.05 for top, bottom in spans)]
    return round(min(free, key=lambda t: (abs(t - wish), t)) + size / 2, 1)


def _rows(keys: list[str], names: Mapping[str, str], sides: Mapping[str, str], top: float, earlier: Mapping[str, Any]) -> list[Node]:
    """The mixed, at most ACROSS to a row under the columns; those that stay first, then the new ones."""
    step = 2 * COLUMN / (ACROSS - 1)
    labels = {key: tuple(wrap(names[key], LETTERS, LINES)) for key in keys}
    kept: dict[float, list[tuple[float, str]]] = {}
    for key in keys:
        if _was(key, earlier) == "mixed":
            kept.setdefault(earlier[key]["y"], []).append((earlier[key]["x"], key))
    new = [key for key in keys if _was(key, earlier) != "mixed"]
    last = kept[max(kept)] if kept else []
    fits = max((_height(labels[key]) for _, key in last), default=0.0)
    for key in [key for key in new if _height(labels[key]) <= fits]:
        beside = [x for x in (max(last)[0] + step, min(last)[0] - step) if abs(x) <= COLUMN + 1]
        if beside:
            last.append((round(beside[0], 1), key))
            new.remove(key)
    rows = [(wish, kept[wish]) for wish in sorted(kept)]
    for i in range(0, len(new), ACROSS):
        part = new[i : i + ACROSS]
        rows.append((-math.inf, [(round((j - (len(part) - 1) / 2) * step, 1), key) for j, key in enumerate(part)]))
    found, y = [], top
    for wish, row in rows:
        height = max(_height(labels[key]) for _, key in row)
        middle = _no_higher(wish, y + height / 2)
        found += [Node(key, sides[key], labels[key], x, middle, _height(labels[key])) for x, key in sorted(row)]
        y = middle + height / 2 + GAP
    return found

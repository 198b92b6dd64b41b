"""Coalitions: who agrees with whom, as a matrix and as a ring, out of the one-mode projection."""
from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kg.networks import project
from kg.views.data import data
from kg.views.frame import page
from kg.views.matrix import bodies
from kg.views.rows import ActorRow
from kg.views.site import Site
from kg.views.text import wrap

MOST, DRAWN = 24, 40
LETTER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
RADIUS, CENTRE_X, WIDTH, STEP, TOP, LETTERS = 240, 530, 1060, 36, 24, 38
MARK = {"supports": "=", "opposes": "≠", "divided": "±"}  # agree, clash, both alike: not the marks of a stance


@dataclass(frozen=True)
class Tie:
    """Two bodies; `weight` is congruence minus conflict over the mean number of their statements."""

    a: ActorRow
    b: ActorRow
    weight: float
    agree: int
    clash: int
    path: str = ""

    @property
    def css(self) -> str:
        """The look of the line: agreement is drawn like support, a clash like resistance."""
        return "supports" if self.weight > 0 else "opposes" if self.weight < 0 else "divided"

    @property
    def mark(self) -> str:
        return MARK[self.css]


@dataclass(frozen=True)
class Point:
    """A body on the ring with the lines of its label and the letter of its group, "" outside all groups."""

    row: ActorRow
    letter: str
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str
    label: list[str]


def events(site: Site) -> list[project.Event]:
    """Statements that take a side, a conditional one with a lean by its lean; others say neither yes nor no."""
    found = []
    for s in site.statements:
        side = s.lean if s.stance == "conditional" else s.stance
        if side in ("supports", "opposes"):
            found.append(project.Event(site.body(s).id, s.proposal, int(side == "supports"), s.article, site.date(s)))
    return found


def shared(said: list[project.Event]) -> dict[tuple[str, str], tuple[int, int]]:
    """(proposals on which two bodies agree, on which they clash) for every pair with either."""
    net = Counter()
    for e in said:
        net[e.actor, e.concept] += 1 if e.agreement else -1
    sides: dict[str, dict[str, int]] = {}
    for (actor, concept), value in net.items():
        if value:
            sides.setdefault(actor, {})[concept] = 1 if value > 0 else -1
    found = {}
    for a in sorted(sides):
        for b in sorted(sides):
            if a < b:
                products = [sides[a][c] * sides[b][c] for c in sides[a].keys() & sides[b].keys()]
                if products:
                    found[a, b] = (products.count(1), products.count(-1))
    return found


def ring(rows: list[ActorRow], letters: dict[str, str]) -> list[Point]:
    """Places on an oval at even heights, so that no two labels meet: the first half down the right side, the rest up the left."""
    half = (len(rows) + 1) // 2
    height = STEP * max(half - 1, 1)
    found = []
    for i, row in enumerate(rows):
        right = i < half
        step = i if right else len(rows) - 1 - i
        y = TOP + height * (step + (0 if half > 1 else 0.5)) / max(half - 1, 1)
        width = RADIUS * math.sqrt(max(1 - (2 * (y - TOP) / height - 1) ** 2, 0)) * 0.75 + RADIUS * 0.25
        x = CENTRE_X + (width if right else -width)
        label_x = x + (16 if right else -16)
        label = wrap(row.name, LETTERS, 2)
        label_y = y + 4 - 7 * (len(label) - 1)
        found.append(Point(row, letters.get(row.id, ""), round(x, 1), round(y, 1), round(label_x, 1), round(label_y, 1), "start" if right else "end", label))
    return found


def order(weights: dict[tuple[str, str], float], groups: list[list[str]], chosen: list[str]) -> list[str]:
    """Coalition after coalition, the rest last; within one the best tied first."""
    place = {actor: i for i, group in enumerate(groups) for actor in group}
    strength = Counter()
    for (a, b), weight in weights.items():
        strength[a] += weight
        strength[b] += weight
    return sorted(chosen, key=lambda actor: (place.get(actor, len(groups)), -round(strength[actor], 9), actor))


def render(site: Site) -> Iterator[tuple[str, str]]:
    """pages/coalitions.html."""
    said = events(site)
    weights = project.onemode(said, aggregation="subtract", normalization="average", duplicates="document")
    tied = {actor for pair in weights for actor in pair}
    chosen = [b for b in bodies(site) if b in tied][:MOST]
    weights = {pair: w for pair, w in weights.items() if set(pair) <= set(chosen)}
    groups = project.coalitions(weights)
    rows = [site.rows.actors[key] for key in order(weights, groups, chosen)]
    letters = {actor: LETTER[i] for i, found in enumerate(groups[: len(LETTER)]) for actor in found}
    points = {p.row.id: p for p in ring(rows, letters)}
    middle = sum(p.y for p in points.values()) / max(len(points), 1)
    counts = shared([e for e in said if e.actor in set(chosen)])
    ties = {}
    for (a, b), weight in weights.items():
        p, q = points[a], points[b]
        path = f"M{p.x:g} {p.y:g}Q{(CENTRE_X * 2 + p.x + q.x) / 4:g} {(middle * 2 + p.y + q.y) / 4:g} {q.x:g} {q.y:g}"
        ties[a, b] = ties[b, a] = Tie(p.row, q.row, weight, *counts.get((a, b), (0, 0)), path)
    strengths = sorted((abs(w) for w in weights.values()), reverse=True)
    yield page(
        site, "pages/coalitions.html", "coalitions.html", heading="Coalitions", scripts=("coalitions.js",),
        data=data(site, [s for s in site.statements if site.body(s).id in points]), mark=MARK,
        rows=rows, points=list(points.values()), ties=ties, edges=[ties[pair] for pair in sorted(weights, key=lambda p: (-abs(weights[p]), p))],
        letters=letters, groups=[[site.rows.actors[a] for a in group] for group in groups], all_bodies=len(site.by_body), tied=len(tied),
        most=max((abs(w) for w in weights.values()), default=0.0) or 1.0, width=WIDTH,
        height=round(max((p.y for p in points.values()), default=0) + TOP),
        least=math.floor(strengths[DRAWN] / 0.05 + 1) * 0.05 if len(strengths) > DRAWN else 0.0,
    )

"""The drawing on an actor's page: speakers | the actor | proposals, in columns, as SVG that needs no script."""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kg.views.rows import ActorRow, StatementRow
from kg.views.site import Site, count, group
from kg.views.text import wrap

COLUMN, GAP, WIDTH, MOST = 230, 110, 910, 14


@dataclass(frozen=True)
class Box:
    """A rectangle with lines of text; `css` is the side it stands on."""

    x: float
    y: float
    width: float
    height: float
    lines: list[str]
    css: str


@dataclass(frozen=True)
class Line:
    path: str
    css: str
    width: float


@dataclass(frozen=True)
class Drawing:
    width: int
    height: int
    boxes: list[Box]
    lines: list[Line]
    summary: str
    more: str


def drawing(site: Site, row: ActorRow, statements: list[StatementRow]) -> Drawing | None:
    """The actor with at most MOST speakers and proposals, None when there are fewer than two edges to see."""
    tallies = {key: count(found) for key, found in group((s.proposal, s) for s in statements).items()}
    proposals = sorted(tallies, key=lambda k: (-tallies[k].net, -tallies[k].total, site.rows.proposals[k].label, k))
    others = Counter(a for s in statements for a in [s.speaker if s.organisation == row.id else s.organisation] if a and a != row.id)
    speakers = sorted(others, key=lambda a: (-others[a], site.rows.actors[a].name, a))
    if len(proposals) + len(speakers) < 3:
        return None
    busy = sorted(proposals, key=lambda k: -tallies[k].total)[:MOST]
    kept = [k for k in proposals if k in busy]
    left = _column([(wrap(site.rows.actors[a].name, 30, 2), "") for a in speakers[:MOST]], 0)
    right = _column([(wrap(site.rows.proposals[k].label, 30, 2), "topic") for k in kept], 2 * (COLUMN + GAP))
    height = max(_bottom(left), _bottom(right), 60)
    left, right = _centre(left, height), _centre(right, height)
    lines = wrap(row.name, 30, 3)
    size = 15 * len(lines) + 12
    middle = Box(COLUMN + GAP, (height - size) / 2, COLUMN, size, lines, count(statements).side)
    edges = [Line(_curve(box.x + box.width, _mid(box), middle.x, _mid(middle)), "plain", 1) for box in left]
    edges += [
        Line(_curve(middle.x + middle.width, _mid(middle), box.x, _mid(box)), tallies[key].side, round(1 + min(tallies[key].total, 8) / 2, 1))
        for key, box in zip(kept, right, strict=True)
    ]
    names = f"{row.name}: {len(proposals)} proposals, {len(speakers)} linked names. The lists above and below say the same."
    hidden = max(len(proposals) - MOST, 0) + max(len(speakers) - MOST, 0)
    more = f"{hidden} more are in the lists." if hidden else ""
    return Drawing(WIDTH, round(height) + 2, [*left, middle, *right], edges, names, more)


def _column(items: list[tuple[list[str], str]], x: float) -> list[Box]:
    boxes, y = [], 1.0
    for lines, css in items:
        height = 15 * len(lines) + 10
        boxes.append(Box(x + 1, y, COLUMN - 2, height, lines, css))
        y += height + 10
    return boxes


def _bottom(boxes: list[Box]) -> float:
    return boxes[-1].y + boxes[-1].height + 1 if boxes else 0


def _centre(boxes: list[Box], height: float) -> list[Box]:
    down = (height - _bottom(boxes)) / 2
    return [Box(b.x, round(b.y + down, 1), b.width, b.height, b.lines, b.css) for b in boxes]


def _mid(box: Box) -> float:
    return round(box.y + box.height / 2, 1)


def _curve(x1: float, y1: float, x2: float, y2: float) -> str:
    half = (x1 + x2) / 2
    return f"M{x1:g} {y1:g}C{half:g} {y1:g} {half:g} {y2:g} {x2:g} {y2:g}"

"""The ego network on an actor's page: speakers | the actor | proposals, as SVG; boxes lead to pages, lines to the words."""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from kg.views.rows import ActorRow, ProposalRow, StatementRow
from kg.views.site import Site, count, group
from kg.views.stances import MARKS
from kg.views.text import clip, plain, wrap

COLUMN, GAP, WIDTH, MOST, TOP = 230, 110, 910, 14, 24


@dataclass(frozen=True)
class Box:
    """A rectangle with lines of text; `css` is the side it stands on."""

    x: float
    y: float
    width: float
    height: float
    lines: list[str]
    css: str
    page: str = ""


@dataclass(frozen=True)
class Line:
    """A line; `said_with` is the other end, whose statements with the actor it opens."""

    path: str
    css: str
    width: float
    said_with: ActorRow | ProposalRow
    label: str


@dataclass(frozen=True)
class Drawing:
    width: int
    height: int
    boxes: list[Box]
    lines: list[Line]
    captions: list[tuple[float, str]]
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
    left = _column([(wrap(f"{site.rows.actors[a].name} ({others[a]})", 30, 3), "", site.page(site.rows.actors[a])) for a in speakers[:MOST]], 0)
    right = _column([(wrap(f"{site.rows.proposals[k].label} ({tallies[k].total})", 30, 3), "topic", site.page(site.rows.proposals[k])) for k in kept], 2 * (COLUMN + GAP))
    height = max(_bottom(left), _bottom(right), 60)
    left, right = _centre(left, height), _centre(right, height)
    lines = wrap(row.name, 30, 3)
    size = 15 * len(lines) + 12
    middle = Box(COLUMN + GAP, round((height + TOP - size) / 2, 1), COLUMN, size, lines, count(statements).side)
    edges = [
        Line(_curve(box.x + box.width, _mid(box), middle.x, _mid(middle)), "plain", 1.5, site.rows.actors[a], f"{_short(site.rows.actors[a].name)} with {_short(row.name)}")
        for a, box in zip(speakers, left, strict=False)
    ]
    edges += [
        Line(_curve(middle.x + middle.width, _mid(middle), box.x, _mid(box)), tallies[key].side, round(1 + min(tallies[key].total, 8) / 2, 1),
             site.rows.proposals[key], f"{_short(row.name)} {MARKS[tallies[key].side].verb}: {_short(site.rows.proposals[key].label)}")
        for key, box in zip(kept, right, strict=True)
    ]
    names = f"{row.name}: {len(proposals)} proposals, {len(speakers)} linked names. The lists above and below say the same."
    single = row.kind in ("person", "anonymous")
    captions = [(COLUMN / 2, "speaks for" if single else "who speaks for them")] * bool(left) + [(2 * (COLUMN + GAP) + COLUMN / 2, "proposals, the supported ones above")]
    hidden = max(len(proposals) - MOST, 0) + max(len(speakers) - MOST, 0)
    more = f"{hidden} more are in the lists." if hidden else ""
    return Drawing(WIDTH, round(height) + 2, [*left, middle, *right], edges, captions, names, more)


def _short(name: str) -> str:
    return clip(plain(name), 60)


def _column(items: list[tuple[list[str], str, str]], x: float) -> list[Box]:
    boxes, y = [], float(TOP)
    for lines, css, page in items:
        height = 15 * len(lines) + 10
        boxes.append(Box(x + 1, y, COLUMN - 2, height, lines, css, page))
        y += height + 10
    return boxes


def _bottom(boxes: list[Box]) -> float:
    return boxes[-1].y + boxes[-1].height + 1 if boxes else 0


def _centre(boxes: list[Box], height: float) -> list[Box]:
    down = (height - _bottom(boxes)) / 2 if boxes else 0
    return [replace(b, y=round(b.y + down, 1)) for b in boxes]


def _mid(box: Box) -> float:
    return round(box.y + box.height / 2, 1)


def _curve(x1: float, y1: float, x2: float, y2: float) -> str:
    half = (x1 + x2) / 2
    return f"M{x1:g} {y1:g}C{half:g} {y1:g} {half:g} {y2:g} {x2:g} {y2:g}"

"""Timeline: one row for each body, one mark for each dated statement; gaps stay gaps."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kg.views.data import data
from kg.views.frame import page
from kg.views.matrix import bodies
from kg.views.rows import ActorRow, StatementRow
from kg.views.site import Site, count, group
from kg.views.stances import Tally
from kg.views.text import wrap

MOST, LEFT, RIGHT, WIDTH, STEP, TOP, LETTERS = 30, 262, 30, 1200, 15, 34, 36


@dataclass(frozen=True)
class Dot:
    """A statement at its place on the drawing."""

    statement: StatementRow
    x: float
    y: float


@dataclass(frozen=True)
class Lane:
    row: ActorRow
    label: list[str]
    y: float
    height: float
    dots: list[Dot]


def day(text: str) -> int | None:
    """An ISO 8601 day, month or year as a day number; a month or year stands at its middle."""
    parts = text.split("-")
    try:
        numbers = [int(p) for p in parts[:3]]
        if len(numbers) == 1:
            return date(numbers[0], 7, 1).toordinal()
        return date(*numbers[:2], numbers[2] if len(numbers) > 2 else 15).toordinal()
    except (ValueError, TypeError):
        return None


def scale(days: list[int]) -> tuple[int, int]:
    """First and last day of the axis: whole years around the data, so that a new article seldom moves it."""
    first, last = date.fromordinal(min(days)), date.fromordinal(max(days))
    return date(first.year, 1, 1).toordinal(), date(min(last.year + 1, 9999), 1, 1).toordinal()


def ticks(first: int, last: int) -> list[tuple[int, str]]:
    """At most about twelve labelled years, or the months of a single year."""
    start, end = date.fromordinal(first).year, date.fromordinal(last).year
    if end - start <= 1:
        return [(date(start, month, 1).toordinal(), f"{start}-{month:02}") for month in range(1, 13, 2)]
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 1000) if (end - start) / s <= 12)
    return [(date(year, 1, 1).toordinal(), str(year)) for year in range(start, end + 1) if year % step == 0 and year > 0]


def lanes(site: Site, first: int, last: int) -> list[Lane]:
    """The bodies with most dated statements, in the order in which they first spoke; marks that would cover each other stack."""
    dated = {b: [s for s in site.by_body[b] if day(site.date(s)) is not None] for b in bodies(site)}
    chosen = sorted((b for b in dated if dated[b]), key=lambda b: -len(dated[b]))[:MOST]
    chosen.sort(key=lambda b: (min(site.date(s) for s in dated[b]), site.rows.actors[b].name, b))
    found, y = [], float(TOP)
    for body in chosen:
        taken: dict[int, list[float]] = defaultdict(list)
        dots = []
        for s in sorted(dated[body], key=lambda s: (site.date(s), s.id)):
            x = LEFT + 12 + (WIDTH - LEFT - 12 - RIGHT) * ((day(site.date(s)) or first) - first) / (last - first)
            level = next(k for k in range(10_000) if all(abs(x - other) >= 13 for other in taken[k]) or k == 5)
            taken[level].append(x)
            dots.append(Dot(s, round(x, 1), round(y + 11 + level * STEP, 1)))
        label = wrap(site.rows.actors[body].name, LETTERS, 2)
        height = max(22 + STEP * max(taken), 9 + 14 * len(label))
        found.append(Lane(site.rows.actors[body], label, y, height, dots))
        y += height
    return found


def years(site: Site) -> list[tuple[str, Tally, int]]:
    """(year, tally, number of articles) for every year with a statement."""
    by_year = group((site.date(s)[:4], s) for s in site.statements if day(site.date(s)) is not None)
    return [(year, count(found), len({s.article for s in found})) for year, found in sorted(by_year.items())]


def render(site: Site) -> Iterator[tuple[str, str]]:
    """pages/timeline.html."""
    days = [d for d in (day(site.date(s)) for s in site.statements) if d is not None]
    first, last = scale(days) if days else (0, 1)
    rows = lanes(site, first, last) if days else []
    at = [(round(LEFT + 12 + (WIDTH - LEFT - 12 - RIGHT) * (d - first) / (last - first), 1), name) for d, name in ticks(first, last)] if days else []
    yield page(
        site, "pages/timeline.html", "timeline.html", heading="Timeline", scripts=("timeline.js",), data=data(site, site.statements),
        lanes=rows, ticks=at, width=WIDTH, left=LEFT, height=round((rows[-1].y + rows[-1].height if rows else TOP) + 8),
        years=years(site), undated=len(site.statements) - len(days), hidden=len(days) - sum(len(lane.dots) for lane in rows), everybody=len(site.by_body),
    )

"""Balance bars: resisting to the left, supporting to the right, conditional in a column of its own."""
from __future__ import annotations

from collections.abc import Iterator

from kg.views.data import cell, data
from kg.views.frame import page
from kg.views.matrix import columns
from kg.views.proposals import bodies
from kg.views.site import Site, count
from kg.views.stances import Tally

MOST = 60


def bars(tallies: list[Tally]) -> list[tuple[float, float, float]]:
    """(opposes, supports, conditional) of each tally in per cent of the largest number of any."""
    most = max((n for t in tallies for n in t[:3]), default=0) or 1
    return [(100 * t.opposes / most, 100 * t.supports / most, 100 * t.conditional / most) for t in tallies]


def render(site: Site) -> Iterator[tuple[str, str]]:
    """pages/balance.html: one table that counts statements, one with a single vote for each body."""
    every = columns(site)
    shown = sorted(every[:MOST], key=lambda key: -count(site.by_proposal[key]).total)
    island = data(site, site.statements)
    measures = []
    for name, title, tallies in (
        ("statements", "Statements", [count(site.by_proposal[key]) for key in shown]),
        ("votes", "Organisations, groups and speakers, one vote each", [bodies(site, site.by_proposal[key]) for key in shown]),
    ):
        lines = zip([site.rows.proposals[key] for key in shown], tallies, bars(tallies), strict=True)
        measures.append((name, title, list(lines)))
    yield page(
        site, "pages/balance.html", "balance.html", heading="Balance of support and resistance", scripts=("bars.js", "balance.js"), data=island,
        measures=measures, all_proposals=len(every), shown=len(shown), cell=lambda proposal: cell(island, site, None, proposal),
    )

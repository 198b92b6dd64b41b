"""Every statement as a table: the accessible equal of all other pages."""
from __future__ import annotations

from collections.abc import Iterator

from kg.views.data import data
from kg.views.frame import page
from kg.views.site import Site

PAGE = 1000


def render(site: Site) -> Iterator[tuple[str, str]]:
    """pages/statements.html, and statements-2.html ... above PAGE statements; newest first, undated last."""
    ordered = sorted(site.statements, key=lambda s: (site.date(s), s.article, -s.start, s.id), reverse=True)
    parts = [ordered[i : i + PAGE] for i in range(0, len(ordered), PAGE)] or [[]]
    names = [f"pages/statements{'' if i == 0 else f'-{i + 1}'}.html" for i in range(len(parts))]
    for i, part in enumerate(parts):
        yield page(
            site,
            names[i],
            "statements.html",
            current=names[0],
            heading="All statements" if i == 0 else f"All statements, part {i + 1}",
            data=data(site, part, listed=True),
            statements=part,
            part=i + 1,
            parts=[name.removeprefix("pages/") for name in names],
        )

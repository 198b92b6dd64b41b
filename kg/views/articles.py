"""The evidence reader: for each article its statements, each in its paragraph with speaker, cue, proposal and quote marked."""
from __future__ import annotations

from collections.abc import Iterator

from kg.views.data import data
from kg.views.frame import page
from kg.views.marking import passage
from kg.views.site import Site


def render(site: Site) -> Iterator[tuple[str, str]]:
    """A page for each article that holds a statement."""
    for key, statements in site.by_article.items():
        row = site.rows.articles[key]
        yield page(
            site,
            f"pages/{site.page(row)}",
            "article.html",
            current="pages/statements.html",
            heading=row.title or row.key,
            data=data(site, statements, listed=True),
            row=row,
            statements=[(s, passage(s, site.speaker(s).name, site.texts.get(row.key), person=site.speaker(s).kind == "person")) for s in statements],
        )

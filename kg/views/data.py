"""The JSON that a page's script works on: the page's statements, with names, articles and proposals said once."""
from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from kg.views import terms
from kg.views.rows import StatementRow
from kg.views.site import Site
from kg.views.stances import STANCES, STATUS
from kg.views.text import anchor, clean, clip, href

FIELDS = (
    "id", "article", "body", "speaker", "organisation", "proposal", "stance", "lean", "confidence", "status", "date",
    "quote", "condition", "role",
)


def quote_limit(n: int) -> int:
    """Characters of each quote that travel in the JSON of n statements; 0 leaves them to the evidence pages."""
    return 420 if n <= 300 else 220 if n <= 3000 else 0


def data(site: Site, statements: Iterable[StatementRow], *, listed: bool = False, limit: int | None = None, **more: Any) -> dict[str, Any]:
    """The island for some statements. `listed`: their quotes are rows of the page already and are left out here.

    `limit` is the number of characters of a quote, by default what `quote_limit` allows.
    """
    chosen = list(statements)
    limit = 0 if listed else quote_limit(len(chosen)) if limit is None else limit
    articles = _index(s.article for s in chosen)
    actors = _index(a for s in chosen for a in (site.body(s).id, s.speaker, s.organisation) if a)
    proposals = _index(s.proposal for s in chosen)
    roles = _index(s.role or "" for s in chosen)
    base = _base(s.iri for s in chosen)
    anchors = [anchor(s.id) for s in chosen]
    if anchors != ["s-" + s.iri.removeprefix(base) for s in chosen]:
        more["anchors"] = anchors
    return {
        "fields": FIELDS,
        "base": base,
        "terms": terms.terms(),
        "stances": STANCES,
        "statuses": tuple(STATUS),
        "roles": [clean(role) for role in roles],
        "articles": [
            [clean(a.title or a.id), clean(a.publisher or ""), a.date or "", href(a.url) or "", site.page(a)]
            for a in (site.rows.articles[i] for i in articles)
        ],
        "actors": [[clean(a.name), a.kind, site.page(a), a.iri] for a in (site.rows.actors[i] for i in actors)],
        "proposals": [[clean(p.label), site.page(p), p.iri] for p in (site.rows.proposals[i] for i in proposals)],
        "statements": [
            [
                s.iri.removeprefix(base), articles[s.article], actors[site.body(s).id], actors[s.speaker],
                actors.get(s.organisation or "", -1), proposals[s.proposal], STANCES.index(s.stance),
                STANCES.index(s.lean) if s.lean in STANCES else -1,
                -1 if s.confidence is None else round(s.confidence, 3), list(STATUS).index(s.status), site.date(s),
                clip(clean(s.quote), limit) if limit else 0, clean(s.condition or ""), roles[s.role or ""],
            ]
            for s in chosen
        ],
        "total": len(site.statements),
        **more,
    }


def cell(island: dict[str, Any], site: Site, body: str | None, proposal: str | None) -> str:
    """What a link says to open the statements of a body, on a proposal, or of one on the other: places in the island."""
    at = [(island["actors"], site.rows.actors, body, 2), (island["proposals"], site.rows.proposals, proposal, 1)]
    parts = []
    for table, rows, key, column in at:
        page = site.page(rows[key]) if key else None
        parts.append("" if page is None else str(next(i for i, row in enumerate(table) if row[column] == page)))
    return "~".join(parts)


def _index(ids: Iterable[str]) -> dict[str, int]:
    return {key: i for i, key in enumerate(dict.fromkeys(ids))}


def _base(iris: Iterable[str]) -> str:
    prefix = os.path.commonprefix(list(iris))
    return prefix[: max(prefix.rfind("/"), prefix.rfind("#")) + 1]

"""The one table of readers, exporters and views: a name, and where its function lives. Loaded on first use.

Outsiders add theirs through the entry point groups `kg.readers`, `kg.exports` and `kg.views`.
"""
from __future__ import annotations

import difflib
import importlib
from collections.abc import Callable
from importlib.metadata import entry_points
from typing import Any

from kg.errors import UsageError

# file suffix -> function (path: pathlib.Path) -> Iterator[Article | Skipped]
READERS: dict[str, str] = {
    ".docx": "kg.readers.docx:read",
    ".htm": "kg.readers.html:read",
    ".html": "kg.readers.html:read",
    ".jsonl": "kg.readers.jsonl:read",
    ".md": "kg.readers.text:read",
    ".pdf": "kg.readers.pdf:read",
    ".txt": "kg.readers.text:read",
}
# format name -> function (dataset: rdflib.Dataset, stream: BinaryIO) -> None
EXPORTS: dict[str, str] = {
    "csv": "kg.exports.csv:export",
    "csvw": "kg.exports.csvw:export",
    "jsonld": "kg.exports.jsonld:export",
    "nq": "kg.exports.nq:export",
    "nt": "kg.exports.nt:export",
    "ontology": "kg.exports.ontology:export",
    "owl": "kg.exports.owl:export",
    "rdfxml": "kg.exports.rdfxml:export",
    "trig": "kg.exports.trig:export",
    "ttl": "kg.exports.ttl:export",
    "xlsx": "kg.exports.xlsx:export",
}
# page name -> function (site: kg.views.site.Site) -> Iterator[tuple[str, str]]  (file name, html)
VIEWS: dict[str, str] = {
    "actors": "kg.views.actors:render",
    "articles": "kg.views.articles:render",
    "balance": "kg.views.balance:render",
    "coalitions": "kg.views.coalitions:render",
    "matrix": "kg.views.matrix:render",
    "network": "kg.views.network:render",
    "proposals": "kg.views.proposals:render",
    "statements": "kg.views.statements:render",
    "timeline": "kg.views.timeline:render",
}

TABLES = {"readers": READERS, "exports": EXPORTS, "views": VIEWS}


def names(kind: str) -> list[str]:
    """All names of a kind, built-in and installed, sorted."""
    return sorted(TABLES[kind].keys() | {point.name for point in entry_points(group=f"kg.{kind}")})


def load(kind: str, name: str) -> Callable[..., Any]:
    """The function behind a name.

    Raises UsageError naming the known names and the nearest one.
    """
    target = TABLES[kind].get(name)
    if target is not None:
        module, _, function = target.partition(":")
        return getattr(importlib.import_module(module), function)
    for point in entry_points(group=f"kg.{kind}", name=name):
        return point.load()
    known = names(kind)
    near = difflib.get_close_matches(name, known, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else "."
    raise UsageError(f"no {kind.removesuffix('s')} named {name!r}{hint} Known: {', '.join(known)}")

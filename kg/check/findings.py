"""One finding, and all of them."""
from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rdflib import Dataset

from kg.errors import GraphError
from kg.model import Article


class Finding(NamedTuple):
    """What is wrong with which node; `rule` is the shape's or rule's name."""

    node: str
    rule: str
    message: str


def check(dataset: Dataset, articles: Iterable[Article] | None = None) -> list[Finding]:
    """All findings, sorted; quotes are compared where the articles are given."""
    from kg.check import quotes, rules, shapes

    found = [*shapes(dataset), *rules(dataset)]
    if articles is not None:
        try:
            found += quotes(dataset, articles)
        except GraphError as error:  # a statement that cannot be read: the shapes have named it, the others' quotes wait
            found.append(Finding("graph", "read", str(error)))
    return sorted(set(found))

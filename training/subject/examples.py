"""Passages with gold proposals as choices among an article's candidates."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.language import Language

from kg.build.run import read
from kg.pipeline.extract import annotate, doc_of
from kg.pipeline.parse import source_span
from kg.pipeline.scene import scene
from kg.pipeline.subject import Subjects, features, subjects
from kg.scoring.names import same_wording
from training.records import records

ROOT = Path(__file__).parents[2]
SETS = {
    "our articles": (ROOT / "training" / "labels" / "articles.jsonl", ROOT / "training" / "labels" / "articles.gold.jsonl"),
    "news-a": (ROOT / "tests" / "gold" / "news-a.jsonl", ROOT / "tests" / "gold" / "news-a.gold.jsonl"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One edge: a row of features a candidate, and which of them name its proposal."""

    rows: np.ndarray
    right: np.ndarray


@dataclass(frozen=True, slots=True)
class Story:
    """The edges of one article, and the meaning of its candidates."""

    name: str
    vectors: np.ndarray
    choices: tuple[Choice, ...]

    @property
    def ever(self) -> np.ndarray:
        """Which candidates name some proposal of the article."""
        return np.max([c.right for c in self.choices], axis=0) > 0


def names(edge: dict, label: str) -> bool:
    """Whether a label names the edge's proposal, as the scorer compares words."""
    return any(same_wording(said, label) for said in (edge["label"], *edge.get("mentions", [])))


def passage(of: Subjects, evidence: list[list[int]]) -> list[int]:
    """The tokens of a Doc that stand in the given characters of its article."""
    found = []
    for token in of.doc:
        start, end = source_span(of.doc, token.i, token.i + 1)
        if any(start < b and end > a for a, b in evidence):
            found.append(token.i)
    return found


def stories(nlp: Language, articles: Path, gold: Path) -> Iterator[Story]:
    """Articles with at least one plain edge."""
    edges: dict[str, list[dict]] = {}
    for edge in records(gold):
        if not edge.get("optional"):
            edges.setdefault(edge["article"], []).append(edge)
    for article in read([articles])[0]:
        if article.id not in edges:
            continue
        doc = annotate(doc_of(nlp, article))
        of = subjects(doc, [list(u.content) for u in scene(doc).utterances.values()])
        choices = []
        for edge in edges[article.id]:
            where = passage(of, edge["evidence"])
            if where:
                choices.append(Choice(features(of, where), np.array([names(edge, label) for label in of.labels], dtype=np.float32)))
        if choices:
            yield Story(article.id, of.vectors, tuple(choices))

"""Every quote is a stretch of its article, character for character."""
from __future__ import annotations

from collections.abc import Iterable

from rdflib import DCTERMS, Dataset

from kg import graph
from kg.check.findings import Finding
from kg.model import Article
from kg.vocab import KG


def quotes(dataset: Dataset, articles: Iterable[Article]) -> list[Finding]:
    """Statements whose quote is not `text[start:end]`, whose article is not there, or is not the one that was read."""
    texts = {article.id: article for article in articles}
    hashes = {str(dataset.value(node, DCTERMS.identifier)): str(value) for node, value in dataset.subject_objects(KG.textSha256)}
    found = []
    for statement in graph.read(dataset):
        article = texts.get(statement.article)
        if article is None:
            message = f"the article {statement.article!r} is not among those given"
        elif hashes.get(article.id, article.sha256) != article.sha256:
            message = f"the article {article.id!r} has changed since: build again"
        elif article.text[statement.start:statement.end] != statement.quote:
            message = f"characters {statement.start} to {statement.end} of {article.id!r} are not the quote {statement.quote[:60]!r}"
        else:
            continue
        found.append(Finding(statement.id, "quote", message))
    return found

"""Articles and the passages in them, as Web Annotation selectors. The graph holds the hash of a text, never the text."""
from __future__ import annotations

from collections.abc import Iterator

from rdflib import DCTERMS, RDF, Literal
from rdflib.namespace import SDO

from kg.graph import iris, terms
from kg.graph.provenance import Triple
from kg.model import Article, Statement
from kg.vocab import KG, OA

CONTEXT = 32  # characters of prefix and suffix in a quote selector


def article_triples(base: str, identifier: str, article: Article | None) -> Iterator[Triple]:
    """What is known of an article."""
    node = iris.iri(base, "article", iris.encode(identifier))
    yield node, RDF.type, KG.Article
    yield node, DCTERMS.identifier, Literal(identifier)
    if article is None:
        return
    yield node, KG.textSha256, Literal(article.sha256)
    if article.title:
        yield node, DCTERMS.title, Literal(article.title)
    if article.byline:
        yield node, KG.byline, Literal(article.byline)
    if article.date:
        yield node, DCTERMS.issued, terms.day(article.date)
    if article.url:
        yield node, SDO.url, Literal(article.url)
    if article.publisher:
        yield node, DCTERMS.publisher, iris.iri(base, "outlet", iris.slug(article.publisher))


def evidence_triples(base: str, statement: Statement, article: Article | None) -> Iterator[Triple]:
    """The exact words, with what stands before and after, and their place in code points of the text as read."""
    local = iris.encode(statement.id)
    node, words, place = (iris.iri(base, part, local) for part in ("evidence", "quote", "position"))
    yield node, RDF.type, KG.Evidence
    yield node, OA.hasSource, iris.iri(base, "article", iris.encode(statement.article))
    yield node, OA.hasSelector, words
    yield node, OA.hasSelector, place
    yield words, RDF.type, OA.TextQuoteSelector
    yield words, OA.exact, Literal(statement.quote)
    if article is not None:
        yield words, OA.prefix, Literal(article.text[max(0, statement.start - CONTEXT):statement.start])
        yield words, OA.suffix, Literal(article.text[statement.end:statement.end + CONTEXT])
    yield place, RDF.type, OA.TextPositionSelector
    yield place, OA.start, terms.integer(statement.start)
    yield place, OA.end, terms.integer(statement.end)

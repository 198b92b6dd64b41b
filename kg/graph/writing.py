"""Statements and articles to quads: a named graph for each article, everything shared in the default graph, no blank node.

Every triple is in one graph only, so that a store that asks the union of its graphs counts nothing twice.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rdflib import Dataset, Graph, URIRef
from rdflib.term import Identifier

from kg.graph import background, iris, shared
from kg.graph.evidence import article_triples, evidence_triples
from kg.graph.parts import statement_triples
from kg.graph.provenance import Run, decision_triples, reviewer_triples, run_triples
from kg.model import Article, Proposal, Statement
from kg.vocab import BASE

Quad = tuple[URIRef, URIRef, Identifier, URIRef | None]


def build(statements: Iterable[Statement], articles: Iterable[Article] = (), **options) -> Dataset:
    """The dataset of linked statements; options as for `quads`. Queries on it see the union of all graphs."""
    dataset = Dataset(default_union=True)
    graphs: dict[URIRef | None, Graph] = {None: dataset.default_graph}
    add = dataset.store.add
    for subject, predicate, value, name in quads(statements, articles, **options):
        if name not in graphs:
            graphs[name] = dataset.graph(name)
        add((subject, predicate, value), graphs[name])
    return dataset


def quads(statements: Iterable[Statement], articles: Iterable[Article] = (), *, proposals: Iterable[Proposal] = (),
          people: Iterable[background.Named] = (), organisations: Iterable[background.Named] = (),
          ontology: Iterable[Graph] = (), decisions: Mapping[str, Iterable[Mapping[str, str]]] | None = None,
          base: str = BASE, run: Run | None = None) -> Iterator[Quad]:
    """The same as (subject, predicate, object, graph or None) without a store, for corpora that outgrow memory.

    `proposals` are all of the scheme and the minted ones, `ontology` parsed files (proposals.ttl, organisations.ttl) to
    take along as far as the statements lead, `decisions` what people decided by statement id. Of several statements with one id the first is kept.
    """
    run = run or Run()
    chosen: dict[str, Statement] = {}
    for statement in sorted(statements, key=lambda s: (s.article, s.start, s.end, s.id)):
        chosen.setdefault(statement.id, statement)
    known = {article.id: article for article in articles}
    proposals, ontology, decisions = list(proposals), list(ontology), decisions or {}
    names = background.actor_names(base, chosen.values(), people, organisations)
    labels = {iris.concept(base, p.id, None, ""): p.label for p in proposals}
    tellers = shared.Tellers(base, chosen.values())

    def common() -> Iterator:
        yield from run_triples(base, run)
        yield from background.value_triples()
        for graph in ontology:
            yield from background.relevant(background.rebase(graph, base), names)
        yield from background.proposal_triples(base, proposals, described=any(ontology))
        yield from background.actor_triples(names)
        for identifier in sorted(known):
            yield from shared.outlet_triples(base, known[identifier])
        for statement in chosen.values():
            yield from shared.minted_triples(base, statement, labels)
            yield from shared.membership_triples(base, statement)
            yield from shared.edge_triples(base, statement)
            yield from tellers.triples(statement)
            yield from reviewer_triples(base, decisions.get(statement.id, ()))

    for triple in common():
        yield *triple, None
    for identifier in sorted(known.keys() | {s.article for s in chosen.values()}):
        name = iris.iri(base, "graph", iris.encode(identifier))
        for triple in article_triples(base, identifier, known.get(identifier)):
            yield *triple, name
    for statement in chosen.values():
        name = iris.iri(base, "graph", iris.encode(statement.article))
        for triple in statement_triples(base, statement, names, labels, tellers, run.iri(base)):
            yield *triple, name
        for triple in evidence_triples(base, statement, known.get(statement.article)):
            yield *triple, name
        for triple in decision_triples(base, statement, decisions.get(statement.id, ())):
            yield *triple, name

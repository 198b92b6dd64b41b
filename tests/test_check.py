"""Planted defects: each is found, and the message names what is wrong."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pyshacl
import pytest
from hypothesis import given, settings
from rdflib import DCTERMS, RDF, SH, XSD, Dataset, Graph, Literal, URIRef
from rdflib.namespace import FOAF, ORG, PROV, SKOS
from small_world import ARTICLES, PROPOSALS, STATEMENTS
from strategies import corpora

from kg import graph, resources
from kg.check import check, quotes, rules, shapes
from kg.graph import iris
from kg.vocab import BASE, KG, OA


def node(*path: str) -> URIRef:
    return iris.iri(BASE, *path)


S1, E1, Q1, P1, A1 = node("statement", "s01"), node("evidence", "s01"), node("quote", "s01"), node("position", "s01"), node("article", "a1")
LEE, ACME, TRUSTS, JOINING = node("person", "ann-lee"), node("organisation", "acme-council"), node("proposal", "care-trusts"), node("proposal", "structural-integration")


def put(*triples) -> Callable[[Dataset], None]:
    """A defect: these triples instead of any with the same subject and predicate; an object None only takes away."""
    def plant(dataset: Dataset) -> None:
        for subject, predicate, value in triples:
            dataset.remove((subject, predicate, None, None))
            if value is not None:
                dataset.default_graph.add((subject, predicate, value))
    return plant


def add(*triples) -> Callable[[Dataset], None]:
    def plant(dataset: Dataset) -> None:
        for triple in triples:
            dataset.default_graph.add(triple)
    return plant


DEFECTS = {
    "missing evidence": (put((S1, KG.evidence, None)), "exactly one piece of evidence"),
    "two stances": (add((S1, KG.stance, KG.opposition)), "exactly one stance"),
    "no stance": (put((S1, KG.stance, None)), "exactly one stance"),
    "stance outside the scheme": (put((S1, KG.stance, KG.machine)), "one of support, opposition"),
    "two speakers": (add((S1, KG.speaker, node("person", "bob-ray"))), "exactly one speaker"),
    "speaker that is a proposal": (put((S1, KG.speaker, TRUSTS)), "person, an organisation, a group"),
    "unknown proposal": (put((S1, KG.proposal, node("proposal", "unheard-of"))), "proposal is not in the graph"),
    "two proposals": (add((S1, KG.proposal, JOINING)), "exactly one proposal"),
    "confidence above one": (put((S1, KG.confidence, Literal("1.5", datatype=XSD.decimal))), "decimal from 0 to 1"),
    "confidence as a word": (put((S1, KG.confidence, Literal("high"))), "decimal from 0 to 1"),
    "status outside the scheme": (put((S1, KG.status, KG.support)), "one of machine, accepted"),
    "mode outside the scheme": (put((S1, KG.mode, KG.neutral)), "one of direct, indirect"),
    "a property of no ontology": (add((S1, URIRef("http://example.org/mood"), Literal("glad"))), "mood"),
    "day as a word": (put((S1, KG.saidOn, Literal("last week"))), "a month or a year"),
    "no rule": (put((S1, KG.rule, None)), "names one rule"),
    "no article": (put((S1, PROV.wasDerivedFrom, None)), "exactly one article"),
    "no run": (put((S1, PROV.wasGeneratedBy, None)), "which software made it is lost"),
    "empty quote": (put((Q1, OA.exact, Literal(""))), "not empty"),
    "quote longer than its position": (put((Q1, OA.exact, Literal("AAAAAA"))), "the quote has 6 characters, its position 5"),
    "end before start": (put((P1, OA.end, Literal(3))), "starts before it ends"),
    "no position": (put((E1, OA.hasSelector, Q1)), "exactly one position selector"),
    "evidence in another article": (put((E1, OA.hasSource, node("article", "a2"))), "evidence lies in"),
    "evidence that nothing rests on": (add((node("evidence", "x"), RDF.type, KG.Evidence)), "no statement rests"),
    "hash that is none": (put((A1, KG.textSha256, Literal("abc"))), "64 hexadecimal digits"),
    "two articles of one name": (put((A1, DCTERMS.identifier, Literal("a2"))), "shares its identifier"),
    "person as organisation": (add((LEE, RDF.type, ORG.Organization)), "both a person and an organisation"),
    "speaking for a person": (put((S1, KG.onBehalfOf, node("person", "bob-ray"))), "it is an organisation"),
    "speaker without a name": (put((LEE, FOAF.name, None)), "exactly one name"),
    "membership of somebody else": (put((S1, KG.inCapacity, graph.build(STATEMENTS).value(node("statement", "s03"), KG.inCapacity))), "speaks in the post of"),
    "membership in another body": (put((S1, KG.onBehalfOf, node("organisation", "the-herald"))), "yet in a post of"),
    "broader circle": (add((JOINING, SKOS.broader, TRUSTS)), "broader than itself"),
    "broader than nothing known": (add((JOINING, SKOS.broader, node("proposal", "nowhere"))), "broader proposal is not in the graph"),
    "proposal without a label": (put((TRUSTS, SKOS.prefLabel, None)), "preferred label"),
    "proposal with two labels": (add((TRUSTS, SKOS.prefLabel, Literal("other", lang="en"))), "one in a language"),
    "edge without statement": (add((LEE, KG.supports, node("proposal", "levy"))), "no undisputed statement says so"),
    "edge that was forgotten": (put((LEE, KG.supports, None)), "has no direct edge"),
    "edge to a person": (add((LEE, KG.supports, node("person", "bob-ray"))), "leads to a proposal"),
    "decision of nobody": (add((node("decision", "d"), RDF.type, KG.Decision), (node("decision", "d"), KG.verdict, Literal("accept"))), "somebody's"),
    "unknown verdict": (add((node("decision", "d"), RDF.type, KG.Decision), (node("decision", "d"), KG.verdict, Literal("maybe"))), "accept, edit, add, dispute, same, split"),
}


def world() -> Dataset:
    return graph.build(STATEMENTS[:4], ARTICLES, proposals=PROPOSALS)


def merged(dataset: Dataset) -> Graph:
    union = Graph()
    for quad in dataset:
        union.add(quad[:3])
    return union


def test_a_sound_graph_has_no_finding() -> None:
    assert [] == check(world(), ARTICLES)


@pytest.mark.parametrize("name", DEFECTS)
def test_a_planted_defect_is_named(name: str) -> None:
    plant, message = DEFECTS[name]
    dataset = world()
    plant(dataset)
    found = check(dataset)
    assert [finding for finding in found if message in finding.message or message in finding.rule], found


def test_at_least_twenty_defects_are_planted() -> None:
    assert 20 <= len(DEFECTS)


@pytest.mark.parametrize(("articles", "message"), [
    ([], "not among those given"), ([replace(ARTICLES[0], text="x" * 200), *ARTICLES[1:]], "has changed since")])
def test_quotes_are_the_articles_own_words(articles: list, message: str) -> None:
    assert message in quotes(world(), articles)[0].message


def test_a_quote_that_is_not_in_the_article_is_found() -> None:
    wrong = [replace(STATEMENTS[0], quote="zzzzz"), *STATEMENTS[1:4]]
    found = check(graph.build(wrong, ARTICLES, proposals=PROPOSALS), ARTICLES)
    assert ["characters 10 to 15 of 'a1' are not the quote 'zzzzz'"] == [finding.message for finding in found]


@given(corpora())
@settings(deadline=None, max_examples=10)
def test_every_graph_that_is_built_keeps_the_rules(corpus) -> None:
    articles, statements, _ = corpus
    assert [] == rules(graph.build(statements, articles))


@pytest.mark.parametrize("name", ["quote longer than its position", "evidence in another article", "membership of somebody else",
                                  "membership in another body", "broader circle", "edge without statement", "no run"])
def test_the_shacl_forms_for_outsiders_find_the_same(name: str) -> None:
    dataset = world()
    wanted = Graph().parse(resources.ontology("rules.ttl"))
    assert pyshacl.validate(merged(dataset), shacl_graph=wanted)[0]
    DEFECTS[name][0](dataset)
    assert not pyshacl.validate(merged(dataset), shacl_graph=wanted)[0]


def test_the_shapes_are_shacl() -> None:
    wanted = Graph().parse(resources.ontology("shapes.ttl")) + Graph().parse(resources.ontology("rules.ttl"))
    assert pyshacl.validate(Graph(), shacl_graph=wanted, meta_shacl=True)[0]


def test_every_shape_has_a_message_of_ours() -> None:
    wanted = Graph().parse(resources.ontology("shapes.ttl")) + Graph().parse(resources.ontology("rules.ttl"))
    constraints = [SH.minCount, SH.maxCount, SH["in"], SH["class"], SH.datatype, SH["or"], SH["not"], SH.closed, SH.pattern, SH.lessThan, SH.nodeKind, SH.minLength,
                   SH.maxLength, SH.uniqueLang, SH.qualifiedValueShape, SH.select]
    parts = {shape for term in (SH["not"], SH.qualifiedValueShape) for shape in wanted.objects(None, term)}
    parts |= {shape for head in wanted.objects(None, SH["or"]) for shape in wanted.items(head)}
    judging = {shape for term in constraints for shape in wanted.subjects(term)} - parts
    assert len(judging) > 50
    assert [] == [shape for shape in judging if wanted.value(shape, SH.message) is None]


@pytest.mark.model
def test_the_demo_conforms_and_its_quotes_are_its_articles_own_words(demo) -> None:
    from kg import store
    from kg.build.run import read

    assert [] == check(store.load(demo / "graph.trig"), read([resources.seeds()])[0])


def test_shapes_of_an_empty_graph_find_nothing() -> None:
    assert [] == shapes(Dataset())

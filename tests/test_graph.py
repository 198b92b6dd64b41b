"""Statements become a dataset and come back; the dataset is the same whatever the order, and holds no blank node."""
from __future__ import annotations

import io

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import DCTERMS, RDF, BNode, Dataset, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import FOAF
from strategies import corpora

from kg import graph, plugins
from kg.errors import GraphError
from kg.graph import iris
from kg.graph.nquads import lines, quads_of, sha256
from kg.model import Article, Mode, SpeakerKind, Stance, Statement, Status
from kg.queries.engine import to_rdflib
from kg.vocab import BASE, KG, OA

LEE = Statement(
    id="s1", article="a1", start=5, end=19, quote="we oppose that", speaker="Ann Lee", speaker_id="ann-lee", speaker_kind=SpeakerKind.PERSON,
    role="leader", organisation="Acme Council", organisation_id="acme", stance=Stance.OPPOSES, proposal_text="that", proposal="merger",
    proposal_label="merging the two", mode=Mode.INDIRECT, cue="oppose", rule="frame", said_on="2005-10-21", confidence=0.9)
ARTICLE = Article("a1", "Lee: we oppose that, she said.", title="Lee says no", publisher="The Gazette", date="2005-10-21")


def fields(dataset: Dataset) -> set[str]:
    return set(lines(quads_of(dataset)))


@given(corpora())
@settings(deadline=None, max_examples=60)
def test_reading_is_the_inverse_of_building(corpus) -> None:
    articles, statements, proposals = corpus
    assert statements == graph.read(graph.build(statements, articles, proposals=proposals))


@given(corpora(), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=20)
def test_order_of_input_does_not_matter(corpus, random) -> None:
    articles, statements, proposals = corpus
    shuffled = random.sample(statements, len(statements)), random.sample(articles, len(articles))
    assert fields(graph.build(statements, articles, proposals=proposals)) == fields(graph.build(*shuffled, proposals=proposals))


@given(corpora())
@settings(deadline=None, max_examples=30)
def test_any_text_gives_canonical_n_quads_that_both_parsers_read_alike(corpus) -> None:
    dataset = graph.build(corpus[1], corpus[0], proposals=corpus[2])
    stream = io.BytesIO()
    plugins.load("exports", "nq")(dataset, stream)
    ours = stream.getvalue().decode()
    strict = pyoxigraph.Dataset(pyoxigraph.parse(ours, pyoxigraph.RdfFormat.N_QUADS))
    strict.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    theirs = "\n".join(sorted(str(quad) + " ." for quad in strict)).split("\n")
    assert ours.split("\n")[:-1] == sorted(theirs)
    again = Dataset()
    again.parse(data=ours, format="nquads")
    assert fields(dataset) == fields(again)


def test_a_second_build_adds_nothing() -> None:
    assert fields(graph.build([LEE], [ARTICLE])) == fields(graph.build([LEE, LEE], [ARTICLE, ARTICLE]))


def test_no_blank_node_and_one_graph_an_article() -> None:
    dataset = graph.build([LEE], [ARTICLE])
    assert not any(isinstance(term, BNode) for quad in quads_of(dataset) for term in quad)
    assert {None, iris.iri(BASE, "graph", "a1")} == {quad[3] for quad in quads_of(dataset)}


def test_every_triple_is_in_one_graph_only() -> None:
    from small_world import ARTICLES, PROPOSALS, STATEMENTS

    found = [quad[:3] for quad in quads_of(graph.build(STATEMENTS, ARTICLES, proposals=PROPOSALS))]
    assert len(set(found)) == len(found)


def test_direct_edges_stand_for_speaker_and_body() -> None:
    dataset = graph.build([LEE], [ARTICLE])
    what = iris.iri(BASE, "proposal", "merger")
    assert {iris.iri(BASE, "person", "ann-lee"), iris.iri(BASE, "organisation", "acme")} == set(dataset.subjects(KG.opposes, what))


def test_a_disputed_statement_makes_no_edge() -> None:
    from dataclasses import replace

    dataset = graph.build([replace(LEE, status=Status.DISPUTED)], [ARTICLE])
    assert not list(dataset.subject_objects(KG.opposes))
    assert Status.DISPUTED == graph.read(dataset)[0].status


def test_evidence_has_the_words_around_it() -> None:
    dataset = graph.build([LEE], [ARTICLE])
    words = iris.iri(BASE, "quote", "s1")
    assert ("Lee:", "we oppose that", ", she said.") == tuple(
        str(dataset.value(words, part)).strip() for part in (OA.prefix, OA.exact, OA.suffix))


def test_a_membership_has_the_days_that_attest_it() -> None:
    dataset = graph.build([LEE], [ARTICLE])
    post = dataset.value(iris.iri(BASE, "statement", "s1"), KG.inCapacity)
    assert "2005-10-21" == str(dataset.value(post, KG.asOf))


def test_another_base_moves_everything_but_the_ontology() -> None:
    dataset = graph.build([LEE], [ARTICLE], base="https://example.org/care/")
    assert not [quad for quad in fields(dataset) if f"{BASE}id/" in quad]
    assert [LEE] == graph.read(dataset)


def test_the_article_keeps_its_hash_and_never_its_text() -> None:
    dataset = graph.build([], [ARTICLE])
    node = iris.iri(BASE, "article", "a1")
    assert ARTICLE.sha256 == str(dataset.value(node, KG.textSha256))
    assert "Lee says no" == str(dataset.value(node, DCTERMS.title))
    assert not [quad for quad in fields(dataset) if ARTICLE.text in quad]


def test_a_decision_names_who_decided() -> None:
    record = {"id": "d1", "by": "jo", "verdict": "accept", "when": "2026-01-02T03:04:05Z", "why": "clear"}
    found = "\n".join(sorted(fields(graph.build([LEE], [ARTICLE], decisions={"s1": [record]}))))
    for words in ("reviewer/jo>", '"accept"', '"2026-01-02T03:04:05Z"^^', '"clear"'):
        assert words in found


def test_who_tells_of_whom_is_a_chain() -> None:
    """Lee tells of Ray, Ray of Fox, and an agent who holds no stance tells of Lee."""
    from dataclasses import replace

    told = [replace(LEE, reported_by="A. Clerk"), replace(LEE, id="s2", speaker="Bob Ray", speaker_id="bob-ray", reported_by="Ann Lee"),
            replace(LEE, id="s3", speaker="Cy Fox", speaker_id="cy-fox", reported_by="Bob Ray")]
    dataset = graph.build(told, [ARTICLE])
    chain, node = [], iris.iri(BASE, "person", "cy-fox")
    while (statement := next(dataset.subjects(KG.speaker, node), None)) is not None:
        node = dataset.value(statement, KG.reportedBy)
        chain.append(node)
    assert [iris.iri(BASE, "person", "bob-ray"), iris.iri(BASE, "person", "ann-lee"), iris.iri(BASE, "agent", "A.%20Clerk")] == chain
    assert FOAF.Agent == dataset.value(node, RDF.type) and "A. Clerk" == str(dataset.value(node, FOAF.name))
    assert told == graph.read(dataset)


def test_one_question_leads_from_a_statement_to_all_that_it_comes_from() -> None:
    record = {"id": "d1", "by": "jo", "verdict": "accept"}
    dataset = graph.build([LEE], [ARTICLE], decisions={"s1": [record]}, run=graph.Run(version="1.2", model="f" * 64))
    found = dataset.query("""PREFIX kg: <https://w3id.org/stancekg/ns#> PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX schema: <https://schema.org/>
        SELECT ?hash ?version ?model ?rule ?confidence ?verdict { ?s kg:rule ?rule ; kg:confidence ?confidence ; prov:wasDerivedFrom/kg:textSha256 ?hash ;
            prov:wasGeneratedBy ?run ; prov:wasInfluencedBy/kg:verdict ?verdict . ?run kg:modelSha256 ?model ; prov:wasAssociatedWith/schema:softwareVersion ?version }""")
    assert [(ARTICLE.sha256, "1.2", "f" * 64, "frame", "0.9", "accept")] == [tuple(map(str, row)) for row in found]


@given(corpora())
@settings(deadline=None, max_examples=25)
def test_any_text_comes_back_from_every_format(corpus) -> None:
    dataset = graph.build(corpus[1], corpus[0], proposals=corpus[2])
    merged = set(lines((*quad[:3], None) for quad in quads_of(dataset)))
    kinds = {"ttl": pyoxigraph.RdfFormat.TURTLE, "trig": pyoxigraph.RdfFormat.TRIG, "nt": pyoxigraph.RdfFormat.N_TRIPLES, "jsonld": pyoxigraph.RdfFormat.JSON_LD}
    for form, kind in kinds.items():
        stream = io.BytesIO()
        plugins.load("exports", form)(dataset, stream)
        back = list(pyoxigraph.parse(stream.getvalue(), kind))
        want = fields(dataset) if form == "trig" else merged
        assert want == {line for quad in back for line in lines([(*map(to_rdflib, (quad.subject, quad.predicate, quad.object)),
                                                                None if isinstance(quad.graph_name, pyoxigraph.DefaultGraph) else to_rdflib(quad.graph_name))])}, form


def test_a_statement_without_a_part_is_named() -> None:
    dataset = graph.build([LEE], [ARTICLE])
    dataset.remove((iris.iri(BASE, "statement", "s1"), KG.cue, None, None))
    with pytest.raises(GraphError, match=r"statement/s1 has no .*#cue"):
        graph.read(dataset)


def test_iris_that_no_parser_reads_are_refused() -> None:
    dataset = Dataset()
    dataset.add((URIRef("http://example.org/a b"), KG.cue, Literal("x")))
    with pytest.raises(GraphError, match="percent-encode"):
        lines(quads_of(dataset))


@pytest.mark.parametrize(("name", "parser"), [("ttl", "turtle"), ("nt", "nt"), ("jsonld", "json-ld"), ("rdfxml", "xml")])
def test_merged_formats_come_back_isomorphic(name: str, parser: str) -> None:
    from rdflib import Graph

    dataset = graph.build([LEE], [ARTICLE])
    stream = io.BytesIO()
    plugins.load("exports", name)(dataset, stream)
    want = Graph()
    for quad in quads_of(dataset):
        want.add(quad[:3])
    assert isomorphic(want, Graph().parse(data=stream.getvalue(), format=parser))


def test_the_name_of_a_graph_is_the_hash_of_its_canonical_file() -> None:
    import hashlib

    dataset = graph.build([LEE], [ARTICLE])
    stream = io.BytesIO()
    plugins.load("exports", "nq")(dataset, stream)
    assert hashlib.sha256(stream.getvalue()).hexdigest() == sha256(dataset)


@pytest.mark.parametrize("form", ["ttl", "trig"])
def test_the_small_world_as_it_was_reviewed(form: str, golden) -> None:
    from small_world import ARTICLES, PROPOSALS, STATEMENTS

    stream = io.BytesIO()
    plugins.load("exports", form)(graph.build(STATEMENTS[:4], ARTICLES, proposals=PROPOSALS, run=graph.Run(version="1")), stream)
    golden(f"small-world.{form}", stream.getvalue().decode())

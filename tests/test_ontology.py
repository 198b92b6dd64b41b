"""The ontology passes the report queries that ontology editors run, and entails nothing that it should not."""
from __future__ import annotations

import io

import owlrl
import pyoxigraph as ox
import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, Graph, Literal, URIRef
from rdflib.namespace import FOAF, ORG, PROV, SKOS
from small_world import ARTICLES, PROPOSALS, STATEMENTS

from kg import graph, plugins, resources
from kg.vocab import BASE, KG, ONTOLOGY, VERSION

STANCE = resources.ontology("stance.ttl")
PREFIX = """PREFIX owl: <http://www.w3.org/2002/07/owl#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX kg: <https://w3id.org/stancekg/ns#>
"""
ENTITY = "VALUES ?kind { owl:Class owl:ObjectProperty owl:DatatypeProperty owl:AnnotationProperty skos:Concept skos:ConceptScheme } ?node a ?kind"
OWN = f"{ENTITY} FILTER STRSTARTS(STR(?node), STR(kg:))"
# what must not be there, after ROBOT's report and OOPS! pitfalls
REPORT = {
    "missing label": f"{ENTITY} FILTER NOT EXISTS {{ ?node rdfs:label ?l }}",
    "multiple labels": "?node rdfs:label ?a, ?b FILTER (STR(?a) < STR(?b))",
    "duplicate label": "?node rdfs:label ?l . ?other rdfs:label ?l . ?node a ?kind . ?other a ?kind FILTER (STR(?node) < STR(?other) && STRSTARTS(STR(?node), STR(kg:)) && STRSTARTS(STR(?other), STR(kg:)))",
    "label with white space around": '?node rdfs:label ?l FILTER REGEX(?l, "^\\\\s|\\\\s$|\\\\s\\\\s|\\\\n")',
    "label without a language": '?node rdfs:label ?l FILTER (LANG(?l) = "")',
    "missing definition": f"{OWN} FILTER NOT EXISTS {{ ?node skos:definition ?d }}",
    "missing example": f"{OWN} FILTER NOT EXISTS {{ ?node skos:example ?e }}",
    "multiple definitions": "?node skos:definition ?a, ?b FILTER (STR(?a) < STR(?b))",
    "missing home": f"{OWN} FILTER NOT EXISTS {{ ?node rdfs:isDefinedBy <{ONTOLOGY}> }}",
    "unconnected class (P04)": "VALUES ?kind { owl:Class } ?node a ?kind FILTER STRSTARTS(STR(?node), STR(kg:)) FILTER NOT EXISTS { ?node rdfs:subClassOf ?above }",
    "no annotation (P08)": f"{OWN} FILTER NOT EXISTS {{ ?node rdfs:comment ?c }}",
    "no range (P11)": "VALUES ?kind { owl:ObjectProperty owl:DatatypeProperty } ?node a ?kind FILTER STRSTARTS(STR(?node), STR(kg:)) FILTER NOT EXISTS { ?node rdfs:range ?r }",
    "property that is also a class": "?node a owl:Class, ?kind FILTER (?kind IN (owl:ObjectProperty, owl:DatatypeProperty))",
    "two kinds of property": "?node a owl:ObjectProperty, owl:DatatypeProperty",
    "undeclared superclass": "?x rdfs:subClassOf|rdfs:domain|rdfs:range ?node FILTER NOT EXISTS { ?node a owl:Class } FILTER (!STRSTARTS(STR(?node), 'http://www.w3.org/2001/XMLSchema#') && ?node != rdfs:Literal)",
    "self reference": "?node rdfs:subClassOf|rdfs:subPropertyOf|skos:broader ?node",
    "deprecated but used": "?node owl:deprecated true . ?x ?p ?node",
    "blank node": "?node ?p ?o FILTER isBlank(?node)",
    "concept without a notation": "VALUES ?kind { skos:Concept } ?node a ?kind FILTER NOT EXISTS { ?node skos:notation ?n }",
    "concept outside a scheme": "?node a skos:Concept FILTER NOT EXISTS { ?node skos:inScheme ?s }",
    "scheme without a top concept": "?node a skos:ConceptScheme FILTER NOT EXISTS { ?c skos:topConceptOf ?node }",
}


@pytest.fixture(scope="module")
def ontology() -> ox.Store:
    store = ox.Store()
    store.load(path=str(STANCE), format=ox.RdfFormat.TURTLE)
    return store


@pytest.mark.parametrize("name", REPORT)
def test_the_report_has_no_error(ontology: ox.Store, name: str) -> None:
    found = [str(row["node"]) for row in ontology.query(f"{PREFIX} SELECT DISTINCT ?node WHERE {{ {REPORT[name]} }}")]
    assert [] == found


def test_the_header_is_complete() -> None:
    found = Graph().parse(STANCE)
    for predicate in (DCTERMS.title, DCTERMS.description, DCTERMS.license, DCTERMS.creator, OWL.versionIRI, OWL.versionInfo, RDFS.label):
        assert found.value(ONTOLOGY, predicate) is not None, predicate
    assert str(VERSION).endswith(str(found.value(ONTOLOGY, OWL.versionInfo)))


def test_neighbours_terms_are_named_beside_ours() -> None:
    found = Graph().parse(STANCE)
    near = {KG.Statement: "Opinion", KG.support: "Positive", KG.opposition: "Negative", KG.neutral: "Neutral"}
    assert {node: f"http://www.gsi.upm.es/ontologies/marl/ns#{name}" for node, name in near.items()} == {s: str(o) for s, o in found.subject_objects(SKOS.closeMatch)}
    for node, variable in ((KG.speaker, "person"), (KG.onBehalfOf, "organization"), (KG.Proposal, "concept"), (KG.stance, "agreement")):
        said = str(found.value(node, RDFS.comment))
        assert variable in said and ("DNA" in said or "discourse network analysis" in said)


def test_classes_that_exclude_each_other_say_so() -> None:
    found = Graph().parse(STANCE)
    apart = set(found.subject_objects(OWL.disjointWith))
    for one, two in ((KG.Statement, KG.Proposal), (KG.Statement, FOAF.Agent), (KG.Proposal, FOAF.Agent), (FOAF.Person, ORG.Organization), (PROV.Activity, PROV.Entity)):
        assert (one, two) in apart or (two, one) in apart


@pytest.fixture(scope="module")
def closure() -> tuple[Graph, Graph]:
    """The small world, and everything that OWL 2 RL makes of it with the ontology."""
    world = Graph()
    for quad in graph.build(STATEMENTS, ARTICLES, proposals=PROPOSALS):
        world.add(quad[:3])
    entailed = world + Graph().parse(STANCE)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(entailed)
    return world, entailed


def test_a_reasoner_finds_no_contradiction(closure: tuple[Graph, Graph]) -> None:
    errors = [str(value) for value in closure[1].objects(None, URIRef("http://www.daml.org/2002/03/agents/agent-ont#error"))]
    assert [] == errors


def test_no_stance_is_inherited_along_broader(closure: tuple[Graph, Graph]) -> None:
    world, entailed = closure
    for edge in (KG.supports, KG.opposes, KG.conditionallySupports, KG.conditionallyOpposes, KG.isNeutralOn):
        assert set(world.subject_objects(edge)) == set(entailed.subject_objects(edge))
    stances = set(world.subject_objects(KG.stance))
    assert stances == set(entailed.subject_objects(KG.stance))


def test_what_a_node_is_follows_from_its_class_alone(closure: tuple[Graph, Graph]) -> None:
    world, entailed = closure
    above = {FOAF.Person: {FOAF.Agent}, ORG.Organization: {FOAF.Agent}, KG.Group: {FOAF.Agent}, KG.AnonymousSpeaker: {FOAF.Agent}}
    for kind, more in above.items():
        for node in world.subjects(RDF.type, kind):
            assert set(world.objects(node, RDF.type)) | more | {OWL.Thing} >= set(entailed.objects(node, RDF.type)) - {RDFS.Resource}


def test_no_two_nodes_become_one(closure: tuple[Graph, Graph]) -> None:
    same = [(a, b) for a, b in closure[1].subject_objects(OWL.sameAs) if a != b and not isinstance(a, Literal) and str(a).startswith(BASE)]
    assert [] == same


def test_proposals_and_organisations_are_strict_turtle_and_have_one_label_a_language() -> None:
    for name in ("proposals.ttl", "organisations.ttl"):
        seen = set()
        for quad in ox.parse(path=str(resources.ontology(name)), format=ox.RdfFormat.TURTLE):
            assert not isinstance(quad.subject, ox.BlankNode)
            if quad.predicate.value == str(SKOS.prefLabel):
                key = quad.subject.value, quad.object.language
                assert key not in seen
                seen.add(key)


def test_the_page_has_every_term_once() -> None:
    stream = io.BytesIO()
    plugins.load("exports", "ontology")(None, stream)
    text = stream.getvalue().decode()
    schemes = {"stances", "modes", "statuses"}
    for name in (n for n in KG.__annotations__ if not n.startswith("_") and n not in schemes):
        assert 1 == text.count(f'<section id="{name}">'), name
    assert "<script" not in text

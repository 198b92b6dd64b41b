"""Code, ontology and context name the same terms, and every one is explained."""
from __future__ import annotations

import json

import pytest
from rdflib import OWL, RDF, RDFS, Graph
from rdflib.namespace import SKOS

from kg import resources
from kg.vocab import EDGES, KG, MODES, ONTOLOGY, PREFIXES, STANCES, STATUSES, VERSION

ONTOLOGY_GRAPH = Graph().parse(resources.ontology("stance.ttl"), format="turtle")
TERMS = sorted(name for name in KG.__annotations__ if not name.startswith("_"))


def test_ontology_and_code_have_the_same_terms() -> None:
    named = {str(node).removeprefix(str(KG)) for node in ONTOLOGY_GRAPH.subjects() if str(node).startswith(str(KG))}
    assert set(TERMS) == named


@pytest.mark.parametrize("name", TERMS)
def test_every_term_has_label_comment_definition_and_home(name: str) -> None:
    for predicate in (RDFS.label, RDFS.comment, SKOS.definition, RDFS.isDefinedBy):
        assert 1 == len(list(ONTOLOGY_GRAPH.objects(KG[name], predicate))), predicate


@pytest.mark.parametrize("name", [n for n in TERMS if (KG[n], RDF.type, SKOS.Concept) not in ONTOLOGY_GRAPH and (KG[n], RDF.type, SKOS.ConceptScheme) not in ONTOLOGY_GRAPH])
def test_every_class_and_property_has_an_example(name: str) -> None:
    assert list(ONTOLOGY_GRAPH.objects(KG[name], SKOS.example))


def test_a_misspelt_term_is_an_error() -> None:
    with pytest.raises(AttributeError):
        KG.suports  # noqa: B018


def test_version_is_the_ontologys() -> None:
    assert VERSION == ONTOLOGY_GRAPH.value(ONTOLOGY, OWL.versionIRI)


def test_values_have_the_notations_of_the_statement_table() -> None:
    for table in (STANCES, MODES, STATUSES):
        for value, node in table.items():
            assert value == str(ONTOLOGY_GRAPH.value(node, SKOS.notation))


def test_every_direct_edge_is_below_has_stance_on() -> None:
    for edge in EDGES.values():
        assert KG.hasStanceOn in ONTOLOGY_GRAPH.transitive_objects(edge, RDFS.subPropertyOf)


def test_the_context_knows_every_class_and_property() -> None:
    context = json.loads(resources.ontology("context.jsonld").read_text())["@context"]
    targets = {v["@id"] if isinstance(v, dict) else v for v in context.values()}
    concepts = {str(n) for n in ONTOLOGY_GRAPH.subjects(SKOS.inScheme)} | {str(n) for n in ONTOLOGY_GRAPH.subjects(RDF.type, SKOS.ConceptScheme)}
    assert {f"kg:{name}" for name in TERMS if str(KG[name]) not in concepts} <= targets
    assert PREFIXES.items() <= {(k, v) for k, v in context.items() if isinstance(v, str)}

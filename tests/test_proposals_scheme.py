"""ontology/proposals.ttl: a well-formed SKOS scheme in which a label names one concept."""
from __future__ import annotations

import json
import re
from collections import Counter

import pytest
from conftest import SHARED
from rdflib import DCTERMS, RDF, Graph, URIRef
from rdflib.namespace import RDFS, SKOS

from kg.resources import ontology

SCHEME = URIRef("https://w3id.org/stancekg/id/proposals")
BASE = "https://w3id.org/stancekg/id/proposal/"


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph().parse(ontology("proposals.ttl"))


@pytest.fixture(scope="module")
def concepts(graph: Graph) -> list[URIRef]:
    return sorted(graph.subjects(RDF.type, SKOS.Concept))


def test_each_concept_has_one_label_definition_notation_and_scheme(graph: Graph, concepts: list[URIRef]) -> None:
    for concept in concepts:
        for term in (SKOS.prefLabel, SKOS.definition, SKOS.notation):
            assert len(list(graph.objects(concept, term))) == 1, (concept, term)
        assert graph.value(concept, SKOS.prefLabel) == graph.value(concept, RDFS.label)
        assert str(graph.value(concept, SKOS.notation)) == str(concept).removeprefix(BASE)
        assert graph.value(concept, SKOS.inScheme) == SCHEME


def test_each_concept_has_scope_dates_or_says_that_it_has_none(graph: Graph, concepts: list[URIRef]) -> None:
    for concept in concepts:
        (note,) = graph.objects(concept, SKOS.scopeNote)
        years = [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", note)]
        assert note.startswith("No dates of its own: ") or years, concept
        assert all(1948 <= year <= 2026 for year in years), concept


def test_a_date_of_an_act_names_the_act(graph: Graph, concepts: list[URIRef]) -> None:
    """Each source is an Act of Parliament whose year the scope note tells."""
    for concept in concepts:
        note = str(graph.value(concept, SKOS.scopeNote))
        for source in map(str, graph.objects(concept, DCTERMS.source)):
            year = re.fullmatch(r"https://www\.legislation\.gov\.uk/(?:ukpga|asp)/(\d{4}|Geo6/11-12)/\d+", source)[1]
            assert ("1948" if year.startswith("Geo6") else year) in note, concept


def test_a_label_names_one_concept(graph: Graph, concepts: list[URIRef]) -> None:
    labels = Counter(str(label).casefold() for c in concepts for term in (SKOS.prefLabel, SKOS.altLabel)
                     for label in graph.objects(c, term))
    assert [label for label, n in labels.items() if n > 1] == []


def test_every_concept_leads_to_a_top_concept_without_a_cycle(graph: Graph, concepts: list[URIRef]) -> None:
    tops = set(graph.objects(SCHEME, SKOS.hasTopConcept))
    assert tops == set(graph.subjects(SKOS.topConceptOf, SCHEME))
    for concept in concepts:
        path = [concept]
        while (broader := graph.value(path[-1], SKOS.broader)) is not None:
            assert broader not in path, path
            assert len(list(graph.objects(path[-1], SKOS.broader))) == 1
            path.append(broader)
        assert path[-1] in tops


def test_related_is_symmetric_and_apart_from_the_hierarchy(graph: Graph) -> None:
    for a, b in graph.subject_objects(SKOS.related):
        assert (b, SKOS.related, a) in graph
        assert b not in set(graph.transitive_objects(a, SKOS.broader))


def test_structural_integration_holds_only_what_moves_responsibility(graph: Graph) -> None:
    below = {str(c).removeprefix(BASE) for c in graph.transitive_subjects(SKOS.broader, URIRef(BASE + "structural-integration"))}
    assert {"care-trusts", "statutory-care-trusts", "nhs-runs-social-services", "merge-commissioning"} <= below
    assert not {"partnership-working", "pooled-budgets", "integrated-services", "pct-mergers", "charging-for-care"} & below


@pytest.mark.shared
def test_the_scheme_holds_every_concept_of_the_gold_edges(concepts: list[URIRef]) -> None:
    lines = (SHARED / "eval" / "seeds.gold.jsonl").read_text(encoding="utf-8").splitlines()
    wanted = {c for line in lines for c in json.loads(line).get("proposal", [])}
    assert wanted <= {str(c).removeprefix(BASE) for c in concepts}

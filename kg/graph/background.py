"""What the statements point at: proposals, stakeholders with their names, the schemes of values. All in the default graph."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Protocol

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import FOAF, ORG, SKOS

from kg import resources
from kg.graph import iris
from kg.graph.provenance import Triple
from kg.model import Proposal, Statement
from kg.vocab import BASE, KG

CLASSES = {"person": FOAF.Person, "organisation": ORG.Organization, "group": KG.Group, "anonymous": KG.AnonymousSpeaker}


class Named(Protocol):
    """A registry's entry: a person or an organisation."""

    id: str
    name: str
    aliases: tuple[str, ...]


@lru_cache(maxsize=1)
def value_triples() -> tuple[Triple, ...]:
    """The stances, modes and statuses with label, notation and ordinal, as the ontology states them."""
    ontology = Graph().parse(resources.ontology("stance.ttl"), format="turtle")
    wanted = (RDF.type, SKOS.prefLabel, SKOS.notation, SKOS.inScheme, KG.ordinal)
    nodes = sorted(ontology.subjects(RDF.type, SKOS.Concept))
    return tuple((node, predicate, value) for node in nodes for predicate in wanted for value in ontology.objects(node, predicate))


def proposal_triples(base: str, proposals: Iterable[Proposal], described: bool = False, language: str = "en") -> Iterator[Triple]:
    """The scheme's concepts and the minted ones; `described` where a file labels the scheme. No stance is inherited along skos:broader."""
    scheme = iris.iri(base, "proposals")
    yield scheme, RDF.type, SKOS.ConceptScheme
    if not described:
        yield scheme, SKOS.prefLabel, Literal("Proposals", lang="en")
    for proposal in proposals:
        node = iris.concept(base, proposal.id, None, "")
        yield from concept_triples(base, node, proposal.label, language)
        if proposal.broader is not None:
            yield node, SKOS.broader, iris.concept(base, proposal.broader, None, "")
        if proposal.definition is not None:
            yield node, SKOS.definition, Literal(proposal.definition, lang=language)
        for label in proposal.alternatives:
            yield node, SKOS.altLabel, Literal(label, lang=language)


def concept_triples(base: str, node: URIRef, label: str, language: str = "en") -> Iterator[Triple]:
    """What every proposal has: its classes, label and scheme."""
    yield node, RDF.type, KG.Proposal
    yield node, RDF.type, SKOS.Concept
    yield node, SKOS.prefLabel, Literal(label, lang=language)
    yield node, SKOS.inScheme, iris.iri(base, "proposals")


class Names:
    """One name for each node: the registry's, else the one that most statements use (the first in the alphabet of several)."""

    def __init__(self) -> None:
        self.chosen: dict[URIRef, str] = {}
        self._seen: dict[URIRef, Counter[str]] = {}

    def see(self, node: URIRef, name: str) -> None:
        """A statement calls the node this."""
        self._seen.setdefault(node, Counter())[name] += 1

    def of(self, node: URIRef) -> str:
        """The node's name."""
        if node not in self.chosen:
            seen = self._seen[node]
            self.chosen[node] = min(seen, key=lambda name: (-seen[name], name))
        return self.chosen[node]

    def seen(self) -> list[URIRef]:
        """The nodes that statements name, sorted."""
        return sorted(self._seen)


def actor_names(base: str, statements: Iterable[Statement], people: Iterable[Named], organisations: Iterable[Named]) -> Names:
    """The names of the stakeholders that the statements mention."""
    names = Names()
    for kind, registry in (("person", people), ("organisation", organisations)):
        for entry in registry:
            names.chosen[iris.actor(base, kind, entry.name, entry.id, "")] = entry.name
    for statement in statements:
        names.see(iris.speaker(base, statement), statement.speaker)
        body = iris.organisation(base, statement)
        if body is not None:
            names.see(body, statement.organisation)
    return names


def actor_triples(names: Names) -> Iterator[Triple]:
    """Class and name of each stakeholder."""
    for node in names.seen():
        yield node, RDF.type, CLASSES[iris.split(node)[1]]
        yield node, FOAF.name, Literal(names.of(node))


def rebase(graph: Graph, base: str) -> Iterator[Triple]:
    """A file of the ontology with its data under another base, and names as plain strings: a name has no language."""
    def moved(term):
        return URIRef(base + term[len(BASE):]) if isinstance(term, URIRef) and term.startswith(f"{BASE}id/") else term

    for subject, predicate, value in graph:
        yield moved(subject), predicate, Literal(str(value)) if predicate == FOAF.name else moved(value)


def relevant(triples: Iterable[Triple], names: Names) -> Iterator[Triple]:
    """Of a registry's triples those that the statements' stakeholders lead to, and of a scheme's all."""
    index: dict[URIRef, list[Triple]] = {}
    queue = list(names.seen())
    seen = set(queue)
    for triple in triples:
        index.setdefault(triple[0], []).append(triple)
    for subject, found in index.items():
        scheme = any(p in (SKOS.inScheme, SKOS.hasTopConcept) and "id/proposal" in o for _, p, o in found)
        post = any(p == ORG.member and o in seen for _, p, o in found)
        if scheme or post:
            queue.append(subject)
    seen |= set(queue)
    while queue:
        for triple in index.get(queue.pop(), ()):
            yield triple
            if triple[2] in index and triple[2] not in seen:
                seen.add(triple[2])
                queue.append(triple[2])

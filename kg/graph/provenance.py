"""Where a graph comes from, in PROV: the run that made it, and what people decided."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rdflib import RDF, RDFS, XSD, Literal, URIRef
from rdflib.namespace import FOAF, PROV, SDO
from rdflib.term import Identifier

from kg.graph import iris
from kg.model import Statement
from kg.vocab import KG

Triple = tuple[URIRef, URIRef, Identifier]


@dataclass(frozen=True, slots=True)
class Run:
    """What made the statements. No clock: the same software, model and settings are the same run."""

    software: str = "stance-kg"
    version: str = "0"
    model: str | None = None
    settings: str = ""

    def iri(self, base: str) -> URIRef:
        """The activity: a hash of everything that decides the outcome."""
        return iris.iri(base, "run", iris.digest(self.software, self.version, self.model or "", self.settings))


def run_triples(base: str, run: Run) -> Iterator[Triple]:
    """The activity and the software that it is associated with; `model` is the SHA-256 of the language pipeline."""
    activity = run.iri(base)
    agent = iris.iri(base, "software", iris.encode(f"{run.software}-{run.version}"))
    yield activity, RDF.type, PROV.Activity
    yield activity, PROV.wasAssociatedWith, agent
    if run.model is not None:
        yield activity, KG.modelSha256, Literal(run.model)
    yield agent, RDF.type, PROV.SoftwareAgent
    yield agent, FOAF.name, Literal(run.software)
    yield agent, SDO.softwareVersion, Literal(run.version)


def decision_triples(base: str, statement: Statement, decisions: Iterable[Mapping[str, str]]) -> Iterator[Triple]:
    """People's decisions on one statement: records with id, by, verdict, and when and why where they are told."""
    for record in decisions:
        node = iris.iri(base, "decision", iris.encode(record["id"]))
        yield iris.iri(base, "statement", iris.encode(statement.id)), PROV.wasInfluencedBy, node
        yield node, RDF.type, KG.Decision
        yield node, PROV.wasAssociatedWith, iris.iri(base, "reviewer", iris.slug(record["by"]))
        yield node, KG.verdict, Literal(record["verdict"])
        if record.get("when"):
            yield node, PROV.endedAtTime, Literal(record["when"], datatype=XSD.dateTime, normalize=False)
        if record.get("why"):
            yield node, RDFS.comment, Literal(record["why"])


def reviewer_triples(base: str, decisions: Iterable[Mapping[str, str]]) -> Iterator[Triple]:
    """The people who decided."""
    for record in decisions:
        person = iris.iri(base, "reviewer", iris.slug(record["by"]))
        yield person, RDF.type, FOAF.Person
        yield person, FOAF.name, Literal(record["by"])

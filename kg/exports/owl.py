"""The merged graph as an OWL ontology: what Protégé opens with object-property assertions. Beside it belong the ontology it imports and a catalogue."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from rdflib import OWL, RDF, RDFS, XSD, Dataset, Graph, Literal, URIRef
from rdflib.term import Node

from kg import resources
from kg.exports.turtle import Writer, base_of
from kg.graph.nquads import quads_of
from kg.vocab import ONTOLOGY, VERSION

Triple = tuple[Node, Node, Node]
CATALOG = f"""<?xml version="1.0" encoding="UTF-8"?>
<catalog prefer="public" xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
    <uri name="{VERSION}" uri="stance.ttl"/>
    <uri name="{ONTOLOGY}" uri="stance.ttl"/>
</catalog>
"""


def export(dataset: Dataset, stream: BinaryIO) -> None:
    """Turtle in OWL 2 DL that imports the ontology: every other term declared, days as xsd:dateTime, months and years as strings."""
    triples = {(s, p, reasonable(o)) for s, p, o, _ in quads_of(dataset)}
    base = base_of(sorted({triple[0] for triple in triples}))
    header = URIRef(f"{base}id/bundle")
    ontology = Graph().parse(resources.ontology("stance.ttl"), format="turtle")
    triples |= set(declarations(triples, ontology))
    triples |= {(header, RDF.type, OWL.Ontology), (header, RDFS.label, Literal("Stakeholder stances", lang="en")), (header, OWL.imports, VERSION)}
    writer = Writer(base)
    stream.write(writer.head().encode())
    for block in writer.blocks(triples):
        stream.write(b"\n" + block.encode())


def beside(name: str) -> dict[str, bytes]:
    """The files to lie beside the export by their names: the ontology, and the catalogue that tells where it is."""
    return {"stance.ttl": resources.ontology("stance.ttl").read_bytes(), "catalog-v001.xml": CATALOG.encode()}


def reasonable(value: Node) -> Node:
    """A literal in a datatype that OWL 2 has."""
    if isinstance(value, Literal) and value.datatype == XSD.date:
        return Literal(f"{value}T00:00:00Z", datatype=XSD.dateTime, normalize=False)
    if isinstance(value, Literal) and value.datatype in (XSD.gYear, XSD.gYearMonth):
        return Literal(str(value))
    return value


def declarations(triples: set[Triple], ontology: Graph) -> Iterator[Triple]:
    """Classes and properties that the data uses and the ontology does not declare, with a label from their name."""
    declared = set(ontology.subjects(RDF.type, None)) | {RDF.type, RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy}
    kinds: dict[URIRef, set[URIRef]] = {}
    for _, predicate, value in triples:
        if predicate == RDF.type and value not in declared:
            kinds.setdefault(value, set()).add(OWL.Class)
        elif predicate not in declared and not predicate.startswith(str(OWL)):
            kinds.setdefault(predicate, set()).add(OWL.DatatypeProperty if isinstance(value, Literal) else OWL.ObjectProperty)
    for term, found in kinds.items():
        yield term, RDF.type, OWL.AnnotationProperty if len(found) > 1 else found.pop()
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", re.split("[/#]", str(term))[-1]).lower()
        yield term, RDFS.label, Literal(words, lang="en")

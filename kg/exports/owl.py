"""The merged graph and the ontology in one file with one header: what Protégé opens with object-property assertions."""
from __future__ import annotations

from typing import BinaryIO

from rdflib import OWL, RDF, RDFS, Dataset, Graph, Literal, URIRef

from kg import resources
from kg.exports.turtle import Writer, base_of
from kg.graph.nquads import quads_of
from kg.vocab import ONTOLOGY, VERSION


def export(dataset: Dataset, stream: BinaryIO) -> None:
    """Turtle with the data, every term declared, and the ontology's version named; nothing to import."""
    triples = {quad[:3] for quad in quads_of(dataset)}
    base = base_of(sorted({triple[0] for triple in triples}))
    header = URIRef(f"{base}id/bundle")
    ontology = Graph().parse(resources.ontology("stance.ttl"), format="turtle")
    triples |= {triple for triple in ontology if triple[0] != ONTOLOGY}
    triples |= {(header, RDF.type, OWL.Ontology), (header, RDFS.label, Literal("Stakeholder stances", lang="en")),
                (header, RDFS.seeAlso, VERSION)}
    writer = Writer(base)
    stream.write(writer.head().encode())
    for block in writer.blocks(triples):
        stream.write(b"\n" + block.encode())

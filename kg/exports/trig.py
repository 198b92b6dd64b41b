"""The default graph and one graph an article, as TriG."""
from __future__ import annotations

from typing import BinaryIO

from rdflib import Dataset

from kg.exports.turtle import Writer, base_of
from kg.graph.nquads import quads_of


def export(dataset: Dataset, stream: BinaryIO) -> None:
    """TriG: the default graph, then the articles' graphs by IRI."""
    graphs: dict = {}
    for subject, predicate, value, name in quads_of(dataset):
        graphs.setdefault(name, []).append((subject, predicate, value))
    writer = Writer(base_of(sorted({triple[0] for triples in graphs.values() for triple in triples})))
    stream.write(writer.head().encode())
    for block in writer.blocks(graphs.pop(None, [])):
        stream.write(b"\n" + block.encode())
    for name in sorted(graphs):
        stream.write(f"\n{writer.iri(name)} {{\n".encode())
        for number, block in enumerate(writer.blocks(graphs[name], "    ")):
            stream.write((b"\n" if number else b"") + block.encode())
        stream.write(b"}\n")

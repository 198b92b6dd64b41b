"""All graphs merged, as Turtle."""
from __future__ import annotations

from typing import BinaryIO

from rdflib import Dataset

from kg.exports.turtle import Writer, base_of
from kg.graph.nquads import quads_of


def export(dataset: Dataset, stream: BinaryIO) -> None:
    """Turtle of the merged graph: the file to carry to other tools."""
    triples = [quad[:3] for quad in quads_of(dataset)]
    writer = Writer(base_of(sorted({triple[0] for triple in triples})))
    stream.write(writer.head().encode())
    for block in writer.blocks(triples):
        stream.write(b"\n" + block.encode())

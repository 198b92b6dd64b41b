"""All graphs merged, as canonical N-Triples."""
from __future__ import annotations

from typing import BinaryIO

from rdflib import Dataset

from kg.graph.nquads import lines, quads_of


def export(dataset: Dataset, stream: BinaryIO) -> None:
    """N-Triples of the merged graph, sorted."""
    for line in lines((*quad[:3], None) for quad in quads_of(dataset)):
        stream.write(line.encode() + b"\n")

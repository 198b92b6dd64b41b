"""Canonical N-Quads."""
from __future__ import annotations

from typing import BinaryIO

from rdflib import Dataset

from kg.graph.nquads import lines, quads_of


def export(dataset: Dataset, stream: BinaryIO) -> None:
    """N-Quads, sorted: the bytes that RDFC-1.0 gives, so that their hash names the graph."""
    for line in lines(quads_of(dataset)):
        stream.write(line.encode() + b"\n")

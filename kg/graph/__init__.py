"""Statements as an RDF dataset, and back: `build` and `read` are inverses."""
from kg.graph.writing import build, quads
from kg.graph.provenance import Run
from kg.graph.reading import read

__all__ = ["Run", "build", "quads", "read"]

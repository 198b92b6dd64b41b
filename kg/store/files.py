"""RDF files, read by pyoxigraph's strict parsers first: what they refuse never reaches rdflib."""
from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
from rdflib import Dataset, URIRef

from kg.errors import GraphError, UsageError
from kg.queries.engine import to_rdflib

FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE, ".trig": ox.RdfFormat.TRIG, ".nt": ox.RdfFormat.N_TRIPLES, ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD, ".rdf": ox.RdfFormat.RDF_XML}


def _quads(path: Path):
    if path.suffix not in FORMATS:
        raise UsageError(f"{path}: no RDF format ends in {path.suffix!r}; known: {', '.join(FORMATS)}")
    if not path.is_file():
        raise UsageError(f"{path}: there is no such file; 'kg build' makes graph.ttl and graph.trig")
    try:
        yield from ox.parse(path=str(path), format=FORMATS[path.suffix])
    except (SyntaxError, ValueError) as error:
        raise GraphError(f"{path}: {error}") from error


def open_file(path: Path) -> ox.Store:
    """A store in memory with the file's graphs."""
    store = ox.Store()
    store.bulk_extend(_quads(path))
    return store


def load(path: Path) -> Dataset:
    """The file as a dataset whose queries see all its graphs."""
    dataset = Dataset(default_union=True)
    graphs = {}
    for quad in _quads(path):
        name = None if isinstance(quad.graph_name, ox.DefaultGraph) else URIRef(quad.graph_name.value)
        if name not in graphs:
            graphs[name] = dataset.default_graph if name is None else dataset.graph(name)
        dataset.store.add(tuple(map(to_rdflib, (quad.subject, quad.predicate, quad.object))), graphs[name])
    return dataset

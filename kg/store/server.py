"""A SPARQL 1.1 server. Its default graph gets all triples, so that questions need no union of graphs."""
from __future__ import annotations

import urllib.parse

import pyoxigraph as ox
from rdflib import Dataset

from kg.errors import GraphError
from kg.graph.nquads import lines, quads_of
from kg.queries import remote
from kg.store.folder import Written
from kg.store.protocol import Endpoints, NoGraphStore, change, transfer

AT_ONCE = 10_000  # triples in one update: servers limit the size of a request


def is_url(place: str) -> bool:
    """Whether a place is a server."""
    return place.startswith(("http://", "https://"))


def endpoints(place: str) -> Endpoints:
    """`http://host:7878` has Oxigraph's paths, `http://host:3030/name` Fuseki's; else give 'QUERY-URL,GRAPH-STORE-URL[,UPDATE-URL]'."""
    if "," in place:
        query, data, update, *_ = [*place.split(","), ""]
        return Endpoints(query, data, update or f"{query.rstrip('/').rpartition('/')[0]}/update")
    base = place.rstrip("/")
    own = urllib.parse.urlsplit(base).path
    return Endpoints(f"{base}/query", f"{base}/data" if own else f"{base}/store", f"{base}/update")


def write(place: Endpoints, dataset: Dataset) -> Written:
    """Makes the server hold the dataset's graphs, by Graph Store Protocol, or where the server has none by SPARQL Update; graphs of another base are not touched.

    Raises GraphError with what the server said.
    """
    graphs: dict[str, list] = {"": []}
    for s, p, o, name in quads_of(dataset):
        graphs[""].append((s, p, o, None))
        if name is not None:
            graphs.setdefault(str(name), []).append((s, p, o, None))
    base = next((name.rpartition("id/graph/")[0] for name in graphs if "id/graph/" in name), None)
    changed = same = dropped = 0
    for name in _names(place.query):
        if base is not None and name.startswith(f"{base}id/graph/") and name not in graphs:
            _drop(place, name)
            dropped += 1
    for name, triples in graphs.items():
        wanted = lines(triples)
        held = _held(place, name)
        if held == wanted:
            same += 1
            continue
        _put(place, name, wanted, held)
        changed += 1
    return Written(changed, same, dropped)


def _names(query: str) -> list[str]:
    rows = remote.ask(query, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").rows
    return sorted(str(row[0]) for row in rows)


def _held(place: Endpoints, name: str) -> list[str]:
    """The lines of a graph that the server holds, sorted."""
    try:
        data = transfer(place, name, "GET")
    except NoGraphStore:
        pattern = f"GRAPH <{name}> {{ ?s ?p ?o }}" if name else "?s ?p ?o"
        return lines((*triple, None) for triple in remote.ask(place.query, f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}").triples or ())
    return sorted({f"{triple} ." for triple in ox.parse(data, ox.RdfFormat.N_TRIPLES)})


def _drop(place: Endpoints, name: str) -> None:
    try:
        transfer(place, name, "DELETE")
    except NoGraphStore:
        change(place, f"DROP SILENT GRAPH <{name}>")


def _put(place: Endpoints, name: str, wanted: list[str], held: list[str]) -> None:
    try:
        transfer(place, name, "PUT", "".join(f"{line}\n" for line in wanted).encode())
    except NoGraphStore as error:
        try:
            for verb, lacking, there in (("DELETE", wanted, held), ("INSERT", held, wanted)):
                triples = sorted(set(there) - set(lacking))
                for first in range(0, len(triples), AT_ONCE):
                    change(place, f"{verb} DATA {{ {_in(name, triples[first:first + AT_ONCE])} }}")
        except GraphError as second:
            raise GraphError(f"{error}; {second}") from second


def _in(name: str, triples: list[str]) -> str:
    text = "\n".join(triples)
    return f"GRAPH <{name}> {{\n{text}\n}}" if name else text

"""A SPARQL 1.1 server, by the Graph Store Protocol. Its default graph gets all triples, so that questions need no union of graphs."""
from __future__ import annotations

import urllib.error
import urllib.parse
import urllib.request
from typing import NamedTuple

import pyoxigraph as ox
from rdflib import Dataset

from kg.errors import GraphError
from kg.graph.nquads import lines, quads_of
from kg.queries import remote
from kg.store.folder import Written

TRIPLES = "application/n-triples"


class Endpoints(NamedTuple):
    """Where a server is asked, and where its graphs are put."""

    query: str
    data: str


def is_url(place: str) -> bool:
    """Whether a place is a server."""
    return place.startswith(("http://", "https://"))


def endpoints(place: str) -> Endpoints:
    """`http://host:7878` has Oxigraph's paths, `http://host:3030/name` Fuseki's; else give 'QUERY-URL,GRAPH-STORE-URL'."""
    if "," in place:
        return Endpoints(*place.split(",", 1))
    base = place.rstrip("/")
    own = urllib.parse.urlsplit(base).path
    return Endpoints(f"{base}/query", f"{base}/data" if own else f"{base}/store")


def write(place: Endpoints, dataset: Dataset) -> Written:
    """Makes the server hold the dataset's graphs; graphs of another base are not touched.

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
            _ask(place, name, "DELETE")
            dropped += 1
    for name, triples in graphs.items():
        wanted = lines(triples)
        held = _ask(place, name, "GET")
        if held is not None and wanted == sorted({f"{triple} ." for triple in ox.parse(held, ox.RdfFormat.N_TRIPLES)}):
            same += 1
            continue
        _ask(place, name, "PUT", "".join(f"{line}\n" for line in wanted).encode())
        changed += 1
    return Written(changed, same, dropped)


def _names(query: str) -> list[str]:
    rows = remote.ask(query, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").rows
    return sorted(str(row[0]) for row in rows)


def _ask(place: Endpoints, name: str, method: str, body: bytes | None = None) -> bytes | None:
    url = f"{place.data}?{urllib.parse.urlencode({'graph': name}) if name else 'default'}"
    request = urllib.request.Request(url, body, {"Accept": TRIPLES, "Content-Type": TRIPLES}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=300) as response:
            return response.read()
    except urllib.error.HTTPError as error:
        if error.code == 404 and method in ("GET", "DELETE"):
            return None
        raise GraphError(f"{method} {url} was answered {error.code}: {error.read(2000).decode('utf-8', 'replace').strip()}") from error
    except OSError as error:
        raise GraphError(f"{url} cannot be reached: {error}") from error

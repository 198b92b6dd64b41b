"""Graph Store Protocol and SPARQL 1.1 Update over HTTP."""
from __future__ import annotations

import urllib.error
import urllib.parse
import urllib.request
from typing import NamedTuple

from kg.errors import GraphError

TRIPLES = "application/n-triples"
NO_STORE = (404, 405, 501)  # how servers answer at a path where they keep no graph store


class Endpoints(NamedTuple):
    """Where a server is asked, where its graphs are put, and where it takes updates."""

    query: str
    data: str
    update: str


class NoGraphStore(GraphError):
    """There is no graph store at the place: updates may still be taken."""


def transfer(place: Endpoints, name: str, method: str, body: bytes | None = None) -> bytes:
    """A graph got, put or deleted by Graph Store Protocol; "" is the default graph.

    Raises NoGraphStore where the server has no graph store (for GET and DELETE also where it has no such graph), GraphError on all else.
    """
    return _send(f"{place.data}?{urllib.parse.urlencode({'graph': name}) if name else 'default'}", method, body, TRIPLES, NO_STORE)


def change(place: Endpoints, text: str) -> None:
    """One SPARQL update.

    Raises GraphError with what the server said.
    """
    _send(place.update, "POST", text.encode(), "application/sparql-update")


def _send(url: str, method: str, body: bytes | None, kind: str, missing: tuple[int, ...] = ()) -> bytes:
    request = urllib.request.Request(url, body, {"Accept": TRIPLES, "Content-Type": kind}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=300) as response:
            return response.read()
    except urllib.error.HTTPError as error:
        said = f"{method} {url} was answered {error.code}: {error.read(2000).decode('utf-8', 'replace').strip()}"
        raise (NoGraphStore if error.code in missing else GraphError)(said) from error
    except OSError as error:
        raise GraphError(f"{url} cannot be reached: {error}") from error

"""From what a person writes after --store to the place, for asking and for writing."""
from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
from rdflib import Dataset

from kg.errors import UsageError
from kg.store import folder, server
from kg.store.files import open_file
from kg.store.folder import Written

FOLDER = "oxigraph:"


def open(place: str | Path) -> ox.Store | str:  # noqa: A001
    """What `queries.ask` asks: a store, or the URL of an endpoint.

    Raises UsageError where there is nothing, GraphError where a file is no RDF.
    """
    text = str(place)
    if text.startswith(FOLDER):
        return folder.open(Path(text.removeprefix(FOLDER)))
    if server.is_url(text):
        return server.endpoints(text).query
    return open_file(Path(text))


def write(place: str, dataset: Dataset) -> Written:
    """Makes the place hold the dataset: graphs that are the same are left alone, those that are gone are dropped.

    A write that was killed is completed by the next one. Raises UsageError on a place of no known kind.
    """
    if place.startswith(FOLDER):
        return folder.write(Path(place.removeprefix(FOLDER)), dataset)
    if server.is_url(place):
        return server.write(server.endpoints(place), dataset)
    raise UsageError(f"no store {place!r}: give {FOLDER}DIR or the http URL of a SPARQL server")

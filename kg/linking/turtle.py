"""A user's Turtle: read by pyoxigraph's strict parser first, which refuses the bad IRIs and half files that rdflib lets pass."""
from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph

from kg.errors import ConfigError


def read(path: Path) -> Graph:
    """The file's triples.

    Raises ConfigError that names the file and the place in it.
    """
    try:
        for _ in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            pass
        return Graph().parse(path, format="turtle")
    except Exception as error:  # rdflib raises many kinds
        raise ConfigError(f"{path}: not a Turtle file that can be read: {error}") from error

"""The graph of a build, for the verbs that ask or carry it."""
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import UsageError

if TYPE_CHECKING:
    import pyoxigraph
    from rdflib import Dataset

NAME = "graph.trig"


def path(folder: Path) -> Path:
    """The file with the graph of a build.

    Raises UsageError when there is no build.
    """
    file = folder / NAME
    if not file.is_file():
        raise UsageError(f"{file}: there is no build here; run 'kg build' first, or name its folder with -o")
    return file


def store(folder: Path) -> pyoxigraph.Store:
    """The graph, quick to load and to ask."""
    import pyoxigraph

    found = pyoxigraph.Store()
    try:
        found.bulk_load(path=str(path(folder)), format=pyoxigraph.RdfFormat.TRIG)
    except (SyntaxError, ValueError) as error:
        raise UsageError(f"{path(folder)}: {error}; run 'kg build' again") from error
    return found


def dataset(folder: Path) -> Dataset:
    """The graph as rdflib has it.

    Raises GraphError where the file is no strict TriG.
    """
    from kg.store import load

    return load(path(folder))

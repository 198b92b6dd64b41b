"""An Oxigraph folder on disk, for corpora that outgrow memory; updated graph by graph."""
from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
from rdflib import Dataset

from kg.errors import GraphError, UsageError
from kg.queries.engine import quads_of


class Written(NamedTuple):
    """How many graphs a write added or changed, left alone, and dropped."""

    changed: int
    same: int
    dropped: int


def open(path: Path) -> ox.Store:  # noqa: A001
    """The folder, for reading.

    Raises UsageError where there is none, GraphError where it is damaged or in use.
    """
    if not path.is_dir():
        raise UsageError(f"{path}: there is no Oxigraph folder; 'kg build --store oxigraph:{path}' makes it")
    try:
        return ox.Store.read_only(str(path))
    except OSError as error:
        raise GraphError(f"{path}: {error}; if the folder is damaged, delete it and build again") from error


def write(path: Path, dataset: Dataset) -> Written:
    """Makes the folder hold the dataset."""
    try:
        store = ox.Store(str(path))
    except OSError as error:
        raise GraphError(f"{path}: {error}; is another kg writing there?") from error
    wanted: dict = {}
    for quad in quads_of(dataset):
        wanted.setdefault(quad.graph_name, set()).add(quad)
    changed = same = dropped = 0
    for name in [*store.named_graphs(), ox.DefaultGraph()]:
        if name not in wanted:
            dropped += not isinstance(name, ox.DefaultGraph)
            store.remove_graph(name)
    if len(store) == 0:
        store.bulk_extend(quad for quads in wanted.values() for quad in quads)
        store.flush()
        return Written(len(wanted), 0, dropped)
    for name, quads in wanted.items():
        held = set(store.quads_for_pattern(None, None, None, name))
        if held == quads:
            same += 1
            continue
        changed += 1
        store.extend(quads - held)
        for quad in held - quads:
            store.remove(quad)
    store.flush()
    return Written(changed, same, dropped)

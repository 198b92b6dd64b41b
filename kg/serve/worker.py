"""A child process that answers queries, so that a runaway or crashing one takes down nothing but itself."""
from __future__ import annotations

import multiprocessing
import sys
import threading
from itertools import islice
from typing import Any

import pyoxigraph as ox

from kg.errors import KgError
from kg.serve.protocol import Asked
from kg.vocab import PREFIXES

BYTES = 32 * 1024 * 1024  # of an answer
TRIPLES = 250_000  # of a constructed graph
MEMORY = 4 * 1024**3  # of a child, beyond what it starts with
ROW_FORMATS = {"json": ox.QueryResultsFormat.JSON, "xml": ox.QueryResultsFormat.XML, "csv": ox.QueryResultsFormat.CSV, "tsv": ox.QueryResultsFormat.TSV}
TRIPLE_FORMATS = {"ttl": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES, "rdfxml": ox.RdfFormat.RDF_XML, "jsonld": ox.RdfFormat.JSON_LD}
Answer = tuple[int, str, bytes]  # status, format or text/plain, body


class _Full(Exception):
    pass


class _Capped:
    """A file that takes so many bytes and no more."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.size = 0

    def write(self, data: bytes) -> int:
        self.size += len(data)
        if self.size > BYTES:
            raise _Full
        self.parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing waits."""


def answer(store: ox.Store, asked: Asked) -> Answer:
    """One query's answer in the best format that was asked for."""
    from kg.queries.guard import check
    from kg.queries.mistakes import explain

    sink = _Capped()
    try:
        graphs: dict[str, Any] = {"use_default_graph_as_union": not check(asked.query)}
        if asked.default_graphs or asked.named_graphs:
            graphs = {"default_graph": [ox.NamedNode(name) for name in asked.default_graphs],
                      "named_graphs": [ox.NamedNode(name) for name in asked.named_graphs]}
        found = store.query(asked.query, **graphs)
        rows = not isinstance(found, ox.QueryTriples)
        names = [name for name in (asked.rows if rows else asked.triples) if not isinstance(found, ox.QueryBoolean) or name != "tsv"]
        if not names:
            return 406, "text/plain", b"the answer cannot be given in any of the formats that Accept names"
        if rows:
            found.serialize(sink, format=ROW_FORMATS[names[0]])
        else:
            _write(found, sink, TRIPLE_FORMATS[names[0]])
    except SyntaxError as error:
        return 400, "text/plain", f"the query is not SPARQL: {explain(asked.query, error)}".encode()
    except (KgError, ValueError) as error:
        return 400, "text/plain", str(error).encode()
    except (_Full, OSError):
        return 413, "text/plain", f"the answer is larger than {BYTES} bytes or {TRIPLES} triples: add LIMIT".encode()
    except MemoryError:
        return 413, "text/plain", b"the answer needs too much memory: ask for less"
    return 200, names[0], b"".join(sink.parts)


def _write(found: ox.QueryTriples, sink: _Capped, form: ox.RdfFormat) -> None:
    """A graph sorted, and with our prefixes where the format has some."""
    triples = sorted(islice(found, TRIPLES + 1), key=str)
    if len(triples) > TRIPLES:
        raise _Full
    ox.serialize(triples, sink, format=form, prefixes=PREFIXES if form != ox.RdfFormat.N_TRIPLES else None)


def _child(place: str, pipe) -> None:
    from kg import store

    source = store.open(place)
    _limit_memory()
    pipe.send("ready")
    while True:
        pipe.send(answer(source, pipe.recv()))


def _limit_memory() -> None:
    """Caps what this process may take; where the system cannot say how much it has taken, nothing is capped."""
    if not sys.platform.startswith("linux"):
        return
    import resource

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    with open("/proc/self/statm", encoding="ascii") as pages:
        used = int(pages.read().split()[0]) * resource.getpagesize()
    limit = used + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


class Worker:
    """One child at a time; killed and started anew when a query takes longer than `seconds`."""

    def __init__(self, place: str, seconds: float) -> None:
        self._place, self._seconds = place, seconds
        self._lock = threading.Lock()
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Any = None

    def start(self) -> None:
        """The child with its store open; an error of its own is raised here by trying the place first."""
        context = multiprocessing.get_context("spawn")
        self._pipe, other = context.Pipe()
        self._process = context.Process(target=_child, args=(self._place, other), daemon=True)
        self._process.start()
        other.close()
        self._pipe.recv()

    def stop(self) -> None:
        """Ends the child."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._pipe.close()
            self._process = None

    def ask(self, asked: Asked) -> Answer:
        """The answer, or 503 when time is up, 500 when the child died."""
        with self._lock:
            try:
                if self._process is None:
                    self.start()
                self._pipe.send(asked)
                if self._pipe.poll(self._seconds):
                    return self._pipe.recv()
                message = 503, "text/plain", f"the query took longer than {self._seconds:g} seconds: ask for less".encode()
            except (EOFError, OSError):
                message = 500, "text/plain", b"the query brought its process down: ask for less"
            self.stop()
            return message

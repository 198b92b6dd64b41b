"""Graph, files, stores and named questions beside raw rdflib and pyoxigraph doing the same: CPU seconds, ratios, growth, memory.

    python -m benchmarks.graph [SIZE ...]      sizes in statements; default 1000 10000 100000; 3200 has 100,000 triples

rdflib's own time for each question is beside ours, stopped after 10 seconds. 100000 takes half an hour of CPU time and 8 GiB: name smaller sizes where there is less.
Each size has three processes, so that memory is the work's own: one for graph, files and folder, one for the questions, one for rdflib's.
"""
from __future__ import annotations

import io
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks._clock import limited, peak, timed
from benchmarks._corpus import corpus
from benchmarks._table import table

SIZES = (1_000, 10_000, 100_000)
QUESTION, FILE = 10, 300  # CPU seconds that rdflib gets for a question, and for a file
PARTS = ("written", "asked", "asked_of_rdflib")


def rounds(count: int) -> int:
    """How often a short piece of work is timed."""
    return 3 if count <= 1_000 else 1


def written(count: int) -> dict:
    """The dataset of so many statements, its files, its copy in pyoxigraph and in a folder."""
    from kg import graph

    statements, articles, proposals = corpus(count)
    cpu: dict[str, float] = {}
    raw: dict[str, float] = {}
    made: list = []
    cpu["build"] = timed(lambda: made.append(graph.build(statements, articles, proposals=proposals)))
    quads = _written(made.pop(), rounds(count), cpu, raw)  # which lets go of the dataset, so that two are never held
    raw["build"] = timed(lambda: _added(quads))
    return {"triples": len(quads), "cpu": cpu, "raw": raw, "peak": peak()}


def _written(dataset, times: int, cpu: dict[str, float], raw: dict[str, float]) -> list:
    """All steps that need the dataset; its quads."""
    import pyoxigraph as ox
    from rdflib import Dataset

    from kg import graph, plugins, queries, store
    from kg.graph.nquads import quads_of
    from kg.queries import engine

    cpu["read"] = timed(lambda: graph.read(dataset))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for form in ("nq", "ttl", "trig"):
            def write(form: str = form) -> None:
                with open(place / f"graph.{form}", "wb") as stream:
                    plugins.load("exports", form)(dataset, stream)

            cpu[f"write {form}"] = timed(write)
        raw["write ttl"] = limited(lambda: dataset.serialize(format="turtle", encoding="utf-8"), FILE)
        cpu["load nq"] = timed(lambda: store.open_file(place / "graph.nq"), times)
        raw["load nq"] = timed(lambda: ox.Store().bulk_load(path=str(place / "graph.nq"), format=ox.RdfFormat.N_QUADS), times)
        held: list[ox.Store] = []
        cpu["copy to Oxigraph"] = timed(lambda: held.append(_copy(dataset)))
        raw["write nq"] = timed(lambda: held[0].dump(io.BytesIO(), ox.RdfFormat.N_QUADS))
        raw["write trig"] = timed(lambda: held[0].dump(io.BytesIO(), ox.RdfFormat.TRIG))
        held.clear()
        cpu["folder, first write"] = timed(lambda: store.write(f"oxigraph:{place / 'store'}", dataset))
        raw["folder, first write"] = timed(lambda: ox.Store(str(place / "raw")).bulk_load(path=str(place / "graph.nq"), format=ox.RdfFormat.N_QUADS))
        cpu["folder, nothing new"] = timed(lambda: store.write(f"oxigraph:{place / 'store'}", dataset))
    sides = queries.question("sides").text
    engine.ask(_copy(Dataset()), sides)  # what the first query of a process costs either, whatever it asks
    list(Dataset().query(sides))
    cpu["first question, with the copy"] = timed(lambda: engine.ask(_copy(dataset), sides))
    raw["first question, with the copy"] = limited(lambda: list(dataset.query(sides)), QUESTION)
    return list(quads_of(dataset))


def _copy(dataset):
    """A store of the dataset that no earlier question has made."""
    import pyoxigraph as ox

    from kg.queries import engine

    store = ox.Store()
    store.bulk_extend(engine.quads_of(dataset))
    return store


def _added(quads: list):
    """What raw rdflib does with the same quads."""
    from rdflib import Dataset

    plain = Dataset(default_union=True)
    graphs: dict = {None: plain.default_graph}
    for s, p, o, name in quads:
        if name not in graphs:
            graphs[name] = plain.graph(name)
        plain.store.add((s, p, o), graphs[name])
    return plain


def asked(count: int) -> dict:
    """Every named question as it is, of a store in memory (with pyoxigraph's own time beside it) and of a folder."""
    import pyoxigraph as ox

    from kg import graph, queries, store
    from kg.graph.nquads import lines
    from kg.queries import engine

    found: dict = {"questions": {}, "raw_questions": {}, "folder_questions": {}}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "graph.nq"
        statements, articles, proposals = corpus(count)
        with open(file, "w", encoding="utf-8") as stream:
            stream.writelines(f"{line}\n" for line in lines(graph.quads(statements, articles, proposals=proposals)))
        held, disk = store.open_file(file), ox.Store(str(Path(folder) / "store"))
        disk.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
        disk.flush()
        for name in queries.names():
            found["folder_questions"][name] = timed(lambda name=name: queries.run(disk, name))
            text = queries.bind(queries.question(name), {}, held)
            found["questions"][name] = timed(lambda text=text: engine.ask(held, text), rounds(count))
            found["raw_questions"][name] = timed(lambda text=text: list(held.query(text, use_default_graph_as_union=True)), rounds(count))
    return {**found, "peak_questions": peak()}


def asked_of_rdflib(count: int) -> dict:
    """Every named question of rdflib itself, each stopped after `QUESTION` CPU seconds."""
    from kg import graph, queries

    statements, articles, proposals = corpus(count)
    dataset = _added(graph.quads(statements, articles, proposals=proposals))
    texts = {name: queries.question(name).text for name in queries.names()}
    found = {name: limited(lambda text=text: list(dataset.query(text)), QUESTION) for name, text in texts.items()}
    return {"rdflib_questions": found, "peak_rdflib": peak()}


def run(sizes: tuple[int, ...] = SIZES) -> list[dict]:
    """The figures of each size; what is done is told on standard error."""
    results = []
    for size in sizes:
        results.append({})
        for part in PARTS:
            code = f"import json; from benchmarks.graph import {part}; print(json.dumps({part}({size})))"
            done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True)
            results[-1] |= json.loads(done.stdout)
            print(f"{size} statements, {part}: done", file=sys.stderr, flush=True)
    return results


if __name__ == "__main__":
    print(table(run(tuple(map(int, sys.argv[1:])) or SIZES)))

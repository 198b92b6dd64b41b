"""Graph, files, stores and named questions beside raw rdflib and pyoxigraph doing the same: CPU seconds, ratios, growth, memory.

    python -m benchmarks.graph [SIZE ...]      sizes in statements; default 1000 10000; 3200 has 100,000 triples

rdflib's own time for a question is beside ours, stopped after 10 seconds, up to 1000 statements.
From 20000 statements on (100000 is meant to be asked for) no rdflib dataset is held: "build" makes the quads alone, and what needs a dataset is left blank.
"""
from __future__ import annotations

import io
import json
import math
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kg.model import Article, Proposal, Statement, statement_from_dict

SIZES = (1_000, 10_000)
RDFLIB_UP_TO, LIMIT = 1_000, 10  # statements; CPU seconds that rdflib gets for a question
STREAMED_FROM = 20_000  # statements; a dataset in memory and its copies would take 12 GiB at 100,000


def corpus(count: int, seed: int = 7) -> tuple[list[Statement], list[Article], list[Proposal]]:
    """Invented statements: nine an article, people and bodies in the proportions of news, proposals in a tree of three levels."""
    draw = random.Random(seed)
    proposals = [Proposal("structural-integration", "proposal 0")]
    proposals += [Proposal(f"p{i}", f"proposal {i}", (f"plan {i}",), broader=f"p{i // 5}" if i >= 5 else "structural-integration") for i in range(1, 130)]
    proposals.append(Proposal("care-trusts", "proposal trusts", broader="structural-integration"))
    people, bodies = max(5, count // 5), max(3, count // 40)
    articles, statements = [], []
    for number in range(math.ceil(count / 9)):
        day = f"{1997 + draw.randrange(25)}-{1 + draw.randrange(12):02}-{1 + draw.randrange(28):02}"
        text = " ".join(draw.choice(("the", "council", "minister", "said", "would", "oppose", "plan", "trust", "money", "care")) for _ in range(400))
        articles.append(Article(f"a{number}", text, f"Headline {number}", f"Outlet {draw.randrange(40)}", None, day))
        for place in range(min(9, count - 9 * number)):
            statements.append(_statement(draw, articles[-1], place, people, bodies, proposals))
    return statements, articles, proposals


def _statement(draw: random.Random, article: Article, place: int, people: int, bodies: int, proposals: list[Proposal]) -> Statement:
    who, what, start = draw.randrange(people), draw.choice(proposals), 40 * place
    stance = draw.choices(("supports", "opposes", "conditional", "neutral"), (45, 40, 10, 5))[0]
    kind = draw.choices(("person", "organisation", "group"), (60, 30, 10))[0]
    record = {
        "id": f"{article.id}s{place}", "article": article.id, "start": start, "end": start + 120, "quote": article.text[start:start + 120],
        "speaker": f"{kind} {who}", "speaker_id": f"x{who}", "speaker_kind": kind, "stance": stance, "proposal": what.id, "proposal_label": what.label,
        "proposal_text": "the plan", "mode": draw.choice(("direct", "indirect", "narrated")), "cue": "said", "rule": "frame", "said_on": article.date,
        "confidence": draw.randrange(40, 100) / 100}
    if kind == "person":
        record |= {"organisation": f"organisation {who % bodies}", "organisation_id": f"x{who % bodies}", "role": f"post {who % 7}"}
    if stance == "conditional":
        record |= {"lean": draw.choice(("supports", "opposes")), "condition": "if the money follows"}
    return statement_from_dict(record)


def timed(work: Callable[[], object], rounds: int = 1) -> float:
    """CPU seconds, the least of some rounds."""
    best = math.inf
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


class _Late(Exception):
    """Raised in work that takes too long."""


def limited(work: Callable[[], object], seconds: int = LIMIT) -> float:
    """CPU seconds, or infinity for work that is stopped after `seconds` of them."""
    def stop(*_: object) -> None:
        raise _Late

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        return timed(work)
    except _Late:
        return math.inf
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def peak() -> int:
    """MiB of this process at its largest."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def measure(count: int) -> dict:
    """All figures of one size, in this process."""
    import pyoxigraph as ox
    from rdflib import Dataset

    from kg import graph, plugins, store
    from kg.graph.nquads import quads_of
    from kg.queries import engine

    statements, articles, proposals = corpus(count)
    found: dict = {"statements": count, "cpu": {}, "raw": {}, "questions": {}, "raw_questions": {}}
    cpu, raw, rounds = found["cpu"], found["raw"], 3 if count <= 1_000 else 1
    made: list[Dataset] = []
    cpu["build"] = timed(lambda: made.append(graph.build(statements, articles, proposals=proposals)))
    dataset = made[0]
    found["triples"] = len(dataset.store)
    quads = list(quads_of(dataset))

    def add() -> None:
        plain = Dataset()
        graphs: dict = {}
        for s, p, o, name in quads:
            if name not in graphs:
                graphs[name] = plain.default_graph if name is None else plain.graph(name)
            plain.store.add((s, p, o), graphs[name])

    raw["build"] = timed(add)
    found["peak_build"] = peak()
    cpu["read"] = timed(lambda: graph.read(dataset))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for form in ("nq", "ttl", "trig"):
            def write(form: str = form) -> None:
                with open(place / f"graph.{form}", "wb") as stream:
                    plugins.load("exports", form)(dataset, stream)

            cpu[f"write {form}"] = timed(write)
        held = engine.copy(dataset)
        raw["write nq"] = timed(lambda: held.dump(io.BytesIO(), ox.RdfFormat.N_QUADS))
        raw["write trig"] = timed(lambda: held.dump(io.BytesIO(), ox.RdfFormat.TRIG))
        raw["write ttl"] = timed(lambda: dataset.serialize(format="turtle", encoding="utf-8"))
        cpu["load nq"] = timed(lambda: store.open_file(place / "graph.nq"), rounds)
        raw["load nq"] = timed(lambda: ox.Store().bulk_load(path=str(place / "graph.nq"), format=ox.RdfFormat.N_QUADS), rounds)
        cpu["copy to Oxigraph"] = timed(lambda: _copy(ox, engine, dataset))
        cpu["folder, first write"] = timed(lambda: store.write(f"oxigraph:{place / 'store'}", dataset))
        raw["folder, first write"] = timed(lambda: ox.Store(str(place / "raw")).bulk_load(path=str(place / "graph.nq"), format=ox.RdfFormat.N_QUADS))
        cpu["folder, nothing new"] = timed(lambda: store.write(f"oxigraph:{place / 'store'}", dataset))
        found["peak"] = peak()
        _ask(found, held, ox.Store.read_only(str(place / "store")), rounds)
    _ask_rdflib(found, dataset)
    return found


def streamed(count: int) -> dict:
    """The figures that need no dataset in memory, in this process."""
    import pyoxigraph as ox

    from kg import graph, store
    from kg.graph.nquads import lines

    statements, articles, proposals = corpus(count)
    found: dict = {"statements": count, "cpu": {}, "raw": {}, "questions": {}, "raw_questions": {}}
    cpu, raw = found["cpu"], found["raw"]
    quads: list = []
    cpu["build"] = timed(lambda: quads.extend(graph.quads(statements, articles, proposals=proposals)))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "graph.nq"

        def write() -> None:
            with open(file, "w", encoding="utf-8") as stream:
                stream.writelines(f"{line}\n" for line in lines(quads))

        cpu["write nq"] = timed(write)
        quads.clear()
        held: list = []
        cpu["load nq"] = timed(lambda: held.append(store.open_file(file)))
        found["triples"] = len(held[0])
        raw["load nq"] = timed(lambda: ox.Store().bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS))
        raw["write nq"] = timed(lambda: held[0].dump(io.BytesIO(), ox.RdfFormat.N_QUADS))
        disk = ox.Store(str(Path(folder) / "store"))
        disk.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
        disk.flush()
        found["peak"] = peak()
        _ask(found, held[0], disk, 1)
    return found


def _ask(found: dict, held, disk, rounds: int) -> None:
    """Every named question as it is, of the store in memory (with pyoxigraph's own time beside it) and of the folder."""
    from kg import queries
    from kg.queries import engine

    found["folder_questions"] = {name: timed(lambda name=name: queries.run(disk, name)) for name in queries.names()}
    for name in queries.names():
        text = queries.bind(queries.question(name), {}, held)
        found["questions"][name] = timed(lambda text=text: engine.ask(held, text), rounds)
        found["raw_questions"][name] = timed(lambda text=text: list(held.query(text, use_default_graph_as_union=True)), rounds)


def _ask_rdflib(found: dict, dataset) -> None:
    """Every named question of rdflib itself, and what a first question costs us, copying the dataset to pyoxigraph."""
    from kg import queries
    from kg.queries import engine

    texts = {name: queries.question(name).text for name in queries.names()}
    found["cpu"]["first question, with the copy"] = timed(lambda: engine.ask(_fresh(dataset), texts["sides"]))
    found["raw"]["first question, with the copy"] = limited(lambda: list(dataset.query(texts["sides"])))
    if found["statements"] <= RDFLIB_UP_TO:
        found["rdflib_questions"] = {name: limited(lambda text=text: list(dataset.query(text))) for name, text in texts.items()}


def _fresh(dataset):
    """A store of the dataset that no earlier question has made."""
    import pyoxigraph as ox

    from kg.queries import engine

    store = ox.Store()
    store.bulk_extend(engine.quads_of(dataset))
    return store


def _copy(ox, engine, dataset) -> None:
    ox.Store().bulk_extend(engine.quads_of(dataset))


def table(results: list[dict]) -> str:
    """The figures of several sizes as text; growth is the exponent of CPU time by triples from the first size to the last."""
    out = ["| step | " + " | ".join(f"{r['triples']:,} triples" for r in results) + " | growth |", "|---|" + "---|" * (len(results) + 1)]
    names = [("cpu", "raw", name) for name in results[0]["cpu"]] + [("questions", "raw_questions", name) for name in results[0]["questions"]]
    names += [("folder_questions", "", name) for name in results[0]["folder_questions"]]
    for kind, other, name in names:
        cells = []
        for result in results:
            ours, theirs = result[kind].get(name), result.get(other, {}).get(name)
            cells.append("" if ours is None else f"{ours:.3f}" + _ratio(ours, theirs))
        first, last = results[0][kind][name], results[-1][kind].get(name)
        steps = math.log(results[-1]["triples"] / results[0]["triples"]) if len(results) > 1 else 0
        growth = f"{math.log(max(last, 1e-6) / max(first, 1e-6)) / steps:.2f}" if steps and last is not None else ""
        title = {"cpu": name, "questions": f"ask {name}", "folder_questions": f"ask {name}, on disk"}[kind]
        out.append(f"| {title} | {' | '.join(cells)} | {growth} |")
    for name in results[0].get("rdflib_questions", {}):
        cells = [_beside(result.get("rdflib_questions", {}).get(name), result["questions"][name]) for result in results]
        out.append(f"| rdflib, {name} | {' | '.join(cells)} | |")
    out.append("| peak MiB | " + " | ".join(str(result["peak"]) for result in results) + " | |")
    return "\n".join(out) + "\n"


def _ratio(ours: float, theirs: float | None) -> str:
    """How many times theirs; where theirs was stopped, less than that."""
    if not theirs:
        return ""
    return f" (under {ours / LIMIT:.2f}x)" if math.isinf(theirs) else f" ({ours / theirs:.2f}x)"


def _beside(theirs: float | None, ours: float) -> str:
    if theirs is None:
        return ""
    over, theirs = ("over ", LIMIT) if math.isinf(theirs) else ("", theirs)
    return f"{over}{theirs:.3f} ({over}{theirs / max(ours, 1e-6):.0f}x ours)"


def run(sizes: tuple[int, ...] = SIZES) -> list[dict]:
    """Each size in a process of its own, so that memory is its own."""
    results = []
    for size in sizes:
        work = "streamed" if size >= STREAMED_FROM else "measure"
        code = f"import json; from benchmarks.graph import {work}; print(json.dumps({work}({size})))"
        done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True)
        results.append(json.loads(done.stdout))
    return results


if __name__ == "__main__":
    print(table(run(tuple(map(int, sys.argv[1:])) or SIZES)))

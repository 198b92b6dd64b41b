"""Golden files: Turtle, TriG and the report of an invented corpus, reviewed as diffs (`make accept` writes them anew)."""
from __future__ import annotations

import io
import random
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import Dataset

import small_world
from kg import graph, plugins
from kg.build.report import report


def export(name: str, dataset: Dataset) -> str:
    stream = io.BytesIO()
    plugins.load("exports", name)(dataset, stream)
    return stream.getvalue().decode("utf-8")


def dataset(seed: int | None = None) -> Dataset:
    statements = list(small_world.STATEMENTS)
    if seed is not None:
        random.Random(seed).shuffle(statements)
    return graph.build(statements, small_world.ARTICLES, proposals=small_world.PROPOSALS, run=graph.Run(version="test"))


@pytest.mark.parametrize("name", ["ttl", "trig"])
def test_the_graph_is_the_golden_one(name: str, golden) -> None:
    golden(f"world.{name}", export(name, dataset()))


@pytest.mark.parametrize("name", ["ttl", "trig", "nq", "jsonld"])
def test_the_order_of_statements_leaves_no_trace(name: str) -> None:
    assert export(name, dataset()) == export(name, dataset(seed=1))


def test_the_seed_of_hashes_leaves_no_trace() -> None:
    code = "import sys; sys.path[:0] = ['tests', '.']; import test_golden as t; sys.stdout.write(t.export('trig', t.dataset()))"
    for seed in ("0", "1"):
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, env={"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
                             cwd=Path(__file__).parent.parent, check=True)
        assert export("trig", dataset()) == run.stdout.decode("utf-8")


def test_the_report_is_the_golden_one(golden) -> None:
    counts = {"articles": 3, "skipped": 0, "attributions": 20, "statements": 12, "articles_with_statements": 3}
    golden("report.md", report(small_world.STATEMENTS, small_world.PROPOSALS, [], [], [], counts))

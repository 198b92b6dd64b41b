"""What attribution costs beside the bare parse: `python -m benchmarks.attribution`.

The same invented articles each time; the default parse and attribution and the light ones take turns in every round, and
CPU time is counted, so that other work on the machine touches all of them alike. The median over rounds is shown.
"""
from __future__ import annotations

import json
from pathlib import Path
from statistics import median
from time import process_time

from kg.model import Article
from kg.pipeline.attribution import attribute
from kg.pipeline.parse import load, tokens

GOLD = Path(__file__).parent.parent / "tests" / "gold"


def articles() -> list[Article]:
    """The invented articles that the tests use."""
    lines = [line for name in ("news-a.jsonl", "news-b.jsonl") for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]
    return [Article(id=record["id"], text=record["text"]) for record in map(json.loads, lines)]


def measure(rounds: int = 5) -> dict[str, float]:
    """Words a second of each parse, and what its attribution adds to its CPU time, in per cent."""
    read = articles()
    modes = {name: load(fast=name == "fast") for name in ("default", "fast")}
    blanks = {name: [tokens(nlp, article) for article in read] for name, nlp in modes.items()}
    words = sum(map(len, blanks["fast"]))
    seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in modes}
    for number in range(rounds + 1):
        for name, nlp in modes.items():
            start = process_time()
            docs = list(nlp.pipe(doc.copy() for doc in blanks[name]))
            parsed = process_time() - start
            for doc, bare in zip(docs, blanks[name]):
                doc.user_data.update(bare.user_data)
            start = process_time()
            for doc in docs:
                attribute(doc, fast=name == "fast")
            if number:  # the first round loads the models
                seconds[name].append((parsed, process_time() - start))
    found: dict[str, float] = {"words": words}
    for name, rounds_of in seconds.items():
        found[f"{name} parse words/s"] = round(words / median(p for p, _ in rounds_of))
        found[f"{name} attribution adds %"] = round(100 * median(a / p for p, a in rounds_of), 1)
    return found


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:28} {value}")

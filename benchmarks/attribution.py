"""What attribution costs beside the bare parse: `python -m benchmarks.attribution`.

The same invented articles each time; the parse, the light attribution and the default one take turns in every round, and
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
    """Words a second of the parse, and what each attribution adds to its CPU time, in per cent."""
    nlp, read = load(), articles()
    blank = [tokens(nlp, article) for article in read]
    words = sum(map(len, blank))
    seconds: dict[str, list[float]] = {"parse": [], "fast": [], "default": []}
    for number in range(rounds + 1):
        start = process_time()
        docs = list(nlp.pipe(doc.copy() for doc in blank))
        spent = {"parse": process_time() - start}
        for doc, bare in zip(docs, blank):
            doc.user_data.update(bare.user_data)
        for name, fast in (("fast", True), ("default", False)):
            start = process_time()
            for doc in docs:
                doc.spans.pop("quotes", None)
                attribute(doc, fast=fast)
            spent[name] = process_time() - start
        if number:  # the first round loads the models
            for name, value in spent.items():
                seconds[name].append(value)
    parse = median(seconds["parse"])
    return {"words": words, "parse words/s": round(words / parse),
            "fast adds %": round(100 * median(f / p for f, p in zip(seconds["fast"], seconds["parse"])), 1),
            "default adds %": round(100 * median(d / p for d, p in zip(seconds["default"], seconds["parse"])), 1)}


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:16} {value}")

"""A whole build beside the bare parse of the same articles, on one core: CPU seconds, best of interleaved rounds."""
from __future__ import annotations

import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from kg import resources
from kg.build import run
from kg.config import Config
from kg.pipeline import parse

ROUNDS = 3


def cpu(work) -> float:
    """CPU seconds of a piece of work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    articles = run.read([resources.seeds()])[0]
    words = sum(len(article.text.split()) for article in articles)
    parsers = {"bare parse": parse.load(), "bare parse --fast": parse.load(fast=True)}
    best = dict.fromkeys([*parsers, "build", "build --fast"], float("inf"))
    with TemporaryDirectory() as folder:
        for _ in range(ROUNDS):
            for name, nlp in parsers.items():
                best[name] = min(best[name], cpu(lambda nlp=nlp: list(parse.parse(nlp, articles))))
            for name, fast in (("build --fast", True), ("build", False)):
                best[name] = min(best[name], cpu(lambda fast=fast: run.build([resources.seeds()], Path(folder) / name.replace(" ", "-"), Config(fast=fast))))
    print(f"{len(articles)} articles, {words} words; load {os.getloadavg()[0]:.1f}; a build reads, parses, extracts, links and writes graph and pages, and loads its models anew")
    for name, seconds in best.items():
        print(f"{name:18} {seconds:7.2f} s CPU  {seconds / best['bare parse']:6.2f} x the bare parse")


if __name__ == "__main__":
    main()

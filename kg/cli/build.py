"""Build pages, statements and graph from articles."""
from __future__ import annotations

import argparse
import dataclasses
import sys
from pathlib import Path

from kg import plugins
from kg.cli import say, suggest
from kg.errors import UsageError


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("articles", nargs="*", type=Path, metavar="ARTICLES", help="files and folders (default: as kg.toml says)")
    parser.add_argument("-o", "--output", type=Path, metavar="DIR", help="where the build goes (default: as kg.toml says)")
    parser.add_argument("--fast", action="store_true", help="the light extractor: faster, less exact")
    parser.add_argument("--store", metavar="STORE", help="put the graph there too: oxigraph:DIR or the URL of a SPARQL 1.1 server (tested: Oxigraph's)")


def _progress(done: int, of: int, name: str) -> None:
    if sys.stderr.isatty():
        end = "\n" if done == of else "\r"
        sys.stderr.write(f"\x1b[2K{done}/{of} {name[:60]}{end}")


def run(args: argparse.Namespace) -> int:
    from kg.build import run as building

    settings = dataclasses.replace(args.settings, fast=args.fast or args.settings.fast)
    sources = args.articles or [settings.path("articles")]
    output = args.output or settings.path("output")
    if output.exists() and not output.is_dir():
        raise UsageError(f"{output}: is a file; name a folder with -o")
    result = building.build(sources, output, settings, progress=_progress)
    for note in result.notes:
        say(f"note     {note.path}: {note.message}")
    for skipped in result.skipped:
        say(f"skipped  {skipped.path}: {skipped.reason}")
    counts = result.run["counts"]
    say(f"{counts['articles']} articles read, {counts['skipped']} skipped; {counts['attributions']} attributions, "
        f"{counts['statements']} statements by {counts['speakers']} stakeholders on {counts['proposals']} proposals")
    if not counts["articles"]:
        say(f"kg: no article was read, and {output} is as it was: name files or folders with articles in {' '.join(plugins.names('readers'))}")
        return 1
    if args.store:
        from kg.cli.graphs import path
        from kg.store import load, write

        written = write(args.store, load(path(output)))
        say(f"{args.store}: {written.changed} graphs written, {written.same} as they were, {written.dropped} dropped")
    print(output / "index.html")
    suggest("open the page, or ask 'kg query' for the questions it can answer")
    return 0

"""Find who is quoted and with what words: attributions.jsonl alone, no stance, no graph."""
from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kg.cli import say


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("articles", nargs="+", type=Path, metavar="ARTICLES", help="files and folders")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="where the lines go (default: stdout)")
    parser.add_argument("--fast", action="store_true", help="the light extractor: faster, less exact")


def run(args: argparse.Namespace) -> int:
    from kg.build import run as building
    from kg.build.files import attributions_jsonl

    read, skipped, notes = building.read(args.articles)
    found = []
    for extraction in building.extract(read, skipped, fast=args.fast or args.settings.fast, stances=False):
        found += extraction.attributions
    for note in notes:
        say(f"note     {note.path}: {note.message}")
    for item in skipped:
        say(f"skipped  {item.path}: {item.reason}")
    text = attributions_jsonl(found)
    if args.output:
        args.output.write_text(text, encoding="utf-8", newline="")
    else:
        sys.stdout.write(text)
    say(f"{len(read)} articles read, {len(skipped)} skipped; {len(found)} attributions, {sum(a.speaker is not None for a in found)} with their speaker")
    return 0 if read else 1

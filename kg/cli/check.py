"""Check a build: quotes are the articles' own words, nodes have their shapes and agree with each other, decisions hold.

Exit status 1 when anything is found. The articles are read again from where they were; those that have moved are told.
"""
from __future__ import annotations

import argparse
import json
from pathlib import Path

from kg.build.files import read_run
from kg.cli import say
from kg.cli.records import add_output, output
from kg.model import Article, Skipped


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="the findings as JSON Lines")
    add_output(parser)


def articles(folder: Path) -> list[Article]:
    """The articles of a build that still lie where they were read, whatever they hold now."""
    from kg.readers import folder as reading

    wanted = read_run(folder).get("articles", {})
    files = {Path(record["path"]) for record in wanted.values() if record.get("path")}
    files = {path if path.is_file() else Path(str(path).rpartition(":")[0]) for path in files}
    found = [item for item in reading.read(sorted(path for path in files if path.is_file())) if not isinstance(item, Skipped)]
    return [article for article in found if isinstance(article, Article) and article.id in wanted]


def decisions(folder: Path) -> list[tuple[str, str]]:
    """(id, what is the matter) of the decisions that did not change the build."""
    run = read_run(folder).get("decisions", {})
    return [(key, "finds nothing in the articles that it is about: 'kg review' shows it, 'kg review --undo' takes it back") for key in run.get("idle", ())] + [
        (key, "says other than another person's decision, and neither was applied: agree, and take one back with 'kg review --undo'") for key in run.get("disputed", ())]


def run(args: argparse.Namespace) -> int:
    from kg.check import Finding, check
    from kg.cli.graphs import path
    from kg.store import load

    folder = output(args)
    dataset = load(path(folder))
    here = articles(folder)
    moved = len(read_run(folder).get("articles", {})) - len(here)
    found = [finding for finding in check(dataset, here) if not (moved and "not among those given" in finding.message)]
    found += [Finding(key, "decision", message) for key, message in decisions(folder)]
    for finding in found:
        print(json.dumps(finding._asdict(), ensure_ascii=False) if args.json else f"{finding.node}\n    {finding.rule}: {finding.message}")
    if moved:
        say(f"{moved} articles are not where they were: their quotes could not be compared")
    say(f"{len(found)} findings" if found else f"nothing found: {len(here)} articles compared, shapes and rules hold")
    return 1 if found else 0

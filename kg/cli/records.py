"""What the verbs that look at a build share: its statements, and where they say they are."""
from __future__ import annotations

import argparse
import json
from pathlib import Path

from kg.errors import UsageError
from kg.model import Proposal, Statement, statement_from_dict


def add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", type=Path, metavar="DIR", help="the build to look at (default: as kg.toml says)")


def output(args: argparse.Namespace) -> Path:
    """The folder of the build that a command looks at."""
    return args.output or args.settings.path("output")


def scheme(args: argparse.Namespace) -> dict[str, Proposal]:
    """The concepts by id: the bundled scheme's and those of the project's own file, where there is one."""
    from kg.linking.scheme import load

    file = args.settings.path("proposals")
    return load(*([file] if file.is_file() else [])).concepts


def statements(folder: Path) -> list[Statement]:
    """The statements of a build.

    Raises UsageError when there is no build, or a line of it is damaged.
    """
    path = folder / "statements.jsonl"
    if not path.is_file():
        raise UsageError(f"{path}: there is no build here; run 'kg build' first, or name its folder with -o")
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line:
            try:
                found.append(statement_from_dict(json.loads(line)))
            except (ValueError, TypeError) as error:
                raise UsageError(f"{path}:{number}: {error}; run 'kg build' again") from error
    return found

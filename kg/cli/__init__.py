"""The command line: one verb a file. The only room that prints.

Data goes to stdout, talk to stderr. Exit status: 0 done, 1 findings, 2 usage.
"""
from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path

import kg
from kg import config
from kg.errors import KgError

# verb -> module of this package with `add(parser)` and `run(args) -> int`; its docstring's first line is the help
VERBS = ("init", "attribute", "build", "show", "why", "query", "export", "review", "check", "score", "serve")


def parser() -> argparse.ArgumentParser:
    """The parser with every verb on it."""
    top = argparse.ArgumentParser(prog="kg", description=kg.__doc__)
    top.add_argument("--version", action="version", version=f"kg {kg.__version__}")
    top.add_argument("--config", type=Path, metavar="FILE", help=f"settings (default: {config.NAME} in this folder)")
    verbs = top.add_subparsers(dest="verb", metavar="VERB", required=True)
    for name in VERBS:
        module = importlib.import_module(f"kg.cli.{name}")
        line = (module.__doc__ or "").splitlines()[0]
        verb = verbs.add_parser(name, help=line, description=module.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
        module.add(verb)
        verb.set_defaults(run=module.run)
    return top


def say(*lines: str) -> None:
    """Talk, to stderr."""
    for line in lines:
        print(line, file=sys.stderr)


def suggest(line: str) -> None:
    """What to do next, for a person at a terminal."""
    if sys.stderr.isatty():
        say(f"Next: {line}")


def main(argv: list[str] | None = None) -> int:
    """Run a command; the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    args = parser().parse_args(argv)
    try:
        args.settings = config.load(args.config)
        status = args.run(args)
        sys.stdout.flush()
        return status
    except KgError as error:
        say(f"kg: {error}")
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        say("kg: stopped; the last good output is as it was")
        return 130

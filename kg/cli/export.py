"""Carry the graph to another tool: one of many formats.

Bare `kg export` lists the formats.
"""
from __future__ import annotations

import argparse
import inspect
import io
import sys
from collections.abc import Callable
from pathlib import Path

from kg import plugins
from kg.cli import say
from kg.cli.records import output
from kg.errors import UsageError


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("format", nargs="?", metavar="FORMAT", help="bare: list the formats")
    parser.add_argument("-o", "--file", type=Path, metavar="FILE", help="where it goes (default: stdout)")
    parser.add_argument("--from", dest="output", type=Path, metavar="DIR", help="the build to carry (default: as kg.toml says)")


def run(args: argparse.Namespace) -> int:
    if args.format is None:
        for name in plugins.names("exports"):
            print(f"{name:8} {(plugins.load('exports', name).__doc__ or '').splitlines()[0]}")
        return 0
    write = plugins.load("exports", args.format)
    from kg.cli.graphs import dataset

    companions = beside(write, args.file.name) if args.file else {}
    stream = io.BytesIO()
    write(dataset(output(args)), stream)
    if args.file:
        try:
            args.file.write_bytes(stream.getvalue())
        except OSError as error:
            raise UsageError(f"{args.file}: cannot be written ({error.strerror})") from error
        say(f"wrote {args.file} ({len(stream.getvalue()):,} bytes)")
        for name, data in companions.items():
            args.file.with_name(name).write_bytes(data)
            say(f"wrote {args.file.with_name(name)}, to lie beside it")
    else:
        sys.stdout.buffer.write(stream.getvalue())
    return 0


def beside(write: Callable, name: str) -> dict[str, bytes]:
    """The files that an exporter wants beside its own, by their names, as its module's `beside(name)` gives them.

    Raises UsageError where the name is one of theirs.
    """
    found = getattr(inspect.getmodule(write), "beside", lambda _: {})(name)
    if name in found:
        raise UsageError(f"{name}: another file of this export has that name; choose a different one")
    return found

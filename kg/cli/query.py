"""Ask the graph: a named question, a file with SPARQL, or - for SPARQL on stdin.

Bare `kg query` lists the named questions; `kg query NAME --text` prints one as SPARQL.
"""
from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kg.cli import say
from kg.cli.records import add_output, output
from kg.errors import UsageError

FORMS = ("csv", "tsv", "json", "xml", "ttl", "nt")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", nargs="?", metavar="NAME|FILE|-", help="bare: list the named questions")
    parser.add_argument("-p", "--parameter", action="append", default=[], metavar='NAME="VALUE"', help="a parameter of a named question; may be given several times")
    parser.add_argument("--text", action="store_true", help="print the question as SPARQL, with what -p says, and ask nothing")
    form = parser.add_mutually_exclusive_group()
    for name in FORMS:
        form.add_argument(f"--{name}", dest="form", action="store_const", const=name, help=f"the answer as {name}" + (", where it is a graph" if name in ("ttl", "nt") else ""))
    parser.add_argument("--store", metavar="STORE", help="ask another graph: oxigraph:DIR, the URL of a SPARQL server, or an RDF file")
    add_output(parser)


def parameters(pairs: list[str]) -> dict[str, str]:
    """name=value pairs.

    Raises UsageError for one without a name or an equals sign.
    """
    found = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip():
            raise UsageError(f"{pair!r} is no parameter: write -p NAME=\"VALUE\"")
        found[name.strip()] = value
    return found


def listing() -> list[str]:
    """One line a question, its parameters below."""
    from kg.queries import named

    out = []
    for name in named.names():
        asked = named.question(name)
        out.append(f"{name:16} {asked.question or asked.title}")
        out += [f"{'':16}   -p {p.name}=...  {p.meaning}" + (f" (else {p.default})" if p.default else "") for p in asked.parameters]
    return out


def run(args: argparse.Namespace) -> int:
    from kg.cli.graphs import store
    from kg.queries import base_of, engine, named
    from kg.queries.results import write

    if args.question is None:
        print("\n".join(listing()))
        return 0
    values = parameters(args.parameter)
    file = Path(args.question)
    free = args.question == "-" or file.suffix in (".rq", ".sparql") or file.is_file()
    if free and values:
        raise UsageError("-p goes with named questions; a file says everything itself")
    text = (sys.stdin.read() if args.question == "-" else _read(file)) if free else named.question(args.question).text
    if args.text and not values:
        sys.stdout.write(text)
        return 0
    if args.store:
        from kg.store import open as opened

        source = opened(args.store)
    else:
        source = store(output(args))
    if not free:
        text = named.bind(named.question(args.question), values, source, base_of(source) if args.store else args.settings.base)
    if args.text:
        sys.stdout.write(text)
        return 0
    answer = engine.ask(source, text)
    sys.stdout.write(write(answer, args.form or "table"))
    if not args.form and not answer.rows and not answer.triples and answer.answer is None:
        say("kg: no rows")
    return 0


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({error})") from error

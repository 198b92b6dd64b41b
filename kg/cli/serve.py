"""Serve the pages and a read-only SPARQL endpoint on this machine, with a page to ask on."""
from __future__ import annotations

import argparse

from kg.cli.records import add_output, output
from kg.errors import UsageError


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8765, metavar="N", help="the port (default: 8765)")
    parser.add_argument("--store", metavar="STORE", help="the graph to ask, as oxigraph:DIR or a file (default: the build's own)")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this machine only)")
    parser.add_argument("--allow-remote", action="store_true", help="answer other machines too: anybody who reaches this one may read and ask")
    add_output(parser)


def run(args: argparse.Namespace) -> int:
    from kg.cli.graphs import path
    from kg.serve import serve

    folder = output(args)
    if args.host != "127.0.0.1" and not args.allow_remote:
        raise UsageError(f"--host {args.host} would answer other machines: add --allow-remote if that is meant")
    try:
        serve(args.store or str(path(folder)), folder, host=args.host, port=args.port, remote=args.allow_remote)
    except OSError as error:
        raise UsageError(f"port {args.port} cannot be used ({error.strerror}): choose another with --port") from error
    return 0

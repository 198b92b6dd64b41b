"""Canonical N-Quads (RDFC-1.0 form): one line a quad, sorted by code point, control characters escaped. No blank nodes, so sorting is enough."""
from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from rdflib import XSD, BNode, Dataset, Graph, URIRef
from rdflib.term import Identifier, Node

from kg.errors import GraphError

_ESCAPES = {chr(c): f"\\u{c:04X}" for c in [*range(0x20), 0x7F, 0xFFFE, 0xFFFF]} | {
    "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_TABLE = str.maketrans(_ESCAPES)
_ESCAPED = re.compile('[\x00-\x1f\x7f\ufffe\uffff"\\\\]')
_FORBIDDEN = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def escape(value: str) -> str:
    """A string between quote marks, on one line."""
    return value.translate(_TABLE) if _ESCAPED.search(value) else value


def term(node: Node) -> str:
    """An IRI or literal in canonical form.

    Raises GraphError on an IRI that no parser would read back, and on a blank node.
    """
    if isinstance(node, URIRef):
        if _FORBIDDEN.search(node):
            raise GraphError(f"the IRI {str(node)!r} holds a character that IRIs may not: percent-encode it")
        return f"<{node}>"
    if isinstance(node, BNode):
        raise GraphError(f"the graph holds the blank node {node}: give it an IRI, so that its lines can be sorted")
    if node.language:
        return f'"{escape(str(node))}"@{node.language.lower()}'
    if node.datatype is None or node.datatype == XSD.string:
        return f'"{escape(str(node))}"'
    return f'"{escape(str(node))}"^^<{node.datatype}>'


def lines(quads: Iterable[tuple[Node, Node, Node, Identifier | None]]) -> list[str]:
    """Sorted lines without line ends; None is the default graph."""
    cache: dict[Node, str] = {}

    def known(node: Node) -> str:
        text = cache.get(node)
        if text is None:
            text = cache[node] = term(node)
        return text

    found = set()
    for subject, predicate, value, name in quads:
        last = value if isinstance(value, URIRef) else None
        end = " ." if name is None else f" {known(name)} ."
        found.add(f"{known(subject)} {known(predicate)} {term(value) if last is None else known(last)}{end}")
    return sorted(found)


def sha256(dataset: Dataset | Graph) -> str:
    """The name of a graph by its content: SHA-256, in hexadecimal, of its canonical N-Quads."""
    digest = hashlib.sha256()
    for line in lines(quads_of(dataset)):
        digest.update(f"{line}\n".encode())
    return digest.hexdigest()


def quads_of(dataset: Dataset | Graph) -> Iterable[tuple[Node, Node, Node, Identifier | None]]:
    """(subject, predicate, object, graph or None) of a dataset; a single graph is all default."""
    if not isinstance(dataset, Dataset):
        return ((s, p, o, None) for s, p, o in dataset)
    default = dataset.default_graph.identifier

    def each():
        for (s, p, o), contexts in dataset.store.triples((None, None, None), None):
            for context in contexts:
                name = getattr(context, "identifier", context)
                yield s, p, o, None if name is None or name == default else name

    return each()

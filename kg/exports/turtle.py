"""Stable, pretty Turtle for graphs without blank nodes: sorted, one predicate a line, every literal on one line. Shared by ttl, trig and owl."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rdflib import RDF, XSD, Literal, URIRef
from rdflib.term import Node

from kg.graph.nquads import term
from kg.vocab import BASE, PREFIXES

_LOCAL = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?")
_DATA = ("agent", "anonymous", "article", "decision", "evidence", "graph", "group", "membership", "organisation", "outlet",
         "person", "position", "proposal", "quote", "reviewer", "run", "software", "statement")
_MINTED = {"person-name": "person/name", "organisation-name": "organisation/name", "group-name": "group/name",
           "proposal-label": "proposal/label", "proposal-text": "proposal/text"}
_BARE = re.compile(r"[+-]?\d+"), re.compile(r"[+-]?\d+\.\d+")


class Writer:
    """Terms as Turtle under the prefixes of kg and of the data's base."""

    def __init__(self, base: str = BASE) -> None:
        paths = {name: name for name in _DATA} | _MINTED
        self.prefixes = PREFIXES | {name: f"{base}id/{path}/" for name, path in paths.items()}
        self._names = {namespace: prefix for prefix, namespace in self.prefixes.items()}
        self._cache: dict[Node, str] = {}

    def head(self) -> str:
        """The prefix declarations."""
        return "".join(f"@prefix {prefix}: <{self.prefixes[prefix]}> .\n" for prefix in sorted(self.prefixes))

    def iri(self, node: URIRef) -> str:
        """A prefixed name where the rest is plain, else the IRI in brackets."""
        text = self._cache.get(node)
        if text is None:
            cut = max(node.rfind("#"), node.rfind("/")) + 1
            prefix, local = self._names.get(node[:cut]), node[cut:]
            text = self._cache[node] = f"{prefix}:{local}" if prefix and _LOCAL.fullmatch(local) else term(node)
        return text

    def object(self, node: Node) -> str:
        """An IRI or literal; integers and decimals bare."""
        if isinstance(node, URIRef):
            return self.iri(node)
        if isinstance(node, Literal) and node.datatype is not None and node.datatype != XSD.string:
            text = str(node)
            if node.datatype == XSD.integer and _BARE[0].fullmatch(text) or node.datatype == XSD.decimal and _BARE[1].fullmatch(text):
                return text
            return f"{term(Literal(text))}^^{self.iri(node.datatype)}"
        return term(node)

    def blocks(self, triples: Iterable[tuple[Node, Node, Node]], indent: str = "") -> Iterator[str]:
        """One block a subject, sorted by IRI; the type first, then predicates and objects sorted."""
        index: dict[Node, dict[Node, set[Node]]] = {}
        for subject, predicate, value in triples:
            index.setdefault(subject, {}).setdefault(predicate, set()).add(value)
        for subject in sorted(index):
            parts = index[subject]
            lines = []
            for predicate in sorted(parts, key=lambda p: (p != RDF.type, self.iri(p))):
                name = "a" if predicate == RDF.type else self.iri(predicate)
                values = sorted(self.object(value) for value in parts[predicate])
                lines.append(f"{name} {f',{chr(10)}{indent}        '.join(values)}")
            yield f"{indent}{self.iri(subject)} {f' ;{chr(10)}{indent}    '.join(lines)} .\n"


def base_of(nodes: Iterable[Node]) -> str:
    """The base that a dataset's statements and articles are under."""
    for node in nodes:
        for part in ("id/article/", "id/statement/", "id/run/"):
            if part in node:
                return str(node).partition(part)[0]
    return BASE

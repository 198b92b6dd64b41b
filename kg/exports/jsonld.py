"""All graphs merged, as JSON-LD with the context of ontology/context.jsonld inside, so that no reader asks the network."""
from __future__ import annotations

import json
from typing import Any, BinaryIO

from rdflib import RDF, XSD, Dataset, Literal, URIRef

from kg import resources
from kg.graph.nquads import quads_of


def export(dataset: Dataset, stream: BinaryIO) -> None:
    """JSON-LD: one object a node, sorted by IRI, keys as in the context."""
    context = json.loads(resources.ontology("context.jsonld").read_text(encoding="utf-8"))["@context"]
    names = Names(context)
    nodes: dict = {}
    for subject, predicate, value, _ in quads_of(dataset):
        nodes.setdefault(subject, {}).setdefault(predicate, set()).add(value)
    stream.write(b'{"@context": ' + json.dumps(context, ensure_ascii=False).encode() + b',\n"@graph": [')
    for number, subject in enumerate(sorted(nodes)):
        record = names.node(subject, nodes[subject])
        stream.write((b",\n" if number else b"\n") + json.dumps(record, ensure_ascii=False).encode())
    stream.write(b"\n]}\n")


class Names:
    """The context read backwards: an IRI's key, and whether the key's values are IRIs or decimals."""

    def __init__(self, context: dict[str, Any]) -> None:
        self._prefixes = {name: value for name, value in context.items() if isinstance(value, str) and value[-1:] in "/#"}
        self._keys: dict[str, tuple[str, str | None]] = {}
        for name, value in context.items():
            target = value["@id"] if isinstance(value, dict) else value
            if isinstance(target, str) and ":" in target and name not in self._prefixes:
                prefix, _, local = target.partition(":")
                kind = value.get("@type") if isinstance(value, dict) else None
                self._keys[self._prefixes[prefix] + local] = (name, kind)

    def node(self, subject: URIRef, parts: dict[URIRef, set]) -> dict[str, Any]:
        """One node object."""
        record: dict[str, Any] = {"id": str(subject)}
        for predicate in sorted(parts, key=lambda p: (p != RDF.type, p)):
            values = sorted(parts[predicate], key=lambda v: (str(v), v.n3()))
            if predicate == RDF.type:
                key, found = "type", [self._keys.get(str(v), (str(v), None))[0] for v in values]
            else:
                key, kind = self._keys.get(str(predicate), (str(predicate), None))
                found = [self.value(v, kind) for v in values]
            record[key] = found if len(found) > 1 else found[0]
        return record

    def value(self, value: URIRef | Literal, kind: str | None) -> Any:
        """A value as short as the key allows."""
        if isinstance(value, URIRef):
            return str(value) if kind == "@id" else {"id": str(value)}
        if value.language:
            return {"@language": value.language.lower(), "@value": str(value)}
        if value.datatype is None or value.datatype == XSD.string:
            return str(value) if kind is None else {"@value": str(value)}
        if value.datatype == XSD.integer and str(int(value)) == str(value):
            return int(value)
        if kind == "xsd:decimal" and value.datatype == XSD.decimal:
            return str(value)
        return {"@type": str(value.datatype), "@value": str(value)}

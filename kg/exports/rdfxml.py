"""All graphs merged, as RDF/XML. What XML 1.0 cannot hold (control characters) becomes U+FFFD, one for one."""
from __future__ import annotations

import re
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from rdflib import XSD, Dataset, URIRef

from kg.errors import GraphError
from kg.graph.nquads import quads_of
from kg.vocab import PREFIXES

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*$")


def export(dataset: Dataset, stream: BinaryIO) -> None:
    """RDF/XML: one description a node, sorted by IRI."""
    nodes: dict = {}
    for subject, predicate, value, _ in quads_of(dataset):
        nodes.setdefault(subject, set()).add((predicate, value))
    names = {namespace: prefix for prefix, namespace in PREFIXES.items()}
    for predicate in sorted({p for parts in nodes.values() for p, _ in parts}):
        names.setdefault(_split(predicate)[0], f"ns{len(names)}")
    spaces = "".join(f'\n    xmlns:{prefix}="{_text(space)}"' for space, prefix in sorted(names.items(), key=lambda item: item[1]))
    stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{spaces}>\n'.encode())
    for subject in sorted(nodes):
        lines = sorted(_property(predicate, value, names) for predicate, value in nodes[subject])
        stream.write(f"<rdf:Description rdf:about={_attribute(subject)}>\n{''.join(lines)}</rdf:Description>\n".encode())
    stream.write(b"</rdf:RDF>\n")


def _property(predicate: URIRef, value, names: dict[str, str]) -> str:
    namespace, local = _split(predicate)
    name = f"{names[namespace]}:{local}"
    if isinstance(value, URIRef):
        return f"  <{name} rdf:resource={_attribute(value)}/>\n"
    if value.language:
        kind = f' xml:lang="{value.language.lower()}"'
    else:
        kind = "" if value.datatype in (None, XSD.string) else f" rdf:datatype={_attribute(value.datatype)}"
    return f"  <{name}{kind}>{_text(value)}</{name}>\n"


def _split(predicate: URIRef) -> tuple[str, str]:
    found = _NAME.search(predicate)
    if found is None:
        raise GraphError(f"RDF/XML cannot name the property {predicate}: export another format")
    return str(predicate[:found.start()]), found.group()


def _text(value: str) -> str:
    return escape(_ILLEGAL.sub("\ufffd", str(value)), {"\r": "&#13;"})


def _attribute(value: str) -> str:
    return quoteattr(str(value))

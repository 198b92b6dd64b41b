"""An answer and its forms: table for people, CSV, JSON, XML of SPARQL 1.1, N-Triples and Turtle for CONSTRUCT."""
from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from rdflib import Graph, URIRef
from rdflib.term import BNode, Node

from kg.errors import UsageError
from kg.vocab import PREFIXES

XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


@dataclass(slots=True)
class Result:
    """One of: rows under variables (SELECT), an answer (ASK), triples (CONSTRUCT, DESCRIBE)."""

    variables: list[str] = field(default_factory=list)
    rows: list[tuple[Node | None, ...]] = field(default_factory=list)
    answer: bool | None = None
    triples: list[tuple[Node, Node, Node]] | None = None

    def dicts(self) -> list[dict[str, str | None]]:
        """The rows as plain strings by variable, for pages."""
        return [dict(zip(self.variables, (None if v is None else str(v) for v in row), strict=True)) for row in self.rows]


def write(result: Result, form: str) -> str:
    """The answer in a form: table, csv, tsv, json, xml; ttl or nt where it is triples.

    Raises UsageError naming the forms that fit.
    """
    if result.triples is not None:
        forms = {"ttl": _turtle, "nt": _ntriples, "table": _turtle}
    elif result.answer is not None:
        forms = {"json": _json, "xml": _xml, "table": lambda r: "yes\n" if r.answer else "no\n", "csv": lambda r: f"{str(r.answer).lower()}\n"}
    else:
        forms = {"table": _table, "csv": _csv, "tsv": _tsv, "json": _json, "xml": _xml}
    if form not in forms:
        raise UsageError(f"this answer cannot be written as {form!r}; it can as {', '.join(sorted(forms))}")
    return forms[form](result)


def _plain(value: Node | None) -> str:
    return "" if value is None else str(value)


def _table(result: Result, widest: int = 60) -> str:
    rows = [result.variables, *([" ".join(_plain(v).split()) for v in row] for row in result.rows)]
    rows = [[cell if len(cell) <= widest else cell[:widest - 1] + "\u2026" for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines) + "\n"


def _csv(result: Result) -> str:
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(result.variables)
    table.writerows([_plain(value) for value in row] for row in result.rows)
    return text.getvalue()


def _n3(value: Node | None) -> str:
    if value is None:
        return ""
    if isinstance(value, (URIRef, BNode)):
        return value.n3()
    text = json.dumps(str(value), ensure_ascii=False)
    if value.language:
        return f"{text}@{value.language}"
    return f"{text}^^<{value.datatype}>" if value.datatype and str(value.datatype) != XSD_STRING else text


def _tsv(result: Result) -> str:
    lines = ["\t".join(f"?{name}" for name in result.variables)]
    lines += ["\t".join(map(_n3, row)) for row in result.rows]
    return "\n".join(lines) + "\n"


def _binding(value: Node) -> dict[str, str]:
    if isinstance(value, URIRef):
        return {"type": "uri", "value": str(value)}
    if isinstance(value, BNode):
        return {"type": "bnode", "value": str(value)}
    if value.language:
        return {"type": "literal", "value": str(value), "xml:lang": value.language}
    if value.datatype and str(value.datatype) != XSD_STRING:
        return {"type": "literal", "value": str(value), "datatype": str(value.datatype)}
    return {"type": "literal", "value": str(value)}


def _json(result: Result) -> str:
    if result.answer is not None:
        return json.dumps({"head": {}, "boolean": result.answer}) + "\n"
    bindings = [{name: _binding(v) for name, v in zip(result.variables, row, strict=True) if v is not None} for row in result.rows]
    return json.dumps({"head": {"vars": result.variables}, "results": {"bindings": bindings}}, ensure_ascii=False) + "\n"


def _xml(result: Result) -> str:
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in result.variables)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<sparql xmlns="http://www.w3.org/2005/sparql-results#">', f"<head>{head}</head>"]
    if result.answer is not None:
        lines.append(f"<boolean>{str(result.answer).lower()}</boolean>")
    else:
        lines.append("<results>")
        for row in result.rows:
            cells = (f"<binding name={quoteattr(n)}>{_xml_term(v)}</binding>" for n, v in zip(result.variables, row, strict=True) if v is not None)
            lines.append(f"<result>{''.join(cells)}</result>")
        lines.append("</results>")
    return "\n".join([*lines, "</sparql>"]) + "\n"


def _xml_term(value: Node) -> str:
    record = _binding(value)
    text = escape("".join(c if c in "\t\n\r" or c >= " " else "\ufffd" for c in record["value"]), {"\r": "&#13;"})
    if record["type"] != "literal":
        return f"<{record['type']}>{text}</{record['type']}>"
    kind = f" xml:lang={quoteattr(record['xml:lang'])}" if "xml:lang" in record else ""
    kind += f" datatype={quoteattr(record['datatype'])}" if "datatype" in record else ""
    return f"<literal{kind}>{text}</literal>"


def _ntriples(result: Result) -> str:
    return "".join(f"{_n3(s)} {_n3(p)} {_n3(o)} .\n" for s, p, o in result.triples)


def _turtle(result: Result) -> str:
    graph = Graph()
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for triple in result.triples:
        graph.add(triple)
    return graph.serialize(format="turtle")

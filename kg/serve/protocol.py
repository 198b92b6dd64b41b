"""The SPARQL 1.1 protocol, query form: from a request to what is asked, and which formats fit (https://www.w3.org/TR/sparql11-protocol/)."""
from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs

ROWS = {"application/sparql-results+json": "json", "application/json": "json", "application/sparql-results+xml": "xml", "application/xml": "xml",
        "text/xml": "xml", "text/csv": "csv", "text/tab-separated-values": "tsv"}
TRIPLES = {"text/turtle": "ttl", "application/n-triples": "nt", "text/plain": "nt", "application/rdf+xml": "rdfxml", "application/ld+json": "jsonld"}
TYPES = {"json": "application/sparql-results+json", "xml": "application/sparql-results+xml", "csv": "text/csv; charset=utf-8",
         "tsv": "text/tab-separated-values; charset=utf-8", "ttl": "text/turtle; charset=utf-8", "nt": "application/n-triples",
         "rdfxml": "application/rdf+xml", "jsonld": "application/ld+json"}


class Refused(Exception):
    """A request that the protocol answers with an error status."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, the graphs that it is asked of, and the formats wanted, best first."""

    query: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    rows: tuple[str, ...]
    triples: tuple[str, ...]


def read(method: str, parameters: str, kind: str, body: bytes, accept: str) -> Asked:
    """What a request asks.

    `parameters` is the part after `?`, `kind` the content type. Raises Refused with 400, 403, 405, 406 or 415.
    """
    if method not in ("GET", "HEAD", "POST"):
        raise Refused(405, f"{method} is no way to ask: use GET or POST")
    fields = _fields(parameters)
    if method == "POST":
        kind = kind.partition(";")[0].strip().lower()
        if kind == "application/x-www-form-urlencoded":
            for name, values in _fields(_text(body)).items():
                fields.setdefault(name, []).extend(values)
        elif kind == "application/sparql-query":
            fields.setdefault("query", []).append(_text(body))
        elif kind == "application/sparql-update":
            raise Refused(403, "this endpoint is read-only: updates are refused")
        else:
            raise Refused(415, f"the content type {kind!r} is not known: send application/sparql-query or application/x-www-form-urlencoded")
    if "update" in fields:
        raise Refused(403, "this endpoint is read-only: updates are refused")
    if len(fields.get("query", ())) != 1:
        raise Refused(400, f"give the parameter query once; it came {len(fields.get('query', ()))} times")
    rows, triples = _wanted(accept)
    return Asked(fields["query"][0], tuple(fields.get("default-graph-uri", ())), tuple(fields.get("named-graph-uri", ())), rows, triples)


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(400, f"the query is not UTF-8: {error}") from error


def _fields(text: str) -> dict[str, list[str]]:
    try:
        return parse_qs(text, keep_blank_values=True, errors="strict", max_num_fields=200)
    except (UnicodeDecodeError, ValueError) as error:
        raise Refused(400, f"the parameters cannot be read: {error}") from error


def _wanted(accept: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The formats that an Accept header allows, best first; without one JSON and Turtle."""
    ranges = []
    for place, part in enumerate(accept.split(",") if accept.strip() else ["*/*"]):
        kind, *options = (piece.strip().lower() for piece in part.split(";"))
        quality = next((option[2:] for option in options if option.startswith("q=")), "1")
        try:
            weight = float(quality)
        except ValueError:
            weight = 0.0
        if weight > 0:
            ranges.append((-weight, place, kind))
    found: tuple[list[str], list[str]] = ([], [])
    for _, _, kind in sorted(ranges):
        for table, names in zip((ROWS, TRIPLES), found, strict=True):
            for media, name in table.items():
                if name not in names and (kind in (media, "*/*") or kind.endswith("/*") and media.startswith(kind[:-1])):
                    names.append(name)
    if not any(found):
        raise Refused(406, f"none of {accept!r} can be given; known: {', '.join([*ROWS, *TRIPLES])}")
    return tuple(found[0]), tuple(found[1])

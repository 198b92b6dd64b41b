"""Asking a SPARQL 1.1 endpoint over HTTP."""
from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request

from rdflib import Graph, Literal, URIRef
from rdflib.term import BNode, Node

from kg.errors import GraphError
from kg.queries.results import Result

ACCEPT = "application/sparql-results+json, application/n-triples;q=0.9"


def ask(url: str, text: str, timeout: float = 60) -> Result:
    """The endpoint's answer to a query, by POST.

    Raises GraphError with what the server said.
    """
    if not url.startswith(("http://", "https://")):
        raise GraphError(f"{url!r} is no SPARQL endpoint: give a URL that starts with http:// or https://")
    body = urllib.parse.urlencode({"query": text}).encode()
    request = urllib.request.Request(url, body, {"Accept": ACCEPT, "Content-Type": "application/x-www-form-urlencoded"})
    try:
        with urllib.request.urlopen(request, timeout=timeout) as response:
            kind, data = response.headers.get_content_type(), response.read()
    except urllib.error.HTTPError as error:
        raise GraphError(f"{url} answered {error.code}: {error.read(2000).decode('utf-8', 'replace').strip()}") from error
    except OSError as error:
        raise GraphError(f"{url} cannot be reached: {error}") from error
    if kind != "application/sparql-results+json":
        return Result(triples=sorted(set(Graph().parse(data=data, format="nt"))))
    record = json.loads(data)
    if "boolean" in record:
        return Result(answer=record["boolean"])
    variables = record["head"]["vars"]
    rows = [tuple(_term(binding.get(name)) for name in variables) for binding in record["results"]["bindings"]]
    return Result(variables=variables, rows=rows)


def _term(value: dict[str, str] | None) -> Node | None:
    if value is None:
        return None
    if value["type"] == "uri":
        return URIRef(value["value"])
    if value["type"] == "bnode":
        return BNode(value["value"])
    if "xml:lang" in value:
        return Literal(value["value"], lang=value["xml:lang"])
    kind = value.get("datatype")
    plain = kind in (None, "http://www.w3.org/2001/XMLSchema#string")
    return Literal(value["value"]) if plain else Literal(value["value"], datatype=URIRef(kind), normalize=False)

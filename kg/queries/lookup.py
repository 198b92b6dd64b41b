"""From a name, label or id that a person writes to the one IRI in the graph that it means."""
from __future__ import annotations

import difflib
import re
from urllib.parse import unquote

from kg.errors import UsageError
from kg.model import normalise
from kg.queries.engine import ask
from kg.vocab import BASE

_NAMES = {
    "actor": """PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT DISTINCT ?node ?name WHERE { ?node foaf:name ?main ; foaf:name|skos:altLabel ?name }""",
    "proposal": """PREFIX kg: <https://w3id.org/stancekg/ns#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT DISTINCT ?node ?name WHERE { ?node a kg:Proposal ; skos:prefLabel|skos:altLabel ?name }""",
}
_KINDS = {"actor": ("person", "organisation", "group", "anonymous", "agent"), "proposal": ("proposal",)}
_SAFE = re.compile(r'[^\x00-\x20<>"{}|^`\\]+')


def base_of(source) -> str:
    """The base that a graph's data is under, as its articles show it."""
    rows = ask(source, "PREFIX kg: <https://w3id.org/stancekg/ns#> SELECT ?node { ?node a kg:Article } LIMIT 1").rows
    return str(rows[0][0]).partition("id/article/")[0] if rows else BASE


def find(source, kind: str, value: str) -> str:
    """The IRI of a stakeholder or proposal: by IRI, by id, by name, whatever its case and quote marks.

    Raises UsageError naming the nearest names, or all that the value could mean.
    """
    wanted = normalise(value)
    named: dict[str, set[str]] = {}
    nodes: dict[str, str] = {}
    for node, name in ask(source, _NAMES[kind]).rows:
        path = re.search(r"id/(\w+)/(.+)$", node)
        if path is not None and path[1] in _KINDS[kind] and _SAFE.fullmatch(node):
            named.setdefault(normalise(name), set()).add(str(node))
            nodes[str(node)] = "" if path[1] == "agent" else unquote(path[2])
    exact = {node for node, local in nodes.items() if value in (node, local)} or named.get(wanted, set())
    if len(exact) == 1:
        return exact.pop()
    if exact:
        raise UsageError(f"{value!r} could be any of {', '.join(sorted(exact))}: give one of these")
    near = difflib.get_close_matches(wanted, named, n=3)
    hint = f"; near it: {', '.join(near)}" if near else ""
    raise UsageError(f"the graph has no {kind} named {value!r}{hint}")

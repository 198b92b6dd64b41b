"""What a query may not do: reach the network or a file, or be so deep that it takes the process down."""
from __future__ import annotations

import re
from functools import lru_cache

import rdflib.plugins.sparql as sparql
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from kg.errors import GraphError
from kg.queries.mistakes import bare, explain

LIMIT = 16_384  # characters
DEPTH = 50
sparql.SPARQL_LOAD_GRAPHS = False  # else FROM <file:...> reads files
_OPERATORS = re.compile(r"\|\||&&|!|[-+*/^|,;.]")


@lru_cache(maxsize=256)
def check(text: str) -> bool:
    """Whether the query names its graphs itself, by FROM; if not it is asked of the union of all.

    Raises GraphError on a query that is too long or deep, that no grammar reads, or that calls another service.
    """
    if len(text) > LIMIT:
        raise GraphError(f"the query has {len(text)} characters; at most {LIMIT} are taken")
    depth = deepest = 0
    signs = bare(text)
    for letter in signs:
        depth += (letter in "{([") - (letter in "})]")
        deepest = max(deepest, depth)
    if deepest > DEPTH or len(_OPERATORS.findall(signs)) > 2000:
        raise GraphError(f"the query nests {deepest} deep; at most {DEPTH} levels are taken")
    try:
        tree = parseQuery(text)
    except RecursionError as error:
        raise GraphError(f"the query is too deep: at most {DEPTH} levels are taken") from error
    except Exception as error:
        raise GraphError(f"the query is not SPARQL: {explain(text) or _place(text, error)}") from error
    kinds = {node.name for node in _walk(tree)}
    if "ServiceGraphPattern" in kinds:
        raise GraphError("the query calls another SERVICE: only this graph is asked; take the SERVICE part out")
    return "DatasetClause" in kinds


def _place(text: str, error: Exception) -> str:
    line, column = getattr(error, "lineno", None), getattr(error, "column", None)
    if line is None:
        return str(error) or type(error).__name__
    shown = text.split("\n")[line - 1].strip() if line <= text.count("\n") + 1 else ""
    return f"line {line}, column {column}: {shown[:80]!r} ({error.msg if hasattr(error, 'msg') else error})"


def _walk(tree):
    stack = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, CompValue):
            yield node
            stack.extend(node.values())
        elif isinstance(node, (list, tuple)) or hasattr(node, "asList"):
            stack.extend(node)

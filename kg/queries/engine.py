"""Running a query: rdflib for a small dataset, pyoxigraph for a large one or a store, HTTP for an endpoint. The rows are the same."""
from __future__ import annotations

import weakref

import pyoxigraph as ox
from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.term import BNode, Node

from kg.errors import GraphError
from kg.queries import remote
from kg.queries.guard import check
from kg.queries.results import Result

SMALL = 1500  # triples up to which rdflib answers before pyoxigraph has been filled
_copies: weakref.WeakKeyDictionary = weakref.WeakKeyDictionary()


def ask(source: Dataset | Graph | ox.Store | str, text: str, *, guard: bool = True) -> Result:
    """The answer; `source` is a dataset, a pyoxigraph store, or the URL of a SPARQL endpoint.

    Raises GraphError that tells the place of a mistake in the query. Queries that reach out of the data are refused.
    """
    if isinstance(source, str):
        return remote.ask(source, text)
    if guard:
        check(text)
    if isinstance(source, ox.Store):
        return _oxigraph(source, text)
    if len(source.store) > SMALL:
        return _oxigraph(copy(source), text)
    return _rdflib(source, text)


def copy(dataset: Dataset | Graph) -> ox.Store:
    """A pyoxigraph store of the dataset, kept as long as the dataset is and made anew when its size changes."""
    size, store = _copies.get(dataset.store, (None, None))
    if size != len(dataset.store):
        store = ox.Store()
        store.bulk_extend(_quads(dataset))
        _copies[dataset.store] = (len(dataset.store), store)
    return store


def _quads(dataset: Dataset | Graph):
    default = dataset.default_graph.identifier if isinstance(dataset, Dataset) else dataset.identifier
    cache: dict[Node, ox.NamedNode | ox.Literal | ox.BlankNode] = {}

    def term(node: Node):
        found = cache.get(node)
        if found is None:
            found = cache[node] = to_oxigraph(node)
        return found

    for (s, p, o), contexts in dataset.store.triples((None, None, None), None):
        for context in contexts or (None,):
            name = getattr(context, "identifier", context)
            graph = ox.DefaultGraph() if name is None or name == default else term(name)
            yield ox.Quad(term(s), term(p), term(o), graph)


def to_oxigraph(node: Node):
    """An rdflib term as pyoxigraph's."""
    if isinstance(node, URIRef):
        return ox.NamedNode(str(node))
    if isinstance(node, BNode):
        return ox.BlankNode(str(node))
    if node.language:
        return ox.Literal(str(node), language=node.language)
    return ox.Literal(str(node), datatype=ox.NamedNode(str(node.datatype))) if node.datatype else ox.Literal(str(node))


def to_rdflib(node) -> Node | None:
    """A pyoxigraph term as rdflib's; None stays None."""
    if node is None:
        return None
    if isinstance(node, ox.NamedNode):
        return URIRef(node.value)
    if isinstance(node, ox.BlankNode):
        return BNode(node.value)
    if node.language:
        return Literal(node.value, lang=node.language)
    kind = node.datatype.value
    plain = kind == "http://www.w3.org/2001/XMLSchema#string"
    return Literal(node.value) if plain else Literal(node.value, datatype=URIRef(kind), normalize=False)


def _oxigraph(store: ox.Store, text: str) -> Result:
    try:
        found = store.query(text, use_default_graph_as_union=True)
    except SyntaxError as error:
        raise GraphError(f"the query is not SPARQL: {error}") from error
    if isinstance(found, ox.QueryBoolean):
        return Result(answer=bool(found))
    if isinstance(found, ox.QuerySolutions):
        variables = [variable.value for variable in found.variables]
        return Result(variables=variables, rows=[tuple(to_rdflib(solution[name]) for name in variables) for solution in found])
    return Result(triples=sorted(tuple(map(to_rdflib, (t.subject, t.predicate, t.object))) for t in found))


def _rdflib(dataset: Dataset | Graph, text: str) -> Result:
    try:
        found = dataset.query(text)
        if found.type == "ASK":
            return Result(answer=bool(found.askAnswer))
        if found.type == "SELECT":
            names = [str(variable) for variable in found.vars]
            return Result(variables=names, rows=[tuple(row) for row in found])
        return Result(triples=sorted(set(found.graph)))
    except Exception as error:
        raise GraphError(f"the query cannot be answered: {type(error).__name__} {error}") from error

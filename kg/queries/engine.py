"""Running a query: by pyoxigraph on a dataset (copied once) or store, by HTTP at an endpoint, or by rdflib. The rows are the same."""
from __future__ import annotations

import weakref
from collections.abc import Iterator

import pyoxigraph as ox
from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.store import TripleAddedEvent
from rdflib.term import BNode, Node

from kg.errors import GraphError
from kg.queries import remote
from kg.queries.guard import check
from kg.queries.mistakes import explain
from kg.queries.results import Result

_copies: weakref.WeakKeyDictionary = weakref.WeakKeyDictionary()
_watched: weakref.WeakSet = weakref.WeakSet()


def ask(source: Dataset | Graph | ox.Store | str, text: str, *, engine: str = "oxigraph") -> Result:
    """The answer; `source` is a dataset, a pyoxigraph store, or the URL of a SPARQL endpoint; `engine` may be rdflib for a dataset.

    Raises GraphError that tells the place of a mistake in the query. Queries that reach out of the data are refused.
    """
    if isinstance(source, str):
        return remote.ask(source, text)
    check(text)
    if engine == "rdflib":
        return _rdflib(source, text)
    return _oxigraph(source if isinstance(source, ox.Store) else copy(source), text)


def copy(dataset: Dataset | Graph) -> ox.Store:
    """A pyoxigraph store of the dataset, kept until the dataset changes: an addition is an event, a removal a new size."""
    backend = dataset.store
    size, store = _copies.get(backend, (None, None))
    if size != len(backend):
        store = ox.Store()
        store.bulk_extend(quads_of(dataset))
        _copies[backend] = (len(backend), store)
        if backend not in _watched:
            _watched.add(backend)
            backend.dispatcher.subscribe(TripleAddedEvent, lambda _, held=weakref.ref(backend): _copies.pop(held(), None))
    return store


def quads_of(dataset: Dataset | Graph) -> Iterator[ox.Quad]:
    """The dataset as pyoxigraph quads."""
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
        found = store.query(text, use_default_graph_as_union=not check(text))
    except SyntaxError as error:
        raise GraphError(f"the query is not SPARQL: {explain(text, error)}") from error
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

"""A graph in a file, a folder and a server gives the same rows, and is updated graph by graph."""
from __future__ import annotations

import io

import pytest
from servers import oxigraph, rdflib_endpoint, without_graph_store
from small_world import ARTICLES, PROPOSALS, STATEMENTS
from test_queries import CASES, TRIPLES, plain

from kg import graph, plugins, queries, store
from kg.errors import GraphError, UsageError
from kg.graph import Run
from kg.graph.nquads import lines, quads_of
from kg.store import Written, protocol
from kg.store.server import endpoints as server_of

RUN = Run(version="1", model="f" * 64)


def world(statements=STATEMENTS, articles=ARTICLES):
    return graph.build(statements, articles, proposals=PROPOSALS, run=RUN)


@pytest.fixture(scope="module")
def server():
    with oxigraph() as url:
        assert Written(4, 0, 0) == store.write(url, world())
        yield url


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = f"oxigraph:{tmp_path_factory.mktemp('store') / 'graph'}"
    assert Written(4, 0, 0) == store.write(place, world())
    return place


@pytest.fixture(scope="module")
def updated():
    """A server that has no graph store and takes updates."""
    with oxigraph() as behind, without_graph_store(behind, 501) as url:
        assert Written(4, 0, 0) == store.write(url, world())
        yield url


@pytest.fixture(scope="module")
def foreign():
    """A server on another engine, that has no graph store and takes updates."""
    with rdflib_endpoint() as place:
        assert Written(4, 0, 0) == store.write(place, world())
        yield place


@pytest.mark.parametrize("place", ["server", "folder", "updated", "foreign"])
def test_every_question_has_the_rows_worked_out_by_hand(place: str, request) -> None:
    source = store.open(request.getfixturevalue(place))
    for name, parameters, columns, rows in CASES:
        want = [tuple(None if value is None else str(value) for value in row) for row in rows]
        assert want == plain(queries.run(source, name, parameters), columns), name
    for name, count in TRIPLES:
        assert count == len(queries.run(source, name).triples), name


@pytest.mark.parametrize("place", ["server", "folder", "updated", "foreign"])
def test_only_what_changed_is_written(place: str, request) -> None:
    where = request.getfixturevalue(place)
    total = "SELECT (COUNT(*) AS ?n) { ?s a <https://w3id.org/stancekg/ns#Statement> }"
    assert Written(0, 4, 0) == store.write(where, world())
    fewer = [s for s in STATEMENTS if s.article != "a3"]
    written = store.write(where, world(fewer, ARTICLES[:2]))
    assert (1, 1) == (written.changed, written.dropped)
    assert str(len(fewer)) == str(queries.ask(store.open(where), total).rows[0][0])
    assert 2 == store.write(where, world()).changed
    assert Written(0, 4, 0) == store.write(where, world())


@pytest.mark.parametrize("suffix", ["ttl", "trig", "nq", "nt", "jsonld"])
def test_a_file_is_asked_and_loaded(suffix: str, tmp_path) -> None:
    path = tmp_path / f"graph.{suffix}"
    stream = io.BytesIO()
    plugins.load("exports", suffix)(world(), stream)
    path.write_bytes(stream.getvalue())
    assert 1 == len(queries.run(store.open(path), "unopposed").rows)
    assert STATEMENTS == graph.read(store.load(path)) or sorted(STATEMENTS, key=lambda s: (s.article, s.start)) == graph.read(store.load(path))
    if suffix in ("trig", "nq"):
        assert lines(quads_of(world())) == lines(quads_of(store.load(path)))


def test_oxrdflib_opens_the_folder_as_a_dataset(folder: str) -> None:
    from rdflib import Dataset

    pytest.importorskip("oxrdflib")
    dataset = Dataset(store="Oxigraph", default_union=True)
    dataset.open(folder.removeprefix("oxigraph:"))
    assert 12 == len(list(dataset.query("SELECT ?s { ?s a <https://w3id.org/stancekg/ns#Statement> }")))
    dataset.close()


@pytest.mark.parametrize(("text", "message"), [
    ("<http://e/a b> <http://e/p> 1 .", "Invalid IRI|IRI"), ("<http://e/a> <http://e/p>", "ttl"), ('<http://e/a> <http://e/p> "x"@@ .', "ttl")])
def test_a_file_that_is_no_rdf_is_refused_with_the_place(text: str, message: str, tmp_path) -> None:
    path = tmp_path / "bad.ttl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GraphError, match=message):
        store.open(path)


@pytest.mark.parametrize("place", ["nowhere.ttl", "graph.xls", "oxigraph:/nowhere/at/all"])
def test_a_place_that_is_not_there_is_an_error(place: str) -> None:
    with pytest.raises(UsageError):
        store.open(place)


def test_a_store_of_no_known_kind_is_an_error() -> None:
    with pytest.raises(UsageError, match="oxigraph:DIR"):
        store.write("postgres", world())


def test_a_server_that_is_not_there_is_named() -> None:
    with pytest.raises(GraphError, match="127.0.0.1:1"):
        queries.ask("http://127.0.0.1:1/query", "ASK {}")


def test_a_server_that_takes_no_write_at_all_says_so_of_both_ways() -> None:
    with oxigraph() as behind, without_graph_store(behind, 405, "/store", "/update") as url:
        with pytest.raises(GraphError, match=r"PUT .*/store.* was answered 405.*POST .*/update was answered 405"):
            store.write(url, world())


@pytest.mark.parametrize("status", [404, 405])
def test_updates_leave_the_graphs_of_others_alone(status: int, monkeypatch) -> None:
    monkeypatch.setattr("kg.store.server.AT_ONCE", 7)
    with oxigraph() as behind, without_graph_store(behind, status) as url:
        protocol.change(server_of(url), "INSERT DATA { GRAPH <http://e/mine> { <http://e/a> <http://e/b> 1 } }")
        store.write(url, world())
        fewer = [s for s in STATEMENTS if s.article != "a3"]
        store.write(url, world(fewer, ARTICLES[:2]))
        held = queries.ask(store.open(url), "CONSTRUCT { ?s ?p ?o } { GRAPH ?g { ?s ?p ?o } FILTER (?g != <http://e/mine>) }").triples
        assert {(s, p, o) for s, p, o, name in quads_of(world(fewer, ARTICLES[:2])) if name is not None} == set(held)
        assert queries.ask(store.open(url), "ASK { GRAPH <http://e/mine> { ?s ?p 1 } }").answer


@pytest.mark.parametrize(("place", "query", "data", "update"), [
    ("http://h:7878", "http://h:7878/query", "http://h:7878/store", "http://h:7878/update"),
    ("http://h:3030/care/", "http://h:3030/care/query", "http://h:3030/care/data", "http://h:3030/care/update"),
    ("http://h/q,http://h/gsp", "http://h/q", "http://h/gsp", "http://h/update"), ("http://h/q,http://h/gsp,http://h/u", "http://h/q", "http://h/gsp", "http://h/u")])
def test_a_servers_paths(place: str, query: str, data: str, update: str) -> None:
    assert (query, data, update) == tuple(server_of(place))

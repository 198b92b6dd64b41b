"""The SPARQL 1.1 protocol as the W3C states it, and what a hostile page or query must not get."""
from __future__ import annotations

import http.client
import io
import json
import threading
import time
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from rdflib import Graph
from small_world import ARTICLES, PROPOSALS, STATEMENTS

from kg import graph, plugins, queries
from kg.serve import Server, files
from kg.serve.protocol import Refused, read

COUNT = "SELECT (COUNT(?s) AS ?n) { ?s a <https://w3id.org/stancekg/ns#Statement> }"
FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("output")
    stream = io.BytesIO()
    plugins.load("exports", "trig")(graph.build(STATEMENTS, ARTICLES, proposals=PROPOSALS), stream)
    (folder / "graph.trig").write_bytes(stream.getvalue())
    (folder / "index.html").write_text("<!doctype html><title>Front</title>", encoding="utf-8")
    (folder.parent / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    (folder / ".hidden").write_text("hidden", encoding="utf-8")
    with Server(str(folder / "graph.trig"), folder, seconds=3) as made:
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield made
        made.shutdown()


def ask(server: Server, method: str, path: str, body: str | bytes | None = None, **headers: str) -> tuple[int, str, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body.encode() if isinstance(body, str) else body, names)
    response = connection.getresponse()
    found = response.status, response.headers.get_content_type(), response.read()
    connection.close()
    return found


GOOD = {
    "query_get": ("GET", f"/sparql?query={quote(COUNT)}", None, {}),
    "query_post_form": ("POST", "/sparql", f"query={quote(COUNT)}", {"Content_Type": FORM}),
    "query_post_form_with_charset": ("POST", "/sparql", f"query={quote(COUNT)}", {"Content_Type": f"{FORM}; charset=utf-8"}),
    "query_post_direct": ("POST", "/sparql", COUNT, {"Content_Type": QUERY}),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_query_comes_by_get_by_form_and_as_body(server: Server, name: str) -> None:
    method, path, body, headers = GOOD[name]
    status, kind, data = ask(server, method, path, body, **headers)
    assert (200, JSON) == (status, kind)
    assert "12" == json.loads(data)["results"]["bindings"][0]["n"]["value"]


@pytest.mark.parametrize(("query", "accept", "kind"), [
    (COUNT, "", JSON), (COUNT, "*/*", JSON), (COUNT, JSON, JSON), (COUNT, XML, XML), (COUNT, "text/csv", "text/csv"), (COUNT, "text/tab-separated-values", "text/tab-separated-values"),
    (COUNT, f"text/turtle, {XML};q=0.4, {JSON};q=0.2", XML), (COUNT, f"{JSON};q=0, {XML}", XML),
    ("ASK { ?s ?p ?o }", JSON, JSON), ("ASK { ?s ?p ?o }", XML, XML), ("ASK { ?s ?p ?o }", "text/tab-separated-values, text/csv;q=0.5", "text/csv"),
    ("CONSTRUCT WHERE { ?s a ?o }", "", "text/turtle"), ("CONSTRUCT WHERE { ?s a ?o }", "application/rdf+xml", "application/rdf+xml"),
    ("CONSTRUCT WHERE { ?s a ?o }", "application/n-triples", "application/n-triples"), ("CONSTRUCT WHERE { ?s a ?o }", "application/ld+json", "application/ld+json"),
    ("DESCRIBE <https://w3id.org/stancekg/id/person/ann-lee>", "text/turtle", "text/turtle")])
def test_the_format_is_the_one_that_accept_prefers(server: Server, query: str, accept: str, kind: str) -> None:
    status, found, data = ask(server, "POST", "/sparql", query, Content_Type=QUERY, **({"Accept": accept} if accept else {}))
    assert (200, kind) == (status, found)
    assert data


def test_a_graph_is_sorted_and_short_to_read(server: Server) -> None:
    query = queries.question("edges").text
    turtle = ask(server, "POST", "/sparql", query, Content_Type=QUERY, Accept="text/turtle")[2].decode()
    assert "@prefix kg: <https://w3id.org/stancekg/ns#> ." in turtle and "kg:opposes <" in turtle
    subjects = [line.split()[0] for line in turtle.split("\n") if line.startswith("<")]
    assert sorted(set(subjects)) == subjects
    world = graph.build(STATEMENTS, ARTICLES, proposals=PROPOSALS)
    assert queries.run(world, "edges").triples == sorted(Graph().parse(data=turtle, format="turtle"))


def test_a_graph_of_too_many_triples_is_cut(server: Server) -> None:
    query = "CONSTRUCT { ?a ?e ?i } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    assert ask(server, "POST", "/sparql", query, Content_Type=QUERY)[0] in (413, 503)


BAD = {
    "bad_query_method": ("PUT", f"/sparql?query={quote(COUNT)}", None, {}, 405),
    "bad_delete": ("DELETE", "/sparql", None, {}, 405),
    "bad_multiple_queries": ("GET", f"/sparql?query={quote(COUNT)}&query={quote(COUNT)}", None, {}, 400),
    "bad_no_query": ("GET", "/sparql?x=1", None, {}, 400),
    "bad_query_wrong_media_type": ("POST", "/sparql", COUNT, {"Content_Type": "text/plain"}, 415),
    "bad_query_missing_form_type": ("POST", "/sparql", f"query={quote(COUNT)}", {}, 415),
    "bad_query_missing_direct_type": ("POST", "/sparql", COUNT, {}, 415),
    "bad_query_non_utf8": ("POST", "/sparql", COUNT.encode("utf-16"), {"Content_Type": QUERY}, 400),
    "bad_query_syntax": ("GET", f"/sparql?query={quote('SELECT * {')}", None, {}, 400),
    "bad_update_as_query": ("GET", f"/sparql?query={quote('DROP ALL')}", None, {}, 400),
    "bad_update_get": ("GET", "/sparql?update=DROP%20ALL", None, {}, 403),
    "bad_update_form": ("POST", "/sparql", "update=DROP%20ALL", {"Content_Type": FORM}, 403),
    "bad_update_direct": ("POST", "/sparql", "DROP ALL", {"Content_Type": "application/sparql-update"}, 403),
    "bad_accept": ("GET", f"/sparql?query={quote(COUNT)}", None, {"Accept": "image/png"}, 406),
    "bad_accept_for_rows": ("GET", f"/sparql?query={quote(COUNT)}", None, {"Accept": "text/turtle"}, 406),
    "service": ("GET", f"/sparql?query={quote('SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }')}", None, {}, 400),
    "too_large": ("POST", "/sparql", "x" * 3_000_000, {"Content_Type": QUERY}, 413),
    "too_deep": ("POST", "/sparql", "SELECT * {" + "{" * 3000 + "}" * 3001, {"Content_Type": QUERY}, 400),
}


@pytest.mark.parametrize("name", BAD)
def test_what_the_protocol_forbids_is_refused(server: Server, name: str) -> None:
    method, path, body, headers, want = BAD[name]
    try:
        status = ask(server, method, path, body, **headers)[0]
    except (BrokenPipeError, ConnectionResetError):  # told 413 before the whole body was sent
        status = 413
    assert want == status
    assert 200 == ask(server, *GOOD["query_get"][:2])[0], "and the server goes on"


def test_an_error_says_where(server: Server) -> None:
    assert b"line 2, column" in ask(server, "POST", "/sparql", "SELECT *\nWHERE { ?s ?p", Content_Type=QUERY)[2]


STATEMENT = "?s a <https://w3id.org/stancekg/ns#Statement>"
IN_DEFAULT, IN_NAMED = f"SELECT (COUNT(?s) AS ?n) {{ {STATEMENT} }}", f"SELECT (COUNT(?s) AS ?n) {{ GRAPH ?g {{ {STATEMENT} }} }}"
IN_BOTH = f"SELECT (COUNT(*) AS ?n) {{ {{ {STATEMENT} }} UNION {{ GRAPH ?g {{ {STATEMENT} }} }} }}"
A1, A2, A3 = (f"https://w3id.org/stancekg/id/graph/a{number}" for number in (1, 2, 3))  # of 2, 4 and 6 statements
DATASETS = {
    "query_dataset_default_graph": (IN_DEFAULT, [("default-graph-uri", A1)], 2),
    "query_dataset_default_graphs": (IN_DEFAULT, [("default-graph-uri", A1), ("default-graph-uri", A2)], 6),
    "query_dataset_named_graphs": (IN_NAMED, [("named-graph-uri", A1), ("named-graph-uri", A3)], 8),
    "query_dataset_named_graph_is_not_the_default": (IN_DEFAULT, [("named-graph-uri", A1)], 0),
    "query_dataset_full": (IN_BOTH, [("default-graph-uri", A1), ("named-graph-uri", A2), ("named-graph-uri", A3)], 12),
    "query_multiple_dataset": (IN_DEFAULT.replace("{", f"FROM <{A2}> {{", 1), [("default-graph-uri", A1)], 2),
    "dataset_of_the_query": (IN_DEFAULT.replace("{", f"FROM <{A2}> {{", 1), [], 4),
}


@pytest.mark.parametrize("way", ["get", "form", "direct"])
@pytest.mark.parametrize("name", DATASETS)
def test_the_dataset_of_the_protocol(server: Server, name: str, way: str) -> None:
    """The W3C's names of the tests where it has them; what the request names goes before what the query names."""
    query, graphs, want = DATASETS[name]
    asked, chosen = urlencode([("query", query), *graphs]), urlencode(graphs)
    status, _, data = {"get": lambda: ask(server, "GET", f"/sparql?{asked}"), "form": lambda: ask(server, "POST", "/sparql", asked, Content_Type=FORM),
                       "direct": lambda: ask(server, "POST", f"/sparql?{chosen}", query, Content_Type=QUERY)}[way]()
    assert (200, str(want)) == (status, json.loads(data)["results"]["bindings"][0]["n"]["value"])


def test_our_own_client_gets_equal_rows(server: Server) -> None:
    world = graph.build(STATEMENTS, ARTICLES, proposals=PROPOSALS)
    for name in queries.names():
        ours, theirs = queries.run(world, name), queries.run(f"{server.url}sparql", name)
        assert (ours.rows, ours.triples) == (theirs.rows, theirs.triples), name


def test_a_runaway_query_is_stopped_and_the_server_lives(server: Server) -> None:
    cross = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    start = time.monotonic()
    assert 503 == ask(server, "POST", "/sparql", cross, Content_Type=QUERY)[0]
    assert 30 > time.monotonic() - start
    assert 200 == ask(server, *GOOD["query_get"][:2])[0]


def test_an_endless_answer_is_cut(server: Server) -> None:
    cross = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    assert ask(server, "POST", "/sparql", cross, Content_Type=QUERY)[0] in (413, 503)


@pytest.mark.parametrize("headers", [
    {"Host": "evil.example"}, {"Host": "evil.example:80"}, {"Origin": "http://evil.example"}, {"Origin": "null"},
    {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors"}])
@pytest.mark.parametrize("path", ["/sparql?query=ASK%20%7B%7D", "/", "/query"])
def test_other_sites_get_nothing(server: Server, headers: dict, path: str) -> None:
    assert 403 == ask(server, "GET", path, **headers)[0]


def test_no_page_of_elsewhere_may_read_the_answer(server: Server) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
    connection.request("GET", "/sparql?query=ASK%20%7B%7D")
    response = connection.getresponse()
    assert response.getheader("Access-Control-Allow-Origin") is None
    assert "nosniff" == response.getheader("X-Content-Type-Options")
    connection.close()


@pytest.mark.parametrize(("path", "status"), [
    ("/", 200), ("/index.html", 200), ("/graph.trig", 200), ("/query", 200), ("/questions.json", 200), ("/-/query.js", 200),
    ("/-/codemirror/codemirror.js", 200), ("/../secret.txt", 404), ("/%2e%2e/secret.txt", 404), ("/..%2fsecret.txt", 404), ("/-/../server.py", 404),
    ("/link.txt", 404), ("/.hidden", 404), ("/nothing.html", 404), ("/pages/", 404), ("/%00", 404)])
def test_files_of_the_build_and_no_others(server: Server, path: str, status: int) -> None:
    assert status == ask(server, "GET", path)[0]


def test_pages_take_no_post(server: Server) -> None:
    assert 405 == ask(server, "POST", "/index.html", "x")[0]


def test_the_query_page_brings_everything_itself() -> None:
    folder = Path(files.__file__).parent / "static"
    for path in folder.glob("query.*"):
        text = path.read_text(encoding="utf-8")
        assert "innerHTML" not in text
        assert not [word for word in text.replace('"', " ").split() if word.startswith(("src=http", "href=http"))]
    assert "MIT License" in (folder / "codemirror" / "LICENSE").read_text(encoding="utf-8")


def test_named_questions_are_ready_to_run(server: Server) -> None:
    found = json.loads(ask(server, "GET", "/questions.json")[2])
    assert queries.names() == [question["name"] for question in found[1:]]


@pytest.mark.parametrize("accept", ["*;q=x", ";;;", "a/b;q="])
def test_a_strange_accept_header_is_no_crash(accept: str) -> None:
    with pytest.raises(Refused):
        read("GET", "query=ASK%7B%7D", "", b"", accept)


@pytest.mark.browser
def test_the_page_asks_and_shows(server: Server, browser) -> None:
    page = browser.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.goto(f"{server.url}query")
    page.wait_for_selector("#named option:nth-child(5)", state="attached")
    page.select_option("#named", "contested")
    page.wait_for_selector("#answer table")
    assert "3 rows" in page.inner_text("#status")
    assert "a care levy" in page.inner_text("#answer")
    page.evaluate("document.querySelector('.CodeMirror').CodeMirror.setValue('SELECT *\\nWHERE { ?s ?p')")
    page.click("button[type=submit]")
    page.wait_for_selector("#error:not([hidden])")
    assert "line 2" in page.inner_text("#error")
    assert [] == [problem for problem in problems if "400" not in problem]
    page.close()

"""Every named question on a corpus small enough to answer by hand, with equal rows on every engine that is here."""
from __future__ import annotations

import re
from dataclasses import replace

import pytest
from small_world import ARTICLES, PROPOSALS, STATEMENTS

from kg import graph, queries
from kg.errors import GraphError, UsageError
from kg.graph import Run
from kg.queries import engine
from kg.queries.named import FOLDER, parse
from kg.queries.results import write
from kg.vocab import KG

WORLD = graph.build(STATEMENTS, ARTICLES, proposals=PROPOSALS, run=Run(version="1", model="f" * 64))
TRUSTS, POOLED, JOINING, LEVY = "setting up care trusts", "pooling budgets", "joining the two services", "a care levy"

# question, parameters, columns to compare, rows as worked out by hand
CASES = [
    ("sides", {}, None, [
        ("Acme Council", 2, 2, 0, 0), ("Ann Lee", 1, 1, 0, 0), ("Cy Fox", 1, 1, 0, 0), ("Health Ministry", 1, 1, 0, 0),
        ("Bob Ray", 1, 0, 0, 0), ("Dee Poe", 0, 0, 1, 0), ("a manager (anonymous)", 1, 0, 0, 0)]),
    ("sides", {"proposal": "a care levy"}, None, [("Eve Kay", 1, 0, 0, 0), ("Fay Orr", 0, 1, 0, 0), ("most nurses", 0, 1, 0, 0)]),
    ("positions", {"actor": "acme council"}, ("date", "name", "organisation", "stance", "label"), [
        ("2005-01-10", "Ann Lee", "Acme Council", "supports", TRUSTS), ("2006-03-02", "Acme Council", None, "opposes", JOINING),
        ("2006-03-02", "Ann Lee", "Acme Council", "opposes", TRUSTS), ("2006-03-02", "Bob Ray", "Acme Council", "supports", TRUSTS)]),
    ("changed", {}, None, [("Ann Lee", TRUSTS, "2005-01-10", "2005-01-10", "2006-03-02", "2006-03-02", 2),
                           ("Cy Fox", JOINING, "2006-03-02", "2006-03-02", "2006-03-02", "2006-03-02", 2)]),
    ("changed", {"actor": "bob-ray"}, None, []),
    ("split", {}, None, [("Acme Council", TRUSTS, 2, 1)]),
    ("contested", {}, None, [(LEVY, 1, 2), (JOINING, 1, 2), (TRUSTS, 2, 1)]),
    ("contested", {"least": "2"}, None, []),
    ("contradictions", {}, ("date", "name", "label"), [("2006-03-02", "Cy Fox", JOINING)]),
    ("allies", {"actor": "Fay Orr"}, None, [("Fay Orr", "most nurses", 1, 0)]),
    ("allies", {"actor": "Bob Ray"}, None, [("Bob Ray", "Acme Council", 1, 1), ("Bob Ray", "Ann Lee", 1, 1)]),
    ("allies", {}, None, [
        ("Acme Council", "Ann Lee", 1, 1), ("Acme Council", "Bob Ray", 1, 1), ("Acme Council", "Cy Fox", 1, 1), ("Acme Council", "Health Ministry", 1, 1),
        ("Ann Lee", "Acme Council", 1, 1), ("Ann Lee", "Bob Ray", 1, 1), ("Bob Ray", "Acme Council", 1, 1), ("Bob Ray", "Ann Lee", 1, 1),
        ("Cy Fox", "Acme Council", 1, 1), ("Cy Fox", "Health Ministry", 1, 1), ("Fay Orr", "most nurses", 1, 0),
        ("Health Ministry", "Acme Council", 1, 1), ("Health Ministry", "Cy Fox", 1, 1), ("most nurses", "Fay Orr", 1, 0)]),
    ("adversaries", {}, None, [
        ("Acme Council", "Ann Lee", TRUSTS), ("Acme Council", "Bob Ray", TRUSTS), ("Acme Council", "Cy Fox", JOINING),
        ("Acme Council", "Health Ministry", JOINING), ("Ann Lee", "Acme Council", TRUSTS), ("Ann Lee", "Bob Ray", TRUSTS),
        ("Bob Ray", "Acme Council", TRUSTS), ("Bob Ray", "Ann Lee", TRUSTS), ("Cy Fox", "Acme Council", JOINING), ("Cy Fox", "Health Ministry", JOINING),
        ("Eve Kay", "Fay Orr", LEVY), ("Eve Kay", "most nurses", LEVY), ("Fay Orr", "Eve Kay", LEVY),
        ("Health Ministry", "Acme Council", JOINING), ("Health Ministry", "Cy Fox", JOINING), ("most nurses", "Eve Kay", LEVY)]),
    ("adversaries", {"actor": "Eve Kay"}, None, [("Eve Kay", "Fay Orr", LEVY), ("Eve Kay", "most nurses", LEVY)]),
    ("evidence", {"actor": "Dee Poe"}, ("name", "stance", "label", "quote", "article", "start", "end", "mode", "cue", "status", "sha256"),
     [("Dee Poe", "conditional", POOLED, "AAAAA", "a1", 80, 85, "indirect", "cue 8", "machine", ARTICLES[0].sha256)]),
    ("evidence", {"actor": "Ann Lee", "proposal": "care-trusts"}, ("stance", "article", "start"), [("supports", "a1", 10), ("opposes", "a2", 20)]),
    ("outlets", {}, None, [("The Gazette", 2, 6, 4, 1), ("The Herald", 1, 6, 1, 5)]),
    ("office-holders", {"day": "2005"}, None, [("Acme Council", "leader", "Ann Lee", "2005-01-10", "2005-01-10")]),
    ("office-holders", {"actor": "Health Ministry"}, None, [("Health Ministry", "minister", "Cy Fox", "2006-03-02", "2006-03-02")]),
    ("conditions", {}, None, [(POOLED, "Dee Poe", "supports", "if the money follows", "AAAAA", "a1")]),
    ("unopposed", {}, None, [(POOLED, 1)]),
    ("to-review", {}, ("confidence", "name", "stance"), [("0.4", "Cy Fox", "supports"), ("0.5", "Cy Fox", "opposes")]),
    ("to-review", {"below": "0.45"}, ("confidence",), [("0.4",)]),
    ("hearsay", {}, None, [("Eve Kay", LEVY, 1)]),
    ("reported", {}, ("teller", "name", "stance", "label"), [("Ann Lee", "Eve Kay", "supports", LEVY), ("Bob Ray", "Fay Orr", "opposes", LEVY)]),
    ("silent", {}, None, [("Cy Fox",), ("Dee Poe",), ("Guy Hall",), ("Health Ministry",), ("a manager (anonymous)",)]),
    ("timeline", {}, None, [("2005", 1, 0, 1), ("2006", 3, 3, 0)]),
    ("tally", {}, None, [(LEVY, 1, 2), (JOINING, 1, 2), (TRUSTS, 1, 1), (POOLED, 1, 0)]),
    ("topics", {}, None, [(JOINING, 8, 6, 4, 3), (LEVY, 3, 3, 1, 2)]),
    ("provenance", {}, ("software", "version", "status", "statements"), [
        ("stance-kg", "1", "accepted", 1), ("stance-kg", "1", "disputed", 1), ("stance-kg", "1", "machine", 10)]),
]
TRIPLES = [("edges", 15 + 10 + 4), ("annotations", 12 * 14)]


def plain(result: queries.Result, columns: tuple[str, ...] | None) -> list[tuple]:
    """Rows of strings, of the named columns."""
    places = [result.variables.index(name) for name in columns or result.variables]
    return [tuple(None if row[i] is None else str(row[i]) for i in places) for row in result.rows]


@pytest.fixture(scope="module")
def sources() -> dict:
    return {"rdflib": WORLD, "oxigraph": engine.copy(WORLD)}


@pytest.mark.parametrize("source", ["rdflib", "oxigraph"])
@pytest.mark.parametrize(("name", "parameters", "columns", "rows"), CASES, ids=[f"{c[0]}-{i}" for i, c in enumerate(CASES)])
def test_answers_by_hand(sources, source: str, name: str, parameters: dict, columns, rows: list[tuple]) -> None:
    text = queries.bind(queries.question(name), parameters, sources[source])
    ask = engine._rdflib if source == "rdflib" else engine._oxigraph
    want = [tuple(None if value is None else str(value) for value in row) for row in rows]
    assert want == plain(ask(sources[source], text), columns)


@pytest.mark.parametrize("source", ["rdflib", "oxigraph"])
@pytest.mark.parametrize(("name", "count"), TRIPLES)
def test_constructed_graphs_have_the_triples_counted_by_hand(sources, source: str, name: str, count: int) -> None:
    ask = engine._rdflib if source == "rdflib" else engine._oxigraph
    assert count == len(ask(sources[source], queries.question(name).text).triples)


@pytest.mark.parametrize("source", ["rdflib", "oxigraph"])
def test_without_a_stakeholder_the_twenty_who_stand_on_most_proposals_are_compared(source: str) -> None:
    one = replace(STATEMENTS[4], speaker_kind="person")
    many = [replace(one, id=f"m{i}", speaker=f"P {i:02}", speaker_id=f"p-{i:02}") for i in range(22)]
    many += [replace(many[i], id=f"w{i}", proposal="vouchers", proposal_label="care vouchers") for i in range(20)]
    dataset = graph.build(many, ARTICLES, proposals=PROPOSALS)
    ask = engine._rdflib if source == "rdflib" else engine._oxigraph
    rows = plain(ask(dataset if source == "rdflib" else engine.copy(dataset), queries.question("allies").text), None)
    assert [f"P {i:02}" for i in range(20)] == sorted({row[0] for row in rows})
    assert 20 * 21 == len(rows)
    assert ("P 00", "P 01", "2", "0") in rows and ("P 00", "P 21", "1", "0") in rows
    dataset = graph.build([replace(s, stance="supports") if s.id == "m0" else s for s in many], ARTICLES, proposals=PROPOSALS)
    rows = plain(ask(dataset if source == "rdflib" else engine.copy(dataset), queries.question("adversaries").text), None)
    assert 20 + 21 - 1 == len(rows)


@pytest.mark.parametrize("name", [path.stem for path in sorted(FOLDER.glob("*.rq"))])
def test_a_question_is_written_in_one_pass(name: str) -> None:
    """No NOT EXISTS, and in each group one variable at most for statements: none is joined with itself."""
    text = queries.question(name).text
    assert not re.search(r"\bEXISTS\b", text)
    rest, innermost = re.sub(r"<[^>]*>|#.*", "", text).partition("WHERE")[2], re.compile(r"\{[^{}]*\}")
    while groups := innermost.findall(rest):
        rest = innermost.sub("", rest)
        for group in groups:
            assert 1 >= len(set(re.findall(r"\?(\w+) (?:a kg:Statement|kg:speaker|kg:proposal|kg:stance)\b", group))), group


def test_every_question_is_tested() -> None:
    assert set(queries.names()) == {case[0] for case in CASES} | {case[0] for case in TRIPLES}
    assert 15 <= len(queries.names())


@pytest.mark.parametrize("name", [path.stem for path in sorted(FOLDER.glob("*.rq"))])
def test_every_file_has_a_head_and_runs_as_it_is_on_an_empty_graph(name: str) -> None:
    asked = queries.question(name)
    assert asked.title and asked.question.endswith("?")
    empty = graph.build([])
    assert not engine._rdflib(empty, asked.text).rows
    assert not queries.run(engine.copy(empty), name).rows


@pytest.mark.parametrize(("parameters", "message"), [
    ({"actor": "Ann Leigh"}, "near it: ann lee"), ({"actr": "Ann Lee"}, "has no parameter 'actr'"),
    ({"proposal": 'x> } UNION { ?s ?p "'}, "no proposal named")])
def test_wrong_parameters_are_explained(parameters: dict, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        queries.run(WORLD, "positions", parameters)


@pytest.mark.parametrize(("name", "value"), [("day", "soon"), ("day", '2005" } #'), ("least", "1 } #")])
def test_days_and_numbers_take_nothing_else(name: str, value: str) -> None:
    with pytest.raises(UsageError, match="is no"):
        queries.run(WORLD, "office-holders" if name == "day" else "contested", {name: value})


def test_an_unknown_question_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean 'contested'"):
        queries.question("contestd")
    with pytest.raises(UsageError):
        queries.question("../queries/contested")


def test_the_users_own_folder_goes_first(tmp_path) -> None:
    (tmp_path / "sides.rq").write_text("# title: Mine\nASK {}", encoding="utf-8")
    assert "Mine" == queries.question("sides", tmp_path).title
    assert "mine" in [*queries.names(tmp_path), "mine"]


def test_a_parameter_without_a_block_is_an_error() -> None:
    with pytest.raises(UsageError, match="VALUES"):
        parse("x", "# param actor (actor): who\nSELECT * { ?s ?p ?o }")


@pytest.mark.parametrize("text", [
    "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SELECT * { SERVICE SILENT <http://127.0.0.1/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://127.0.0.1/> { ?s ?p ?o } } }",
    "SELECT * { { SELECT * { SERVICE ?x { ?s ?p ?o } } } }", "PREFIX x: <http://127.0.0.1/> SELECT * { MINUS { SERVICE # c\n x:y { ?s ?p ?o } } }",
    "SELECT * { OPTIONAL { ?s ?p ?o . SERVICE <http://127.0.0.1/> { ?s ?p ?o } } }", "SELECT * { ?s ?p ?o BIND (EXISTS { SERVICE <http://127.0.0.1/> {} } AS ?x) }",
    "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { SERVICE <http://127.0.0.1/> { ?s ?p ?o } } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"])
def test_another_service_is_never_called(text: str) -> None:
    with pytest.raises(GraphError, match="SERVICE"):
        queries.ask(WORLD, text)


@pytest.mark.parametrize("text", [
    "SELECT * { " + "{" * 3000 + "}" * 3000 + " }", "SELECT * { FILTER " + "(" * 5000 + "1" + ")" * 5000 + " }",
    "SELECT * { FILTER (" + "||".join(["1"] * 4000) + ") }", "SELECT * { FILTER (" + "!" * 4000 + "1) }", "SELECT" + " " * 20000])
def test_deep_and_long_queries_are_refused(text: str) -> None:
    with pytest.raises(GraphError):
        queries.ask(WORLD, text)


@pytest.mark.parametrize("text", ["INSERT DATA { <http://e/a> <http://e/b> 1 }", "DROP ALL", "LOAD <file:///etc/passwd>", "SELECT * {"])
def test_updates_and_broken_queries_are_refused_with_the_place(text: str) -> None:
    with pytest.raises(GraphError, match="line 1, column"):
        queries.ask(WORLD, text)


def test_from_reads_no_file(tmp_path) -> None:
    secret = tmp_path / "secret.nt"
    secret.write_text("<http://e/a> <http://e/b> <http://e/c> .\n", encoding="utf-8")
    text = f"SELECT * FROM <{secret.as_uri()}> {{ ?s ?p ?o }}"
    for ask, source in ((engine._rdflib, WORLD), (engine._oxigraph, engine.copy(WORLD))):
        try:
            rows = ask(source, text).rows
        except GraphError:
            continue
        assert "http://e/a" not in str(rows)


@pytest.mark.parametrize("source", ["rdflib", "oxigraph"])
def test_from_asks_the_graph_that_it_names_and_no_other(sources, source: str) -> None:
    text = "SELECT (COUNT(?s) AS ?n) FROM <https://w3id.org/stancekg/id/graph/a2> { ?s a <https://w3id.org/stancekg/ns#Statement> }"
    assert "4" == str(queries.ask(sources[source], text, engine=source).rows[0][0])


def test_results_have_the_forms_of_sparql() -> None:
    result = queries.run(WORLD, "unopposed")
    assert write(result, "csv") == "label,supporters\r\npooling budgets,1\r\n"
    assert write(result, "tsv") == '?label\t?supporters\n"pooling budgets"@en\t"1"^^<http://www.w3.org/2001/XMLSchema#integer>\n'
    assert '"xml:lang": "en"' in write(result, "json")
    assert '<literal xml:lang="en">pooling budgets</literal>' in write(result, "xml")
    assert write(result, "table").split("\n")[2] == "pooling budgets  1"
    with pytest.raises(UsageError, match="csv, json, table, tsv, xml"):
        write(result, "ttl")
    assert write(queries.ask(WORLD, "ASK { ?s ?p ?o }"), "table") == "yes\n"
    assert "kg:opposes" in write(queries.run(WORLD, "edges"), "ttl")


def test_a_changed_dataset_is_asked_anew() -> None:
    dataset = graph.build([])
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    first = int(queries.ask(dataset, count).rows[0][0])
    triple = (KG.support, KG.because, KG.support)
    dataset.default_graph.add(triple)
    assert first + 1 == int(queries.ask(dataset, count).rows[0][0])
    dataset.default_graph.remove(triple)
    assert first == int(queries.ask(dataset, count).rows[0][0])


def test_a_graph_under_another_base_is_asked_there() -> None:
    dataset = graph.build(STATEMENTS, ARTICLES, proposals=PROPOSALS, base="https://example.org/care/")
    assert 7 == len(queries.run(dataset, "sides").rows)
    assert 1 == len(queries.run(dataset, "positions", {"actor": "Bob Ray"}).rows)

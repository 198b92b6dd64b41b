"""The verbs that look at a build's graph: check, query, export, serve."""
from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from small_world import ARTICLES, PROPOSALS, STATEMENTS

from kg import graph, plugins, resources
from kg.build.files import statements_csv
from kg.cli import main

ORDERED = sorted(STATEMENTS, key=lambda s: (s.article, s.start))


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A build whose articles lie beside it as files of one line."""
    records = {}
    for article in ARTICLES:
        path = tmp_path / f"{article.id}.jsonl"
        path.write_text(json.dumps({"id": article.id, "text": article.text}), encoding="utf-8")
        records[article.id] = {"path": str(path), "sha256": article.sha256}
    stream = io.BytesIO()
    plugins.load("exports", "trig")(graph.build(STATEMENTS, ARTICLES, proposals=PROPOSALS), stream)
    (tmp_path / "graph.trig").write_bytes(stream.getvalue())
    (tmp_path / "run.json").write_text(json.dumps({"articles": records}), encoding="utf-8")
    return tmp_path


def test_check_finds_nothing_in_a_sound_build(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["check", "-o", str(output)])
    assert "3 articles compared" in capsys.readouterr().err


def test_check_names_an_article_that_changed(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (output / "a1.jsonl").write_text(json.dumps({"id": "a1", "text": "other words" * 30}), encoding="utf-8")
    assert 1 == main(["check", "--json", "-o", str(output)])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"s01", "s08"} == {finding["node"] for finding in found}
    assert all("has changed since" in finding["message"] for finding in found)


def test_check_tells_of_articles_that_moved(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (output / "a1.jsonl").unlink()
    assert 0 == main(["check", "-o", str(output)])
    assert "1 articles are not where they were" in capsys.readouterr().err


def test_check_finds_a_planted_defect(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = output / "graph.trig"
    path.write_text(path.read_text(encoding="utf-8").replace("kg:stance kg:conditional ;", "kg:stance kg:machine ;"), encoding="utf-8")
    assert 1 == main(["check", "-o", str(output)])
    assert "one of support, opposition, conditional, neutral" in capsys.readouterr().out


def test_query_answers_a_named_question(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["query", "split", "--csv", "-o", str(output)])
    assert "Acme Council,setting up care trusts,2,1" in capsys.readouterr().out


def test_a_question_is_printed_with_its_parameters_and_asks_the_same(output: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["query", "sides", "-p", "proposal=a care levy", "--text", "-o", str(output)])
    text = capsys.readouterr().out
    assert "<https://w3id.org/stancekg/id/proposal/levy>" in text
    (tmp_path / "mine.rq").write_text(text, encoding="utf-8")
    assert 0 == main(["query", str(tmp_path / "mine.rq"), "--csv", "-o", str(output)])
    assert "Fay Orr,0,1,0,0" in capsys.readouterr().out


def test_exported_csv_is_the_builds_own(output: Path, tmp_path: Path) -> None:
    assert 0 == main(["export", "csv", "--from", str(output), "-o", str(tmp_path / "x.csv")])
    assert statements_csv(ORDERED) == (tmp_path / "x.csv").read_bytes().decode("utf-8")
    assert "x.csv" == json.loads((tmp_path / "x.csv-metadata.json").read_text(encoding="utf-8"))["url"]


def test_an_exported_owl_file_has_what_it_imports_beside_it(output: Path, tmp_path: Path) -> None:
    assert 0 == main(["export", "owl", "--from", str(output), "-o", str(tmp_path / "bundle.ttl")])
    assert "owl:imports <https://w3id.org/stancekg/ns/1.0.0>" in (tmp_path / "bundle.ttl").read_text(encoding="utf-8")
    assert resources.ontology("stance.ttl").read_bytes() == (tmp_path / "stance.ttl").read_bytes()
    assert 'name="https://w3id.org/stancekg/ns/1.0.0" uri="stance.ttl"' in (tmp_path / "catalog-v001.xml").read_text(encoding="utf-8")


def test_an_export_never_writes_over_a_file_of_its_own(output: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(["export", "owl", "--from", str(output), "-o", str(tmp_path / "stance.ttl")])
    assert "choose a different one" in capsys.readouterr().err


@pytest.mark.parametrize("verb", [["check", "-o"], ["export", "nq", "--from"], ["query", "split", "-o"]])
def test_a_graph_that_strict_parsers_refuse_is_named_with_the_place(verb: list[str], output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = output / "graph.trig"
    path.write_text(path.read_text(encoding="utf-8") + "<http://e/a b> a <http://e/c> .\n", encoding="utf-8")
    assert 2 == main([*verb, str(output)])
    told = capsys.readouterr().err
    assert "graph.trig" in told and "line" in told


@pytest.mark.parametrize(("arguments", "message"), [(["--host", "0.0.0.0"], "--allow-remote"), (["--store", "nowhere.ttl"], "no such file")])
def test_serve_refuses_what_it_should(output: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(["serve", "-o", str(output), *arguments])
    assert message in capsys.readouterr().err


def test_query_asks_another_store(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from kg import store

    place = f"oxigraph:{output / 'store'}"
    store.write(place, store.load(output / "graph.trig"))
    for where in (place, str(output / "graph.trig")):
        assert 0 == main(["query", "split", "--csv", "--store", where])
        assert "Acme Council,setting up care trusts,2,1" in capsys.readouterr().out


def test_query_asks_a_store_under_another_base(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = output / "graph.trig"
    path.write_text(path.read_text(encoding="utf-8").replace("https://w3id.org/stancekg/id/", "https://example.org/care/id/"), encoding="utf-8")
    assert 0 == main(["query", "sides", "--csv", "--store", str(path)])
    assert "Bob Ray,1,0,0,0" in capsys.readouterr().out


@pytest.mark.parametrize(("form", "shown"), [("nt", '/person/ann-lee> <http://xmlns.com/foaf/0.1/name> "Ann Lee" .'), ("ttl", 'foaf:name "Ann Lee"')])
def test_a_constructed_graph_is_printed_as_rdf(output: Path, form: str, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["query", "edges", f"--{form}", "-o", str(output)])
    assert shown in capsys.readouterr().out


@pytest.mark.parametrize(("arguments", "message"), [
    (["query", "zzz"], "no question named 'zzz'. 'kg query' lists them"), (["query", "splits"], "did you mean 'split'? 'kg query' lists them"),
    (["export", "zzz"], "no export named 'zzz'. Known: csv")])
def test_what_is_not_known_is_answered_with_what_is(arguments: list[str], message: str, output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main([*arguments, "--from" if arguments[0] == "export" else "-o", str(output)])
    assert message in capsys.readouterr().err

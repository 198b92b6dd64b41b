"""A build end to end: every quote stands in its article, the same articles give the same bytes, bad files stop nothing."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg import resources
from kg.build.run import build, check_quotes, earlier_places, read
from kg.cli import main
from kg.config import Config
from kg.errors import ConfigError, GraphError
from kg.model import Article, SpeakerKind, Stance, Statement

SHARED = Path(__file__).parent.parent.parent / "shared"
STORY = (
    "Ferry fares row\n\n3 May 2011\n\nThe Harbour Board has called for a levy on ferry tickets. Ann Lee, chair of the Harbour Board, said: "
    "“We support the levy because it will pay for the new pier.”\n\nBut Tom Reed, director of Island Traders, said the group opposed the levy. "
    "“The levy would ruin small shops,” he said.\n")


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_quote_that_is_not_in_its_article_fails_the_build() -> None:
    article = Article("a", "We oppose it.")
    statement = Statement("1", "a", 0, 9, "We oppose", "Ann Lee", SpeakerKind.PERSON, Stance.OPPOSES, "it", "direct", "oppose", "cue")
    check_quotes(article, [statement])
    with pytest.raises(GraphError, match="characters 0 to 9"):
        check_quotes(Article("a", "We support it."), [statement])


@pytest.mark.model
def test_the_demo_has_forty_statements_whose_quotes_stand_in_their_articles(demo: Path) -> None:
    texts = {article.id: article.text for article in read([resources.seeds()])[0]}
    statements = [json.loads(line) for line in (demo / "statements.jsonl").read_text(encoding="utf-8").splitlines()]
    assert 40 <= len(statements)
    assert all(texts[s["article"]][s["start"]:s["end"]] == s["quote"] for s in statements)


@pytest.mark.model
def test_the_same_articles_give_the_same_bytes(demo: Path, tmp_path: Path) -> None:
    build([resources.seeds()], tmp_path, Config())
    assert files(demo) == files(tmp_path)


@pytest.mark.model
def test_a_new_article_moves_no_box_of_the_map_and_the_same_articles_change_no_byte(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    (source / "one.txt").write_text(STORY, encoding="utf-8")
    build([source], out, Config(fast=True))
    first = files(out)
    build([source], out, Config(fast=True))
    assert files(out) == first
    before = json.loads(first["pages/positions.json"])
    assert len(before) > 2
    for name, board, chief, month in (("two", "Canal", "Abe Low", "June"), ("three", "Airport", "Bea Orr", "July")):
        (source / f"{name}.txt").write_text(STORY.replace("Harbour", board).replace("Ann Lee", chief).replace("May", month) + "\nEnds.", encoding="utf-8")
    build([source], out, Config(fast=True))
    after = json.loads((out / "pages" / "positions.json").read_text(encoding="utf-8"))
    assert after.keys() > before.keys()
    assert {key: after[key] for key in before} == before
    build([source], tmp_path / "fresh", Config(fast=True))
    fresh = json.loads((tmp_path / "fresh" / "pages" / "positions.json").read_text(encoding="utf-8"))
    assert fresh.keys() == after.keys() and fresh != after


def test_places_of_the_map_that_are_none_are_told_with_the_remedy(tmp_path: Path) -> None:
    for text in ("[]", "{", '{"a": {"x": 1}}', '{"a": {"x": NaN, "y": 0}}'):
        (tmp_path / "positions.json").write_text(text, encoding="utf-8")
        with pytest.raises(ConfigError, match="positions.json: no places of a map .*delete it"):
            earlier_places(Config(folder=tmp_path), tmp_path / "out")


@pytest.mark.model
def test_run_json_counts_add_up_and_hash_every_file(demo: Path) -> None:
    run = json.loads((demo / "run.json").read_text(encoding="utf-8"))
    counts = run["counts"]
    assert counts["statements"] == sum(counts[f"statements_{stance}"] for stance in Stance)
    assert set(run["files"]) == files(demo).keys() - {"run.json"}
    assert counts["articles"] == len(run["articles"]) == 5


@pytest.mark.model
def test_odd_files_are_told_and_the_rest_is_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "articles"
    source.mkdir()
    (source / "big.txt").write_bytes(b"word " * 10_500_000)
    (source / "binary.txt").write_bytes(bytes(range(256)) * 50)
    (source / "empty.txt").write_bytes(b"")
    (source / "latin.txt").write_bytes(STORY.replace("Reed", "Reé").replace("“", '"').replace("”", '"').encode("latin-1"))
    (source / "marked.txt").write_bytes(STORY.encode("utf-16"))
    (source / "two.md").write_text(STORY + "\nOne.", encoding="utf-8")
    (source / "two.txt").write_text(STORY + "\nTwo.", encoding="utf-8")
    assert 0 == main(["build", str(source), "-o", str(tmp_path / "out")])
    told = capsys.readouterr().err
    for name, reason in (("big.txt", "split it"), ("binary.txt", "binary"), ("empty.txt", "empty"), ("two.txt", "has the stem of")):
        assert any(name in line and reason in line for line in told.splitlines()), told
    run = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert ["latin", "marked", "two", "two.txt"] == sorted(run["articles"])
    assert (4, 3) == (run["counts"]["articles"], run["counts"]["skipped"])
    assert 4 == run["counts"]["articles_with_statements"]


@pytest.mark.model
def test_a_folder_without_articles_is_told_and_the_last_build_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "index.html").write_text("the last build", encoding="utf-8")
    assert 1 == main(["build", str(tmp_path / "in"), "-o", str(tmp_path / "out")])
    assert "no article was read" in capsys.readouterr().err
    assert {"index.html": b"the last build"} == files(tmp_path / "out")


@pytest.mark.model
def test_an_article_that_breaks_the_extraction_is_told_and_the_others_are_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.pipeline import extract

    whole = extract.extract

    def breaks(nlp, article, **options):
        if article.id == "bad":
            raise RuntimeError("planted")
        return whole(nlp, article, **options)

    monkeypatch.setattr(extract, "extract", breaks)
    for name in ("bad", "good"):
        (tmp_path / f"{name}.txt").write_text(STORY + name, encoding="utf-8")
    result = build([tmp_path], tmp_path / "out", Config())
    assert ["bad.txt"] == [Path(s.path).name for s in result.skipped] and "planted" in result.skipped[0].reason
    assert {"good"} == {s.article for s in result.statements}


@pytest.mark.model
@pytest.mark.shared
def test_the_real_articles_build_to_the_same_bytes_twice(tmp_path: Path) -> None:
    texts = {article.id: article.text for article in read([SHARED / "seeds"])[0]}
    for name in ("a", "b"):
        result = build([SHARED / "seeds"], tmp_path / name, Config())
    assert 5 == len(texts) and result.statements
    assert all(texts[s.article][s.start:s.end] == s.quote for s in result.statements)
    assert files(tmp_path / "a") == files(tmp_path / "b")

"""The command line: help that loads nothing heavy, errors that teach, verbs that answer."""
from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg.build.files import statements_jsonl
from kg.cli import VERBS, main
from kg.model import SpeakerKind, Stance, Statement

STATEMENT = Statement(
    id="abc", article="a", start=0, end=12, quote="We oppose it", speaker="Ann Lee", speaker_kind=SpeakerKind.PERSON, stance=Stance.OPPOSES,
    proposal="levy", proposal_label="a tram levy", proposal_text="the levy", mode="direct", cue="said", rule="cue", organisation="Tram Board")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    (tmp_path / "statements.jsonl").write_text(statements_jsonl([STATEMENT]), encoding="utf-8")
    return tmp_path


def test_help_loads_neither_spacy_nor_pyvis() -> None:
    code = "import sys; from kg.cli import parser; parser().format_help(); print([m for m in ('spacy', 'pyvis', 'rdflib', 'onnxruntime') if m in sys.modules])"
    assert "[]" == subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_and_a_place_in_the_readme(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([verb, "--help"])
    assert 0 == stopped.value.code and len(capsys.readouterr().out) > 100
    assert f"kg {verb}" in (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["Ann Lee", "ann", "tram board", "A tram levy", "levy"])
def test_show_finds_by_any_name(output: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert 0 == main(["show", name, "-o", str(output)])
    assert "We oppose it" in capsys.readouterr().out


def test_show_names_what_is_near(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 1 == main(["show", "Tram Bord", "-o", str(output)])
    assert "did you mean Tram Board" in capsys.readouterr().err


def test_a_missing_build_is_told_with_the_remedy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(["show", "x", "-o", str(tmp_path)])
    assert "kg build" in capsys.readouterr().err


def test_init_writes_a_project_and_changes_nothing_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("mine", encoding="utf-8")
    assert 0 == main(["init", str(tmp_path), "--sample"])
    assert "mine" == (tmp_path / "names.csv").read_text(encoding="utf-8")
    assert (tmp_path / "kg.toml").is_file()
    assert 5 <= len(list((tmp_path / "articles").glob("*.txt")))
    assert 0 == main(["--config", str(tmp_path / "kg.toml"), "init", str(tmp_path)])


def test_why_shows_the_quote_in_its_context(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import json

    from kg.model import Article

    article = Article("a", "We oppose it, Ann Lee of the Tram Board said.")
    (tmp_path / "a.txt").write_text(article.text, encoding="utf-8")
    (tmp_path / "statements.jsonl").write_text(statements_jsonl([STATEMENT]), encoding="utf-8")
    (tmp_path / "run.json").write_text(json.dumps({"articles": {"a": {"path": str(tmp_path / "a.txt"), "sha256": article.sha256}}}), encoding="utf-8")
    assert 0 == main(["why", "ab", "-o", str(tmp_path)])
    assert ">>We oppose it<<, Ann Lee of the Tram Board said." in capsys.readouterr().out
    (tmp_path / "a.txt").write_text("changed", encoding="utf-8")
    assert 0 == main(["why", "ab", "-o", str(tmp_path)])
    assert "has changed since" in capsys.readouterr().out
    assert 2 == main(["why", "zz", "-o", str(tmp_path)])


@pytest.mark.model
def test_attribute_writes_who_said_what_and_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = 'The mayor, Ann Lee, said fares must fall. "They are too high," she added.'
    folder, written = tmp_path / "articles", tmp_path / "said.jsonl"
    folder.mkdir()
    (folder / "a.txt").write_text(text, encoding="utf-8")
    assert 0 == main(["attribute", str(folder), "-o", str(written)])
    rows = [json.loads(line) for line in written.read_text(encoding="utf-8").splitlines()]

    def words(row: dict, role: str) -> list[str]:
        return [text[start:end] for start, end in row[role]]

    assert [(["The mayor, Ann Lee,"], ["said"], ["fares must fall"]), (["she"], ["added"], ['"They are too high,"'])] == [tuple(words(row, role) for role in ("source", "cue", "content")) for row in rows]
    assert [("Ann Lee", "indirect"), ("Ann Lee", "direct")] == [(row["speaker"], row["kind"]) for row in rows]
    assert [written, folder / "a.txt"] == sorted((p for p in tmp_path.rglob("*") if p.is_file()), reverse=True)
    assert 0 == main(["attribute", str(folder)])
    assert written.read_text(encoding="utf-8") == capsys.readouterr().out

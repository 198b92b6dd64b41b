"""Files of a build: formats, and moving into place."""
from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from kg.build.files import Staging, read_run, statements_csv, statements_jsonl
from kg.model import COLUMNS, SpeakerKind, Stance, Statement, statement_from_dict

STATEMENT = Statement(
    id="1", article="a", start=0, end=9, quote="=HYPER(1)", speaker="Ann “A” Lee", speaker_kind=SpeakerKind.PERSON, stance=Stance.OPPOSES,
    proposal_text="the levy,\nall of it", mode="direct", cue="said", rule="cue")


def test_jsonl_comes_back() -> None:
    (line,) = statements_jsonl([STATEMENT]).splitlines()
    assert STATEMENT == statement_from_dict(json.loads(line))


def test_csv_has_the_columns_and_runs_no_formula() -> None:
    rows = list(csv.reader(io.StringIO(statements_csv([STATEMENT]), newline="")))
    assert list(COLUMNS) == rows[0]
    assert "'=HYPER(1)" == rows[1][4] and "the levy,\nall of it" == rows[1][COLUMNS.index("proposal_text")]


def build(output: Path, names: dict[str, str]) -> None:
    with Staging(output) as staging:
        for name, text in names.items():
            staging.write(name, text)
        staging.publish({"counts": {}})


def test_what_a_build_no_longer_writes_goes_and_what_is_not_its_own_stays(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    build(tmp_path, {"index.html": "1", "pages/a.html": "a"})
    build(tmp_path, {"index.html": "2"})
    assert ["index.html", "mine.txt", "run.json"] == sorted(p.name for p in tmp_path.rglob("*") if p.is_file())
    assert ["index.html"] == list(read_run(tmp_path)["files"])


def test_a_build_that_breaks_leaves_the_last_one(tmp_path: Path) -> None:
    build(tmp_path, {"index.html": "1"})
    try:
        with Staging(tmp_path) as staging:
            staging.write("index.html", "2")
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        pass
    assert "1" == (tmp_path / "index.html").read_text(encoding="utf-8")
    assert not list(tmp_path.glob(".new-*"))

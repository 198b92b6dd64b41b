"""kg review end to end: a sheet out, a sheet in, a build that follows, and back again byte for byte."""
from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from kg.cli import main

STORY = (
    "Ferry fares row\n\n3 May 2011\n\nThe Harbour Board has called for a levy on ferry tickets. Ann Lee, chair of the Harbour Board, said: "
    "“We support the levy because it will pay for the new pier.”\n\nBut Tom Reed, director of Island Traders, said the group opposed the levy. "
    "Mr Reed called for a freeze on harbour rents.\n")


def files(folder: Path) -> dict[str, bytes]:
    """All but the map, which keeps its places from build to build, and run.json, which holds its hash."""
    found = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    return {name: content for name, content in found.items() if name not in ("run.json", "pages/positions.json", "pages/network.html")}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "ferry.txt").write_text(STORY, encoding="utf-8")
    assert 0 == main(["build", "--fast"])
    return tmp_path


def proposals(folder: Path) -> dict[str, str]:
    lines = (folder / "output" / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    return {record["proposal_label"]: record["proposal"] for record in map(json.loads, lines)}


def fill(sheet: Path, old: str, new: str) -> None:
    with sheet.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    with sheet.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0])
        writer.writeheader()
        writer.writerows(row | ({"now": new} if row["label"] == old else {}) for row in rows)


@pytest.mark.model
def test_a_merge_holds_is_told_everywhere_and_goes_without_a_trace(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(project / "output")
    first = proposals(project)
    assert len(first) > 1
    old, new = sorted(first)[:2]
    assert 0 == main(["review", "--sheet", "merge.csv"])
    assert 2 == main(["review", "--sheet", "merge.csv"]) and "is there already" in capsys.readouterr().err
    assert 0 == main(["review", "--from", "merge.csv"]) and not (project / "decisions.jsonl").exists()
    fill(project / "merge.csv", old, new)
    assert 0 == main(["review", "--from", "merge.csv", "--by", "Ada", "--dry-run"]) and not (project / "decisions.jsonl").exists()
    assert 0 == main(["review", "--from", "merge.csv", "--by", "Ada"])
    assert 0 == main(["build", "--fast"])
    assert proposals(project) == {label: key for label, key in first.items() if label != old}
    capsys.readouterr()
    assert 0 == main(["review"])
    assert f"Ada says that {old!r} is {new!r}   [holds]" in capsys.readouterr().out
    assert 0 == main(["check"])
    assert f"Ada says that {old!r} is {new!r}" in (project / "output" / "report.md").read_text(encoding="utf-8")
    moved = next(r for r in map(json.loads, (project / "output" / "statements.jsonl").read_text(encoding="utf-8").splitlines()) if "Ada says" in (r["because"] or ""))
    capsys.readouterr()
    assert 0 == main(["why", moved["id"]]) and "Ada says" in " ".join(capsys.readouterr().out.split())
    assert 0 == main(["query", "provenance", "--csv"])
    assert capsys.readouterr().out.strip().splitlines()[1].endswith(",1")
    assert 0 == main(["build", "--fast", "-o", "clean"])
    assert files(project / "clean") == files(project / "output")
    assert 0 == main(["review", "--sheet", "again.csv"])
    assert 0 == main(["review", "--from", "again.csv"]) and 0 == main(["review", "--from", "merge.csv", "--by", "Ada"])
    assert 1 == len((project / "decisions.jsonl").read_text(encoding="utf-8").splitlines())
    key = json.loads((project / "decisions.jsonl").read_text(encoding="utf-8"))["id"]
    assert 0 == main(["review", "--undo", key[:6], "--by", "Ada"])
    assert 2 == main(["review", "--undo", key])
    assert 0 == main(["build", "--fast"])
    assert proposals(project) == first
    (project / "decisions.jsonl").unlink()
    assert 0 == main(["build", "--fast"])
    assert files(project / "output") == before


@pytest.mark.model
def test_decisions_that_do_nothing_or_contradict_are_findings(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    label, key = next(iter(proposals(project).items()))
    lines = [{"id": f"d-{by}", "when": "2024-05-01T10:00:00Z", "by": by, "verdict": "same", "was": {"proposal": was, "proposal_label": was},
              "now": {"proposal": f"x-{by}", "proposal_label": by}} for by, was in (("Ann", key), ("Ben", key), ("Cy", "x-gone"))]
    (project / "decisions.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert 0 == main(["build", "--fast"])
    assert label in proposals(project)
    capsys.readouterr()
    assert 1 == main(["check"])
    found = capsys.readouterr().out
    assert "d-Cy" in found and "finds nothing" in found and found.count("neither was applied") == 2
    report = (project / "output" / "report.md").read_text(encoding="utf-8")
    assert "(nothing here is about it)" in report and report.count("neither was applied") == 2
    assert 0 == main(["review", "--json"])
    states = {r["id"]: r["state"] for r in map(json.loads, capsys.readouterr().out.splitlines()) if "id" in r}
    assert states == {"d-Ann": "contradicted by another", "d-Ben": "contradicted by another", "d-Cy": "finds nothing that it is about"}


@pytest.mark.model
def test_a_damaged_file_of_decisions_stops_the_build_with_its_line_and_leaves_the_last(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(project / "output")
    (project / "decisions.jsonl").write_text("{\n", encoding="utf-8")
    assert 2 == main(["build", "--fast"])
    assert "decisions.jsonl:1" in capsys.readouterr().err and files(project / "output") == before


@pytest.mark.model
def test_likely_pairs_are_shown_but_not_those_that_the_scheme_has_parted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from dataclasses import replace

    from linking_examples import said

    from kg.build.files import statements_jsonl

    monkeypatch.chdir(tmp_path)
    (tmp_path / "output").mkdir()
    labels = {"care-trusts": "setting up care trusts", "statutory-care-trusts": "imposing care trusts by statutory duty", "x-one": "closing the ferry terminal", "x-two": "closure of the ferry terminal"}
    found = [replace(said("a", "Ann Lee", label), proposal=key, proposal_label=label) for key, label in labels.items()]
    (tmp_path / "output" / "statements.jsonl").write_text(statements_jsonl(found), encoding="utf-8")
    assert 0 == main(["review", "--json"])
    assert [["x-one", "x-two"]] == [json.loads(line)["proposals"] for line in capsys.readouterr().out.splitlines()]
    assert 0 == main(["review", "--sheet", "-"])
    rows = {row["proposal"]: row["near"] for row in csv.DictReader(capsys.readouterr().out.splitlines())}
    assert rows["x-one"] == labels["x-two"] and rows["care-trusts"] == ""

"""The sheet to merge and split in: as written it asks for nothing; what is filled in becomes decisions that do what was asked."""
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from linking_examples import said
from test_review_proposals import METERS, PIPES, PROPOSALS, SAID, SCHEME, on

from kg.errors import ConfigError
from kg.linking import sheet as tables
from kg.linking.words import slug
from kg.model import Proposal
from kg.review.proposals import apply
from kg.review.sheet import COLUMNS, decide, write

KNOWN = [*SCHEME.values(), replace(METERS, alternatives=("meters for every home", "the meters")), replace(PIPES, alternatives=("new pipes",))]


def asked(tmp_path: Path, fill, statements=SAID, known=KNOWN, delimiter: str = ",", everywhere=lambda words: True):
    """The decisions of the sheet of some statements after `fill` changed its rows."""
    import csv
    import io

    rows = list(csv.DictReader(io.StringIO(write(statements).removeprefix("\ufeff"), newline="")))
    for row in rows:
        fill(row)
    path = tmp_path / "sheet.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return decide(tables.rows(path, COLUMNS), statements, known, mint=lambda label: f"x-{slug(label)}", everywhere=everywhere, by="Ann", when="2024-05-01T10:00:00Z", name="sheet.csv")


def moving(to: str, **where: str):
    def fill(row: dict[str, str]) -> None:
        if all(row[name] == value for name, value in where.items()):
            row["now"] = to
    return fill


def test_as_written_it_asks_for_nothing(tmp_path: Path) -> None:
    assert asked(tmp_path, lambda row: None) == []
    assert asked(tmp_path, lambda row: row.update(now=row["label"])) == []


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_all_rows_of_a_proposal_to_another_merge_it(tmp_path: Path, delimiter: str) -> None:
    (one,) = asked(tmp_path, moving("New Pipes", proposal="x-meters"), delimiter=delimiter)
    assert (one.verdict, one.was.id, one.now.id, one.by) == ("same", "x-meters", "x-pipes", "Ann")
    assert on(apply(SAID, PROPOSALS, [one], SCHEME))[1:] == ["x-pipes"] * 4


def test_an_id_will_do_and_a_scheme_may_be_joined(tmp_path: Path) -> None:
    (one,) = asked(tmp_path, moving("dams", proposal="x-pipes"))
    assert one.now.label == "building dams"


def test_some_rows_split_it(tmp_path: Path) -> None:
    (one,) = asked(tmp_path, moving("meters in pubs", wording="the meters"))
    assert (one.verdict, one.wording, one.article, one.now.id) == ("split", "the meters", None, "x-meters-in-pubs")
    (one,) = asked(tmp_path, moving("meters in pubs", wording="the meters", article="b"))
    assert (one.verdict, one.article) == ("split", "b")
    both = asked(tmp_path, moving("meters in pubs", wording="the meters"), everywhere=lambda words: False)
    assert [(d.verdict, d.article, d.now.id) for d in both] == [("split", "a", "x-meters-in-pubs"), ("split", "b", "x-meters-in-pubs")]


def test_the_words_of_a_row_may_name_its_new_proposal(tmp_path: Path) -> None:
    (one,) = asked(tmp_path, moving("the meters", wording="the meters"))
    assert on(apply(SAID, PROPOSALS, [one], SCHEME))[1:3] == ["x-the-meters"] * 2


def test_a_new_label_never_takes_the_id_of_another(tmp_path: Path) -> None:
    known = [*KNOWN, Proposal("x-meters-in-pubs", "something else")]
    (one,) = asked(tmp_path, moving("meters in pubs", wording="the meters"), known=known)
    assert one.now.id == "x-meters-in-pubs-2"


def test_reasons_come_along(tmp_path: Path) -> None:
    (one,) = asked(tmp_path, lambda row: row.update(now="new pipes", why="one contract") if row["proposal"] == "x-meters" else None)
    assert one.why == "one contract"


def test_what_is_so_already_is_not_asked_again(tmp_path: Path) -> None:
    fill = moving("new pipes", proposal="x-meters")
    done = apply(SAID, PROPOSALS, asked(tmp_path, fill), SCHEME).statements
    rows = tables.rows(tmp_path / "sheet.csv", COLUMNS)
    assert decide(rows, done, KNOWN, mint=slug, everywhere=lambda words: True, by="Ann", when="2024-05-02T10:00:00Z") == []


def test_a_row_of_another_build_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="sheet.csv, line 2: no statement of this build .* write the sheet again"):
        asked(tmp_path, lambda row: row.update(now="dams", wording="the moon") if row["proposal"] == "x-meters" else None)


def test_a_name_of_several_must_be_an_id(tmp_path: Path) -> None:
    known = [*KNOWN, Proposal("x-a", "a", ("the thing",)), Proposal("x-b", "b", ("the thing",))]
    with pytest.raises(ConfigError, match="'the thing' is a name of x-a and of x-b: write the id"):
        asked(tmp_path, moving("the thing", proposal="x-pipes"), known=known)


def test_cells_that_a_spreadsheet_would_run_come_back_as_they_were(tmp_path: Path) -> None:
    odd = replace(said("=a", "Ada Moss", "=SUM(A1)"), proposal="+x", proposal_label="@y")
    assert "\r\n'+x,'@y,'=SUM(A1),'=a," in write([odd])
    (one,) = asked(tmp_path, lambda row: row.update(now="new pipes"), statements=[odd])
    assert one.was.id == "+x"
    assert on(apply([odd], [Proposal("+x", "@y", minted=True)], [one], SCHEME)) == ["x-pipes"]

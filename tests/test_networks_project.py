"""The projections against DNA's own values for twelve invented statements."""
from __future__ import annotations

import doctest

import pytest

from kg.networks import project
from kg.networks.project import Event, coalitions, kept, onemode, twomode

# id document date organisation concept agreement: invented, not real positions
FIXTURE = """
1 d1 2023-01-10 BMA M 0 | 2 d1 2023-01-10 BMA M 0 | 3 d1 2023-01-10 ADASS M 1 | 4 d2 2023-01-17 BMA M 0
5 d2 2023-01-17 ADASS P 1 | 6 d2 2023-01-17 KF M 1 | 7 d3 2024-01-09 BMA M 0 | 8 d3 2024-01-09 KF P 1
9 d3 2024-01-09 BMA P 1 | 10 d4 2024-02-06 ADASS M 0 | 11 d4 2024-02-06 KF M 1 | 12 d4 2024-02-06 ADASS P 1
"""
EVENTS = [
    Event(actor, concept, int(agreement), document, date)
    for _, document, date, actor, concept, agreement in (line.split() for line in FIXTURE.replace("\n", "|").split("|") if line.strip())
]
ONEMODE = """
include ignore 10 6 9 | 2.222222 1.714286 2.25 | 1.428571 1.2 1.285714 | .5 .5 .6
include congruence 6 4 1 | 1.333333 1.142857 .25 | .857143 .8 .142857 | .3 .333333 .066667
include conflict 4 2 8 | .888889 .571429 2 | .571429 .4 1.142857 | .2 .166667 .533333
include subtract 2 2 -7 | .444444 .571429 -1.75 | .285714 .4 -1 | .1 .166667 -.466667
document ignore 8 6 7 | 2 1.714286 2 | 1.333333 1.2 1.166667 | .5 .5 .583333
document congruence 5 4 1 | 1.25 1.142857 .285714 | .833333 .8 .166667 | .3125 .333333 .083333
document conflict 3 2 6 | .75 .571429 1.714286 | .5 .4 1 | .1875 .166667 .5
document subtract 2 2 -5 | .5 .571429 -1.428571 | .333333 .4 -.833333 | .125 .166667 -.416667
"""


@pytest.mark.parametrize("line", ONEMODE.strip().splitlines())
def test_one_mode_equals_dna(line: str) -> None:
    head, *others = line.split(" | ")
    duplicates, aggregation, *first = head.split()
    for normalization, values in zip(("no", "average", "jaccard", "cosine"), [first, *(part.split() for part in others)], strict=True):
        found = onemode(EVENTS, aggregation=aggregation, normalization=normalization, duplicates=duplicates)
        assert list(found) == [("ADASS", "BMA"), ("ADASS", "KF"), ("BMA", "KF")]
        assert list(found.values()) == pytest.approx([float(v) for v in values], abs=1e-6)


@pytest.mark.parametrize(
    ("aggregation", "normalization", "values"),
    [
        ("ignore", "no", [2, 2, 3, 1, 2, 1]),
        ("ignore", "activity", [0.5, 0.5, 0.75, 0.25, 0.666667, 0.333333]),
        ("ignore", "prominence", [0.285714, 0.5, 0.428571, 0.25, 0.285714, 0.25]),
        ("subtract", "no", [0, 2, -3, 1, 2, 1]),
        ("subtract", "activity", [0, 0.5, -0.75, 0.25, 0.666667, 0.333333]),
        ("subtract", "prominence", [0, 0.5, -0.428571, 0.25, 0.285714, 0.25]),
        ("combine", "no", [3, 1, 2, 1, 1, 1]),
    ],
)
def test_two_mode_equals_dna(aggregation: str, normalization: str, values: list[float]) -> None:
    found = twomode(EVENTS, aggregation=aggregation, normalization=normalization, duplicates="document")
    assert list(found) == [(a, c) for a in ("ADASS", "BMA", "KF") for c in "MP"]
    assert list(found.values()) == pytest.approx(values, abs=1e-6)


@pytest.mark.parametrize(
    ("duplicates", "size"), [("include", 12), ("document", 11), ("week", 11), ("month", 10), ("year", 10), ("acrossrange", 7)]
)
def test_duplicates_know_their_year(duplicates: str, size: int) -> None:
    assert len(kept(EVENTS, duplicates)) == size


def test_without_the_qualifier_opposite_statements_are_duplicates() -> None:
    assert len(kept(EVENTS, "acrossrange", qualifier=False)) == 6


def test_coalitions_join_those_who_agree() -> None:
    weights = {("a", "b"): 2.0, ("c", "d"): 1.0, ("a", "c"): -3.0}
    assert coalitions(weights) == [["a", "b"], ["c", "d"]]


def test_the_worked_example_in_the_docstring() -> None:
    assert doctest.testmod(project).failed == 0

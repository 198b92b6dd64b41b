"""Two sides of one thing: to be for what a proposal would end is to be against the proposal."""
from __future__ import annotations

import pytest

from kg.pipeline.contrary import contrary, facing
from kg.pipeline.mentions import Mention


def mention(label: str, kind: str = "noun") -> Mention:
    return Mention(0, 1, 0, label, kind)


@pytest.mark.parametrize("said, label, turned", [
    ("toll", "scrapping the toll", True),
    ("scrapping the toll", "toll", True),
    ("unit", "closing the unit in Marsh", True),
    ("keeping the unit open", "closing the unit", True),
    ("closure of the unit", "closing the unit", False),
    ("closing the unit", "shutting the unit", False),
    ("toll", "raising the toll", False),
    ("drift nets", "ban on drift nets", True),
    ("an end to tolls", "tolls", True),
    ("cuts", "cuts in tolls", False),
    ("boats", "ban on drift nets", False),
    ("harbour", "scrapping the toll", False),
])
def test_a_thing_stands_against_its_end(said, label, turned):
    m = mention(said, "clause" if said.split()[0].endswith("ing") else "noun")
    assert contrary(m, label) is turned
    assert facing(m, label).sign == (-1 if turned else 1)


def test_what_points_back_has_no_side_of_its_own():
    assert not contrary(mention("", "pointer"), "scrapping the toll")

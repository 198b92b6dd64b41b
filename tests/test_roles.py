"""Role phrases, forwards and backwards."""
from __future__ import annotations

import pytest

from kg.pipeline.roles import forward, window
from tests.tagged import tagged


@pytest.mark.parametrize("text, expected", [
    ("the/DET deputy/ADJ general/ADJ secretary/NOUN of/ADP the/DET union/NOUN ,/PUNCT said/VERB", "deputy general secretary of the union"),
    ("policy/NOUN officer/NOUN for/ADP ferries/NOUN and/CCONJ trams/NOUN said/VERB", "policy officer for ferries and trams"),
    ("chairman/NOUN and/CCONJ chief/ADJ executive/NOUN of/ADP Acme/PROPN ./PUNCT", "chairman and chief executive of Acme"),
    ("a/DET table/NOUN in/ADP the/DET hall/NOUN", None),
    ("head/NOUN teacher/NOUN who/PRON left/VERB", "head teacher"),
])
def test_forward(text: str, expected: str | None) -> None:
    doc = tagged(text)
    role = forward(doc, 0)
    assert expected == (doc[role.start:role.end].text if role else None)


def test_forward_steps_over_a_bodys_name() -> None:
    doc = tagged("a/DET University/PROPN of/ADP Harbury/PROPN professor/NOUN said/VERB")
    assert forward(doc, 0) is None or forward(doc, 0).head != 4
    assert 4 == forward(doc, 0, {1: 4}).head


def test_window_stops_at_verbs_marks_and_days() -> None:
    doc = tagged("said/VERB yesterday/NOUN council/NOUN leader/NOUN Ann/PROPN")
    assert "council leader" == doc[window(doc, 4):4].text

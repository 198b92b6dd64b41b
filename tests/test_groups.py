"""Unnamed collectives and their words."""
from __future__ import annotations

import pytest

from kg.pipeline.groups import groups, singular
from tests.tagged import find, tagged


@pytest.mark.parametrize("text, expected", [
    ("But/CCONJ many/ADJ ferry/NOUN workers/NOUN left/VERB", ["many ferry workers"]),
    ("The/DET unions/NOUN left/VERB", ["unions"]),
    ("teachers/NOUN and/CCONJ parents/NOUN left/VERB", ["teachers and parents"]),
    ("Council/NOUN staff/NOUN left/VERB", ["council staff"]),
    ("the/DET workers/NOUN 's/PART homes/NOUN fell/VERB", []),
    ("Six/NUM in/ADP ten/NUM residents/NOUN left/VERB", ["six in ten residents"]),
    ("two/NUM of/ADP his/PRON own/ADJ managers/NOUN left/VERB", ["two of his own managers"]),
    ("The/DET great/ADJ majority/NOUN of/ADP swimmers/NOUN left/VERB", ["great majority of swimmers"]),
    ("FURIOUS/ADJ parents/NOUN left/VERB", ["furious parents"]),
    ("the/DET towers/NOUN//nsubj fell/VERB", []),
])
def test_groups(text: str, expected: list[str]) -> None:
    doc = tagged(text)
    assert expected == [group.name for group in groups(doc, [], [])]


def test_a_bodys_name_is_taken_whole_and_a_persons_not_at_all() -> None:
    doc = tagged("Tram/PROPN Users/PROPN Association/PROPN members/NOUN met/VERB Ann/PROPN Lee/PROPN supporters/NOUN")
    found = groups(doc, [find(doc, "Ann Lee")], [find(doc, "Tram Users Association")])
    assert ["Tram Users Association members", "supporters"] == [group.name for group in found]


@pytest.mark.parametrize("plural, expected", [
    ("ferry trust chief executives", "ferry trust chief executive"), ("local authorities", "local authority"), ("GPs", "GP"), ("bus bosses", "bus boss"), ("midwives", "midwife")])
def test_singular(plural: str, expected: str) -> None:
    assert expected == singular(plural)

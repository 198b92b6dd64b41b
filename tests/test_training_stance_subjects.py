"""Invented utterances on many subjects as pairs for the stance reader."""
from __future__ import annotations

import random
from pathlib import Path

import pytest

pytest.importorskip("spacy")

from training.stance.pairs import CONDITIONAL, NONE, OPPOSES, SUPPORTS
from training.stance.subjects import frames, pairs, subjects, told

LINES = """# ferry, 1996
= ending the winter sailings; the withdrawal of the winter boat
~ keeping the ferry running all year
* a new pier
+ a bus would serve as well
- "Are they going to row her over?"
?- not without an air ambulance first
. the vessel was built in 1962
*+ there is nowhere to land a lorry
""".splitlines()


def test_a_block_is_read_by_its_marks() -> None:
    (ferry,) = subjects(LINES)
    assert ["ending the winter sailings", "the withdrawal of the winter boat"] == ferry.proposal
    assert (["keeping the ferry running all year"], ["a new pier"]) == (ferry.contrary, ferry.other)
    assert ("+", "a bus would serve as well") == ferry.said[0]


@pytest.mark.parametrize("lines, said", [(["+ too early"], "before the first subject"), (["# a", "! what"], "line 2: '!' is no mark")])
def test_a_bad_line_is_named(lines: list[str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        subjects(lines)


def test_a_side_is_turned_on_the_contrary_and_none_on_another_proposal() -> None:
    found = {(p.proposal, p.side) for p in pairs(subjects(LINES)) if "bus would" in p.words}
    assert ("keeping the ferry running all year", OPPOSES) in found
    assert {SUPPORTS} == {side for proposal, side in found if "winter" in proposal}
    other = {(p.proposal, p.side) for p in pairs(subjects(LINES)) if "lorry" in p.words}
    assert ("a new pier", SUPPORTS) in other
    assert {NONE} == {side for proposal, side in other if proposal != "a new pier"}


@pytest.mark.parametrize("part, side", [("air ambulance", CONDITIONAL), ("1962", NONE)])
def test_conditions_and_facts_keep_their_own_sides(part: str, side: int) -> None:
    assert {side} == {p.side for p in pairs(subjects(LINES)) if part in p.words and "winter" in p.proposal}


def test_own_sentences_are_quoted_and_reported_ones_are_not() -> None:
    ways = {"direct": ["“{0}” he said."], "reported": ["She said {0}.", "{0}, she said."]}
    assert "“We will go,” he said." == told("We will go.", ways, random.Random(1))
    assert "“Row her over?” he said." == told('"Row her over?"', ways, random.Random(1))
    assert {"She said it would go.", "It would go, she said."} == {told("it would go", ways, random.Random(n)) for n in range(9)}


def test_every_way_of_telling_holds_the_words_once() -> None:
    assert all(way.count("{0}") == 1 for ways in frames().values() for way in ways)


def test_the_labels_can_be_read() -> None:
    found = subjects((Path(__file__).parents[1] / "training/labels/subjects.txt").read_text(encoding="utf-8").splitlines())
    assert all(s.proposal and s.said for s in found)
    assert 1538 == sum(len(s.said) for s in found)

"""Likeness of phrases: inflection does not part them, words that say nothing do not join them."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.pipeline.wording import containment, likeness, stems


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [("closing the harbour", "closure of the harbour", 0.99), ("merging two colleges", "merger of the colleges", 0.6), ("a ban on nets", "banning nets", 0.99)],
)
def test_the_same_thing_in_other_words(one: str, other: str, least: float) -> None:
    assert likeness(stems(one), stems(other)) >= least


def test_empty_words_join_nothing() -> None:
    assert likeness(stems("the proposal to give"), stems("the plans to make")) == 0.0


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_symmetric_and_bounded(one: str, other: str) -> None:
    a, b = stems(one), stems(other)
    assert likeness(a, b) == likeness(b, a)
    assert 0.0 <= likeness(a, b) <= 1.0 and 0.0 <= containment(a, b) <= 1.0

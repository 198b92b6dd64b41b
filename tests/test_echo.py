"""Agreeing and differing takes the side of whoever spoke before."""
from __future__ import annotations

import pytest

from kg.model import Article, Stance

LEAD = "The council will close the swimming pool in May. The ratepayers' league supports the closure of the pool. "


@pytest.fixture(scope="module")
def read(nlp):
    """A function text -> statements of the whole pipeline."""
    from kg.pipeline.extract import extract

    return lambda text: extract(nlp, Article("echo", text))[1]


@pytest.mark.model
@pytest.mark.parametrize(
    ("words", "stance"),
    [("The teachers' union takes the same view.", Stance.SUPPORTS), ("The teachers' union begs to differ.", Stance.OPPOSES), ("The teachers' union thinks otherwise.", Stance.OPPOSES)],
)
def test_an_echo_takes_the_side_of_the_last_speaker_or_the_other(read, words: str, stance: Stance) -> None:
    found = [s for s in read(LEAD + words) if s.rule == "echo"]
    assert [(s.speaker, s.stance) for s in found] == [("teachers' union", stance)]


@pytest.mark.model
def test_nothing_is_echoed_where_nobody_took_a_side(read) -> None:
    assert [s for s in read("The hall was full. The teachers' union takes the same view.") if s.rule == "echo"] == []


@pytest.mark.model
def test_a_verb_that_says_what_is_agreed_is_no_echo(read) -> None:
    assert [s for s in read(LEAD + "The teachers' union agreed that May was near.") if s.rule == "echo"] == []

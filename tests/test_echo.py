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


PAPER = "The Fabric Institute called for the abolition of port boards in a report published today. "


@pytest.mark.model
@pytest.mark.parametrize(
    ("words", "stance"),
    [("The Ports Forum has backed the report.", Stance.SUPPORTS), ("The Ports Forum rejected the report.", Stance.OPPOSES), ("The Ports Forum did not oppose the report.", Stance.SUPPORTS),
     ("The Ports Forum dissented from the report.", Stance.OPPOSES)],
)
def test_who_backs_or_attacks_a_report_takes_a_side_on_what_it_asks_for(read, words: str, stance: Stance) -> None:
    assert ("Ports Forum", stance, "abolition of port boards") in [(s.speaker, s.stance, s.proposal_label) for s in read(PAPER + words)]


@pytest.mark.model
def test_who_answers_somebodys_words_takes_a_side_on_what_he_spoke_of(read) -> None:
    found = read("Ann Lee, head of the Fabric Institute, called for the abolition of port boards. Her comments drew a furious response from the Ports Forum.")
    assert ("Ports Forum", Stance.OPPOSES, "abolition of port boards") in [(s.speaker, s.stance, s.proposal_label) for s in found]


@pytest.mark.model
def test_a_report_in_which_nobody_takes_a_side_gives_none(read) -> None:
    assert [s for s in read("The Fabric Institute published a report on port boards today. The Ports Forum has backed the report.") if s.rule == "echo"] == []


@pytest.mark.model
def test_a_view_that_is_shared_is_taken_by_who_shares_it(read) -> None:
    found = [(s.speaker, s.stance) for s in read(LEAD + "Its view was shared by the teachers' union.") if s.rule == "echo"]
    assert found == [("teachers' union", Stance.SUPPORTS)]

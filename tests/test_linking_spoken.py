"""What an article says of a concept: a likeness of words alone links nothing that the article never speaks of."""
from __future__ import annotations

import pytest

from kg.linking.proposals import Matcher
from kg.linking.scheme import load
from kg.linking.spoken import Spoken
from kg.pipeline.encoder import embed

CABLES = "The town council voted to build a network of its own in every street, so that homes may have fast cables. Traders want the network too."
CARE = "Surgeries are to share nurses in primary care networks of 50,000 patients. Doctors said that building a network of surgeries takes time."


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(load(), embed)


def test_words_alike_in_an_article_on_something_else_are_no_link(matcher: Matcher) -> None:
    words = "building networks of primary practices"
    assert matcher.match(words).concept == "primary-care-networks"
    assert matcher.match(words, spoken=Spoken(CARE, matcher.index)).concept == "primary-care-networks"
    assert matcher.match(words, spoken=Spoken(CABLES, matcher.index)) is None


def test_a_label_word_for_word_needs_no_more(matcher: Matcher) -> None:
    assert matcher.match("primary care networks", spoken=Spoken(CABLES, matcher.index)).concept == "primary-care-networks"


def test_the_share_is_that_of_the_best_label(matcher: Matcher) -> None:
    assert Spoken(CARE, matcher.index).share("primary-care-networks") == 1.0
    assert 0 < Spoken(CABLES, matcher.index).share("primary-care-networks") < 1.0
    assert Spoken("", matcher.index).share("primary-care-networks") == 0.0
    assert Spoken(CARE, matcher.index).share("no-such-concept") == 0.0


def test_a_doubtful_link_asks_for_more_than_a_sure_one(matcher: Matcher) -> None:
    spoken = Spoken("Joint training for staff is wanted.", matcher.index)
    assert spoken.share("joint-training") == 1.0
    partly = Spoken("Health staff and care staff met.", matcher.index)
    assert partly.share("joint-training") < 1.0
    assert not partly.bears("joint-training", sure=False)

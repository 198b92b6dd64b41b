"""Long labels without what the article does not come back to."""
from __future__ import annotations

import pytest

from kg.model import Article
from kg.pipeline.extract import doc_of
from kg.pipeline.labels import clause_label
from kg.pipeline.parse import load
from kg.pipeline.sparing import in_short


@pytest.fixture(scope="module")
def nlp():
    return load()


def label(nlp, text: str, verb: str) -> tuple[str, str]:
    """The label of the first clause that the verb heads, and what is written down."""
    doc = doc_of(nlp, Article("a", text))
    long = clause_label(next(t for t in doc if t.text == verb))
    return long, in_short(doc, long)


def test_a_long_label_loses_what_the_article_never_comes_back_to(nlp):
    text = "The council wants to close the old swimming baths in Marsh Lane beside the canal in the summer holidays. The baths opened in 1931. Swimmers want the baths repaired."
    long, short = label(nlp, text, "close")
    assert "Marsh Lane" in long
    assert short.startswith("closing the old swimming baths") and len(short.split()) < len(long.split())


def test_a_short_label_stays(nlp):
    long, short = label(nlp, "The council wants to close the baths in Marsh Lane.", "close")
    assert long == short == "closing the baths in Marsh Lane"


@pytest.mark.parametrize("kept", ["of the county bus company", "without a new ballot of members"])
def test_what_limits_a_label_stays(nlp, kept):
    _, short = label(nlp, f"The council wants to sell forty per cent {kept} in the first weeks after Easter through an agent in Leeds.", "sell")
    assert kept in short


def test_verbs_joined_by_and_are_both_gerunds_and_denied_ones_go(nlp):
    assert label(nlp, "The board plans to close the ward and sell the land.", "close")[1] == "closing the ward and selling the land"
    assert label(nlp, "The board should close the ward and not sell the land.", "close")[1].endswith("closing the ward")


def test_what_is_laid_on_somebody_keeps_what_it_is(nlp):
    assert label(nlp, "The cabinet is considering imposing a duty on councils and bus firms to set up joint boards.", "imposing") == (
        "imposing a duty on councils and bus firms to set up joint boards", "imposing a duty to set up joint boards")

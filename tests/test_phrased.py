"""Phrases that bring on a source: the taggers may lose the source, the phrase or both."""
from __future__ import annotations

import pytest

from kg.model import Article
from kg.pipeline.attribution import attribute, attributions
from kg.pipeline.parse import parse


def _said(nlp, text: str, fast: bool = False) -> list[tuple[str, str, list[str]]]:
    doc = attribute(next(iter(parse(nlp, [Article("a", text)]))), fast=fast)
    return [(" ".join(text[a:b] for a, b in one.source), " ".join(text[a:b] for a, b in one.cue), [text[a:b] for a, b in one.content]) for one in attributions(doc)]


@pytest.mark.model
@pytest.mark.parametrize("fast", [False, True])
@pytest.mark.parametrize("text, wanted", [
    ("According to a report by the Ferry League, pooled budgets save little.", ("a report by the Ferry League", "According to", ["pooled budgets save little"])),
    ("Pooled budgets, in the words of one official, are \"a mess\".", ("one official", "in the words of", ["Pooled budgets", "are \"a mess\""])),
    ("The toll is unfair, in the eyes of the union.", ("the union", "in the eyes of", ["The toll is unfair"])),
    ("In the opinion of Ann Lee, the toll must go.", ("Ann Lee", "In the opinion of", ["the toll must go"])),
    ("In the view of the union, the baths must stay open, and the pool too.", ("the union", "In the view of", ["the baths must stay open, and the pool too"])),
])
def test_the_rest_of_the_sentence_is_its_sources(nlp, text: str, wanted: tuple[str, str, list[str]], fast: bool) -> None:
    assert [wanted] == _said(nlp, text, fast)


@pytest.mark.model
@pytest.mark.parametrize("fast", [False, True])
@pytest.mark.parametrize("text", ["All of it went according to plan.", "Everything was done according to plan, and on time.", "People are charged according to means."])
def test_what_goes_according_to_plan_is_nobodys_words(nlp, text: str, fast: bool) -> None:
    assert not [one for one in _said(nlp, text, fast) if one[1] == "according to"]


@pytest.mark.model
def test_what_somebody_else_says_of_it_stays_his(nlp) -> None:
    assert [("Mr Hill", "said", ["that, according to the union, rents must fall"])] == _said(nlp, "Mr Hill said that, according to the union, rents must fall.")

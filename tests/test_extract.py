"""The whole chain on invented items: who, which stance, on what, in which words."""
from __future__ import annotations

import pytest

from kg.model import Article, Mode
from kg.pipeline.extract import extract

ITEM = """Plans to close the swimming pool at Marsham have angered swimmers.

The leader of Marsham council, Ruth Osgood, defended the plans. "The pool loses money every week," she said.

The Marsham Swimmers' Association is opposed to the closure, and has urged councillors not to close the pool.
"""


@pytest.mark.model
def test_statements_quote_the_article(nlp) -> None:
    _, statements = extract(nlp, Article("pool", ITEM, title="Anger over pool closure", date="2011-05-04"))
    assert statements
    for statement in statements:
        assert ITEM[statement.start:statement.end] == statement.quote
        assert statement.said_on == "2011-05-04"
        assert 0.0 < statement.confidence <= 1.0


@pytest.mark.model
def test_both_sides_are_found(nlp) -> None:
    _, statements = extract(nlp, Article("pool", ITEM, title="Anger over pool closure"))
    found = {(s.speaker, str(s.stance)) for s in statements}
    assert ("Ruth Osgood", "supports") in found
    assert ("Marsham Swimmers' Association", "opposes") in found


@pytest.mark.model
def test_facts_make_no_statement(nlp) -> None:
    text = "The population of Marsham was 12,400 on census day. Growth was fastest in the east, said statistician Ann Lee."
    assert extract(nlp, Article("census", text))[1] == []


@pytest.mark.model
def test_an_empty_text_holds_nothing(nlp) -> None:
    assert extract(nlp, Article("empty", " \n")) == ([], [])
    assert Mode.NARRATED == "narrated"

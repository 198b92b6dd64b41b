"""Datelines and shouted first words: what the view leaves out, and what it must leave alone."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.pipeline.opening import dateline, lowered
from kg.pipeline.view import view


@pytest.mark.parametrize(("text", "begins"), [
    ("HARBOUR END - Boats are to be taxed.", "Boats are"),
    ("PORT LOWE, May 3 (NNA) -- Boats are to be taxed.", "Boats are"),
    ("ST. ELM, Ohio — “No,” she said.", '"No,"'),
    ("MILTON —Standing on a box, she said no.", "Standing on"),
    ("Port Lowe (Reuters) - Boats are to be taxed.", "Boats are"),
    ("TARNAGAR: Shops stayed shut.", "Shops stayed"),
    ("The council - and the mayor - said no.", "The council"),
    ("NHS managers - and doctors - said no.", "NHS managers"),
    ("HARBOUR END -", "HARBOUR END -"),
    ("It was over: everybody left.", "It was"),
])
def test_dateline(text: str, begins: str) -> None:
    assert view(text).text.startswith(begins)


@pytest.mark.parametrize(("text", "begins"), [
    ("BOATS will be taxed. Owners of boats said no.", "Boats will"),
    ("THERE IS no tax on boats.", "There is no"),
    ("LOWE county council said no. People in Lowe cheered.", "Lowe county"),
    ("NHS managers said no.", "NHS managers"),
    ("UNISON said no.", "UNISON said"),
    ("BOATS WILL BE TAXED", "BOATS WILL"),
    ("TV-DX poll: boats sink. The tv fell.", "TV-DX poll"),
    ("A boat sank.", "A boat"),
])
def test_shouted_first_words(text: str, begins: str) -> None:
    assert view(text).text.startswith(begins)


def test_spans_lead_behind_the_dateline() -> None:
    text = "Tax on boats\n\nHARBOUR END, May 3 - BOATS will be taxed, and boats will sink."
    seen = view(text)
    start = seen.text.index("Boats will")
    assert text[slice(*seen.source(start, start + 10))] == "BOATS will"
    assert "HARBOUR" not in seen.text


def test_only_the_first_paragraphs_open_a_story() -> None:
    assert "LATER - The" in view("One.\n\nTwo.\n\nThree.\n\nFour.\n\nLATER - The end.").text


@given(st.text(alphabet="AB ab-:—().,\n", max_size=60))
def test_any_text_has_a_place_where_it_begins(text: str) -> None:
    assert 0 <= dateline(text, 0, len(text)) <= len(text)
    assert all(text[i].isupper() for i in lowered(text, 0, len(text)))

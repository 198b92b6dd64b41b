"""Turns of phrase of plain news, each read end to end: owners of motions, effects feared, second thoughts, what a label need not say."""
from __future__ import annotations

import pytest
from test_plain_news import nlp, read  # noqa: F401

PORT = "The board plans to move the ward. "


@pytest.mark.parametrize("text, wanted", [
    ("A Liberal Democrat motion to annul the regulations was lost by a single vote on Tuesday. The regulations would ban ferries at night.", ("Liberal Democrats", "supports", "annulling the regulations")),
    ("Ministers plan to abolish the regulator. A Labour amendment to keep it was defeated.", ("Labour Party", "opposes", "abolishing the regulator")),
    ("The council sought to close the library, but villagers fought to save it.", ("villagers", "opposes", "closing the library")),
    ("The trust plans to merge its two hospitals. Unions fear job losses.", ("unions", "opposes", "merging its two hospitals")),
    (PORT + "Nurses asked the board to think again about moving it to Tenby.", ("nurses", "opposes", "moving the ward")),
    (PORT + "Patients' groups urged a rethink.", ("patients' groups", "opposes", "moving the ward")),
    ("Midwives supported home births and better pay but opposed closing the unit.", ("midwives", "opposes", "closing the unit")),
    ("The proposals, which would see four trusts become one, have been condemned by staff and welcomed by the health authority.", ("staff", "opposes", "four trusts becoming one")),
    ("The proposals, which would see four trusts become one, have been condemned by staff and welcomed by the health authority.", ("health authority", "supports", "four trusts becoming one")),
    ("Alcohol Watch has come down against a change in the law.", ("Alcohol Watch", "opposes", "change in the law")),
    ("Labour would scrap the levy on ferries within a year, Tom Reed said.", ("Labour Party", "supports", "scrapping the levy on ferries within a year")),
    ("A Labour government would scrap the levy on ferries, Tom Reed, the shadow transport minister, said. The CBI backs the levy.", ("CBI", "opposes", "Labour government scrapping the levy on ferries")),
])
def test_a_turn_of_phrase_gives_its_statement(nlp, text, wanted):  # noqa: F811
    assert wanted in read(nlp, text)


@pytest.mark.parametrize("text", [
    "The Public Data Bill, which would let departments pool records, has been welcomed by the commissioner.",
    "Ann Lee called the three-year moratorium a mistake.",
])
def test_what_has_a_name_or_words_of_its_own_keeps_them(nlp, text):  # noqa: F811
    assert {"Public Data Bill", "three-year moratorium"} & {label for _, _, label in read(nlp, text)}


def test_a_fear_for_itself_is_about_no_plan(nlp):  # noqa: F811
    assert read(nlp, "Farmers fear a dry summer.") == []

"""What a decision that said no means, and who is put on a side by a noun: read without a parser where data will do."""
from __future__ import annotations

from kg import lang
from kg.pipeline.inventory import looks_into


def test_an_inquiry_into_a_thing_is_told_from_the_thing():
    assert looks_into("urgent review of the benefit cap") and not looks_into("benefit cap") and not looks_into("abolition of the cap")


def test_a_noun_of_a_side_has_one():
    assert set(lang.table("en", "grammar")["faction_signs"].values()) == {1, -1}


def test_makers_are_of_a_side():
    table = lang.table("en", "grammar")
    assert set(table["makers"]) <= set(table["faction_signs"])

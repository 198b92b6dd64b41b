"""Which names are one organisation, and its fullest name."""
from __future__ import annotations

import pytest

from kg.pipeline.bodies import bodies, expanded, stands_for
from kg.pipeline.names import names
from tests.tagged import tagged


def cast(text: str) -> dict[str, int]:
    doc = tagged(text)
    return {body.name: len(body.mentions) for body in bodies(doc, names(doc))}


def test_an_acronym_joins_its_long_name_before_or_after() -> None:
    text = "the/DET TUA/PROPN met/VERB ./PUNCT | Then/ADV the/DET Tram/PROPN Users/PROPN Association/PROPN left/VERB ./PUNCT | The/DET TUA/PROPN spoke/VERB"
    assert {"Tram Users Association": 3} == cast(text)


def test_a_domain_acronym_inside_a_name_is_spelt_out_where_the_article_does() -> None:
    text = "the/DET Harbury/PROPN/LOC HA/PROPN met/VERB ./PUNCT | Then/ADV Harbury/PROPN/LOC health/NOUN authority/NOUN agreed/VERB"
    assert {"Harbury Health Authority": 2} == cast(text)


def test_an_acronym_in_brackets_defines_itself() -> None:
    text = "the/DET Society/PROPN of/ADP Radiographers/PROPN (/PUNCT SCoR/PROPN )/PUNCT met/VERB ./PUNCT | the/DET Institute/PROPN of/ADP Bakers/PROPN (/PUNCT IBX/PROPN )/PUNCT spoke/VERB and/CCONJ the/DET IBX/PROPN left/VERB"
    assert 3 == cast(text)["Institute of Bakers"]


@pytest.mark.parametrize("short, name, expected", [
    ("LGA", "local government association", True), ("RCN", "royal college of nursing", True), ("DfT", "department for transport", True), ("RCN", "royal college of surgeons", False)])
def test_stands_for(short: str, name: str, expected: bool) -> None:
    assert expected == stands_for(short, tuple(name.split()))


def test_expanded_spells_out_only_inside_a_name() -> None:
    assert ("harbury", "primary", "care", "trust") == expanded("Harbury PCT")
    assert ("pct",) == expanded("PCT")


def test_a_government_that_may_come_is_no_body() -> None:
    assert {} == cast("A/DET Labour/PROPN government/NOUN would/AUX wait/VERB")


def test_the_people_after_whom_a_body_is_named_are_not_the_body() -> None:
    text = "The/DET Wardens/PROPN/ORG '/PART Guild/PROPN/ORG met/VERB ./PUNCT | the/DET Wardens/PROPN/ORG left/VERB"
    assert 1 == next(count for name, count in cast(text).items() if name.endswith("Guild"))

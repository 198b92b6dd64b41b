"""What the article as a whole says of a name's kind."""
from __future__ import annotations

import pytest

from kg.pipeline.kinds import settle
from kg.pipeline.name import BODY, PERSON, UNKNOWN
from kg.pipeline.names import names
from tests.tagged import tagged

BODIES = [
    "Open/PROPN/LOC Shores/PROPN/LOC//nsubj ,/PUNCT a/DET tenants/NOUN '/PART union/NOUN ,/PUNCT objects/VERB",
    "The/DET Open/PROPN/PERSON Shores/PROPN/PERSON analyst/NOUN Ann/PROPN/PERSON Lee/PROPN/PERSON said/VERB",
    "Ann/PROPN/PERSON Lee/PROPN/PERSON ,/PUNCT an/DET analyst/NOUN with/ADP Open/PROPN/PERSON Shores/PROPN/PERSON ,/PUNCT said/VERB",
    "A/DET group/NOUN calling/VERB itself/PRON Open/PROPN Shores/PROPN met/VERB",
    "Open/PROPN Shores/PROPN 's/PART report/NOUN says/VERB fares/NOUN fall/VERB",
    "A/DET report/NOUN by/ADP Open/PROPN Shores/PROPN says/VERB fares/NOUN fall/VERB",
    "Ann/PROPN/PERSON Lee/PROPN/PERSON of/ADP Open/PROPN Shores/PROPN objects/VERB",
    "the/DET head/NOUN of/ADP Open/PROPN Shores/PROPN objects/VERB",
    "Open/PROPN/LOC Shores/PROPN/LOC ,/PUNCT which/PRON runs/VERB nine/NUM ferries/NOUN ,/PUNCT objects/VERB",
]


@pytest.mark.parametrize("text", BODIES)
def test_words_that_go_only_with_a_body_make_the_name_one(text: str) -> None:
    doc = tagged(text)
    found = settle(doc, names(doc))
    assert BODY in {n.kind for n in found if doc[n.start].text == "Open"}


def test_a_name_with_an_age_or_a_post_after_it_is_a_persons() -> None:
    doc = tagged("Hassan/PROPN/ORG Rizvi/PROPN/ORG ,/PUNCT 43/NUM ,/PUNCT met/VERB Torvik/PROPN/ORG Larsen/PROPN/ORG ,/PUNCT president/NOUN of/ADP the/DET union/NOUN ,/PUNCT today/ADV")
    assert [PERSON, PERSON] == [n.kind for n in settle(doc, names(doc))]


def test_two_joined_by_an_ampersand_are_no_person() -> None:
    doc = tagged("He/PRON stood/VERB in/ADP Shenley/PROPN/PERSON &/CCONJ Broadmarsh/PROPN/PERSON")
    assert UNKNOWN == settle(doc, names(doc))[-1].kind


def test_one_who_does_something_is_a_person() -> None:
    doc = tagged("said/VERB Darnell/PROPN/ORG Quilty/PROPN/ORG ,/PUNCT a/DET millwright/NOUN who/PRON left/VERB ,/PUNCT today/ADV")
    assert [PERSON] == [n.kind for n in settle(doc, names(doc))]

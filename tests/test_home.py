"""The body that a bare post belongs to."""
from __future__ import annotations

from kg.pipeline.casting import gather
from tests.tagged import tagged


def _organisation(text: str) -> str | None:
    return gather(tagged(text, date="2010")).actors["person:ann-lee"].organisation


def test_a_councillor_speaks_for_the_one_council_named() -> None:
    assert "Harbury Council" == _organisation("Harbury/PROPN/LOC Council/PROPN//nsubj met/VERB ./PUNCT || The/DET RMT/PROPN//nsubj objected/VERB ./PUNCT || Cllr/PROPN Ann/PROPN Lee/PROPN agreed/VERB")
    assert _organisation("Harbury/PROPN/LOC Council/PROPN//nsubj met/VERB ./PUNCT | Wickley/PROPN/LOC Council/PROPN//nsubj met/VERB ./PUNCT || Cllr/PROPN Ann/PROPN Lee/PROPN agreed/VERB") is None


def test_a_colleague_speaks_for_the_same_body() -> None:
    assert "RMT" == _organisation("The/DET RMT/PROPN 's/PART leader/NOUN Bo/PROPN/PERSON Jones/PROPN/PERSON and/CCONJ president/NOUN Ann/PROPN/PERSON Lee/PROPN/PERSON agreed/VERB")


def test_a_paragraph_that_opens_with_a_place_is_about_its_body() -> None:
    assert "Harbury" == _organisation("In/ADP Harbury/PROPN/LOC ,/PUNCT people/NOUN worry/VERB ./PUNCT | Ann/PROPN Lee/PROPN ,/PUNCT director/NOUN of/ADP housing/NOUN ,/PUNCT agreed/VERB")


def test_a_post_given_before_its_holder_is_named_is_hers() -> None:
    text = "The/DET manager/NOUN//nsubj of/ADP the/DET Tram/PROPN Trust/PROPN objected/VERB ./PUNCT || Ann/PROPN Lee/PROPN told/VERB a/DET meeting/NOUN so/ADV"
    actor = gather(tagged(text)).actors["person:ann-lee"]
    assert ("manager", "Tram Trust") == (actor.role, actor.organisation)


def test_a_post_that_has_left_has_no_home() -> None:
    assert _organisation("The/DET RMT/PROPN//nsubj objected/VERB ./PUNCT | Former/ADJ president/NOUN Ann/PROPN Lee/PROPN agreed/VERB") is None


def test_the_only_body_is_too_far_off_after_four_paragraphs() -> None:
    far = " || ".join(["It/PRON rained/VERB"] * 4)
    text = "The/DET RMT/PROPN//nsubj objected/VERB || {} ./PUNCT || Director/NOUN Ann/PROPN/PERSON Lee/PROPN/PERSON agreed/VERB"
    assert "RMT" == _organisation(text.format("It/PRON rained/VERB"))
    assert _organisation(text.format(far)) is None

"""The statement's identities and its two forms."""
from __future__ import annotations

import pytest

from kg.model import COLUMNS, SpeakerKind, Stance, Statement, normalise, place, statement_from_dict, statement_id, statement_to_dict

STATEMENT = Statement(
    id="1", article="a", start=0, end=4, quote="No.", speaker="Ann Lee", speaker_kind=SpeakerKind.PERSON, stance=Stance.OPPOSES,
    proposal_text="the levy", mode="direct", cue="said", rule="cue")


def test_a_record_comes_back_as_the_statement_it_was() -> None:
    assert statement_from_dict(statement_to_dict(STATEMENT)) == STATEMENT


def test_a_record_has_the_columns_in_order() -> None:
    assert tuple(statement_to_dict(STATEMENT)) == COLUMNS


@pytest.mark.parametrize(("change", "message"), [({"stanze": "x"}, "stanze"), ({"quote": None}, "quote")])
def test_a_wrong_record_is_named(change: dict, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        statement_from_dict(statement_to_dict(STATEMENT) | change)


def test_place_survives_new_quote_marks_and_white_space() -> None:
    assert place("a", "“No,”  she said –\nfirmly") == place("a", '"no," she said - firmly')


def test_id_changes_with_the_claim_alone() -> None:
    first = statement_id("a", "We oppose it", "Ann Lee", "opposes", "the levy")
    assert first == statement_id("a", "We  oppose it", "ann lee", "opposes", "The levy")
    assert first != statement_id("a", "We oppose it", "Ann Lee", "supports", "the levy")


def test_normalise_folds_case_marks_and_space() -> None:
    assert normalise("‘The  LGA’ —\n said") == "'the lga' - said"

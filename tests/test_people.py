"""Which names are one person."""
from __future__ import annotations

from kg.pipeline.names import names
from kg.pipeline.people import people
from tests.tagged import tagged


def cast(text: str) -> dict[str, list[str]]:
    doc = tagged(text)
    found, _ = people(doc, names(doc))
    return {person.name: [doc[m.start:m.end].text for m in person.mentions] for person in found}


def test_a_surname_means_the_person_named_in_full() -> None:
    assert {"Ann Lee": ["Ann Lee", "Lee"]} == cast("Ann/PROPN Lee/PROPN spoke/VERB ./PUNCT | Then/ADV Ms/PROPN Lee/PROPN left/VERB")


def test_a_surname_in_the_headline_finds_its_person_below() -> None:
    assert {"Ann Lee": ["Lee", "Ann Lee"]} == cast("Why/ADV Lee/PROPN/PERSON left/VERB || Ann/PROPN Lee/PROPN spoke/VERB")


def test_two_people_of_one_surname_are_two_people_and_titles_tell_them_apart() -> None:
    text = "Peter/PROPN Smith/PROPN and/CCONJ Jane/PROPN Smith/PROPN met/VERB ./PUNCT | Then/ADV Mr/PROPN Smith/PROPN left/VERB but/CCONJ Mrs/PROPN Smith/PROPN stayed/VERB"
    assert {"Peter Smith": ["Peter Smith", "Smith"], "Jane Smith": ["Jane Smith", "Smith"]} == cast(text)


def test_of_two_people_of_one_surname_the_one_named_last_is_meant() -> None:
    text = "Peter/PROPN Smith/PROPN spoke/VERB ./PUNCT | Then/ADV Paul/PROPN Smith/PROPN came/VERB ./PUNCT | But/CCONJ Smith/PROPN/PERSON left/VERB"
    assert {"Peter Smith": ["Peter Smith"], "Paul Smith": ["Paul Smith", "Smith"]} == cast(text)


def test_a_strange_name_is_a_persons_where_its_surname_has_a_title() -> None:
    from kg.pipeline.casting import gather

    doc = tagged("Later/ADV Xanthe/PROPN Quill/PROPN left/VERB ./PUNCT | Then/ADV Ms/PROPN Quill/PROPN spoke/VERB")
    assert "Xanthe Quill" == gather(doc).actors["person:xanthe-quill"].name


def test_an_initial_joins_the_full_name_and_the_fuller_form_wins() -> None:
    assert ["Donald J. Shaw"] == list(cast("Donald/PROPN Shaw/PROPN spoke/VERB ./PUNCT | Then/ADV Donald/PROPN J./PROPN Shaw/PROPN left/VERB"))

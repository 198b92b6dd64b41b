"""Common nouns that stand for somebody named elsewhere."""
from __future__ import annotations

from kg.pipeline import nominals
from kg.pipeline.casting import gather
from tests.tagged import find, tagged


def test_the_council_is_the_last_council_named_before() -> None:
    doc = tagged("Harbury/PROPN/LOC council/NOUN met/VERB ./PUNCT | Moss/PROPN/LOC Council/PROPN met/VERB ./PUNCT | The/DET council/NOUN left/VERB")
    cast = gather(doc)
    assert "Moss Council" == cast.actors[nominals.body(cast, find(doc, "The council")[1] - 1)].name


def test_modifiers_must_be_in_the_name() -> None:
    doc = tagged("Harbury/PROPN/LOC council/NOUN met/VERB ./PUNCT | The/DET parish/NOUN council/NOUN left/VERB")
    cast = gather(doc)
    assert "parish council" == cast.actors[nominals.body(cast, find(doc, "The parish council")[1] - 1)].name


def test_another_nations_government_is_named_as_such() -> None:
    doc = tagged("The/DET Scottish/ADJ government/NOUN met/VERB in/ADP Westminster/PROPN")
    cast = gather(doc)
    assert "Scottish Government" in {actor.name for actor in cast.actors.values()} | {cast.actors[nominals.body(cast, 2)].name}


def test_a_place_speaks_for_the_one_body_named_after_it() -> None:
    doc = tagged("Harbury/PROPN/LOC council/NOUN met/VERB ./PUNCT | Then/ADV in/ADP Harbury/PROPN/LOC it/PRON rained/VERB")
    cast = gather(doc)
    assert "Harbury Council" == cast.actors[nominals.place(cast, 6, 7)].name

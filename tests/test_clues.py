"""The light tagger's view of a drawn parse: the way to the cue, clause edges, the sentence before."""
from __future__ import annotations

import drawn
from kg.pipeline import clues
from kg.pipeline.quotes import quote
from training.attribution.light import features

PRIORS = {"says V": 5}


def rows() -> list[list[str]]:
    doc = quote(drawn.load("said_after"))
    for token in doc:  # drawn Docs have no fine tags
        token.tag_ = {"VERB": "VB", "PUNCT": "."}.get(token.pos_, "NN")
    return features(doc, PRIORS)


def test_a_row_for_every_token() -> None:
    assert len(drawn.load("said_after")) == len(rows())


def test_the_way_to_the_nearest_cue() -> None:
    assert "p\tnsubj > 5" in rows()[7]
    assert "p\tccomp < 5" in rows()[2]


def test_a_sentence_knows_the_cue_of_the_one_before() -> None:
    assert any(feature.startswith("s\t0 5") for feature in rows()[16])


def test_neighbours_end_at_the_paragraph() -> None:
    first, *_, last = rows()
    assert {"w-\t^", "t--\t^\t^"} <= set(first)
    assert {"w+\t$", "t++\t$\t$"} <= set(last)


def test_where_a_column_is_read() -> None:
    assert [("tag above", 0), ("tag", -2), ("word", 1)] == list(map(clues.split, ("tag above", "tag-2", "word+1")))


def test_nothing_gives_nothing() -> None:
    assert [] == features(quote(drawn.draw("")), PRIORS)

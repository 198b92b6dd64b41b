"""Base forms: what the word lists know wins over what a lemmatiser invents."""
from __future__ import annotations

import pytest

from kg.pipeline.lemmas import bases, known


@pytest.mark.parametrize(("word", "base"), [("scrapped", "scrap"), ("urged", "urge"), ("carried", "carry"), ("opposes", "oppose"), ("policies", "policy"), ("gave", "give"), ("backing", "back")])
def test_the_base_is_among_the_candidates(word: str, base: str) -> None:
    assert base in bases(word)


def test_cue_words_are_known() -> None:
    assert {"oppose", "welcome", "rail", "merger"} <= known()


def test_an_e_that_is_the_words_own_stays() -> None:
    assert "plan" not in bases("planes") and "box" in bases("boxes")

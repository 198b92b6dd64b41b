"""Leads of one extractor over another, drawn over articles."""
from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from training.margins import FIGURES, f1, margins


def _scorer() -> SimpleNamespace:
    """Scores streams that are their own counts, one triple for every figure, as polnear_score does: sums, then shares."""
    module = SimpleNamespace(prf=lambda right, found, gold: {"f1": 200 * right / (found + gold)})
    module.compare = lambda streams: {figure: module.prf(*np.sum(streams, axis=0)) for figure in FIGURES.values()}
    return module


def test_a_lead_in_every_article_is_sure_and_the_scorer_is_left_as_it_was() -> None:
    score = _scorer()
    shares = score.prf
    better, worse = [[(9, 10, 10)], [(8, 10, 10)], [(7, 10, 10)]] * 8, [[(6, 10, 10)], [(4, 10, 10)], [(5, 10, 10)]] * 8
    found = margins(score, better, worse)
    assert list(found) == list(FIGURES) and score.prf is shares
    assert found["cue"].ahead == 30.0 and 20 <= found["cue"].low <= 30 <= found["cue"].high <= 40


def test_a_lead_that_one_article_makes_is_not_sure() -> None:
    even = [[(5, 10, 10)]] * 9
    found = margins(_scorer(), [*even, [(10, 10, 10)]], [*even, [(0, 10, 10)]])
    assert found["content"].ahead == 10.0 and found["content"].low == 0.0


def test_the_same_extractor_is_never_ahead_of_itself() -> None:
    articles = [[(5, 10, 12)], [(1, 4, 3), (2, 4, 6)]]
    assert {tuple(one) for one in margins(_scorer(), articles, articles).values()} == {(0.0, 0.0, 0.0)}


def test_nothing_found_of_nothing_is_no_f1() -> None:
    assert f1(np.array([[0, 0, 0], [5, 10, 10]], dtype=float)) == pytest.approx([0, 50])

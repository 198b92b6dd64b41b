"""How sure a lead of one extractor over another is: articles are drawn again and again, and both scored on every draw.

The paired bootstrap of Efron and Tibshirani (1993), over articles, for what stands in one article hangs together.
"""
from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import NamedTuple

import numpy as np

FIGURES = {"source": "exact source", "cue": "exact cue", "content": "exact content", "ov.3": "attribution 0.3", "ov.8": "attribution 0.8"}  # as the scorer names them
DRAWS, SEED = 1000, 7


class Margin(NamedTuple):
    """F1 of one extractor less that of the other, in points, and the middle 95 % of the draws."""

    ahead: float
    low: float
    high: float


def counts(score: ModuleType, articles: Sequence[list]) -> np.ndarray:
    """(articles, figures, 3): spans or attributions that are right, found and marked, as polnear_score.py counts them before it makes shares of them."""
    shares, score.prf = score.prf, lambda *seen: {"seen": seen}
    try:
        tables = [score.compare(streams) for streams in articles]
    finally:
        score.prf = shares
    return np.array([[table[figure]["seen"] for figure in FIGURES.values()] for table in tables], dtype=float).reshape(-1, len(FIGURES), 3)


def f1(counted: np.ndarray) -> np.ndarray:
    """F1 in percent of (..., 3) counts of right, found and marked; 0 where nothing is either found or marked."""
    right, either = counted[..., 0], counted[..., 1] + counted[..., 2]
    return 200 * right / np.where(either, either, 1)


def margins(score: ModuleType, one: Sequence[list], other: Sequence[list]) -> dict[str, Margin]:
    """How far `one` is ahead of `other` on the same articles, figure by figure; `score` is the module polnear_score."""
    first, second = counts(score, one), counts(score, other)
    weights = np.random.default_rng(SEED).multinomial(len(first), np.full(len(first), 1 / len(first)), size=DRAWS)

    def summed(counted: np.ndarray) -> np.ndarray:
        return np.tensordot(weights, counted, axes=1)

    whole = f1(first.sum(0)) - f1(second.sum(0))
    low, high = np.percentile(f1(summed(first)) - f1(summed(second)), (2.5, 97.5), axis=0)
    return {figure: Margin(*(round(float(x), 1) for x in triple)) for figure, *triple in zip(FIGURES, whole, low, high)}

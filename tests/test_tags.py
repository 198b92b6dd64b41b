"""The best tag sequence obeys the scheme, paragraph by paragraph; spans come back as they were spelt."""
from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kg.pipeline.tags import NEVER, TAGS, Chunk, chunks, decode, marginals

FIRST = np.array([NEVER if name.startswith("I") else 0.0 for name in TAGS])
STEPS = np.array([[NEVER if b.startswith("I") and a[2:] != b[2:] else 0.1 * (a == b) for b in TAGS] for a in TAGS])


def total(row: tuple[int, ...], scores: np.ndarray) -> float:
    return FIRST[row[0]] + sum(scores[i, tag] for i, tag in enumerate(row)) + sum(STEPS[a, b] for a, b in zip(row, row[1:]))


@given(st.integers(0, 10_000), st.integers(1, 4))
def test_no_sequence_scores_higher(seed: int, length: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(length, 7))
    best = max(itertools.product(range(7), repeat=length), key=lambda row: total(row, scores))
    assert abs(total(tuple(decode(scores, [0], FIRST, STEPS)), scores) - total(best, scores)) < 1e-9


@given(st.integers(0, 10_000))
def test_a_paragraph_is_decoded_as_if_it_stood_alone(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(9, 7))
    both = decode(scores, [0, 4], FIRST, STEPS)
    assert [*decode(scores[:4], [0], FIRST, STEPS), *decode(scores[4:], [0], FIRST, STEPS)] == list(both)


@given(st.integers(0, 10_000), st.integers(1, 4))
def test_marginals_are_the_shares_of_all_sequences(seed: int, length: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(length, 7))
    shares = np.zeros((length, 7))
    for row in itertools.product(range(7), repeat=length):
        weight = np.exp(sum(scores[i, tag] for i, tag in enumerate(row)) + sum(STEPS[a, b] for a, b in zip(row, row[1:])))
        shares[range(length), row] += weight
    assert np.allclose(shares / shares.sum(1, keepdims=True), marginals(scores, [0], STEPS), atol=1e-9)


@given(st.integers(0, 10_000))
def test_marginals_of_a_paragraph_are_as_if_it_stood_alone(seed: int) -> None:
    scores = 5 * np.random.default_rng(seed).normal(size=(300, 7))
    parts = [marginals(scores[a:b], [0], STEPS) for a, b in ((0, 4), (4, 5), (5, 300))]
    assert np.allclose(np.concatenate(parts), marginals(scores, [0, 4, 5], STEPS), atol=1e-9)


def test_no_words_no_tags() -> None:
    assert [] == list(decode(np.zeros((0, 7)), [], FIRST, STEPS))


def test_spans() -> None:
    assert [Chunk("source", 0, 2), Chunk("cue", 2, 3), Chunk("content", 4, 6), Chunk("content", 6, 7)] == chunks([1, 2, 3, 0, 5, 6, 5])

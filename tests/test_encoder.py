"""The sentence encoder: unit vectors, the same every time, near for like meaning."""
from __future__ import annotations

import numpy as np
import pytest

from kg.pipeline.encoder import embed

pytestmark = pytest.mark.model


def test_vectors_are_unit_length() -> None:
    vectors = embed(["merging the two budgets", "", "word " * 400])
    assert (3, 384) == vectors.shape
    assert np.float32 == vectors.dtype
    assert np.allclose(1, np.linalg.norm(vectors, axis=1), atol=1e-5)


def test_nothing_gives_an_empty_table() -> None:
    assert (0, 384) == embed([]).shape


def test_a_vector_does_not_depend_on_its_neighbours() -> None:
    alone = embed(["closing the ward"])
    assert np.array_equal(alone[0], embed(["a", "closing the ward", "b " * 50])[1])


def test_like_meaning_is_nearer_than_unlike() -> None:
    merge, pool, shut = embed(["merging health and care budgets", "pooling the money of health and social care", "shutting the swimming pool"])
    assert merge @ pool > merge @ shut + 0.2

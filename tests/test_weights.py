"""Narrow weights come back wide, and near enough."""
from __future__ import annotations

import pytest

spacy = pytest.importorskip("spacy")
from kg.pipeline.weights import pack, unpack

np = pytest.importorskip("numpy")


@pytest.fixture
def small():
    nlp = spacy.blank("en")
    nlp.vocab.vectors = spacy.vectors.Vectors(data=np.linspace(-1, 1, 8, dtype=np.float32).reshape(2, 4), keys=["a", "b"], strings=nlp.vocab.strings)
    nlp.add_pipe("tok2vec")
    nlp.initialize()
    return nlp


def values(nlp):
    return [node.get_param(name).copy() for node in nlp.get_pipe("tok2vec").model.walk() for name in node.param_names if node.has_param(name)]


def test_weights_survive_the_journey(small, tmp_path) -> None:
    vectors, weights = small.vocab.vectors.data.copy(), values(small)
    pack(small)
    small.to_disk(tmp_path)
    back = unpack(spacy.load(tmp_path))
    assert np.abs(back.vocab.vectors.data - vectors).max() <= 0.5 / 127 + 1e-6
    assert len(weights) == len(values(back)) > 0
    assert all(np.allclose(a, b, atol=1e-3, rtol=1e-3) and b.dtype == np.float32 for a, b in zip(weights, values(back)))


def test_full_weights_are_left_alone(small) -> None:
    weights = values(small)
    assert all((a == b).all() for a, b in zip(weights, values(unpack(small))))

"""The shipped reader's weights as a start for training."""
from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("transformers")

from kg import lang
from training.stance.average import mean
from training.stance.finetune import padded
from training.stance.shipped import weights


def test_every_matrix_comes_back_with_its_scale() -> None:
    held = weights(lang.folder("en") / "stance" / "reader.onnx")
    names = [n for n in held if n.endswith("attention.self.query.weight")]
    assert 6 == len(names)
    for name in names:
        assert (384, 384) == tuple(held[name].shape)
        assert 0.01 < held[name].std().item() < 1.0  # int8 steps alone would be tens
    assert (384, 1536) == tuple(held["encoder.encoder.layer.0.output.dense.weight"].shape)
    assert (len(held["head.bias"]), 768) == tuple(held["head.weight"].shape)


def test_a_head_of_fewer_sides_gives_those_it_has() -> None:
    fresh = {"head.weight": torch.ones(4, 2), "head.bias": torch.zeros(4)}
    full = padded({"head.weight": torch.zeros(3, 2), "head.bias": torch.ones(3)}, fresh)
    assert [[0, 0], [0, 0], [0, 0], [1, 1]] == full["head.weight"].tolist()
    assert [1, 1, 1] == full["head.bias"].tolist()[:3]
    assert full["head.bias"][3] < 0


def test_the_mean_of_two_readers_is_half_of_each() -> None:
    assert [2.0, 4.0] == mean({"a": torch.tensor([1.0, 3.0])}, {"a": torch.tensor([3.0, 5.0])})["a"].tolist()
    with pytest.raises(ValueError, match="b"):
        mean({"a": torch.zeros(1)}, {"b": torch.zeros(1)})

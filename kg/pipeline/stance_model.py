"""The trained reader: which side words take on a proposal, where no cue says so.

MiniLM fine-tuned on pairs (proposal, words), int8 weights, run by onnxruntime on one thread; see training/stance.
"""
from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from kg import lang
from kg.pipeline.encoder import session, tokenizer
from kg.pipeline.rows import rows

SIDES = ("supports", "opposes", "none")  # and conditional, where the weights tell it
_LONGEST = 128


@lru_cache
def available() -> bool:
    """Whether the reader's weights are installed."""
    return (lang.folder("en") / "stance" / "reader.onnx").is_file()


@lru_cache
def _model():
    return session(lang.folder("en") / "stance" / "reader.onnx")


@lru_cache
def _temperature() -> float:
    path = lang.folder("en") / "stance" / "calibration.json"
    return float(json.loads(path.read_text(encoding="utf-8"))["temperature"]) if path.is_file() else 1.0


@lru_cache(maxsize=20_000)
def _logits(proposal: str, words: str) -> tuple[float, ...]:
    first, second = tokenizer().encode(proposal).ids, tokenizer().encode(words).ids[1:]
    first = first[:_LONGEST // 2]
    second = [*second[: _LONGEST - len(first) - 1], second[-1]] if len(first) + len(second) > _LONGEST else second
    pieces = np.array([[*first, *second]], dtype=np.int64)
    types = np.array([[0] * len(first) + [1] * len(second)], dtype=np.int64)
    return tuple(float(x) for x in _model().run(None, {"rows": rows()(pieces), "types": types})[0][0])


def sides(proposal: str, words: Sequence[str]) -> np.ndarray:
    """Probabilities of SIDES in their order, one row a text, shape (n, 3), or (n, 4) where the weights tell conditional."""
    logits = np.array([_logits(proposal, text) for text in words], dtype=np.float64) / _temperature()
    odds = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return odds / odds.sum(axis=-1, keepdims=True)

"""The encoder's reading of an article: tag scores for every token, and which cue a source or content belongs to.

A MiniLM fine-tuned on PolNeAR (kg/lang/en/attribution/README.md), run by onnxruntime on one thread.
"""
from __future__ import annotations

import json
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc

from kg import lang
from kg.pipeline import encoder, pieces


class Seen(NamedTuple):
    """One window's pointers, a row for each token from `window.first` on; `nobody` is the key that stands for no cue."""

    window: pieces.Window
    queries: np.ndarray
    keys: np.ndarray
    nobody: np.ndarray


class Reading(NamedTuple):
    """emissions (n, 7); the pointers of every window, in order."""

    emissions: np.ndarray
    seen: tuple[Seen, ...]


class Chain(NamedTuple):
    """Scores of a tag at a paragraph's start (7,) and after another tag (7, 7); `light` weighs the light tagger's log probabilities."""

    first: np.ndarray
    steps: np.ndarray
    light: float


@lru_cache
def _model():
    return encoder.session(lang.folder("en") / "attribution" / "model.onnx")


@lru_cache
def chain() -> Chain:
    """The transitions that were trained with the model, each beginning of a span favoured as it proved best on held-out articles."""
    record = json.loads((lang.folder("en") / "attribution" / "chain.json").read_text(encoding="utf-8"))
    return adjusted(np.array(record["first"]), np.array(record["steps"]), record["favour"], record["light"])


def adjusted(first: np.ndarray, steps: np.ndarray, favour: list[float], light: float) -> Chain:
    """Transitions with a bonus for beginning a source, cue or content where none of its role went before."""
    first, steps = first.copy(), steps.copy()
    for number, bonus in enumerate(favour):
        begin = 2 * number + 1
        first[begin] += bonus
        others = [tag for tag in range(7) if tag not in (begin, begin + 1)]
        steps[others, begin] += bonus
    return Chain(first, steps, light)


@lru_cache(maxsize=100_000)
def encode(word: str) -> tuple[int, ...]:
    """A word's piece numbers."""
    return tuple(encoder.tokenizer().encode(word, add_special_tokens=False).ids)


def read(doc: Doc) -> Reading:
    """Read a Doc that has paragraphs and quotes."""
    words = pieces.words(doc, encode)
    emissions = np.zeros((len(doc), 7), dtype=np.float32)
    seen = []
    for window in pieces.cut(words):
        ids, shapes, states, heads = pieces.lay(words, window)
        inputs = {name: np.array([row], dtype=np.int64) for name, row in (("ids", ids), ("shapes", shapes), ("states", states))}
        scores, queries, keys = (out[0] for out in _model().run(None, inputs))
        emissions[window.start:window.end] = scores[heads[window.start - window.first:]]
        seen.append(Seen(window, queries[heads], keys[heads], keys[0]))
    return Reading(emissions, tuple(seen))

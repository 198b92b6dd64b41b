"""The light tagger: one linear-chain CRF over the parse, for --fast. Trained on PolNeAR as our own parser reads it.

A clue's weights are found by number: each column's values have numbers from 1, 0 for one that the training never met, and
the numbers of what a clue is made of make one number of the clue.
"""
from __future__ import annotations

from collections.abc import Mapping, Sequence, Sized
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from math import prod
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from kg import lang
from kg.errors import ModelError
from kg.pipeline import clues, tags

_DENSE = 1 << 18  # numbers that a clue may have for a table with all of them


@dataclass(frozen=True, slots=True)
class Model:
    """The CRF as arrays.

    alphabets: column -> value -> number. sizes: clue -> how many numbers each column that it is made of may have. weights
    (k, 7): scores of the tags by row, nought in row 0. rows: clue -> for every number its row, and 0; or, where there are too
    many numbers, those that have a row, ascending, and the first of their rows. steps (7, 7) scores a tag after another.
    """

    alphabets: Mapping[str, Mapping[str, int]]
    sizes: Mapping[str, Sequence[int]]
    rows: Mapping[str, tuple[np.ndarray, int]]
    weights: np.ndarray
    steps: np.ndarray


def alphabet(column: str) -> str:
    """Whose numbers a column's values have: "tag above-1" -> "tag"."""
    return clues.split(column)[0].removesuffix(" above")


def sizes(alphabets: Mapping[str, Sized]) -> dict[str, list[int]]:
    """Clue -> how many numbers each column that it is made of may have, 0 included."""
    return {name: [len(alphabets[alphabet(column)]) + 1 for column in made] for name, made in clues.CLUES.items()}


def number(made: Sequence[np.ndarray], sizes: Sequence[int]) -> np.ndarray:
    """The numbers of a clue at every token, of those of what it is made of and how many each of these can be."""
    found = made[0]
    for one, size in zip(made[1:], sizes[1:]):
        found = found * size + one
    return found


def load(path: Path) -> Model:
    """The model of a file that `training.attribution.light` wrote. Raises ModelError."""
    if not path.is_file():
        raise ModelError(f"{path}: the light attribution model is missing; install stance-kg again, or train it with 'python -m training'")
    with np.load(path) as read:
        alphabets = {name[9:]: {value: place for place, value in enumerate(read[name].tolist(), 1)} for name in read.files if name.startswith("alphabet ")}
        radices = sizes(alphabets)
        parts, rows, at = [np.zeros((1, len(tags.TAGS)), dtype=np.float32)], {}, 1
        for name in clues.CLUES:
            numbers, weights = read[f"numbers {name}"], read[f"weights {name}"]
            if prod(radices[name]) <= _DENSE:
                table = np.zeros(prod(radices[name]), dtype=np.int32)
                table[numbers] = np.arange(at, at + len(numbers))
                rows[name] = table, 0
            else:
                rows[name] = numbers, at
            parts.append(weights)
            at += len(weights)
        return Model(alphabets, radices, rows, np.concatenate(parts), read["steps"].astype(float))


@lru_cache
def _model() -> Model:
    return load(lang.folder("en") / "attribution" / "crf.npz")


def emissions(doc: Doc, model: Model, table: Mapping[str, int]) -> np.ndarray:
    """Every tag's score at every token by what stands there, (n, 7). Reads the parse, quotes and paragraphs."""
    spans = [span for span in doc.spans["paragraphs"] if len(span)]
    first, last = np.array([span.start for span in spans]), np.array([span.end - 1 for span in spans])
    known: dict[str, np.ndarray] = {}
    for name, values in clues.columns(doc, table).items():
        known[name] = np.fromiter(map(model.alphabets[alphabet(name)].get, values, repeat(0)), dtype=np.int64, count=len(values))

    def column(name: str) -> np.ndarray:
        if name not in known:
            base, steps = clues.split(name)
            step = -1 if steps < 0 else 1
            nearer = column(f"{base}{steps - step:+d}" if steps != step else base)
            moved, edge = np.empty_like(nearer), model.alphabets[alphabet(base)]
            if step < 0:
                moved[1:], moved[first] = nearer[:-1], edge[clues.BEFORE]
            else:
                moved[:-1], moved[last] = nearer[1:], edge[clues.AFTER]
            known[name] = moved
        return known[name]

    found = np.empty((len(clues.CLUES), len(doc)), dtype=np.int64)
    for place, (name, made) in enumerate(clues.CLUES.items()):
        numbers = number([column(one) for one in made], model.sizes[name])
        rows, at = model.rows[name]
        if at:
            near = np.minimum(np.searchsorted(rows, numbers), len(rows) - 1)
            found[place] = np.where(rows[near] == numbers, near + at, 0)
        else:
            found[place] = rows[numbers]
    return model.weights.take(found, axis=0).sum(0, dtype=float)


def tag(doc: Doc) -> tuple[list[tags.Chunk], list[float]]:
    """Sources, cues and contents, and how certain each of their tokens' tags is (1 outside them). Reads the parse, quotes and paragraphs."""
    if not len(doc):
        return [], []
    model, starts = _model(), _starts(doc)
    standing = emissions(doc, model, clues.priors())
    best = tags.decode(standing, starts, np.zeros(len(tags.TAGS)), model.steps)
    shares = tags.marginals(standing, starts, model.steps)[np.arange(len(best)), best]
    return tags.chunks(best.tolist()), np.where(best == 0, 1.0, shares).tolist()


def scores(doc: Doc) -> np.ndarray:
    """Log probability of every tag at every token, (n, 7). Reads the parse, quotes and paragraphs."""
    if not len(doc):
        return np.zeros((0, len(tags.TAGS)))
    model = _model()
    return np.log(np.maximum(tags.marginals(emissions(doc, model, clues.priors()), _starts(doc), model.steps), 1e-6))


def _starts(doc: Doc) -> list[int]:
    return [span.start for span in doc.spans["paragraphs"] if len(span)]

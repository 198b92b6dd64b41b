"""The light tagger: one linear-chain CRF over the parse, for --fast. Trained on PolNeAR as our own parser reads it."""
from __future__ import annotations

import lzma
from functools import lru_cache

import numpy as np
import pycrfsuite
from spacy.tokens import Doc

from kg import lang
from kg.errors import ModelError
from kg.pipeline import clues, tags

_NUMBER = {name: number for number, name in enumerate(tags.TAGS)}


@lru_cache
def _model() -> tuple[pycrfsuite.Tagger, bytes]:
    path = lang.folder("en") / "attribution" / "crf.xz"
    if not path.is_file():
        raise ModelError(f"{path}: the light attribution model is missing; install stance-kg again, or train it with 'python -m training'")
    memory = lzma.decompress(path.read_bytes())  # crfsuite reads it in place, so it must live as long as the model
    model = pycrfsuite.Tagger()
    model.open_inmemory(memory)
    return model, memory


def tag(doc: Doc) -> tuple[list[tags.Chunk], list[float]]:
    """Sources, cues and contents, and how certain each of their tokens' tags is (1 outside them). Reads the parse, quotes and paragraphs."""
    rows = clues.features(doc, clues.priors())
    (model, _), numbers, certain = _model(), [], []
    for span in doc.spans["paragraphs"]:
        if len(span):
            model.set(rows[span.start:span.end])
            names = model.tag()
            numbers += [_NUMBER[name] for name in names]
            certain += [1.0 if name == "O" else model.marginal(name, i) for i, name in enumerate(names)]
    return tags.chunks(numbers), certain


def scores(doc: Doc) -> np.ndarray:
    """Log probability of every tag at every token, (n, 7). Reads the parse, quotes and paragraphs."""
    rows = clues.features(doc, clues.priors())
    model, _ = _model()
    known = model.labels()
    out = np.full((len(doc), len(tags.TAGS)), 1e-6)
    for span in doc.spans["paragraphs"]:
        if len(span):
            model.set(rows[span.start:span.end])
            for name in known:
                out[span.start:span.end, _NUMBER[name]] = [model.marginal(name, i) for i in range(len(span))]
    return np.log(np.maximum(out, 1e-6))

"""The light tagger: one linear-chain CRF over the parse, for --fast. Trained on PolNeAR as our own parser reads it."""
from __future__ import annotations

import lzma
from functools import lru_cache

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


def tag(doc: Doc) -> list[tags.Chunk]:
    """Sources, cues and contents, paragraph by paragraph. Reads the parse, quotes and paragraphs."""
    rows = clues.features(doc, clues.priors())
    (model, _), numbers = _model(), []
    for span in doc.spans["paragraphs"]:
        numbers += [_NUMBER[name] for name in model.tag(rows[span.start:span.end])]
    return tags.chunks(numbers)

"""The shipped weights in the width they are computed in: they travel as half floats, word vectors as single bytes."""
from __future__ import annotations

import numpy as np
from spacy.language import Language

STEP = 1 / 127  # of a vector's component, which lies between -1 and 1


def pack(nlp: Language) -> None:
    """Narrow the embeddings and the vectors in place; such a pipeline can be written but not run."""
    for node in nlp.get_pipe("tok2vec").model.walk():
        for name in node.param_names:
            if node.has_param(name):
                node.set_param(name, node.get_param(name).astype(np.float16))
    nlp.vocab.vectors.data = np.rint(nlp.vocab.vectors.data / STEP).astype(np.int8)


def unpack(nlp: Language) -> Language:
    """Widen in place what `pack` narrowed; a pipeline with full weights stays as it is."""
    for node in nlp.get_pipe("tok2vec").model.walk():
        for name in node.param_names:
            if node.has_param(name) and node.get_param(name).dtype == np.float16:
                node.set_param(name, node.get_param(name).astype(np.float32))
    if nlp.vocab.vectors.data.dtype == np.int8:
        nlp.vocab.vectors.data = nlp.vocab.vectors.data.astype(np.float32) * np.float32(STEP)
    return nlp

"""Meaning as a vector: all-MiniLM-L6-v2 (22.6 M parameters, int8 weights), run by onnxruntime on one thread."""
from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from kg import lang
from kg.errors import ModelError

WIDTH = 384
_LONGEST = 256  # word pieces; what stands beyond is not read, as in the model's own training


def session(path: Path) -> onnxruntime.InferenceSession:
    """An ONNX model on one thread, so that its figures are the same on every run.

    Raises ModelError when the file is missing.
    """
    if not path.is_file():
        raise ModelError(f"{path}: the model is missing; install stance-kg again, or train it with 'python -m training'")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


@lru_cache
def tokenizer() -> Tokenizer:
    """MiniLM's word pieces, lower-cased, neither padded nor cut."""
    path = lang.folder("en") / "encoder" / "tokenizer.json"
    if not path.is_file():
        raise ModelError(f"{path}: the tokenizer is missing; install stance-kg again")
    pieces = Tokenizer.from_file(str(path))
    pieces.no_padding()
    pieces.no_truncation()
    return pieces


@lru_cache
def _model() -> onnxruntime.InferenceSession:
    return session(lang.folder("en") / "encoder" / "model.onnx")


@lru_cache(maxsize=50_000)
def _vector(text: str) -> bytes:
    ids = tokenizer().encode(text).ids
    if len(ids) > _LONGEST:
        ids = [*ids[:_LONGEST - 1], ids[-1]]
    return _model().run(None, {"ids": np.array([ids], dtype=np.int64)})[0][0].tobytes()


def embed(texts: Sequence[str]) -> np.ndarray:
    """One unit vector a text, shape (n, 384), float32; a text's vector never depends on its neighbours."""
    if not texts:
        return np.zeros((0, WIDTH), dtype=np.float32)
    return np.stack([np.frombuffer(_vector(text), dtype=np.float32) for text in texts])

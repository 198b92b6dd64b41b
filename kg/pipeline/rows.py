"""MiniLM's embedding table, read out of the shipped sentence encoder, so that a second model need not carry it again.

An ONNX file is a protocol buffer; of its many fields only the graph's initial tensors matter here
(https://github.com/onnx/onnx/blob/main/onnx/onnx.proto: ModelProto.graph = 7, GraphProto.initializer = 5, TensorProto.dims = 1,
name = 8, raw_data = 9).
"""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from kg import lang
from kg.errors import ModelError

TABLE, SCALE = "rows.table", "rows.scale"


@dataclass(frozen=True, slots=True)
class Rows:
    """One int8 row a word piece and one scale a row; called with piece numbers it gives float32 rows."""

    table: np.ndarray
    scale: np.ndarray

    def __call__(self, pieces: np.ndarray) -> np.ndarray:
        return self.table[pieces].astype(np.float32) * self.scale[pieces]


@lru_cache
def rows() -> Rows:
    """The table of kg/lang/en/encoder/model.onnx.

    Raises ModelError when the file is missing or holds no such table.
    """
    path = lang.folder("en") / "encoder" / "model.onnx"
    try:
        found = tensors(path)
        return Rows(np.frombuffer(found[TABLE][1], np.int8).reshape(found[TABLE][0]), np.frombuffer(found[SCALE][1], np.float32).reshape(found[SCALE][0]))
    except (OSError, KeyError) as error:
        raise ModelError(f"{path}: no embedding table ({error}); install stance-kg again") from error


def tensors(path: Path) -> dict[str, tuple[list[int], memoryview]]:
    """Name -> dimensions and bytes of the initial tensors of an ONNX file."""
    found = {}
    for number, graph in _fields(memoryview(path.read_bytes())):
        for inner, tensor in _fields(graph) if number == 7 else ():
            if inner == 5:
                name, dims, raw = "", [], memoryview(b"")
                for field, value in _fields(tensor):
                    if field == 8:
                        name = bytes(value).decode()
                    elif field == 9:
                        raw = value
                    elif field == 1:
                        dims += [value] if isinstance(value, int) else list(_varints(value))
                found[name] = (dims, raw)
    return found


def _varint(data: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def _varints(data: memoryview) -> Iterator[int]:
    at = 0
    while at < len(data):
        value, at = _varint(data, at)
        yield value


def _fields(data: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """Field number and value of each field of one message; numbers as int, everything else as bytes."""
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        kind = key & 7
        if kind == 0:
            value, at = _varint(data, at)
            yield key >> 3, value
        else:
            if kind == 2:
                size, at = _varint(data, at)
            else:
                size = {1: 8, 5: 4}[kind]
            yield key >> 3, data[at : at + size]
            at += size

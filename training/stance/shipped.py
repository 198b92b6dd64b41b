"""The shipped reader's weights back from ONNX, as float32, so that training can go on from them."""
from __future__ import annotations

from pathlib import Path

import onnx
import torch
from onnx import numpy_helper

_NAMES = (("model.inner.", "encoder."), ("model.head.", "head."))


def weights(path: Path) -> dict[str, torch.Tensor]:
    """Parameter name -> values; int8 matrices times their scales, rows as outputs. Word embeddings are not in it."""
    held = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in onnx.load(str(path)).graph.initializer}
    found = {}
    for name, values in held.items():
        scale = held.get(name.removesuffix("weight") + "scale")
        if scale is not None and name.endswith(".weight"):
            values = (values.float() * scale).T.contiguous()
        for ours, theirs in _NAMES:
            if name.startswith(ours) and not name.endswith(".scale"):
                found[theirs + name.removeprefix(ours)] = values
    return found

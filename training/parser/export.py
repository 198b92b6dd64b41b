"""The teacher as the shipped package runs it: ONNX with int8 weights, and its labels beside it.

Its word embeddings were not trained, so that they are the sentence encoder's, and are not shipped twice.
"""
from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training.attribution.export import quantise
from training.parser.teach import load
from training.parser.teacher import Teacher

INPUTS = ("rows", "shapes", "mask", "first", "last")
OUTPUTS = ("start", "upos", "xpos", "feats", "ner", "arc", "relation_dependent", "relation_head")


class Ordered(nn.Module):
    """The teacher's scores as a tuple in the order of OUTPUTS."""

    def __init__(self, teacher: Teacher) -> None:
        super().__init__()
        self.teacher = teacher

    def forward(self, rows: Tensor, shapes: Tensor, mask: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        scores = self.teacher.scores(rows, shapes, mask, first, last)
        return tuple(scores[name] for name in OUTPUTS)


def export(teacher: Path, weights: Path, target: Path) -> None:
    """Write model.onnx, relation.npy and labels.json into the folder `target`."""
    model, known = load(teacher, weights)
    target.mkdir(parents=True, exist_ok=True)
    relation = model.relation.weight.detach().numpy().astype(np.float16)
    np.save(target / "relation.npy", relation)
    (target / "labels.json").write_text(json.dumps(asdict(known)), encoding="utf-8")
    pieces = torch.zeros((2, 20), dtype=torch.long)
    rows = model.encoder.embeddings.word_embeddings(pieces).detach()
    words = torch.randint(1, 18, (2, 12))
    example = (rows, torch.zeros_like(pieces), torch.ones_like(pieces), words, words)
    axes = {name: {0: "batch", 1: "pieces"} for name in INPUTS[:3]} | {name: {0: "batch", 1: "words"} for name in (*INPUTS[3:], *OUTPUTS)}
    axes["arc"][2] = "words"
    plain = target / "plain.onnx"
    with torch.no_grad():
        torch.onnx.export(Ordered(model).eval(), example, str(plain), input_names=list(INPUTS), output_names=list(OUTPUTS),
                          dynamic_axes=axes, opset_version=17, dynamo=False, do_constant_folding=True)
    quantise(plain, target / "model.onnx")
    plain.unlink()

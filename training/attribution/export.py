"""From PyTorch to what kg ships: ONNX with int8 weights, run by onnxruntime alone.

Word embeddings are kept as int8 with one scale a row. The sentence encoder, which reads little, keeps its matrices as
int8 and computes in float32; the tagger, which reads everything, computes in int8 (seven bits of each weight used, so
that processors without VNNI instructions give the same figures).
"""
from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import torch
from torch import nn
from transformers import AutoModel

from training.attribution.model import Tagger


class Rows(nn.Module):
    """An embedding table as int8, one scale a row."""

    def __init__(self, table: torch.Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("table", (table / scale).round().clamp(-127, 127).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        return self.table[ids].float() * self.scale[ids]


class Columns(nn.Module):
    """A linear layer whose weights are int8, one scale an output, and whose arithmetic is float32."""

    def __init__(self, layer: nn.Linear) -> None:
        super().__init__()
        weight = layer.weight.data.T.contiguous()
        scale = weight.abs().amax(0, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("weight", (weight / scale).round().clamp(-127, 127).to(torch.int8))
        self.register_buffer("scale", scale)
        self.register_buffer("bias", layer.bias.data)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x @ (self.weight.float() * self.scale) + self.bias


def columns(model: nn.Module) -> None:
    """Replace every linear layer of a model in place."""
    for module in list(model.modules()):
        for name, child in list(module.named_children()):
            if isinstance(child, nn.Linear):
                setattr(module, name, Columns(child))


class Embedder(nn.Module):
    """Piece numbers (0 is padding) -> one unit vector a text: the mean over its pieces, as MiniLM was trained to be read."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.inner = AutoModel.from_pretrained(folder, attn_implementation="eager")
        self.rows = Rows(self.inner.embeddings.word_embeddings.weight.data)
        columns(self.inner.encoder)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        e = self.inner.embeddings
        places = torch.arange(ids.shape[1])[None]
        x = e.LayerNorm(self.rows(ids) + e.position_embeddings(places) + e.token_type_embeddings.weight[0])
        live = ids != 0
        mask = torch.where(live, 0.0, -1e4)[:, None, None, :]
        for layer in self.inner.encoder.layer:
            x = layer(x, mask)
            x = x[0] if isinstance(x, tuple) else x
        weights = live[:, :, None].to(x.dtype)
        return nn.functional.normalize((x * weights).sum(1) / weights.sum(1), dim=1)


def write(model: nn.Module, example: tuple[torch.Tensor, ...], inputs: list[str], outputs: list[str], target: Path, fold: bool) -> None:
    """The model as ONNX; `fold` works out in advance what depends on weights alone (and would unpack int8 ones)."""
    axes = {name: {0: "batch", 1: "pieces"} for name in inputs} | {name: {0: "batch", 1: "pieces"} for name in outputs}
    with torch.no_grad():
        torch.onnx.export(model.eval(), example, str(target), input_names=inputs, output_names=outputs, dynamic_axes=axes,
                          opset_version=17, dynamo=False, do_constant_folding=fold)


def quantise(source: Path, target: Path) -> None:
    """The matrices of an ONNX file as int8, activations quantised as they come."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(source, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, op_types_to_quantize=["MatMul"])


def embedder(weights: Path, target: Path) -> None:
    """The sentence encoder as it came, and its tokenizer."""
    target.mkdir(parents=True, exist_ok=True)
    ids = torch.randint(1000, 20000, (2, 32))
    ids[1, 20:] = 0
    write(Embedder(str(weights)), (ids,), ["ids"], ["vector"], target / "model.onnx", False)
    shutil.copyfile(weights / "tokenizer.json", target / "tokenizer.json")


class Reader(nn.Module):
    """The tagger as it is shipped: (ids, shapes, states) -> (emissions, queries, keys)."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.inner = model
        self.rows = Rows(model.encoder.embeddings.word_embeddings.weight.data)

    def forward(self, ids: torch.Tensor, shapes: torch.Tensor, states: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        e = self.inner.encoder.embeddings
        places = torch.arange(ids.shape[1])[None]
        x = self.rows(ids) + e.position_embeddings(places) + e.token_type_embeddings.weight[0] + self.inner.shape(shapes) + self.inner.state(states)
        x = e.LayerNorm(x)
        mask = torch.where(ids != 0, 0.0, -1e4)[:, None, None, :]
        for layer in self.inner.encoder.encoder.layer:
            x = layer(x, mask)
            x = x[0] if isinstance(x, tuple) else x
        return self.inner.emit(x), self.inner.query(x), self.inner.key(x)


def tagger(weights: Path, checkpoint: Path, target: Path) -> None:
    """The fine-tuned tagger and its transitions."""
    model = Tagger(str(weights))
    model.load_state_dict(torch.load(checkpoint, weights_only=True))
    model.eval()
    target.mkdir(parents=True, exist_ok=True)
    ids = torch.randint(1000, 20000, (2, 32))
    plain = target / "plain.onnx"
    write(Reader(model), (ids, ids % 6, ids % 4), ["ids", "shapes", "states"], ["emissions", "queries", "keys"], plain, True)
    quantise(plain, target / "model.onnx")
    plain.unlink()
    first, steps = (table.detach().double().numpy().round(4).tolist() for table in model.chain())
    (target / "chain.json").write_text(json.dumps({"first": first, "steps": steps, "favour": [0.0, 0.0, 0.0], "light": 0.0}) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Export the sentence encoder, or with --checkpoint the tagger.")
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--target", type=Path, required=True)
    args = parser.parse_args()
    if args.checkpoint:
        tagger(args.weights, args.checkpoint, args.target)
    else:
        embedder(args.weights, args.target)


if __name__ == "__main__":
    main()

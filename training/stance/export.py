"""The trained reader as ONNX with int8 weights: `python -m training.stance.export --weights FOLDER --checkpoint FILE --data FOLDER --labels FOLDER`.

Also fits the temperature that calibrates its probabilities, on the held-out fifth of our labels, and prints the figures
and the reliability table there; for weights that have learnt from that fifth too, `--temperature` gives it.
"""
from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from torch import nn
from transformers import AutoTokenizer

from kg.pipeline import parse
from training.attribution.export import columns, write
from training.stance.finetune import Reader, figures, own, predict
from training.stance.pairs import Pair, held_out


class Shipped(nn.Module):
    """(rows, types) -> log odds of the sides; rows are the embeddings of the pieces of proposal and words, types 0 and 1.

    One pair at a time, so that nothing is padded. The embeddings are the sentence encoder's and are not shipped twice.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.inner, self.head = reader.encoder, reader.head
        columns(self.inner.encoder)

    def forward(self, rows: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
        e = self.inner.embeddings
        places = torch.arange(types.shape[1])[None]
        x = e.LayerNorm(rows + e.position_embeddings(places) + e.token_type_embeddings(types))
        mask = torch.zeros_like(types, dtype=x.dtype)[:, None, None, :]
        for layer in self.inner.encoder.layer:
            x = layer(x, mask)
            x = x[0] if isinstance(x, tuple) else x
        return self.head(torch.cat([x[:, 0], x.mean(1)], -1))


def temperature(logits: torch.Tensor, sides: torch.Tensor) -> float:
    """The divisor of log odds with the least cross entropy, by search over 0.5 to 4."""
    grid = np.arange(0.5, 4.01, 0.05)
    losses = [nn.functional.cross_entropy(logits / float(t), sides).item() for t in grid]
    return round(float(grid[int(np.argmin(losses))]), 2)


def reliability(probabilities: np.ndarray, sides: np.ndarray) -> list[tuple[str, int, float, float]]:
    """Rows (band, number, mean confidence, share right) of the surest side."""
    sure, right = probabilities.max(1), probabilities.argmax(1) == sides
    rows = []
    for low in (0.3, 0.5, 0.6, 0.7, 0.8, 0.9):
        high = {0.3: 0.5, 0.9: 1.01}.get(low, low + 0.1)
        inside = (sure >= low) & (sure < high)
        if inside.any():
            rows.append((f"{low:.1f}-{min(high, 1.0):.1f}", int(inside.sum()), float(sure[inside].mean()), float(right[inside].mean())))
    return rows


def measure(reader: Reader, tokenizer, tests: dict[str, list[Pair]]) -> float:
    """Prints the figures of each test and the reliability over all of them; the temperature that fits them."""
    odds = {name: predict(reader, tokenizer, test) for name, test in tests.items()}
    for name, test in tests.items():
        print(name, len(test), {k: round(v, 3) for k, v in figures(odds[name], test).items()})
    logits, sides = torch.cat(list(odds.values())), torch.tensor([p.side for test in tests.values() for p in test])
    heat = temperature(logits, sides)
    print("temperature", heat)
    for row in reliability(torch.softmax(logits / heat, -1).numpy(), sides.numpy()):
        print("{}  n {:3d}  confidence {:.2f}  right {:.2f}".format(*row))
    return heat


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", required=True, help="MiniLM's folder")
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--labels", type=Path, default=Path("training/labels"))
    parser.add_argument("--temperature", type=float, help="of the same recipe's weights without the held-out fifth; fitted when left out")
    parser.add_argument("--target", type=Path, default=Path("kg/lang/en/stance"))
    args = parser.parse_args()
    torch.set_num_threads(1)
    reader = Reader(args.weights)
    rows = reader.encoder.embeddings.word_embeddings.weight.detach().clone()
    reader.load_state_dict(torch.load(args.checkpoint, weights_only=True))
    reader.encoder.embeddings.word_embeddings.weight.data.copy_(rows)  # a checkpoint from before they were kept as they are
    reader.eval()
    heat = args.temperature
    if heat is None:
        found = own(args.labels, args.data / "polnear", parse.load())
        heat = measure(reader, AutoTokenizer.from_pretrained(args.weights), {name: [p for p in pairs if held_out(p)] for name, pairs in found.items()})
    args.target.mkdir(parents=True, exist_ok=True)
    path = args.target / "calibration.json"
    known = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    path.write_text(json.dumps(known | {"temperature": heat}) + "\n", encoding="utf-8")
    types = torch.cat([torch.zeros(1, 8), torch.ones(1, 16)], 1).long()
    model = AttnEager(Shipped(reader))
    write(model, (rows[torch.randint(1000, 20000, (1, 24))], types), ["rows", "types"], ["sides"], args.target / "reader.onnx", False)


class AttnEager(nn.Module):
    """Plain attention, which the exporter can trace."""

    def __init__(self, model: Shipped) -> None:
        super().__init__()
        model.inner.set_attn_implementation("eager")
        self.model = model

    def forward(self, rows: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
        return self.model(rows, types)


if __name__ == "__main__":
    main()

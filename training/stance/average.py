"""The mean of two readers' weights: `python -m training.stance.average --weights MINILM --one FILE --other FILE --out FILE`.

Between what one has learnt before and after fine-tuning, the mean often does better on new subjects than either
(Wortsman et al. 2022, Robust fine-tuning of zero-shot models).
"""
from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training.stance.finetune import Reader, start


def mean(one: dict[str, torch.Tensor], other: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Half of each, name by name. Raises ValueError for weights that differ in their names."""
    if one.keys() != other.keys():
        raise ValueError(f"only one has {sorted(one.keys() ^ other.keys())}; give two readers of training.stance.finetune")
    return {name: (values + other[name]) / 2 for name, values in one.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", required=True, help="MiniLM's folder")
    for name in ("one", "other", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True, help="reader.pt" + (", or a shipped reader.onnx" if name != "out" else ""))
    args = parser.parse_args()
    torch.manual_seed(7)  # a head of fewer sides gets fresh rows
    readers = [Reader(args.weights), Reader(args.weights)]
    for reader, path in zip(readers, (args.one, args.other)):
        start(reader, path)
    torch.save(mean(*(reader.state_dict() for reader in readers)), args.out)


if __name__ == "__main__":
    main()

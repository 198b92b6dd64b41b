"""Fine-tune MiniLM as a reader of (proposal, words) pairs: `python -m training.stance.finetune --weights FOLDER --data FOLDER --out FOLDER`.

Optimises cross entropy over three sides with AdamW; bfloat16 where the processor can; fixed seed. Prints accuracy and macro F1 on Perspectrum dev.
"""
from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch import nn
from transformers import AutoModel, AutoTokenizer

from kg.pipeline import parse
from training.precision import autocast
from training.stance import articles, subjects
from training.stance.pairs import SIDES, Pair, held_out, labelled, newsmtsc, perspectrum

LENGTH = 128


class Reader(nn.Module):
    """MiniLM read at its first piece and its mean, then one linear layer to the sides."""

    def __init__(self, weights: str) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(weights, add_pooling_layer=False)
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)  # the sentence encoder's: shipped once
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(2 * self.encoder.config.hidden_size, len(SIDES))

    def forward(self, ids: torch.Tensor, types: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        hidden = self.encoder(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state
        weight = mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weight).sum(1) / weight.sum(1)
        return self.head(self.drop(torch.cat([hidden[:, 0], mean], -1)))


def batches(pairs: list[Pair], size: int, rng: random.Random | None) -> list[list[Pair]]:
    """Batches of like length, shuffled when a generator is given."""
    order = sorted(pairs, key=lambda p: len(p.words) + len(p.proposal) + (rng.random() * 40 if rng else 0))
    found = [order[i:i + size] for i in range(0, len(order), size)]
    if rng is not None:
        rng.shuffle(found)
    return found


def encode(tokenizer, batch: list[Pair]):
    return tokenizer([p.proposal for p in batch], [p.words for p in batch], padding=True, truncation="only_second", max_length=LENGTH, return_tensors="pt")


@torch.no_grad()
def predict(model: Reader, tokenizer, pairs: list[Pair]) -> torch.Tensor:
    """Log odds, one row a pair, in the order given."""
    model.eval()
    rows = []
    for i in range(0, len(pairs), 64):
        e = encode(tokenizer, pairs[i:i + 64])
        with autocast():
            rows.append(model(e["input_ids"], e["token_type_ids"], e["attention_mask"]).float())
    return torch.cat(rows)


def figures(logits: torch.Tensor, pairs: list[Pair]) -> dict[str, float]:
    """Accuracy and macro F1 over the sides that occur."""
    guess, true = logits.argmax(-1).tolist(), [p.side for p in pairs]
    scores = []
    for side in sorted(set(true)):
        hit = sum(g == t == side for g, t in zip(guess, true))
        scores.append(2 * hit / max(1, guess.count(side) + true.count(side)))
    two = [(row[0] < row[1], t) for row, t in zip(logits.tolist(), true) if t < 2]
    return {"accuracy": sum(g == t for g, t in zip(guess, true)) / len(true), "macro_f1": sum(scores) / len(scores), "two_way": sum(g == bool(t) for g, t in two) / max(1, len(two))}


def train(model: Reader, tokenizer, pairs: list[Pair], tests: dict[str, list[Pair]], epochs: int, rate: float, out: Path, seed: int = 7) -> None:
    """The loop; the last epoch's weights are kept."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    steps = epochs * ((len(pairs) + 31) // 32)
    groups = [{"params": [p for n, p in model.named_parameters() if n.startswith("encoder")], "lr": rate}, {"params": model.head.parameters(), "lr": rate * 10}]
    print("before", {name: {k: round(v, 4) for k, v in figures(predict(model, tokenizer, test), test).items()} for name, test in tests.items()}, flush=True)
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1.0, (s + 1) / (0.1 * steps)) * max(0.0, 1 - s / steps))
    step = 0
    for epoch in range(epochs):
        model.train()
        began, total = time.time(), 0.0
        for batch in batches(pairs, 32, rng):
            e = encode(tokenizer, batch)
            with autocast():
                logits = model(e["input_ids"], e["token_type_ids"], e["attention_mask"])
            loss = nn.functional.cross_entropy(logits.float(), torch.tensor([p.side for p in batch]), reduction="none", label_smoothing=0.05)
            loss = (loss * torch.tensor([p.weight for p in batch])).mean()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            total += loss.item()
            step += 1
            if step % 50 == 0:
                print(f"step {step}/{steps} loss {total / (step - epoch * steps // epochs):.3f} {time.time() - began:.0f}s", flush=True)
        for name, test in tests.items():
            print(epoch, name, json.dumps({k: round(v, 4) for k, v in figures(predict(model, tokenizer, test), test).items()}), flush=True)
        out.mkdir(parents=True, exist_ok=True)
        torch.save(model.state_dict(), out / "reader.pt")


def padded(known: dict[str, torch.Tensor], fresh: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Weights whose head has as many sides as a fresh one: those it lacks are the fresh one's, and rare at first."""
    lacks = {name: fresh[name][len(known[name]):] - (5.0 if name == "head.bias" else 0.0) for name in ("head.weight", "head.bias")}
    return known | {name: torch.cat([known[name], rows]) for name, rows in lacks.items()}


def start(model: Reader, path: Path) -> None:
    """Go on from a checkpoint, or from shipped weights, which lack the word embeddings. Raises ValueError where more is lacking."""
    if path.suffix == ".onnx":
        from training.stance.shipped import weights

        known = weights(path)
    else:
        known = torch.load(path, weights_only=True)
    missing = set(model.load_state_dict(padded(known, model.state_dict()), strict=False).missing_keys)
    if missing - {"encoder.embeddings.word_embeddings.weight"}:
        raise ValueError(f"{path}: lacks {sorted(missing)}; give a reader.pt of this program or a reader.onnx of training.stance.export")


def own(folder: Path, polnear: Path, nlp) -> dict[str, list[Pair]]:
    """Our own labels by name: single utterances, subjects, articles as the pipeline `nlp` hears them."""
    told = subjects.subjects((folder / "subjects.txt").read_text(encoding="utf-8").splitlines())
    return {"utterances": labelled(folder, polnear), "subjects": list(subjects.pairs(told)), "articles": list(articles.labelled(nlp, folder))}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", required=True, help="folder with MiniLM's config.json, model.safetensors, tokenizer.json")
    parser.add_argument("--data", type=Path, required=True, help="folder with perspectrum/, newsmtsc/ and polnear/")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--mtsc", type=int, default=4000, help="sentences of NewsMTSC to learn from")
    parser.add_argument("--labels", type=Path, help="training/labels: learn from our own labels too, but for the held-out fifth, and test on that")
    parser.add_argument("--all", action="store_true", help="learn from the held-out fifth as well: for weights to ship")
    parser.add_argument("--start", type=Path, help="weights to go on from: reader.pt of an earlier run, or a shipped reader.onnx")
    parser.add_argument("--claims", type=int, help="pairs of Perspectrum and NewsMTSC to learn from; all by default")
    args = parser.parse_args()
    torch.set_num_threads(1)
    nlp = parse.load()
    pairs = perspectrum(args.data / "perspectrum", "train", nlp) + list(newsmtsc(args.data / "newsmtsc" / "train.jsonl.gz", args.mtsc))
    tests = {"perspectrum dev": perspectrum(args.data / "perspectrum", "dev", nlp), "newsmtsc devtest": list(newsmtsc(args.data / "newsmtsc" / "devtest_mt.jsonl.gz", 400))}
    if args.claims is not None:
        random.Random(7).shuffle(pairs)
        pairs = pairs[:args.claims]
        tests = {}
    if args.labels:
        for name, found in own(args.labels, args.data / "polnear", nlp).items():
            pairs += [p for p in found if args.all or not held_out(p)]
            tests[f"{name} held out"] = [p for p in found if held_out(p)]
    print(len(pairs), {k: len(v) for k, v in tests.items()}, flush=True)
    tokenizer = AutoTokenizer.from_pretrained(args.weights)
    model = Reader(args.weights)
    if args.start:
        start(model, args.start)
    train(model, tokenizer, pairs, tests, args.epochs, args.rate, args.out)


if __name__ == "__main__":
    main()

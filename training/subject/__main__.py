"""Fits the ranker of what a passage is about: `python -m training.subject`, some minutes; writes kg/lang/en/subject.json.

First a linear score says how much a candidate's meaning is that of a proposal ("policy"), learnt from the candidates of our articles and the
wordings of `training/labels/subjects.txt`; then a network of 16 hidden units chooses among the candidates, by the likelihood of any right one.
Prints how often the first choice names the gold proposal on articles that it has not seen (ten folds by article, policy score included).
"""
from __future__ import annotations

import json

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression

from kg import lang
from kg.pipeline.about import odds
from kg.pipeline.encoder import embed
from kg.pipeline.parse import load
from training.subject.examples import ROOT, SETS, Story, stories

FOLDS, INNER = 10, 4
HIDDEN, ROUNDS, RATE, DECAY, DROP = 16, 80, 0.02, 0.3, 0.3
SEEDS = (0, 1, 2)


def wordings() -> list[str]:
    """The wordings of proposals in subjects.txt."""
    lines = (ROOT / "training" / "labels" / "subjects.txt").read_text(encoding="utf-8").splitlines()
    kept = [line[1:] for line in lines if line[:1] == "=" or line[:1] == "*" and line[1:2] not in ("+", "-")]
    return [part.strip() for line in kept for part in line.split(";") if part.strip()]


def policy(data: list[Story], known: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights (384,) and bias of the score of a candidate's meaning."""
    rows = np.concatenate([s.vectors for s in data] + [known])
    right = np.concatenate([s.ever for s in data] + [np.ones(len(known), dtype=bool)])
    fitted = LogisticRegression(C=1.0, max_iter=500).fit(rows, right)
    return fitted.coef_[0].astype(np.float32), float(fitted.intercept_[0])


def crossed(data: list[Story], known: np.ndarray) -> list[np.ndarray]:
    """The policy score of each story's candidates by weights that have not seen it."""
    scores: list[np.ndarray] = [np.zeros(0)] * len(data)
    for part in range(INNER):
        w, b = policy([s for i, s in enumerate(data) if i % INNER != part], known)
        for i, s in enumerate(data):
            if i % INNER == part:
                scores[i] = s.vectors @ w + b
    return scores


def fit(data: list[Story], known: np.ndarray) -> dict[str, np.ndarray]:
    """The weights that kg.pipeline.subject reads."""
    w, b = policy(data, known)
    pairs = [(np.hstack([c.rows, score[:, None]]), c.right) for s, score in zip(data, crossed(data, known)) for c in s.choices if c.right.max() > 0]
    everything = np.concatenate([rows for rows, _ in pairs])
    mean, scale = everything.mean(0), everything.std(0) + 1e-6
    longest, width = max(len(r) for _, r in pairs), everything.shape[1]
    x, y, mask = torch.zeros(len(pairs), longest, width), torch.zeros(len(pairs), longest), torch.full((len(pairs), longest), -1e9)
    for i, (rows, right) in enumerate(pairs):
        x[i, :len(right)], y[i, :len(right)], mask[i, :len(right)] = torch.tensor((rows - mean) / scale), torch.tensor(right), 0.0
    hidden, bias, out = [], [], []
    for seed in SEEDS:
        torch.manual_seed(seed)
        net = torch.nn.Sequential(torch.nn.Linear(width, HIDDEN), torch.nn.Tanh(), torch.nn.Dropout(DROP), torch.nn.Linear(HIDDEN, 1, bias=False))
        optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
        for _ in range(ROUNDS):
            loss = -torch.log((torch.softmax(net(x)[..., 0] + mask, 1) * y).sum(1) + 0.01).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        hidden.append(net[0].weight.detach().numpy().T)
        bias.append(net[0].bias.detach().numpy())
        out.append(net[3].weight.detach().numpy()[0] / len(SEEDS))
    return {"policy": w, "policy_bias": np.float32(b), "mean": mean, "scale": scale, "hidden": np.hstack(hidden), "hidden_bias": np.concatenate(bias), "out": np.concatenate(out)}


def chosen(weights: dict[str, np.ndarray], story: Story) -> list[float]:
    """For each edge whether the first choice names its proposal."""
    return [float(c.right[int(odds(c.rows, story.vectors, weights).argmax())]) for c in story.choices]


def main() -> None:
    torch.set_num_threads(1)
    nlp = load()
    data = {name: list(stories(nlp, *paths)) for name, paths in SETS.items()}
    known = embed(wordings())
    everything = [(name, story) for name, some in data.items() for story in some]
    right: dict[str, list[float]] = {name: [] for name in data}
    for fold in range(FOLDS):
        weights = fit([s for i, (_, s) in enumerate(everything) if i % FOLDS != fold], known)
        for i, (name, story) in enumerate(everything):
            if i % FOLDS == fold:
                right[name] += chosen(weights, story)
    for name, values in right.items():
        print(f"{name}: the first choice names the gold proposal for {np.mean(values):.3f} of {len(values)} edges of unseen articles")
    final = fit([story for _, story in everything], known)
    path = lang.folder("en") / "subject.json"
    path.write_text(json.dumps({name: np.round(value, 4).tolist() for name, value in final.items()}) + "\n", encoding="utf-8")
    print(f"wrote {path.name}: {len(everything)} articles, {sum(len(s.choices) for _, s in everything)} edges, {len(known)} wordings")


if __name__ == "__main__":
    main()

"""Trains the pronoun ranker on GUM train and our own articles and writes kg/lang/en/coref.json: python -m training.coref FOLDER"""
from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from kg.pipeline.parse import load
from training.coref import articles
from training.coref.docs import gum
from training.coref.examples import Example, examples

OWN = 3  # times that a pronoun of a news article counts against one of GUM's genres
OUT = Path(__file__).parents[2] / "kg" / "lang" / "en" / "coref.json"


def train(data: list[Example], penalty: float = 3.0, least: int = 3) -> dict[str, float]:
    """Weights of the conditional log-linear model, by L-BFGS on the convex loss (deterministic).

    `penalty` is half the L2 strength; features seen in fewer than `least` choices are left out.
    """
    counts: dict[str, int] = {}
    for example in data:
        for _, row in example.rows:
            for name in row:
                counts[name] = counts.get(name, 0) + 1
    index = {name: i for i, name in enumerate(sorted(name for name, count in counts.items() if count >= least))}
    rows, cases, right = [], [], []
    for example in data:
        right.append(len(rows) + example.right)
        for _, row in example.rows:
            vector = np.zeros(len(index))
            for name, value in row.items():
                if name in index:
                    vector[index[name]] = value
            rows.append(vector)
        cases.append(len(example.rows))
    matrix, bounds = np.array(rows), np.cumsum([0, *cases])[:-1]
    owner = np.repeat(np.arange(len(cases)), cases)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ w
        scores -= np.maximum.reduceat(scores, bounds)[owner]
        powers = np.exp(scores)
        chance = powers / np.add.reduceat(powers, bounds)[owner]
        value = -np.log(chance[right] + 1e-300).sum() + 0.5 * penalty * w @ w
        return value, matrix.T @ chance - matrix[right].sum(0) + penalty * w

    best = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return {name: round(float(best.x[i]), 3) for name, i in index.items() if abs(best.x[i]) >= 0.0005}


def main(folder: str) -> None:
    data = [example for _, doc, gold in gum(Path(folder) / "train.conllu.gz") for example in examples(doc, gold)]
    own = [example for doc, edges in articles.labelled(load()) for example in articles.examples(doc, edges)]
    weights = train(data + OWN * own)
    source = "GUM train, gold coreference (CC BY 4.0), and labelled articles of our own"
    OUT.write_text(json.dumps({"source": source, "pronouns": len(data) + len(own), "weights": weights}, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(data)} pronouns of GUM, {len(own)} of ours, {len(weights)} weights -> {OUT}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else str(Path(__file__).parents[3] / "shared" / "data" / "gum"))

"""What confidence means: `python -m training.stance.calibrate`.

Fits Platt's slope and intercept (Platt 1999), so that confidence is the share of edges that are right, on the gold sets that were
read while developing: the digests and the seen half of tests/gold. Writes them into kg/lang/en/stance/calibration.json and
prints the log loss before and after; `python -m training.evaluate_stance` prints the reliability on every set.
"""
from __future__ import annotations

import json

import numpy as np

from kg import lang
from training.evaluate_stance import measure, sets

SEEN = ("the digests in seeds/", "invented news of other subjects, read while developing")
ROUNDS = 50


def logit(p: np.ndarray) -> np.ndarray:
    return np.log(p / (1 - p))


def fit(raw: np.ndarray, right: np.ndarray) -> tuple[float, float]:
    """Slope and intercept of logistic regression of right on logit(raw), by Newton's method with a weak pull towards 1 and 0."""
    x = np.stack([logit(raw), np.ones_like(raw)], 1)
    weights, prior = np.array([1.0, 0.0]), np.array([1.0, 0.0])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (right - p) - (weights - prior)
        curvature = (x * (p * (1 - p))[:, None]).T @ x + np.eye(2)
        weights = weights + np.linalg.solve(curvature, gradient)
    return round(float(weights[0]), 3), round(float(weights[1]), 3)


def loss(p: np.ndarray, right: np.ndarray) -> float:
    """Mean negative log likelihood, in nats."""
    return float(-np.mean(right * np.log(p) + (1 - right) * np.log(1 - p)))


def main() -> None:
    path = lang.folder("en") / "stance" / "calibration.json"
    known = json.loads(path.read_text(encoding="utf-8"))
    slope, intercept = known.get("slope", 1.0), known.get("intercept", 0.0)
    judged = [(said["confidence"], reached.edge) for one in sets() if one.name in SEEN for said, reached in measure(one)[0].judged]
    stated, right = (np.array(column, dtype=float) for column in zip(*judged))
    stated = stated.clip(0.01, 0.99)
    raw = 1 / (1 + np.exp(-(logit(stated) - intercept) / slope))
    new = fit(raw, right)
    fitted = 1 / (1 + np.exp(-(new[0] * logit(raw) + new[1])))
    print(f"{len(right)} edges, {right.mean():.2f} right; log loss {loss(stated, right):.3f} before, {loss(fitted, right):.3f} after; slope {new[0]}, intercept {new[1]}")
    path.write_text(json.dumps(known | {"slope": new[0], "intercept": new[1]}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

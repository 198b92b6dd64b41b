"""Fit the matcher of proposals: `python -m training.linking`.

Training pairs: each label of the scheme with itself left out, the dev half of the labelled wordings, and Perspectrum's
claims (other subjects) as wordings that belong to no concept. Writes kg/lang/en/linking_fit.toml
and the labels' vectors beside the scheme.
"""
from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from kg.linking import vectors
from kg.linking.features import FEATURES, Index
from kg.linking.scheme import load
from training.linking.data import ROOT, claims, wordings

TARGET = ROOT / "kg" / "lang" / "en" / "linking_fit.toml"
DEV_WEIGHT = 5.0
NAMED_ELSEWHERE = 1.0  # no labelled articles to fit it on: chosen on the digests in seeds/


def examples(index: Index, parts: tuple[str, ...]) -> list[tuple[str, str | None, tuple[str, ...], float]]:
    """(wording, label left out, right concepts, weight)."""
    found = [(label.text, label.text, (label.concept, *index.scheme.ancestors(label.concept)[:1]), 1.0) for label in index.labels]
    found += [(w.text, None, w.expected, DEV_WEIGHT) for w in wordings("dev")]
    about = ("care", "nhs", "hospital", "health")
    for part in parts:
        found += [(c["text"], None, (), 1.0) for c in claims(part) if not any(word in c["text"].casefold() for word in about)]
    found += [(text, None, (), 1.0) for text in elsewhere(index)]
    return found


def elsewhere(index: Index) -> list[str]:
    """Labels of the scheme carried over to other subjects: the same words around, nothing that the scheme holds."""
    swaps = tomllib.loads((Path(__file__).parent / "other_subjects.toml").read_text(encoding="utf-8"))
    found = []
    for number, label in enumerate(index.labels):
        other = dict(zip(swaps["replace"], swaps["subjects"][number % len(swaps["subjects"])], strict=True))
        text = re.sub("|".join(rf"\b{re.escape(word)}\b" for word in other), lambda m: other[m[0]], label.text)
        if text != label.text:
            found.append(text)
    return found


def rows(index: Index, items: list[tuple[str, str | None, tuple[str, ...], float]]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Features, right or wrong, weight and number of the wording, one row a candidate pair."""
    features, right, weights, groups = [], [], [], []
    for number, (text, without, expected, weight) in enumerate(items):
        for pair in index.pairs(text, without=without):
            features.append(pair.features)
            right.append(pair.label.concept in expected[:1] or without is None and pair.label.concept in expected)
            weights.append(weight)
            groups.append(number)
    return np.array(features), np.array(right), np.array(weights), np.array(groups)


def threshold(scores: np.ndarray, right: np.ndarray, groups: np.ndarray, items: list, wrong_cost: float = 1.0) -> float:
    """The confidence that serves best: a right link earns 1, a wrong one costs more than one left out."""
    best: dict[int, tuple[float, bool]] = {}
    for score, ok, group in zip(scores, right, groups):
        if score > best.get(group, (-1.0, False))[0]:
            best[group] = (score, bool(ok))
    grid = np.round(np.arange(0.2, 0.9, 0.01), 2)
    gain = [sum(items[g][3] * (1 if ok else -wrong_cost) for g, (s, ok) in best.items() if s >= t) for t in grid]
    return float(grid[int(np.argmax(gain))])


def fit(index: Index) -> dict[str, float]:
    """Coefficients by feature, intercept and threshold."""
    items = examples(index, ("train",))
    x, right, weights, groups = rows(index, items)
    model = LogisticRegression(C=1.0, max_iter=1000).fit(x, right, sample_weight=weights)
    found = {name: round(float(value), 3) for name, value in zip(FEATURES, model.coef_[0])}
    found["named_elsewhere"] = NAMED_ELSEWHERE
    found["intercept"] = round(float(model.intercept_[0]), 3)
    found["threshold"] = threshold(model.predict_proba(x)[:, 1], right, groups, items)
    return found


def write(tables: dict[str, dict[str, float]], path: Path = TARGET) -> None:
    """TOML with one table a way of matching."""
    lines = ["# Fitted by `python -m training.linking`: how features of a (wording, concept) pair add up. Do not edit by hand."]
    for name, values in tables.items():
        lines += ["", f"[{name}]", *(f"{key} = {json.dumps(value)}" for key, value in values.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    from kg.pipeline.encoder import embed

    scheme = load()
    texts = [text for c in scheme.concepts.values() for text in (c.label, *c.alternatives)]
    vectors.save(texts, embed, vectors.path())
    write({"with_meaning": fit(Index(scheme, embed)), "words_alone": fit(Index(scheme))})


if __name__ == "__main__":
    main()

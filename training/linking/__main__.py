"""Fit the matcher of proposals: `python -m training.linking`.

Training pairs: each label of the scheme with itself left out, the dev half of the labelled wordings, and Perspectrum's
claims (other subjects) as wordings that belong to no concept. Writes kg/lang/en/linking_fit.toml
and the labels' vectors beside the scheme.
"""
from __future__ import annotations

import json
import math
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from kg.linking import vectors
from kg.linking.features import FEATURES, Index
from kg.linking.scheme import load
from kg.linking.vectors import Embed
from training.linking.bcubed import over
from training.linking.data import ROOT, claims, news, paraphrases, wordings

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


def rows(index: Index, items: list[tuple[str, str | None, tuple[str, ...], float]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Features, right or wrong, and weight, one row a candidate pair."""
    features, right, weights = [], [], []
    for text, without, expected, weight in items:
        for pair in index.pairs(text, without=without):
            features.append(pair.features)
            right.append(pair.label.concept in expected[:1] or without is None and pair.label.concept in expected)
            weights.append(weight)
    return np.array(features), np.array(right), np.array(weights)


def threshold(index: Index, chance: Callable[[np.ndarray], np.ndarray]) -> float:
    """The confidence that serves best on the dev half and on the invented articles: a right link earns 1, a wrong one costs 1."""
    best = []
    for item in [*wordings("dev"), *news("digests", "news-a")]:
        pairs = index.pairs(item.text)
        if pairs:
            scores = chance(np.array([pair.features for pair in pairs]))
            top = int(np.argmax(scores))
            best.append((float(scores[top]), pairs[top].label.concept in item.expected))
    grid = np.round(np.arange(0.2, 0.9, 0.01), 2)
    gain = [sum(1 if ok else -1 for score, ok in best if score >= least) for least in grid]
    return float(grid[int(np.argmax(gain))])


def fit(index: Index) -> dict[str, float]:
    """Coefficients by feature, intercept and threshold."""
    items = examples(index, ("train",))
    x, right, weights = rows(index, items)
    model = LogisticRegression(C=1.0, max_iter=1000).fit(x, right, sample_weight=weights)
    found = {name: round(float(value), 3) for name, value in zip(FEATURES, model.coef_[0])}
    found["named_elsewhere"] = NAMED_ELSEWHERE
    least = threshold(index, lambda rows: model.predict_proba(rows)[:, 1])
    # shifted so that the threshold is one half, for a confidence that reads as one
    found["intercept"] = round(float(model.intercept_[0]) - math.log(least / (1 - least)), 3)
    found["threshold"] = 0.5
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
    write({
        "with_meaning": fit(Index(scheme, embed)), "words_alone": fit(Index(scheme)),
        "cluster_with_meaning": {"threshold": apart(embed, np.arange(0.6, 0.81, 0.02))}, "cluster_words_alone": {"threshold": apart(None, np.arange(0.2, 0.41, 0.02))},
    })


def apart(embed: Embed | None, grid: np.ndarray) -> float:
    """The similarity from which new proposals are one: best B-cubed F1 on paraphrase clusters of Perspectrum's dev claims."""
    sets = paraphrases("dev")[:80]
    return round(float(max(grid, key=lambda least: over(sets, embed, float(least))[2])), 2)


if __name__ == "__main__":
    main()

"""Fit the linker on held-out training articles: `python -m training.attribution.linker --data FOLDER --work FOLDER`.

The tagger has not seen these articles, so the spans are as good and as bad as in use.
"""
from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from kg import lang
from kg.pipeline import joining, tags
from kg.pipeline.attribution import heavy, light
from training.attribution import data
from training.attribution.light import parsed

LEAST = {"source": 0.4, "content": 0.15}


def overlaps(chunk: tags.Chunk, spans: list[tuple[int, int]]) -> bool:
    return any(chunk.start < b and a < chunk.end for a, b in spans)


def rows(pairs, fast: bool) -> dict[str, tuple[list, list]]:
    """role -> features and answers of every pair of a predicted part and a predicted cue that are both real."""
    found: dict[str, tuple[list, list]] = {"source": ([], []), "content": ([], [])}
    for record, doc in pairs:
        chunks, _, pointer = (light if fast else heavy)(doc)
        scene = joining.Scene(doc, chunks, pointer)
        for reading in record["annotations"]:
            gold = [{role: data.project(doc, one[role]) for role in data.ROLES} for one in reading["attributions"]]
            for part in chunks:
                if part.role == "cue" or not any(overlaps(part, one[part.role]) for one in gold):
                    continue
                for cue, row in scene.pairs(part):
                    real = [one for one in gold if overlaps(cue, one["cue"])]
                    if real:
                        found[part.role][0].append(row)
                        found[part.role][1].append(any(overlaps(part, one[part.role]) for one in real))
    return found


def fit(pairs, fast: bool) -> dict:
    """Weights by role."""
    out = {}
    for role, (features, answers) in rows(pairs, fast).items():
        model = LogisticRegression(C=1.0, max_iter=2000).fit(np.array(features), np.array(answers))
        print(role, "fast" if fast else "default", len(answers), "pairs, right", round(model.score(features, answers), 3))
        out[role] = {"weights": model.coef_[0].round(4).tolist(), "intercept": round(float(model.intercept_[0]), 4),
                     "least": round(float(np.log(LEAST[role] / (1 - LEAST[role]))), 4)}
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--target", type=Path, default=lang.folder("en") / "attribution")
    args = parser.parse_args()
    pairs = [pair for number, pair in enumerate(parsed(args.data / "train.jsonl.gz", args.work)) if data.held_out(number)]
    record = {"default": fit(pairs, False), "fast": fit(pairs, True)}
    (args.target / "linker.json").write_text(json.dumps({"features": joining.FEATURES, **record}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Choose on held-out articles how much to favour the beginning of a span, and how much the light tagger counts.

`python -m training.attribution.decision --data FOLDER --work FOLDER` writes both into chain.json. What is made largest is
the sum of exact F1 of the three roles and F1 at both overlaps.
"""
from __future__ import annotations

import argparse
import itertools
import json
from pathlib import Path

from kg import lang
from kg.pipeline import crf, tagger
from training import evaluate_attribution as measure
from training.attribution import data, light

FAVOUR = ((0.0, 0.0, 0.0), (0.5, 0.0, 0.0), (0.5, 0.5, 0.5), (1.0, 0.5, 0.5), (1.0, 0.5, 0.25))
LIGHT = (0.0, 0.2, 0.4)


def worth(found: dict) -> float:
    """The figure to make large."""
    return sum(found[f"exact {role}"]["f1"] for role in data.ROLES) + sum(found[f"attribution {least}"]["f1"] for least in (0.3, 0.8))


def choose(pairs, show=print) -> tuple[tuple[float, ...], float]:
    """The best (favour, light) for Docs whose reading and light scores are worked out once."""
    for _, doc in pairs:
        doc.user_data["reading"], doc.user_data["light"] = tagger.read(doc), crf.scores(doc)
    base = json.loads((lang.folder("en") / "attribution" / "chain.json").read_text(encoding="utf-8"))
    read, scores, chain = tagger.read, crf.scores, tagger.chain
    best: tuple[float, tuple[float, ...], float] | None = None
    try:
        tagger.read = lambda doc: doc.user_data["reading"]
        crf.scores = lambda doc: doc.user_data["light"]
        for favour, weight in itertools.product(FAVOUR, LIGHT):
            tried = tagger.adjusted(tagger.np.array(base["first"]), tagger.np.array(base["steps"]), list(favour), weight)
            tagger.chain = lambda: tried
            found = measure.table(pairs, measure.ours(False))
            show(favour, weight, round(worth(found), 1), measure.row("", found))
            best = max(filter(None, (best, (worth(found), favour, weight))))
    finally:
        tagger.read, crf.scores, tagger.chain = read, scores, chain
    return best[1], best[2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    args = parser.parse_args()
    pairs = [pair for number, pair in enumerate(light.parsed(args.data / "train.jsonl.gz", args.work)) if data.held_out(number)]
    favour, weight = choose(pairs)
    path = lang.folder("en") / "attribution" / "chain.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(record | {"favour": favour, "light": weight}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

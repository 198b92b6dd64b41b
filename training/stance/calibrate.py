"""What confidence means: `python -m training.stance.calibrate`, a quarter of an hour; writes kg/lang/en/stance/sureness.json.

Reads the articles whose edges we labelled (training/labels/articles.jsonl, the seen half of tests/gold) and those of PolNeAR's train part that
hold our labelled attributions, judges every statement made of them, and fits kg.pipeline.sureness by logistic regression. In PolNeAR a statement
is judged where it stands on labelled words: right if a label there has its stance, and a word of the labelled proposal stands in its own.
Prints, on articles not seen (ten folds by article), log loss, area under the ROC curve, and reliability.
"""
from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss, roc_auc_score
from spacy.language import Language

from kg import lang
from kg.build.run import read
from kg.model import Article, statement_to_dict
from kg.pipeline import stance
from kg.pipeline.extract import annotate, doc_of
from kg.pipeline.merging import merged, shared
from kg.pipeline.parse import load
from kg.pipeline.sureness import NAMES, figures
from kg.pipeline.wording import stems
from kg.pipeline.writing import statement
from kg.scoring.score import score
from training.records import records

ROOT = Path(__file__).parents[2]
LABELS = ROOT / "training" / "labels"
GOLD = ROOT / "tests" / "gold"
OWN = {"our articles": (LABELS / "articles.jsonl", LABELS / "articles.gold.jsonl"), "news-a": (GOLD / "news-a.jsonl", GOLD / "news-a.gold.jsonl")}
FOLDS = 10
STRENGTH = 0.03  # of the weights against their pull to 0
LEAST = 15  # characters of a labelled passage that a statement must share
BINS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0)


@dataclass(frozen=True, slots=True)
class Judged:
    """Figures of one statement (len(NAMES),), whether it is right, and its article."""

    row: np.ndarray
    right: bool
    article: str


def told(nlp: Language, article: Article) -> list[tuple[dict, np.ndarray]]:
    """Every statement of an article, however unsure, with its figures."""
    doc = annotate(doc_of(nlp, article))
    of = stance.case(doc)
    kept = merged(doc, stance.claims(of))
    return [(statement_to_dict(statement(doc, one, 0.5)), row) for claim, row in zip(kept, figures(of, kept)) for one in shared(claim)]


def own(nlp: Language, articles: Path, gold: Path) -> Iterator[Judged]:
    """Statements of labelled articles that count for or against, judged as the scorer does."""
    edges = list(records(gold))
    for article in read([articles])[0]:
        found = told(nlp, article)
        rows = {id(said): row for said, row in found}
        for said, reached in score([e for e in edges if e["article"] == article.id], [said for said, _ in found], {}).judged:
            yield Judged(rows[id(said)], bool(reached.edge), article.id)


def real(nlp: Language, polnear: Path) -> Iterator[Judged]:
    """Statements on labelled words of PolNeAR's train part."""
    labels: dict[str, list[dict]] = defaultdict(list)
    for label in records(LABELS / "polnear.jsonl"):
        labels[label["article"]].append(label)
    for record in records(polnear / "train.jsonl.gz"):
        if record["id"] not in labels:
            continue
        for said, row in told(nlp, Article(record["id"], record["text"], date=record["id"].split("_")[1])):
            here = [label for label in labels[record["id"]] if any(min(b, said["end"]) - max(a, said["start"]) > LEAST for a, b in label["content"])]
            if here and said["stance"] != "neutral":
                yield Judged(row, any(agrees(said, label, record["text"]) for label in here), record["id"])


def agrees(said: dict, label: dict, text: str) -> bool:
    """Whether a statement has a label's stance, and a word of its proposal."""
    if said["stance"] != label["stance"]:
        return False
    start, end = label["proposal"]
    return bool(stems(text[start:end]) & (stems(said["proposal_label"]) | stems(said["proposal_text"])))


def fit(judged: list[Judged]) -> tuple[np.ndarray, float]:
    """Weights (len(NAMES),) and bias for figures as they are."""
    rows = np.array([j.row for j in judged])
    mean, scale = rows.mean(0), rows.std(0) + 1e-6
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit((rows - mean) / scale, [j.right for j in judged])
    weights = model.coef_[0] / scale
    return weights, float(model.intercept_[0] - mean @ weights)


def chance(judged: list[Judged], weights: np.ndarray, bias: float) -> np.ndarray:
    return 1 / (1 + np.exp(-(np.array([j.row for j in judged]) @ weights + bias)))


def crossed(judged: list[Judged]) -> np.ndarray:
    """The probability of each by weights that have not seen its article."""
    articles = sorted({j.article for j in judged})
    order = np.random.RandomState(0).permutation(len(articles))
    fold = {article: order[i] % FOLDS for i, article in enumerate(articles)}
    found = np.zeros(len(judged))
    for part in range(FOLDS):
        here = [i for i, j in enumerate(judged) if fold[j.article] == part]
        found[here] = chance([judged[i] for i in here], *fit([j for j in judged if fold[j.article] != part]))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data", help="folder with polnear/")
    args = parser.parse_args()
    nlp = load()
    sets = {name: list(own(nlp, *paths)) for name, paths in OWN.items()} | {"PolNeAR": list(real(nlp, args.data / "polnear"))}
    everything = [j for some in sets.values() for j in some]
    unseen = dict(zip(map(id, everything), crossed(everything)))
    for name, some in sets.items():
        p, right = np.array([unseen[id(j)] for j in some]), np.array([j.right for j in some])
        print(f"{name}: {len(some)} statements, {right.mean():.2f} right; log loss {log_loss(right, p):.3f}, area under the curve {roc_auc_score(right, p):.3f}")
    p, right = np.array([unseen[id(j)] for j in everything]), np.array([j.right for j in everything])
    for low, high in zip(BINS, BINS[1:]):
        here = (p >= low) & (p < high)
        if here.any():
            print(f"{low:.1f} to {high:.1f}  {here.sum():5}  stated {p[here].mean():.2f}  right {right[here].mean():.2f}")
    weights, bias = fit(everything)
    path = lang.folder("en") / "stance" / "sureness.json"
    path.write_text(json.dumps({"bias": round(bias, 4), "weights": dict(zip(NAMES, np.round(weights, 4).tolist()))}, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {path.name}: {len(everything)} statements of {len({j.article for j in everything})} articles")


if __name__ == "__main__":
    main()

"""B-cubed precision and recall of clusterings (Bagga and Baldwin 1998)."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from kg.linking.cluster import clusters
from kg.linking.vectors import Embed


def b_cubed(found: dict[str, int], gold: dict[str, int]) -> tuple[float, float]:
    """Mean precision and recall over the items of both clusterings, item -> cluster."""
    precision = recall = 0.0
    for item in gold:
        mine = {other for other in gold if found[other] == found[item]}
        theirs = {other for other in gold if gold[other] == gold[item]}
        both = len(mine & theirs)
        precision += both / len(mine)
        recall += both / len(theirs)
    return precision / len(gold), recall / len(gold)


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def over(sets: Iterable[tuple[Sequence[str], Sequence[int]]], embed: Embed | None, threshold: float) -> tuple[float, float, float, int]:
    """B-cubed precision, recall and F1 over many sets of wordings, each item counting once; the number of items."""
    totals, items = np.zeros(2), 0
    for texts, numbers in sets:
        gold = dict(zip(texts, numbers))
        found = {text: number for number, cluster in enumerate(clusters(list(gold), embed, threshold=threshold)) for text in cluster}
        totals += np.array(b_cubed(found, gold)) * len(gold)
        items += len(gold)
    precision, recall = totals / max(1, items)
    return float(precision), float(recall), f1(precision, recall), items

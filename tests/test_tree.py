"""The decoder finds the best tree with one root: checked against every tree there is."""
from __future__ import annotations

from itertools import product

import pytest

np = pytest.importorskip("numpy")
from kg.pipeline.tree import heads


def is_tree(chosen: tuple[int, ...]) -> bool:
    if sum(i == head for i, head in enumerate(chosen)) != 1:
        return False
    return all(_climbs(i, chosen) for i in range(len(chosen)))


def _climbs(i: int, chosen: tuple[int, ...]) -> bool:
    for _ in chosen:
        i = chosen[i]
    return chosen[i] == i


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
def test_no_tree_scores_higher(size: int) -> None:
    dice = np.random.default_rng(size)
    every = [chosen for chosen in product(range(size), repeat=size) if is_tree(chosen)]
    for _ in range(30):
        scores = dice.normal(size=(size, size))
        found = tuple(map(int, heads(scores)))
        assert found in every
        assert max(sum(scores[i, h] for i, h in enumerate(chosen)) for chosen in every) == pytest.approx(sum(scores[i, h] for i, h in enumerate(found)))

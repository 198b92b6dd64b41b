"""How like found spans are to marked ones."""
from __future__ import annotations

import pytest

from training.jaccard import jaccard, likeness


def _read(*spans: tuple[int, int]) -> list[dict]:
    return [{"cue": [span]} for span in spans]


@pytest.mark.parametrize("one, other, value", [((0, 4), (0, 4), 1), ((0, 4), (2, 4), 0.5), ((0, 4), (2, 6), 1 / 3), ((0, 2), (2, 4), 0), ((0, 1), (5, 9), 0)])
def test_likeness_is_what_is_shared_of_all(one: tuple[int, int], other: tuple[int, int], value: float) -> None:
    assert likeness(one, other) == likeness(other, one) == pytest.approx(value)


@pytest.mark.parametrize("marked, found, value", [
    ([(0, 4)], [(0, 4)], 100),
    ([(0, 4)], [(2, 4)], 50),
    ([(0, 4)], [(2, 4), (0, 4)], 100),  # the second meets what is marked, so it costs nothing
    ([(0, 4)], [(0, 4), (8, 9)], 50),
    ([(0, 4), (8, 9)], [(0, 4)], 50),
    ([(0, 4), (0, 4)], [(2, 4)], 50),
    ([(0, 4)], [], 0),
    ([], [(0, 4)], 0),
    ([], [], 0),
])
def test_every_marked_span_and_every_stray_one_counts(marked: list[tuple[int, int]], found: list[tuple[int, int]], value: float) -> None:
    assert jaccard([(_read(*marked), _read(*found))], "cue") == pytest.approx(value)


def test_streams_are_compared_each_by_itself() -> None:
    assert jaccard([(_read((0, 4)), _read()), (_read(), _read((0, 4)))], "cue") == 0

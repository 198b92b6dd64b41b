"""Windows cover every word once, never outgrow their size, and break between paragraphs where they can."""
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import drawn
from kg.pipeline.pieces import CLOSES, DIGIT, INSIDE, LOWER, OPENS, OTHER, OUTSIDE, TITLE, UPPER, Words, cut, lay, shape, states
from kg.pipeline.quotes import quote


def article(lengths: list[int], starts: set[int]) -> Words:
    return Words(tuple((7,) * n for n in lengths), (LOWER,) * len(lengths), (OUTSIDE,) * len(lengths), frozenset({0} | starts))


@given(st.lists(st.integers(1, 5), min_size=1, max_size=80), st.sets(st.integers(1, 79)), st.integers(20, 40))
def test_windows_cover_all_and_fit(lengths: list[int], starts: set[int], size: int) -> None:
    read = article(lengths, {i for i in starts if i < len(lengths)})
    windows = cut(read, size, 10)
    assert [0, *(w.end for w in windows[:-1])] == [w.start for w in windows]
    assert len(lengths) == windows[-1].end
    assert all(w.first <= w.start < w.end and len(lay(read, w)[0]) <= size for w in windows)


def test_a_window_ends_with_a_paragraph() -> None:
    assert [6, 12] == [w.end for w in cut(article([1] * 12, {6}), 14, 4)]


def test_shapes() -> None:
    assert [LOWER, TITLE, UPPER, DIGIT, OTHER, TITLE] == [shape(word) for word in ("care", "Care", "NHS", "2bn", "'", "A")]


def test_quote_states() -> None:
    doc = quote(drawn.load("said_after"))
    assert [OPENS, *[INSIDE] * 4, CLOSES, OUTSIDE] == states(doc)[:7]

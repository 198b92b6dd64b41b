"""Mean Jaccard of spans, as published tables of quotation extraction have it (Wang et al. 2022, CofeNet).

Every marked span counts with its likeness to the found one that is most like it; every found span that meets no marked one
counts as 0.
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Span = tuple[int, int]
Reading = Sequence[Mapping[str, Sequence[Span]]]  # attributions, each role with its spans in tokens


def likeness(one: Span, other: Span) -> float:
    """Tokens that two spans share, of those from the first to the last of both; 0 to 1."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def jaccard(streams: Iterable[tuple[Reading, Reading]], role: str) -> float:
    """Mean in percent over the spans of a role in (marked, found) streams, a span that serves several attributions once; 0 where there are none."""
    values: list[float] = []
    for marked, found in streams:
        gold, guess = ({span for one in reading for span in one[role]} for reading in (marked, found))
        values += [max((likeness(span, other) for other in guess), default=0.0) for span in gold]
        values += [0.0 for other in guess if not any(likeness(span, other) for span in gold)]
    return 100 * sum(values) / len(values) if values else 0.0

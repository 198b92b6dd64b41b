"""Source, cue and content as one tag a token: the seven tags, the best sequence, and the spans in it."""
from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

ROLES = ("source", "cue", "content")
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
NEVER = -1e4


class Chunk(NamedTuple):
    """Tokens [start, end) of one role."""

    role: str
    start: int
    end: int

    def meets(self, start: int, end: int) -> bool:
        """Whether it shares a token with [start, end)."""
        return self.start < end and start < self.end


def decode(emissions: np.ndarray, starts: Sequence[int], first: np.ndarray, steps: np.ndarray) -> np.ndarray:
    """Best tags (n,) by Viterbi, each paragraph by itself.

    emissions (n, 7); `starts` the first tokens of the paragraphs; first (7,) and steps (7, 7) score a tag at a
    paragraph's start and after another tag. All paragraphs are decoded side by side.
    """
    count = len(emissions)
    tags = np.zeros(count, dtype=np.int64)
    if not count:
        return tags
    begins = np.array(sorted(starts))
    lengths = np.diff([*begins, count])
    longest, width = int(lengths.max()), emissions.shape[1]
    table = np.zeros((len(begins), longest, width))
    for row, (at, length) in enumerate(zip(begins, lengths)):
        table[row, :length] = emissions[at:at + length]
    back = np.zeros((len(begins), longest, width), dtype=np.int64)
    score = table[:, 0] + first
    kept = [score]
    for t in range(1, longest):
        ways = score[:, :, None] + steps
        back[:, t] = ways.argmax(1)
        score = ways.max(1) + table[:, t]
        kept.append(score)
    for row, (at, length) in enumerate(zip(begins, lengths)):
        tag = int(kept[length - 1][row].argmax())
        for t in range(length - 1, -1, -1):
            tags[at + t] = tag
            tag = int(back[row, t, tag])
    return tags


def marginals(emissions: np.ndarray, starts: Sequence[int], steps: np.ndarray) -> np.ndarray:
    """Probability of every tag at every token (n, 7), by the forward and backward pass, each paragraph by itself.

    emissions (n, 7); `starts` the first tokens of the paragraphs; steps (7, 7) scores a tag after another. All paragraphs
    are read side by side, from their first token on and from their last one back.
    """
    count = len(emissions)
    begins = np.array(sorted(starts))
    lengths = np.diff([*begins, count])
    place = np.arange(int(lengths.max()))[:, None]
    inside = place < lengths
    ahead, back = np.where(inside, begins + place, 0), np.where(inside, begins + lengths - 1 - place, 0)
    here = np.exp(emissions - emissions.max(1, keepdims=True))
    reached = np.stack([here[ahead], here[back]], axis=1)  # (longest, 2, paragraphs, 7)
    ways = np.exp(np.stack([steps, steps.T]))
    for t in range(1, len(reached)):
        before = reached[t - 1] @ ways
        reached[t] *= before / before.sum(2, keepdims=True)
    shares = np.empty_like(here)
    shares[ahead[inside]] = reached[:, 0][inside]
    shares[back[inside]] *= reached[:, 1][inside]
    shares /= here
    return shares / shares.sum(1, keepdims=True)


def chunks(tags: Sequence[int]) -> list[Chunk]:
    """The spans that a sequence of tag numbers spells, in order."""
    found: list[Chunk] = []
    role = start = None
    before = 0
    for i, tag in enumerate([*tags, 0]):
        if tag == before and not tag % 2:  # outside, or further inside one span
            continue
        before = tag
        here = (int(tag) - 1) // 2 if tag else None
        if start is not None and (tag == 0 or tag % 2 == 1 or here != role):
            found.append(Chunk(ROLES[role], start, i))
            start = None
        if tag and start is None:
            role, start = here, i
    return found

"""The best tree under arc scores: Chu-Liu/Edmonds with one root."""
from __future__ import annotations

import numpy as np


def heads(scores: np.ndarray) -> np.ndarray:
    """Heads of a sentence from log scores [dependent, head]; a word that heads itself is the root, and there is one.

    Greedy heads are kept when they already make a tree; otherwise every likely root is tried and the best tree kept.
    """
    size = len(scores)
    greedy = scores.argmax(1)
    if _is_tree(greedy):
        return greedy
    root_scores = np.diag(scores)
    best, found = -np.inf, np.zeros(size, dtype=np.int64)
    for root in np.argsort(-root_scores, kind="stable")[:5]:
        arcs = scores.copy()
        np.fill_diagonal(arcs, -np.inf)
        chosen = _edmonds(arcs, int(root))
        chosen[root] = root
        total = scores[np.arange(size), chosen].sum()
        if total > best:
            best, found = total, chosen
    return found


def _is_tree(chosen: np.ndarray) -> bool:
    size = len(chosen)
    if (chosen == np.arange(size)).sum() != 1:
        return False
    reached = chosen
    for _ in range(size.bit_length()):
        reached = reached[reached]
    return bool((reached == reached[0]).all())


def _cycle(chosen: np.ndarray, root: int) -> list[int]:
    """The words of one cycle, or nothing."""
    state = np.zeros(len(chosen), dtype=np.int8)
    state[root] = 2
    for start in range(len(chosen)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(chosen[at])
        if state[at] == 1:
            return path[path.index(at) :]
        state[path] = 2
    return []


def _edmonds(arcs: np.ndarray, root: int) -> np.ndarray:
    """Heads of the best tree under `root`; arcs[dependent, head], the diagonal minus infinity."""
    chosen = arcs.argmax(1)
    chosen[root] = root
    cycle = _cycle(chosen, root)
    if not cycle:
        return chosen
    inside = np.zeros(len(arcs), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    ring = np.array(cycle)
    own = arcs[ring, chosen[ring]]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = arcs[np.ix_(outside, outside)]
    leaving = arcs[np.ix_(outside, ring)]  # a word outside, its head on the ring
    small[:-1, -1] = leaving.max(1)
    entering = arcs[np.ix_(ring, outside)] - own[:, None]  # a word of the ring, its head outside
    small[-1, :-1] = entering.max(0)
    inner = _edmonds(small, int(np.flatnonzero(outside == root)[0]))
    result = chosen.copy()
    for i, word in enumerate(outside):
        if word != root:
            result[word] = ring[leaving[i].argmax()] if inner[i] == len(outside) else outside[inner[i]]
    head = outside[inner[-1]]
    enters = ring[entering[:, inner[-1]].argmax()]
    result[enters] = head
    result[root] = root
    return result

"""New proposals over a corpus: wordings that mean the same become one concept, the same whatever the order they come in."""
from __future__ import annotations

import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from kg.lang import table
from kg.linking.vectors import Embed, unit
from kg.linking.words import meaning, slug
from kg.model import Proposal, normalise

_NAMED = re.compile(r"(?<!^)\b[A-Z][\w'-]+|\d[\d,.]*")
LONGEST = 80  # characters of an alternative label
BLOCK = 512  # rows compared at a time, so that memory grows with the wordings and not with their square
FAR = 0.5  # pairs under this share of the threshold count as nothing alike


def near(texts: Sequence[str], embed: Embed | None, least: float, *, language: str = "en") -> dict[tuple[int, int], float]:
    """(i, j) with i < j -> how far two wordings mean the same, where that is `least` or more.

    The cosine of their vectors, or without an encoder the share of their stems. Never where no stem is common, nor where
    both hold names or figures and none is common ("closing Lea ward", "closing Ash ward").
    """
    stems = [set(meaning(text, language)) for text in texts]
    names = [{name.casefold().strip(".,") for name in _NAMED.findall(text)} for text in texts]

    def other(i: int, j: int) -> bool:
        return not stems[i] & stems[j] or bool(names[i] and names[j] and not names[i] & names[j])

    found: dict[tuple[int, int], float] = {}
    if embed:
        rows = unit(np.asarray(embed(list(texts)), dtype=np.float32))
        for start in range(0, len(texts), BLOCK):
            close = rows[start:start + BLOCK] @ rows.T
            for i, j in np.argwhere(close >= least).tolist():
                if start + i < j and not other(start + i, j):
                    found[start + i, j] = round(float(close[i, j]), 5)
        return found
    holders: dict[str, list[int]] = defaultdict(list)
    for i, mine in enumerate(stems):
        for j in sorted({j for stem in mine for j in holders[stem]}):
            share = len(mine & stems[j]) / len(mine | stems[j])
            if share >= least and not other(j, i):
                found[j, i] = round(share, 5)
        for stem in mine:
            holders[stem].append(i)
    return found


def _components(size: int, links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Items that a chain of links connects, each group and the whole in order."""
    group = list(range(size))

    def top(i: int) -> int:
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    for i, j in links:
        one, two = sorted((top(i), top(j)))
        group[two] = one
    found: dict[int, list[int]] = defaultdict(list)
    for i in range(size):
        found[top(i)].append(i)
    return [found[i] for i in sorted(found)]


def clusters(texts: Sequence[str], embed: Embed | None = None, *, threshold: float | None = None, language: str = "en") -> list[list[str]]:
    """Average-link clusters of distinct wordings, each sorted, the whole sorted."""
    texts = sorted(set(texts))
    if not texts:
        return []
    least = threshold if threshold is not None else table(language, "linking_fit")["cluster_with_meaning" if embed else "cluster_words_alone"]["threshold"]
    close = near(texts, embed, least * FAR, language=language)
    components = _components(len(texts), (pair for pair, score in close.items() if score >= least))
    home = {i: number for number, component in enumerate(components) for i in component}
    inside: dict[int, dict[tuple[int, int], float]] = defaultdict(dict)
    for pair, score in close.items():
        if home[pair[0]] == home[pair[1]]:
            inside[home[pair[0]]][pair] = score
    found = [group for number, component in enumerate(components) for group in _average_link(component, inside[number], least)]
    return sorted([texts[i] for i in group] for group in found)


def _average_link(items: Sequence[int], close: Mapping[tuple[int, int], float], least: float) -> list[list[int]]:
    """Join the two groups that are nearest on average, until none are near enough; of equals the first in order."""
    groups = {i: [i] for i in items}
    sums: dict[int, dict[int, float]] = {i: {} for i in items}
    for (i, j), score in close.items():
        sums[i][j] = sums[j][i] = score
    queue = [(-score, i, j) for i in items for j, score in sums[i].items() if i < j and score >= least]
    heapq.heapify(queue)
    while queue:
        score, i, j = heapq.heappop(queue)
        if i not in groups or j not in groups or -score != _mean(sums, groups, i, j):
            continue
        groups[i] = sorted(groups[i] + groups.pop(j))
        sums[i].pop(j)
        for k, total in sums.pop(j).items():
            if k != i:
                sums[k].pop(j)
                sums[i][k] = sums[k][i] = sums[i].get(k, 0.0) + total
        for k in sums[i]:
            mean = _mean(sums, groups, i, k)
            if mean >= least:
                heapq.heappush(queue, (-mean, min(i, k), max(i, k)))
    return list(groups.values())


def _mean(sums: Mapping[int, Mapping[int, float]], groups: Mapping[int, list[int]], i: int, j: int) -> float:
    return round(sums[i].get(j, 0.0) / (len(groups[i]) * len(groups[j])), 6)


def mint(labels: Mapping[str, Sequence[str]], embed: Embed | None = None, *, taken: Sequence[str] = (), language: str = "en") -> dict[str, Proposal]:
    """Suggested label -> the new proposal that it belongs to.

    `labels` gives for each label the wordings it was suggested for, one an occurrence; `taken` are ids of the scheme.
    The commonest label names the cluster, and its id is made of that name.
    """
    folded: dict[str, list[str]] = defaultdict(list)
    for label in sorted(labels):
        folded[_fold(label, language)].append(label)
    one = {key: _name(group, labels) for key, group in folded.items()}
    found: dict[str, Proposal] = {}
    used = set(taken)
    for cluster in clusters(sorted(one.values()), embed, language=language):
        members = [label for key, first in one.items() if first in cluster for label in folded[key]]
        name = _name(members, labels)
        made = base = f"x-{slug(name)}"
        number = 2
        while made in used:
            made, number = f"{base}-{number}", number + 1
        used.add(made)
        found |= dict.fromkeys(members, Proposal(made, name, minted=True))
    return found


def _fold(label: str, language: str) -> str:
    """Labels with the same stems are one wording before any vector is asked."""
    stems = meaning(label, language)
    return " ".join(sorted(stems)) if len(stems) > 1 else normalise(label)


def _name(labels: Sequence[str], uses: Mapping[str, Sequence[str]]) -> str:
    """The commonest label, then the shortest, then the first by alphabet."""
    counts = Counter({label: len(uses[label]) for label in labels})
    return min(counts, key=lambda label: (-counts[label], len(label), label))

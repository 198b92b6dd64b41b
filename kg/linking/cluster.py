"""New proposals over a corpus: wordings that mean the same become one concept, the same whatever the order they come in."""
from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from kg.lang import table
from kg.linking.vectors import Embed, unit
from kg.linking.words import meaning, slug
from kg.model import Proposal, normalise

_NAMED = re.compile(r"(?<!^)\b[A-Z][\w'-]+|\d[\d,.]*")
LONGEST = 80


def similarity(texts: Sequence[str], embed: Embed | None, *, language: str = "en") -> np.ndarray:
    """How far each two wordings mean the same, 0-1: cosine of their vectors, or without an encoder the share of their stems.

    0 where no stem is common, or where both hold names or figures and none is common ("closing Lea ward", "closing Ash ward").
    """
    stems = [set(meaning(text, language)) for text in texts]
    names = [{name.casefold().strip(".,") for name in _NAMED.findall(text)} for text in texts]
    if embed:
        rows = unit(np.asarray(embed(list(texts)), dtype=np.float32))
        close = rows @ rows.T
    else:
        close = np.array([[len(a & b) / len(a | b) if a | b else 0.0 for b in stems] for a in stems], dtype=np.float32)
    for i, (mine, named) in enumerate(zip(stems, names)):
        for j in range(i + 1, len(texts)):
            if not mine & stems[j] or named and names[j] and not named & names[j]:
                close[i, j] = close[j, i] = 0.0
    return close


def _components(close: np.ndarray, threshold: float) -> list[list[int]]:
    """Wordings that a chain of near ones connects: no cluster reaches beyond."""
    left, found = set(range(len(close))), []
    while left:
        todo = [min(left)]
        left -= set(todo)
        at = 0
        while at < len(todo):
            near = sorted(left & set(np.flatnonzero(close[todo[at]] >= threshold).tolist()))
            todo += near
            left -= set(near)
            at += 1
        found.append(sorted(todo))
    return found


def clusters(texts: Sequence[str], embed: Embed | None = None, *, threshold: float | None = None, language: str = "en") -> list[list[str]]:
    """Average-link clusters of distinct wordings, each sorted, the whole sorted."""
    texts = sorted(set(texts))
    if not texts:
        return []
    least = threshold if threshold is not None else table(language, "linking_fit")["cluster_with_meaning" if embed else "cluster_words_alone"]["threshold"]
    close = np.round(similarity(texts, embed, language=language), 5)
    found = []
    for component in _components(close, least):
        groups = [[i] for i in component]
        while len(groups) > 1:
            means = [(float(close[np.ix_(a, b)].mean()), -x, -y) for x, a in enumerate(groups) for y, b in enumerate(groups) if x < y]
            best, x, y = max(means)
            if best < least:
                break
            groups[-x] = sorted(groups[-x] + groups.pop(-y))
        found += [[texts[i] for i in group] for group in groups]
    return sorted(found)


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

"""Two-mode and one-mode projections of statements, with DNA's words and equations (Leifeld, Discourse Network Analyzer).

x[i, j, k] counts the statements of actor i on concept j with level k (1 agrees, 0 disagrees).

>>> said = [Event("a", "p", 1, "d1"), Event("b", "p", 1, "d1"), Event("a", "q", 1, "d1"), Event("b", "q", 0, "d2")]
>>> onemode(said, aggregation="subtract")
{('a', 'b'): 0.0}
>>> onemode(said, aggregation="congruence", normalization="average")
{('a', 'b'): 0.5}
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import Literal, NamedTuple

import networkx as nx

Aggregation = Literal["ignore", "congruence", "conflict", "subtract", "combine"]
Normalization = Literal["no", "average", "jaccard", "cosine", "activity", "prominence"]
Duplicates = Literal["include", "document", "week", "month", "year", "acrossrange"]


class Event(NamedTuple):
    """One statement for a projection: `agreement` 1 or 0, `document` its article, `date` an ISO 8601 day or empty."""

    actor: str
    concept: str
    agreement: int
    document: str
    date: str = ""


def period(event: Event, duplicates: Duplicates) -> str:
    """What two equal statements must share to be one. Weeks and months know their year, unlike DNA's.

    An undated statement, or a date without the day or month asked for, falls back to its document.
    """
    if duplicates in ("include", "acrossrange"):
        return ""
    if duplicates == "document":
        return event.document
    if duplicates == "week" and len(event.date) >= 10:
        from datetime import date

        year, week, _ = date.fromisoformat(event.date[:10]).isocalendar()
        return f"{year}-w{week}"
    size = {"year": 4, "month": 7}.get(duplicates, 99)
    return event.date[:size] if len(event.date) >= size else f"document {event.document}"


def kept(events: Iterable[Event], duplicates: Duplicates = "include", *, qualifier: bool = True) -> list[Event]:
    """The events that count: of duplicates the earliest. With `qualifier=False` agreement does not tell two apart."""
    found, seen = [], set()
    for event in sorted(events, key=lambda e: e.date or "9999"):
        key = (event.actor, event.concept, event.agreement if qualifier else None, period(event, duplicates))
        if duplicates == "include" or key not in seen:
            seen.add(key)
            found.append(event)
    return found


def twomode(
    events: Iterable[Event], *, aggregation: Aggregation = "ignore", normalization: Normalization = "no", duplicates: Duplicates = "include"
) -> dict[tuple[str, str], float]:
    """(actor, concept) to a weight. `combine`: 1 agrees only, 2 disagrees only, 3 both; `subtract`: agreeing minus disagreeing."""
    said = kept(events, duplicates, qualifier=aggregation != "ignore")
    agree = Counter((e.actor, e.concept) for e in said if e.agreement)
    disagree = Counter((e.actor, e.concept) for e in said if not e.agreement)
    by_actor, by_concept = Counter(e.actor for e in said), Counter(e.concept for e in said)
    found = {}
    for pair in sorted(agree.keys() | disagree.keys()):
        plus, minus = agree[pair], disagree[pair]
        if aggregation == "combine":
            weight: float = (plus > 0) + 2 * (minus > 0)
        else:
            weight = plus - minus if aggregation == "subtract" else plus + minus
            weight /= {"activity": by_actor[pair[0]], "prominence": by_concept[pair[1]]}.get(normalization, 1)
        found[pair] = float(weight)
    return found


def onemode(
    events: Iterable[Event], *, aggregation: Aggregation = "subtract", normalization: Normalization = "no", duplicates: Duplicates = "include"
) -> dict[tuple[str, str], float]:
    """(actor, actor) in alphabetical order to a weight, for every pair that shares a concept.

    congruence: sum over j, k of x[i,j,k] x[i',j,k]; conflict: over x[i,j,k] x[i',j,1-k]; subtract: their difference;
    ignore: sum over j of the products of the row sums. average divides by the mean number of statements of the two,
    cosine by their product, jaccard by m10 + m01 + m11; none is bounded by 1 when duplicates are included.
    """
    said = kept(events, duplicates, qualifier=aggregation != "ignore")
    x = Counter((e.actor, e.concept, e.agreement if aggregation != "ignore" else 1) for e in said)
    told = Counter((e.actor, e.concept, e.agreement) for e in said)
    total = Counter(e.actor for e in said)
    concepts: dict[str, set[str]] = {}
    for actor, concept, _ in x:
        concepts.setdefault(actor, set()).add(concept)
    found = {}
    for a, b in combinations(sorted(concepts), 2):
        shared = concepts[a] & concepts[b]
        if not shared:
            continue
        same = sum(x[a, j, k] * x[b, j, k] for j in shared for k in (0, 1))
        cross = sum(x[a, j, k] * x[b, j, 1 - k] for j in shared for k in (0, 1))
        raw = {"congruence": same, "ignore": same, "conflict": cross, "subtract": same - cross}[aggregation]
        found[a, b] = raw / _divisor(told, total, concepts, a, b, normalization)
    return found


def _divisor(told: Counter, total: Counter, concepts: dict[str, set[str]], a: str, b: str, normalization: str) -> float:
    if normalization == "average":
        return (total[a] + total[b]) / 2
    if normalization == "cosine":
        return total[a] * total[b]
    if normalization == "jaccard":
        pairs = [(told[a, j, k], told[b, j, k]) for j in concepts[a] | concepts[b] for k in (0, 1)]
        return sum(mine * theirs if mine and theirs else mine + theirs for mine, theirs in pairs) or 1
    return 1


def graph(weights: dict[tuple[str, str], float], *, threshold: float = 0.0) -> nx.Graph:
    """The pairs whose weight exceeds the threshold as an undirected graph, nodes and edges sorted."""
    made = nx.Graph()
    for (a, b), weight in sorted(weights.items()):
        if weight > threshold:
            made.add_edge(a, b, weight=weight)
    return made


def coalitions(weights: dict[tuple[str, str], float], *, seed: int = 0) -> list[list[str]]:
    """Groups of actors who agree more than they clash: Louvain (Blondel 2008) on the positive ties; largest first."""
    made = graph(weights)
    if not made.number_of_edges():
        return []
    found = nx.community.louvain_communities(made, weight="weight", seed=seed)
    return sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))

"""What a passage takes a side on: the article's candidate phrases, ranked by a small trained network.

`training/subject` fits its weights on articles with gold edges; it knows no word but by the vector of its meaning.
"""
from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from kg import lang
from kg.pipeline.inventory import Topic, closest
from kg.pipeline.mentions import Mention
from kg.pipeline.scene import Scene, Utterance
from kg.pipeline.subject import Subjects, features
from kg.pipeline.syntax import lemma

_SHARE = 12.0  # weight of a topic that every passage is about
_NEW = 0.05  # share from which a candidate that no mention has named becomes a topic
_SAME, _MEANT = 0.5, 0.75  # shared words, and likeness of meaning, that make a candidate a topic's
_MOST = 25  # candidates looked at
_LEAD = 3  # sentences that count as passages


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a passage is about: the label, and its probability among all of the article's."""

    label: str
    sure: float


@lru_cache
def _weights() -> dict[str, np.ndarray]:
    with open(lang.folder("en") / "subject.json", encoding="utf-8") as file:
        return {name: np.array(value, dtype=np.float32) for name, value in json.load(file).items()}


def odds(rows: np.ndarray, vectors: np.ndarray, weights: dict[str, np.ndarray]) -> np.ndarray:
    """Log odds of each candidate, shape (n,), from its features (n, features) and its meaning (n, 384)."""
    policy = vectors @ weights["policy"] + weights["policy_bias"]
    x = (np.hstack([rows, policy[:, None]]) - weights["mean"]) / weights["scale"]
    return np.tanh(x @ weights["hidden"] + weights["hidden_bias"]) @ weights["out"]


def policy(vector: np.ndarray) -> float:
    """How much a phrase of this meaning (384,) sounds like a course of action; 0 is undecided."""
    weights = _weights()
    return float(vector @ weights["policy"] + weights["policy_bias"])


def scored(of: Subjects, passage: list[int]) -> np.ndarray:
    """Probability of each candidate, shape (n,): that the passage takes a side on it, if on anything here."""
    key = tuple(passage)
    if key not in of.scores:
        found = odds(features(of, passage), of.vectors, _weights())
        if len(of.barred) < len(found):
            found[list(of.barred)] = -np.inf
        found = np.exp(found - found.max())
        of.scores[key] = found / found.sum()
    return of.scores[key]


def about(of: Subjects, passage: list[int]) -> Chosen | None:
    """The likeliest candidate; None for an article without candidates or an empty passage."""
    if not of.labels or not passage:
        return None
    chances = scored(of, passage)
    best = int(chances.argmax())
    return Chosen(of.labels[best], float(chances[best]))


def passage(utterance: Utterance) -> list[int]:
    """The tokens of an utterance with its source and cue, in order."""
    return sorted({i for a, b in (*utterance.content, *utterance.source, *utterance.cue) for i in range(a, b)})


def _shares(of: Subjects, scene: Scene) -> np.ndarray:
    """Each candidate's mean probability over the lead and all that is said, shape (n,)."""
    lead = [list(range(s.start, s.end)) for _, s in zip(range(_LEAD), scene.doc.sents)]
    passages = [p for p in (*map(passage, scene.utterances.values()), *lead) if p]
    return np.mean([scored(of, p) for p in passages], axis=0) if passages and of.labels else np.zeros(0)


def _topic(of: Subjects, which: int, scene: Scene) -> Topic:
    """A candidate as a topic of its own, mentioned where it stands."""
    doc, label = scene.doc, of.labels[which]
    mentions = [Mention(i, i + 1, i, label, "noun", strength=0.7, word=lemma(doc[i])) for i in of.places[which] if i >= 0]
    return Topic(label, of.stems[which], mentions or [Mention(0, 1, 0, label, "noun", strength=0.7, word=lemma(doc[0]))], 0.0, of.vectors[which])


def weighed(topics: Iterable[Topic], of: Subjects, scene: Scene) -> list[Topic]:
    """The topics by falling weight, once the ranker has said which of them the article is about; those it misses are added."""
    known, shares = list(topics), _shares(of, scene)
    for which in np.argsort(-shares, kind="stable")[:_MOST]:
        topic = closest(of.labels[which], known, _SAME, meant=_MEANT)
        if topic is None and shares[which] >= _NEW:
            topic = _topic(of, which, scene)
            known.append(topic)
        if topic is not None:
            topic.weight += _SHARE * float(shares[which])
    return sorted(known, key=lambda t: (-t.weight, t.mentions[0].start))

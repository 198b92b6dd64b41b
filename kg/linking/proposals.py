"""A wording -> the concept of the scheme that means the same or something broader, or None.

Each (wording, concept) pair has features; a logistic function of them, fitted by `python -m training.linking`, is the
confidence. Under the threshold the words are kept as they are.
"""
from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from kg.lang import table
from kg.linking.scheme import Scheme
from kg.linking.words import initials, meaning, tokens
from kg.model import Proposal, normalise

Embed = Callable[[Sequence[str]], np.ndarray]
Acronyms = tuple[tuple[str, str], ...]
FEATURES = ("label_found", "wording_found", "both_found", "cosine", "unknown", "subject_missing", "act_missing", "verbatim", "topic", "lead")
SHORTLIST = 8
_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]s?")


@dataclass(frozen=True, slots=True)
class Link:
    """The concept a wording was matched to, how sure, and by which of its labels."""

    concept: str
    confidence: float
    label: str


@dataclass(frozen=True, slots=True)
class Label:
    concept: str
    text: str
    stems: tuple[str, ...]


def acronyms(concepts: Sequence[Proposal]) -> Acronyms:
    """(acronym, long name) pairs where a concept has both among its labels: BCF, Better Care Fund."""
    found: dict[str, str] = {}
    for concept in concepts:
        labels = (concept.label, *concept.alternatives)
        for short in sorted(filter(_ACRONYM.fullmatch, labels)):
            letters = short.removesuffix("s").casefold()
            for label in labels:
                words = tokens(label)
                for start in range(len(words)):
                    if letters not in found and len(words) - start >= len(letters) and initials(words[start:]) == letters:
                        found[letters] = found[letters + "s"] = " ".join(words[start:])
    return tuple(sorted(found.items()))


class Matcher:
    """The scheme's labels, indexed by exact words and stems; embedded only as far as a wording asks for them."""

    def __init__(self, scheme: Scheme, embed: Embed | None = None, *, language: str = "en") -> None:
        self.scheme, self.embed, self.language = scheme, embed, language
        self.acronyms = acronyms(tuple(scheme.concepts.values()))
        self.labels = [Label(c.id, text, self.stems(text)) for c in scheme.concepts.values() for text in (c.label, *c.alternatives)]
        self.exact = {normalise(label.text): label for label in self.labels}
        self.by_stem: dict[str, list[int]] = defaultdict(list)
        spread: dict[str, set[str]] = defaultdict(set)
        for number, label in enumerate(self.labels):
            for stem in label.stems:
                self.by_stem[stem].append(number)
                spread[stem].add(label.concept)
        size = max(2, len(scheme.concepts))
        self.weight = {stem: math.log((size + 1) / len(concepts)) / math.log(size + 1) for stem, concepts in spread.items()}
        self.subjects = {stem for stem, concepts in spread.items() if len(concepts) > 0.08 * size}
        self.acts = set(table(language, "linking")["acts"])
        self.fit = table(language, "linking_fit")["with_meaning" if embed else "words_alone"]
        self.sequences = {label.stems: label.concept for label in self.labels if len(label.stems) > 1}
        self._centre: np.ndarray | None = None
        self._vectors: dict[str, np.ndarray] = {}

    def stems(self, text: str) -> tuple[str, ...]:
        return meaning(text, self.language, self.acronyms)

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        """Unit rows, each text embedded once."""
        new = sorted(set(texts) - self._vectors.keys())
        if new:
            rows = np.asarray(self.embed(new), dtype=np.float64)
            norms = np.linalg.norm(rows, axis=1, keepdims=True)
            self._vectors.update(zip(new, rows / np.where(norms == 0, 1, norms)))
        return np.stack([self._vectors[text] for text in texts])

    def topic(self, text: str) -> float:
        """Cosine of a wording with the mean of the scheme's labels: is this the scheme's subject at all?"""
        if not self.embed:
            return 0.0
        if self._centre is None:
            mean = self.vectors([c.label for c in self.scheme.concepts.values()]).mean(axis=0)
            self._centre = mean / (np.linalg.norm(mean) or 1.0)
        return float(self.vectors([text])[0] @ self._centre)

    def verbatim(self, stems: Sequence[str]) -> set[tuple[str, ...]]:
        """Labels of two stems or more that stand in the wording as they are and not within a longer such label."""
        runs = [(i, j) for i in range(len(stems)) for j in range(i + 2, len(stems) + 1) if tuple(stems[i:j]) in self.sequences]
        return {tuple(stems[i:j]) for i, j in runs if not any((a, b) != (i, j) and a <= i and j <= b for a, b in runs)}

    def _weights(self, text: str, stems: Sequence[str]) -> dict[str, float]:
        """What each stem of a wording weighs: names of places and people little, words that no label has in full."""
        named = {stem for word in re.findall(r"(?<!^)\b[A-Z]\w+", text) for stem in self.stems(word)}
        return {s: 0.2 if s not in self.weight and s in named or s == "abolish" else self.weight.get(s, 1.0) for s in stems}

    def candidates(self, text: str, *, without: str | None = None) -> Iterator[tuple[Label, dict[str, float]]]:
        """The nearest label of each of the nearest concepts, with the pair's features, best first.

        `without` leaves one label out, so that the scheme can be its own test.
        """
        stems = self.stems(text)
        mine = self._weights(text, stems)
        total = sum(mine.values())
        if not total:
            return
        scored: dict[str, list[tuple[float, int, float, float]]] = defaultdict(list)
        for number in {n for stem in stems for n in self.by_stem.get(stem, ())}:
            label = self.labels[number]
            if label.text == without:
                continue
            common = [stem for stem in label.stems if stem in mine]
            found = sum(self.weight[s] for s in common) / sum(self.weight[s] for s in label.stems)
            said = min(1.0, sum(mine[s] for s in common) / total)
            scored[label.concept].append((2 * found * said / (found + said), number, found, said))
        near = sorted(scored, key=lambda concept: (-max(scored[concept])[0], concept))[: SHORTLIST * 2]
        options = []
        for concept in near:
            best = sorted(scored[concept], key=lambda s: (-s[0], self.labels[s[1]].text))[:SHORTLIST]
            if self.embed:
                rows = self.vectors([text, *(self.labels[s[1]].text for s in best)])
                cosines = rows[1:] @ rows[0]
            else:
                cosines = np.zeros(len(best))
            top = max(range(len(best)), key=lambda i: (best[i][0] + float(cosines[i]), -i))
            score, number, found, said = best[top]
            options.append((score + float(cosines.max()), self.labels[number], found, said, score, float(cosines.max())))
        options.sort(key=lambda o: (-o[0], o[1].concept))
        verbatim, topic = self.verbatim(stems), self.topic(text)
        unknown = min(1.0, sum(w for s, w in mine.items() if s not in self.weight and w == 1.0) / 2)
        for place, (sum_, label, found, said, both, cosine) in enumerate(options[:SHORTLIST]):
            rivals = [o[0] for i, o in enumerate(options) if i != place and o[1].concept not in self.scheme.ancestors(label.concept)]
            yield label, {
                "label_found": found, "wording_found": said, "both_found": both, "cosine": cosine, "unknown": unknown,
                "subject_missing": float(bool(self.subjects & set(label.stems)) and not self.subjects & set(stems)),
                "act_missing": float(bool(self.acts & set(label.stems) - set(stems))),
                "verbatim": float(label.stems in verbatim), "topic": topic,
                "lead": max(-0.5, min(0.5, sum_ - max(rivals, default=0.0))),
            }

    def probability(self, features: dict[str, float]) -> float:
        """The fitted chance that the pair means the same."""
        at = self.fit["intercept"] + sum(self.fit[name] * value for name, value in features.items())
        return 1 / (1 + math.exp(-at))

    def match(self, text: str) -> Link | None:
        """The concept for one wording, or None when nothing is near enough."""
        label = self.exact.get(normalise(text))
        if label is not None:
            return Link(label.concept, 1.0, label.text)
        found = [Link(label.concept, round(self.probability(features), 4), label.text) for label, features in self.candidates(text)]
        best = max(found, key=lambda link: (link.confidence, -found.index(link)), default=None)
        return best if best and best.confidence >= self.fit["threshold"] else None

"""What a wording and a concept of the scheme have in common, as numbers that the matcher adds up."""
from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kg.lang import table
from kg.linking.scheme import Scheme
from kg.linking.vectors import Embed, Vectors, path
from kg.linking.words import initials, sequence, stem, tokens

FEATURES = ("label_found", "wording_found", "both_found", "cosine", "unknown", "subject_missing", "act_missing", "verbatim", "topic", "lead")
SHORTLIST = 8
_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]s?")
_NAMED = re.compile(r"(?<!^)\b[A-Z]\w+")


@dataclass(frozen=True, slots=True)
class Label:
    concept: str
    text: str
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A wording beside the nearest label of one concept; `features` in the order of FEATURES."""

    label: Label
    features: tuple[float, ...]


def acronyms(scheme: Scheme) -> tuple[tuple[str, str], ...]:
    """(acronym, long name) where a concept has both among its labels: BCF, Better Care Fund."""
    found: dict[str, str] = {}
    for concept in scheme.concepts.values():
        labels = (concept.label, *concept.alternatives, *scheme.whole.get(concept.id, ()))
        for short in sorted(filter(_ACRONYM.fullmatch, labels)):
            letters = short.removesuffix("s").casefold()
            for words in map(tokens, labels):
                for start in range(len(words)):
                    if letters not in found and words[start][0] == letters[0] and initials(words[start:]) == letters:
                        found[letters] = found[letters + "s"] = " ".join(words[start:])
    return tuple(sorted(found.items()))


class Index:
    """The scheme's labels by stem, with what each stem weighs, and as vectors where there is an encoder."""

    def __init__(self, scheme: Scheme, embed: Embed | None = None, *, language: str = "en") -> None:
        self.scheme, self.language = scheme, language
        self.acronyms = acronyms(scheme)
        concepts = scheme.concepts.values()
        self.units = self._units()
        self.labels = [Label(c.id, text, self.stems(text)) for c in concepts for text in (c.label, *c.alternatives)]
        spread: dict[str, set[str]] = defaultdict(set)
        self.by_stem: dict[str, list[int]] = defaultdict(list)
        for number, label in enumerate(self.labels):
            for one in label.stems:
                self.by_stem[one].append(number)
                spread[one].add(label.concept)
        size = max(2, len(concepts))
        self.weight = {stem: math.log((size + 1) / len(where)) / math.log(size + 1) for stem, where in spread.items()}
        self.subjects = {stem for stem, where in spread.items() if len(where) > 0.08 * size}
        self.sequences = {label.stems for label in self.labels if len(label.stems) > 1}
        self.acts = {stem(act) for act in table(language, "linking")["acts"]}
        self.vectors = Vectors(embed, path()) if embed and self.labels else None
        if self.vectors:
            self.rows = self.vectors([label.text for label in self.labels])
            self.centre = self.vectors([c.label for c in concepts]).mean(axis=0)
            self.centre /= np.linalg.norm(self.centre) or 1.0

    def stems(self, text: str) -> tuple[str, ...]:
        """What a wording says, each thing once; a name of several words ("care trust") is one thing."""
        plain, out = sequence(text, self.language, self.acronyms), []
        i = 0
        while i < len(plain):
            n = next((n for n in (3, 2) if plain[i:i + n] in self.units), 1)
            out.append("_".join(plain[i:i + n]))
            i += n
        return tuple(dict.fromkeys(out))

    def _units(self) -> set[tuple[str, ...]]:
        """Names of bodies (the hidden labels), and labels that such a name contains: "care trusts" within "primary care trusts"."""
        bodies = {sequence(text, self.language, self.acronyms) for texts in self.scheme.whole.values() for text in texts}
        alone = {sequence(text, self.language, self.acronyms) for c in self.scheme.concepts.values() for text in (c.label, *c.alternatives)}
        runs = {body[i:i + n] for body in bodies for n in (2, 3) for i in range(len(body) - n + 1)}
        return {unit for unit in bodies | alone & runs if len(unit) in (2, 3)}

    def verbatim(self, stems: Sequence[str]) -> set[tuple[str, ...]]:
        """Labels of two stems or more that stand in the wording as they are and within no longer such label."""
        runs = [(i, j) for i in range(len(stems)) for j in range(i + 2, len(stems) + 1) if tuple(stems[i:j]) in self.sequences]
        return {tuple(stems[i:j]) for i, j in runs if not any((a, b) != (i, j) and a <= i and j <= b for a, b in runs)}

    def weights(self, text: str) -> dict[str, float]:
        """What each stem of a wording weighs: names that no label has little, other words that no label has in full."""
        named = {stem for word in _NAMED.findall(text) for stem in self.stems(word)}
        return {s: 0.2 if s == "abolish" or s not in self.weight and s in named else self.weight.get(s, 1.0) for s in self.stems(text)}

    def _near(self, mine: dict[str, float], cosines: np.ndarray | None, without: str | None) -> list[tuple[float, int, float, float]]:
        """(score, label number, share of the label found, share of the wording found): the best of each concept, best first."""
        numbers = {n for stem in mine for n in self.by_stem.get(stem, ())}
        if cosines is not None:
            numbers |= set(np.argsort(-cosines, kind="stable")[: 2 * SHORTLIST].tolist())
        total = sum(mine.values())
        best: dict[str, tuple[float, int, float, float]] = {}
        for number in sorted(numbers):
            label = self.labels[number]
            if label.text == without or not label.stems:
                continue
            common = [stem for stem in label.stems if stem in mine]
            found = sum(self.weight[s] for s in common) / sum(self.weight[s] for s in label.stems)
            said = min(1.0, sum(mine[s] for s in common) / total)
            both = 2 * found * said / (found + said) if common else 0.0
            score = both + (float(cosines[number]) if cosines is not None else 0.0)
            if score > best.get(label.concept, (-1.0,))[0]:
                best[label.concept] = (score, number, found, said)
        return sorted(best.values(), key=lambda b: (-round(b[0], 6), b[1]))

    def pairs(self, text: str, *, without: str | None = None) -> list[Pair]:
        """The wording beside each of the nearest concepts, best first. `without` leaves one label out, to test the scheme on itself."""
        mine = self.weights(text)
        if not mine:
            return []
        vector = self.vectors([text])[0] if self.vectors else None
        cosines = self.rows @ vector if self.vectors else None
        near = self._near(mine, cosines, without)
        verbatim = self.verbatim(tuple(mine))
        unknown = min(1.0, sum(w for s, w in mine.items() if s not in self.weight and w == 1.0) / 2)
        topic = float(self.centre @ vector) if self.vectors else 0.0
        found = []
        for score, number, label_found, wording_found in near[:SHORTLIST]:
            label = self.labels[number]
            above = self.scheme.ancestors(label.concept)
            rival = max((s for s, n, *_ in near[: SHORTLIST + 1] if n != number and self.labels[n].concept not in above), default=0.0)
            found.append(Pair(label, (
                label_found, wording_found, 2 * label_found * wording_found / ((label_found + wording_found) or 1.0),
                float(cosines[number]) if self.vectors else 0.0, unknown,
                float(bool(self.subjects & set(label.stems)) and not self.subjects & set(mine)), float(bool(self.acts & set(label.stems) - set(mine))),
                float(label.stems in verbatim), topic, max(-0.5, min(0.5, score - rival)),
            )))
        return found

"""How much of a concept an article says: a likeness of two phrases counts for little where the concept's own words are nowhere in the text."""
from __future__ import annotations

from kg.linking.features import Index
from kg.linking.words import sequence

LEAST = 0.72  # share of a label's weight that the article must hold
DOUBTFUL = 0.9  # the same where the link is not sure


class Spoken:
    """The words of one article beside the labels of a scheme."""

    def __init__(self, text: str, index: Index) -> None:
        self.index, self.stems = index, set(sequence(text, index.language, index.acronyms))
        self._shares: dict[str, float] = {}

    def share(self, concept: str) -> float:
        """The weight of the words of the concept's best label that stand in the article, 0 to 1."""
        if concept not in self._shares:
            self._shares[concept] = max((self._held(label.text) for label in self.index.labels if label.concept == concept), default=0.0)
        return self._shares[concept]

    def _held(self, label: str) -> float:
        weights = {stem: self.index.weight.get(stem, 1.0) for stem in set(sequence(label, self.index.language, self.index.acronyms))}
        return sum(weight for stem, weight in weights.items() if stem in self.stems) / (sum(weights.values()) or 1.0)

    def bears(self, concept: str, *, sure: bool) -> bool:
        """Whether the article says enough of the concept for a link that no label makes word for word."""
        return self.share(concept) >= (LEAST if sure else DOUBTFUL)

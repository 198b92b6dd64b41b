"""A wording -> the concept of the scheme that means the same or something broader, or None.

A logistic function of the features of the pair, fitted by `python -m training.linking`, is the confidence. Under the
threshold the words are kept as they are.
"""
from __future__ import annotations

import math
import re
from collections.abc import Collection
from dataclasses import dataclass

from kg.lang import table
from kg.linking.features import FEATURES, Index
from kg.linking.scheme import Scheme
from kg.linking.vectors import Embed
from kg.model import normalise


BACK_REFERENCE = re.compile(r"(the|this|that|these|those|such|any|an?)( [a-z-]+){1,2}")


@dataclass(frozen=True, slots=True)
class Link:
    """The concept a wording was matched to, how sure, and by which of its labels."""

    concept: str
    confidence: float
    label: str


class Matcher:
    """Links wordings to one scheme; with an encoder by words and meaning, without by words alone."""

    def __init__(self, scheme: Scheme, embed: Embed | None = None, *, language: str = "en") -> None:
        self.scheme, self.embed, self.language, self.index = scheme, embed, language, Index(scheme, embed, language=language)
        self.fit = table(language, "linking_fit")["with_meaning" if embed else "words_alone"]
        self.exact = {normalise(text): Link(c.id, 1.0, text) for c in scheme.concepts.values() for text in (*scheme.whole.get(c.id, ()), *c.alternatives, c.label)}

    def probability(self, features: tuple[float, ...], *, known: bool = False) -> float:
        """The fitted chance that the pair means the same; higher where the article names the concept elsewhere."""
        at = self.fit["intercept"] + sum(self.fit[name] * value for name, value in zip(FEATURES, features, strict=True))
        return 1 / (1 + math.exp(-at - (self.fit["named_elsewhere"] if known else 0.0)))

    def match(self, text: str, context: Collection[str] = ()) -> Link | None:
        """The concept for one wording, or None when nothing is near enough.

        `context` are ids of concepts that the article certainly names; "the merger" is linked only to one of them.
        """
        exact = self.exact.get(normalise(text)) or self.exact.get(normalise(text).removeprefix("the "))
        if exact is not None:
            return exact
        pairs = self.index.pairs(text)
        if len(self.index.stems(text)) < 2 and BACK_REFERENCE.fullmatch(text.strip()):
            pairs = [pair for pair in pairs if pair.label.concept in context]
        found = [Link(p.label.concept, round(self.probability(p.features, known=p.label.concept in context), 4), p.label.text) for p in pairs]
        best = max(found, key=lambda link: link.confidence, default=None)
        return best if best and best.confidence >= self.fit["threshold"] else None

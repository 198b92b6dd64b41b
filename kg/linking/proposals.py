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
from kg.linking.spoken import Spoken
from kg.linking.vectors import Embed
from kg.model import normalise


SURE = 0.9
TELLING = 0.75  # weight of a stem that few concepts share: it may stand alone
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

    def match(self, text: str, context: Collection[str] = (), spoken: Spoken | None = None) -> Link | None:
        """The concept for one wording, or None when nothing is near enough.

        `context` are ids of concepts that the article certainly names; "the merger" and "merger" are linked only to one of them.
        Where the article's words are given as `spoken`, a concept that they do not bear out is no answer.
        """
        exact = self.exact.get(normalise(text)) or self.exact.get(normalise(text).removeprefix("the "))
        if exact is not None:
            return exact
        return self._nearest(text, context, self.fit["threshold"], spoken) or self._head(text, context, spoken)

    def _nearest(self, text: str, context: Collection[str], least: float, spoken: Spoken | None) -> Link | None:
        pairs, stems = self.index.pairs(text), self.index.stems(text)
        if len(stems) < 2:
            if not stems or self.index.weight.get(stems[0], 0.0) < TELLING:
                return None
            if BACK_REFERENCE.fullmatch(text.strip()) or text.count(" ") < 2 and not any(map(str.isupper, text[1:])):
                pairs = [pair for pair in pairs if pair.label.concept in context]
        found = [Link(p.label.concept, round(self.probability(p.features, known=p.label.concept in context), 4), p.label.text) for p in pairs]
        near = [link for link in found if link.confidence >= least and (spoken is None or spoken.bears(link.concept, sure=link.confidence >= SURE))]
        return max(near, key=lambda link: link.confidence, default=None)

    def _head(self, text: str, context: Collection[str], spoken: Spoken | None) -> Link | None:
        """The link of the words before a clause of reason, time or manner ("a toll | to pay for the bridge"), if it is sure."""
        for found in re.finditer(r" (?=(?:" + "|".join(table(self.language, "linking")["clause"]) + r") )", text):
            head = text[: found.start()].rstrip(",;")
            if len(self.index.stems(head)) > 1 and (link := self.exact.get(normalise(head)) or self._nearest(head, context, SURE, spoken)):
                return Link(link.concept, min(link.confidence, SURE), link.label)
        return None

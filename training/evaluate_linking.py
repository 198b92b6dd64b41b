"""How well proposals are linked to the scheme, and new ones clustered."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.linking.proposals import Matcher
from kg.linking.scheme import load
from kg.linking.vectors import Embed
from training.linking.data import Wording, wordings


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Links of labelled wordings: right of all, and precision and recall of the links made."""

    wordings: int
    accuracy: float
    precision: float
    recall: float
    f1: float


def linking(matcher: Matcher, items: Sequence[Wording]) -> tuple[Accuracy, list[str]]:
    """The figures and one line an error."""
    right = made = due = found = 0
    errors = []
    for item in items:
        link = matcher.match(item.text)
        concept = link.concept if link else None
        ok = concept in item.expected if item.expected else concept is None
        right += ok
        made += concept is not None
        due += bool(item.expected)
        found += ok and concept is not None
        if not ok:
            errors.append(f"{item.text!r}: {concept} ({link.confidence if link else '-'}, {link.label if link else '-'}), expected {' or '.join(item.expected) or 'none'}")
    precision, recall = found / made if made else 0.0, found / due if due else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Accuracy(len(items), right / len(items), precision, recall, f1), errors


def figures(embed: Embed | None = None) -> dict[str, Accuracy]:
    """Accuracy on the dev and test halves, with words alone and with the encoder if one is given."""
    found = {}
    for name, encoder in (("words alone", None), ("with encoder", embed)):
        if name == "words alone" or encoder is not None:
            matcher = Matcher(load(), encoder)
            for half in ("dev", "test"):
                found[f"{half}, {name}"] = linking(matcher, wordings(half))[0]
    return found

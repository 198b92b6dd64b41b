"""How well proposals are linked to the scheme, and new ones clustered: the rows for `make evaluate`."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.lang import table
from kg.linking.proposals import Matcher
from kg.linking.scheme import load
from kg.linking.vectors import Embed
from training.linking.bcubed import over
from training.linking.data import PERSPECTRUM, Wording, news, paraphrases, wordings

CLAIMS = 80  # of Perspectrum's test claims, in order of their ids: some 1,300 perspectives


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Links of labelled wordings: right of all, how many should be linked, and precision, recall and F1 of the links made."""

    wordings: int
    due: int
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
    return Accuracy(len(items), due, right / len(items), precision, recall, f1), errors


def clustering(embed: Embed | None) -> tuple[float, float, float, int]:
    """B-cubed precision, recall and F1 on paraphrase clusters of Perspectrum's test claims, and the number of perspectives."""
    name = "cluster_with_meaning" if embed else "cluster_words_alone"
    return over(paraphrases("test")[:CLAIMS], embed, table("en", "linking_fit")[name]["threshold"])


def figures(embed: Embed | None = None) -> dict[str, Accuracy]:
    """Accuracy by set and way of matching: the halves of the labelled wordings, and the unread half of the invented news (other subjects)."""
    found = {}
    for name, encoder in (("words alone", None), ("with encoder", embed)):
        if name == "words alone" or encoder is not None:
            matcher = Matcher(load(), encoder)
            sets = {"wordings, dev half": wordings("dev"), "wordings, test half": wordings("test"), "other subjects (news-b)": news("news-b")}
            found |= {f"{which}, {name}": linking(matcher, items)[0] for which, items in sets.items()}
    return found


def report() -> str:
    """The figures as a Markdown table."""
    from kg.pipeline.encoder import embed

    lines = ["| proposals linked to the scheme | wordings | accuracy | precision | recall | F1 |", "|---|---|---|---|---|---|"]
    for name, a in figures(embed).items():
        links = f"{a.precision:.3f} | {a.recall:.3f} | {a.f1:.3f}" if a.due else "- | - | -"
        lines.append(f"| {name} | {a.wordings} | {a.accuracy:.3f} | {links} |")
    if PERSPECTRUM.is_dir():
        lines += ["", "| new proposals clustered (Perspectrum test, B-cubed) | perspectives | precision | recall | F1 |", "|---|---|---|---|---|"]
        for name, encoder in (("words alone", None), ("with encoder", embed)):
            precision, recall, f1, items = clustering(encoder)
            lines.append(f"| {name} | {items} | {precision:.3f} | {recall:.3f} | {f1:.3f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(report())

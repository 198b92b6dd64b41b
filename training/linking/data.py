"""Labelled wordings, Perspectrum claims and paraphrase clusters."""
from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parent.parent.parent
WORDINGS = ROOT / "tests" / "gold" / "proposals_linking.tsv"
PERSPECTRUM = ROOT.parent / "shared" / "data" / "perspectrum"
Embed = Callable[[list[str]], np.ndarray]


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording and the concepts that are right for it, best first; none where it belongs to no concept."""

    text: str
    expected: tuple[str, ...]
    half: str


def wordings(half: str) -> list[Wording]:
    """The labelled wordings of one half, dev or test."""
    with WORDINGS.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Wording(r["wording"], () if r["expected"] == "-" else tuple(r["expected"].split("|")), r["half"]) for r in rows if r["half"] == half]


def news(*names: str) -> list[Wording]:
    """Labels and mentions of the invented articles' gold edges, without words that only point back ("the plans")."""
    found = {}
    for name in names:
        for line in (WORDINGS.parent / f"{name}.gold.jsonl").read_text(encoding="utf-8").splitlines():
            edge = json.loads(line)
            found |= {text: Wording(text, tuple(edge.get("proposal") or ()), name) for text in (edge["label"], *edge.get("mentions", [])) if text.count(" ") > 1}
    return list(found.values())


def _load(name: str) -> list[dict]:
    with gzip.open(PERSPECTRUM / f"{name}_v1.0.json.gz", "rt", encoding="utf-8") as stream:
        return json.load(stream)


def claims(part: str) -> list[dict]:
    """Perspectrum's claims of one part (train, dev, test), in order of their ids."""
    with gzip.open(PERSPECTRUM / "dataset_split_v1.0.json.gz", "rt", encoding="utf-8") as stream:
        split = json.load(stream)
    return sorted((c for c in _load("perspectrum_with_answers") if split[str(c["cId"])] == part), key=lambda c: c["cId"])


def paraphrases(part: str) -> list[tuple[list[str], list[int]]]:
    """For each claim of the part the perspectives' texts and the number of the cluster that each belongs to."""
    texts = {p["pId"]: p["text"] for p in _load("perspective_pool")}
    found = []
    for claim in claims(part):
        pairs = [(texts[pid], number) for number, cluster in enumerate(claim["perspectives"]) for pid in cluster["pids"] if pid in texts]
        if pairs:
            found.append(([text for text, _ in pairs], [number for _, number in pairs]))
    return found

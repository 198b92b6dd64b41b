"""How sure a claim is: the probability that holder, stance and proposal are right, from its rule, its holder, its proposal and the article around it.

Logistic regression; `python -m training.stance.calibrate` fits the weights on statements that were judged right or wrong.
"""
from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from kg import lang
from kg.model import SpeakerKind, Stance
from kg.pipeline.about import policy
from kg.pipeline.casework import Case
from kg.pipeline.claims import Claim
from kg.pipeline.encoder import embed
from kg.pipeline.inventory import closest, paragraph_of
from kg.pipeline.rules import RULES
from kg.pipeline.sparing import recurrence
from kg.pipeline.wording import containment, likeness, stems

_KINDS = ("clause", "noun", "name", "pointer")
_LEAD = 60  # tokens
NAMES = (
    "raw", *(f"rule {name}" for name in RULES), *(f"target {kind}" for kind in _KINDS), "implied", "strength", *(f"stance {s.value}" for s in Stance),
    *(f"holder {k.value}" for k in SpeakerKind), "speaks", "told", "resolved", "organisation", "role", "quoted",
    "policy", "like title", "like lead", "meant title", "meant lead", "often", "oftenest", "length", "first topic", "topic", "prominence", "open",
    "also", "alone", "claims", "paragraph",
)


@lru_cache
def _weights() -> tuple[np.ndarray, float]:
    """Weights in the order of NAMES, and bias."""
    with open(lang.folder("en") / "stance" / "sureness.json", encoding="utf-8") as file:
        table = json.load(file)
    return np.array([table["weights"][name] for name in NAMES]), float(table["bias"])


def sureness(case: Case, claims: Sequence[Claim]) -> list[float]:
    """0-1 for each claim of one article; all that survived merging must be given, for a claim is surer where others speak of the same."""
    weights, bias = _weights()
    return [1.0 / (1.0 + math.exp(-value)) for value in (figures(case, claims) @ weights + bias).tolist()]


def figures(case: Case, claims: Sequence[Claim]) -> np.ndarray:
    """Figures (claims, len(NAMES)) that sureness is told from."""
    doc = case.doc
    paragraphs, often = paragraph_of(doc), recurrence(doc)
    title, lead = getattr(doc.user_data.get("article"), "title", None) or "", doc[:_LEAD].text
    meant = embed([title or lead, lead, *(c.label for c in claims)])
    title_stems, lead_stems = stems(title), stems(lead)
    first = case.topics[0] if case.topics else None
    rows = []
    for claim, vector in zip(claims, meant[2:]):
        words, actor, m = stems(claim.label), claim.holder.actor, claim.mention
        counts = [often[s] - 1 for s in words] or [0]
        topic = closest(claim.label, case.topics, 0.6)
        others = {c.holder.actor.name for c in claims if c.holder.actor != actor and likeness(stems(c.label), words) >= 0.5}
        raw = min(max(claim.confidence, 0.01), 0.99)
        rows.append([
            math.log(raw / (1 - raw)), *(claim.rule == name for name in RULES), *(m.kind == kind for kind in _KINDS), m.word == "implied", m.strength, *(claim.stance == s for s in Stance),
            *(actor.kind == k for k in SpeakerKind), claim.holder.utterance is not None, claim.holder.reported_by is not None, "speaker of" not in claim.holder.how, actor.organisation is not None, actor.role is not None, case.scene.quoted[claim.anchor],
            policy(vector), containment(words, title_stems), containment(words, lead_stems), float(vector @ meant[0]), float(vector @ meant[1]),
            math.log1p(max(0.0, sum(counts) / len(counts))), math.log1p(max(0, max(counts))), min(len(words), 8) / 8, topic is not None and topic is first, (topic.own / first.own if topic is not None and first is not None and first.own else 0.0),
            min(first.own, 10.0) / 10 if first is not None else 0.0, case.subjects is not None,
            math.log1p(len(others)), not others, math.log1p(len(claims)), paragraphs[claim.start] / (paragraphs[-1] + 1),
        ])
    return np.array(rows, dtype=np.float32).reshape(len(claims), len(NAMES))

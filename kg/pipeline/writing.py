"""Claim -> Statement: tokens become characters of the article's text."""
from __future__ import annotations

import json
import math
from functools import lru_cache

from spacy.tokens import Doc

from kg import lang
from kg.model import Article, Statement, statement_id
from kg.pipeline.claims import Claim
from kg.pipeline.parse import source_span
from kg.pipeline.sparing import in_short


@lru_cache
def _platt() -> tuple[float, float]:
    """Slope and intercept that make confidence mean the share right; fitted by training.stance.calibrate."""
    path = lang.folder("en") / "stance" / "calibration.json"
    table = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return float(table.get("slope", 1.0)), float(table.get("intercept", 0.0))


def calibrated(raw: float) -> float:
    """Probability that holder, stance and proposal are all right, from a rule's own confidence (Platt's method)."""
    slope, intercept = _platt()
    return 1.0 / (1.0 + math.exp(-(slope * math.log(raw / (1.0 - raw)) + intercept)))


def statement(doc: Doc, claim: Claim) -> Statement:
    """The statement with its quote cut from the article's own text."""
    article: Article = doc.user_data["article"]
    start, end = source_span(doc, claim.start, claim.end)
    quote = article.text[start:end]
    actor = claim.holder.actor
    because = "; ".join(part for part in (claim.holder.how, *claim.notes) if part)
    return Statement(
        id=statement_id(article.id, quote, actor.name, claim.stance, claim.text), article=article.id, start=start, end=end, quote=quote,
        speaker=actor.name, speaker_kind=actor.kind, stance=claim.stance, proposal_text=claim.text, mode=claim.mode, cue=claim.cue, rule=claim.rule,
        role=actor.role, organisation=actor.organisation, lean=claim.lean, condition=claim.condition, proposal_label=in_short(doc, claim.label),
        reported_by=claim.holder.reported_by, said_on=article.date, confidence=round(calibrated(claim.confidence), 3), because=because or None)

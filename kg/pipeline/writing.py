"""Claim -> Statement: tokens become characters of the article's text."""
from __future__ import annotations

from spacy.tokens import Doc

from kg.model import Article, Statement, statement_id
from kg.pipeline.claims import Claim
from kg.pipeline.parse import source_span
from kg.pipeline.sparing import in_short


def statement(doc: Doc, claim: Claim, confidence: float) -> Statement:
    """The statement with its quote cut from the article's own text; `confidence` is the probability that holder, stance and proposal are right."""
    article: Article = doc.user_data["article"]
    start, end = source_span(doc, claim.start, claim.end)
    quote = article.text[start:end]
    actor = claim.holder.actor
    because = "; ".join(part for part in (claim.holder.how, *claim.notes) if part)
    return Statement(
        id=statement_id(article.id, quote, actor.name, claim.stance, claim.text), article=article.id, start=start, end=end, quote=quote,
        speaker=actor.name, speaker_kind=actor.kind, stance=claim.stance, proposal_text=claim.text, mode=claim.mode, cue=claim.cue, rule=claim.rule,
        role=actor.role, organisation=actor.organisation, lean=claim.lean, condition=claim.condition, proposal_label=in_short(doc, claim.label),
        reported_by=claim.holder.reported_by, said_on=article.date, confidence=round(confidence, 3), because=because or None)

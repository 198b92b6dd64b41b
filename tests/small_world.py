"""An invented corpus of three articles and twelve statements, small enough to answer every question by hand."""
from __future__ import annotations

from kg.model import Article, Proposal, Statement

ARTICLES = [
    Article("a1", "A" * 200, "First", "The Gazette", "By Pat", "2005-01-10"),
    Article("a2", "B" * 200, "Second", "The Gazette", None, "2006-03-02"),
    Article("a3", "C" * 200, "Third", "The Herald", None, "2006-03-02"),
]
PROPOSALS = [
    Proposal("structural-integration", "joining the two services"),
    Proposal("care-trusts", "setting up care trusts", broader="structural-integration"),
    Proposal("pooled-budgets", "pooling budgets", ("one budget",), broader="structural-integration"),
    Proposal("levy", "a care levy"),
    Proposal("vouchers", "care vouchers", broader="levy"),
]
DAYS = {article.id: article.date for article in ARTICLES}
LABELS = {proposal.id: proposal.label for proposal in PROPOSALS}


def _statement(number: int, article: str, speaker: str, stance: str, proposal: str, kind: str = "person", **rest) -> Statement:
    text = next(a.text for a in ARTICLES if a.id == article)
    start = number * 10
    values = {"id": f"s{number:02}", "article": article, "start": start, "end": start + 5, "quote": text[start:start + 5],
              "speaker": speaker, "speaker_id": None if kind == "anonymous" else speaker.lower().replace(" ", "-"),
              "speaker_kind": kind, "stance": stance, "proposal": proposal, "proposal_label": LABELS[proposal],
              "proposal_text": "it", "mode": "indirect", "cue": f"cue {number}", "rule": "frame", "said_on": DAYS[article],
              "confidence": 0.9}
    organisation = rest.pop("organisation", None)
    if organisation:
        values |= {"organisation": organisation, "organisation_id": organisation.lower().replace(" ", "-")}
    from kg.model import statement_from_dict

    return statement_from_dict(values | rest)


STATEMENTS = [
    _statement(1, "a1", "Ann Lee", "supports", "care-trusts", role="leader", organisation="Acme Council"),
    _statement(2, "a2", "Ann Lee", "opposes", "care-trusts", role="leader", organisation="Acme Council"),
    _statement(3, "a2", "Bob Ray", "supports", "care-trusts", role="director", organisation="Acme Council"),
    _statement(4, "a3", "Acme Council", "opposes", "structural-integration", "organisation", mode="narrated"),
    _statement(5, "a3", "most nurses", "opposes", "levy", "group"),
    _statement(6, "a3", "Cy Fox", "supports", "structural-integration", role="minister", organisation="Health Ministry", confidence=0.4),
    _statement(7, "a3", "Cy Fox", "opposes", "structural-integration", role="minister", organisation="Health Ministry", confidence=0.5),
    _statement(8, "a1", "Dee Poe", "conditional", "pooled-budgets", lean="supports", condition="if the money follows"),
    _statement(9, "a2", "a manager (anonymous)", "supports", "pooled-budgets", "anonymous"),
    _statement(10, "a2", "Eve Kay", "supports", "levy", reported_by="Ann Lee"),
    _statement(11, "a3", "Fay Orr", "opposes", "levy", reported_by="Bob Ray", status="accepted"),
    _statement(12, "a3", "Guy Hall", "opposes", "pooled-budgets", status="disputed"),
]

"""What 'the request' or 'a demand backed by nurses' means: what somebody has asked for just before.

Reads the parse and the claims found so far.
"""
from __future__ import annotations

from spacy.tokens import Token

from kg import lang
from kg.model import Stance
from kg.pipeline.claims import TURNED, Claim
from kg.pipeline.complements import complement
from kg.pipeline.mentions import Mention
from kg.pipeline.syntax import children, lemma

_NEAR = 60  # tokens back in which it was asked for


def request(head: Token, so_far: list[Claim]) -> Mention | None:
    """The mention of what was asked for last, where a bare noun of asking repeats it: 'the request', ', a demand which'."""
    table = lang.table("en", "proposals")
    repeats = head.dep_ == "appos" or any(c.lower_ in ("the", "this", "that", "these", "those") for c in children(head, "det"))
    if lemma(head) not in table["requests"] or not repeats or complement(head) not in (None,) and head.dep_ != "appos":
        return None
    asked = [c for c in so_far if head.i - _NEAR <= c.anchor < head.i and c.stance in TURNED and c.label and lemma(head.doc[c.anchor]) in table["requesting"]]
    last = max(asked, key=lambda c: c.anchor, default=None)
    return None if last is None else Mention(head.i, head.i + 1, head.i, last.label, "noun", 1 if last.stance is Stance.SUPPORTS else -1, 0.9, "request")

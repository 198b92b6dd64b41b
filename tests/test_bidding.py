"""Bare requests and intentions."""
from __future__ import annotations

import pytest

from kg.pipeline.bidding import bids, would_act
from tests.drawn import draw

BID = """
Please please INTJ 2 discourse
scrap scrap VERB 0 root
the the DET 4 det
charge charge NOUN 2 obj
. . PUNCT 2 punct
"""
TOLD = """
Ministers minister NOUN 2 nsubj
scrap scrap VERB 0 root
the the DET 4 det
charge charge NOUN 2 obj
. . PUNCT 2 punct
"""
WOULD = """
She she PRON 3 nsubj
would would AUX 3 aux
close close VERB 0 root
the the DET 5 det
pool pool NOUN 3 obj
. . PUNCT 3 punct
"""
WOULD_HAVE = """
She she PRON 4 nsubj
would would AUX 4 aux
have have AUX 4 aux
closed close VERB 0 root
the the DET 6 det
pool pool NOUN 4 obj
. . PUNCT 4 punct
"""


@pytest.mark.parametrize(("table", "asks"), [(BID, True), (TOLD, False), (WOULD, False)])
def test_a_request_has_no_subject_and_opens_its_sentence(table: str, asks: bool) -> None:
    doc = draw(table)
    for token in doc:
        token.tag_ = {"VERB": "VB"}.get(token.pos_, "")
    assert any(bids(token) for token in doc) is asks


@pytest.mark.parametrize(("table", "acts"), [(WOULD, True), (WOULD_HAVE, False), (TOLD, False)])
def test_an_intention_is_what_somebody_would_do(table: str, acts: bool) -> None:
    assert any(would_act(token) for token in draw(table) if token.pos_ == "VERB") is acts

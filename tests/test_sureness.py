"""Confidence as a probability told from rule, holder, proposal and article."""
from __future__ import annotations

import json

import numpy as np
import pytest

from kg import lang
from kg.model import Article
from kg.pipeline import stance
from kg.pipeline.extract import annotate, doc_of
from kg.pipeline.merging import merged
from kg.pipeline.parse import load
from kg.pipeline.sureness import NAMES, figures, sureness

TEXT = ("Marsh council plans to close its two libraries. Ann Lee, the council leader, defended the plan to close the libraries.\n\n"
        "\"Closing the libraries would be a disaster,\" said Tom Hill of the Readers' Union. Bo Jones opposes the closure of the libraries.")


@pytest.fixture(scope="module")
def doc():
    return annotate(doc_of(load(), Article("a", TEXT, title="Libraries to close", date="2010-01-01")))


def test_the_weights_are_those_of_the_figures():
    table = json.loads((lang.folder("en") / "stance" / "sureness.json").read_text(encoding="utf-8"))
    assert list(table["weights"]) == list(NAMES) and len(set(NAMES)) == len(NAMES)


def test_each_claim_has_a_row_of_finite_figures_and_a_probability(doc):
    case = stance.case(doc)
    kept = merged(doc, stance.claims(case))
    rows = figures(case, kept)
    assert rows.shape == (len(kept), len(NAMES)) and len(kept) >= 3 and np.isfinite(rows).all()
    assert all(0.0 < p < 1.0 for p in sureness(case, kept))
    one_hot = [i for i, name in enumerate(NAMES) if name.startswith("rule ")]
    assert (rows[:, one_hot].sum(1) == 1).all()


def test_no_claims_have_no_figures(doc):
    assert figures(stance.case(doc), []).shape == (0, len(NAMES)) and sureness(stance.case(doc), []) == []


def test_a_claim_is_surer_where_others_speak_of_the_same(doc):
    case = stance.case(doc)
    kept = merged(doc, stance.claims(case))
    also = NAMES.index("also")
    together, alone = figures(case, kept)[0][also], figures(case, kept[:1])[0][also]
    assert together > alone == 0.0


def test_statements_carry_the_probability_and_the_least_sure_are_left_out(doc, monkeypatch):
    whole = stance.statements(doc)
    assert whole and all(s.confidence >= 0.15 for s in whole)
    monkeypatch.setattr(stance, "sureness", lambda case, claims: [0.1] * len(claims))
    assert stance.statements(doc) == []
    monkeypatch.setattr(stance, "sureness", lambda case, claims: [0.77] * len(claims))
    assert {s.confidence for s in stance.statements(doc)} == {0.77}

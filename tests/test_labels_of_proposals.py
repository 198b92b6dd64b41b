"""Labels: a gerund phrase in the article's terms, the passive undone, asides left out."""
from __future__ import annotations

import pytest

from kg.pipeline.labels import clause_label, gerund, noun_label
from tests.drawn import draw

FUNDING = """
They they PRON 2 nsubj
want want VERB 0 root
school school NOUN 4 compound
budgets budget NOUN 7 nsubj:pass
to to PART 7 mark
be be AUX 7 aux:pass
merged merge VERB 2 ccomp
into into ADP 10 case
one one NUM 10 nummod
pot pot NOUN 7 obl
. . PUNCT 2 punct
"""
PLAN = """
The the DET 3 det
council council NOUN 3 compound
plan plan NOUN 8 nsubj
to to PART 5 mark
close close VERB 3 acl
the the DET 7 det
baths bath NOUN 5 obj
failed fail VERB 0 root
. . PUNCT 8 punct
"""


@pytest.mark.parametrize(("verb", "form"), [("trap", "trapping"), ("swim", "swimming"), ("annul", "annulling"), ("tax", "taxing"), ("keep", "keeping"), ("close", "closing"), ("scrap", "scrapping"), ("lie", "lying"), ("agree", "agreeing"), ("build", "building"), ("free", "freeing")])
def test_gerunds(verb: str, form: str) -> None:
    assert gerund(verb) == form


def test_a_passive_infinitive_becomes_active() -> None:
    assert clause_label(draw(FUNDING)[6]) == "merging school budgets into one pot"


def test_an_infinitive_keeps_its_object() -> None:
    assert clause_label(draw(PLAN)[4]) == "closing the baths"


def test_a_noun_loses_its_article() -> None:
    assert noun_label(draw(PLAN)[6]) == "baths"

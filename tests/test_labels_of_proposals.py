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


USE = """
He he PRON 2 nsubj
wants want VERB 0 root
to to PART 4 mark
use use VERB 2 xcomp
the the DET 6 det
levy levy NOUN 4 obj
to to PART 8 mark
buy buy VERB 4 advcl
homes home NOUN 8 obj
. . PUNCT 2 punct
"""
FOR = """
permission permission NOUN 3 nsubj:pass
be be AUX 3 aux:pass
needed need VERB 0 root
for for SCONJ 5 mark
turning turn VERB 3 advcl
barns barn NOUN 5 obj
into into ADP 8 case
homes home NOUN 5 obl
"""


def test_what_a_sum_is_used_for_belongs_to_the_label() -> None:
    assert clause_label(draw(USE)[3]) == "using the levy to buy homes"


def test_what_a_permission_is_for_belongs_to_the_label() -> None:
    doc = draw(FOR)
    doc[4].tag_ = "VBG"
    assert clause_label(doc[2]) == "needing permission for turning barns into homes"


ORDER = """
An an DET 3 det
export export NOUN 3 compound
order order NOUN 0 root
to to PART 6 mark
be be AUX 6 aux:pass
signed sign VERB 3 acl
. . PUNCT 3 punct
"""


def test_a_noun_that_something_is_to_be_done_to_is_named_once() -> None:
    doc = draw(ORDER)
    assert clause_label(doc[5], about=doc[2]) == "signing export order"

"""Composition: cue, negation, condition and direction of the proposal."""
from __future__ import annotations

import pytest

from kg.pipeline.cues import hits
from kg.pipeline.frames import target
from kg.pipeline.mentions import mention
from kg.pipeline.polarity import read, stated_condition
from tests.drawn import draw


def reading(table: str, cue: str):
    doc = draw(table)
    hit = next(h for h in hits(doc) if h.cue.id == cue)
    what = target(hit)
    assert what is not None
    return read(hit, what, mention(what.head) if what.head is not None else None)


BACKS = """
Farmers farmer NOUN 2 nsubj
back back VERB 0 root
the the DET 4 det
merger merger NOUN 2 obj
. . PUNCT 2 punct
"""
NOT_BACK = """
Farmers farmer NOUN 4 nsubj
do do AUX 4 aux
not not PART 4 advmod
back back VERB 0 root
the the DET 6 det
merger merger NOUN 4 obj
. . PUNCT 4 punct
"""
IF = """
Farmers farmer NOUN 3 nsubj
will will AUX 3 aux
back back VERB 0 root
the the DET 5 det
merger merger NOUN 3 obj
if if SCONJ 8 mark
prices price NOUN 8 nsubj
rise rise VERB 3 advcl
. . PUNCT 3 punct
"""
WARN_NOT = """
Farmers farmer NOUN 2 nsubj
urged urge VERB 0 root
ministers minister NOUN 2 obj
not not PART 6 advmod
to to PART 6 mark
close close VERB 2 xcomp
the the DET 8 det
mart mart NOUN 6 obj
. . PUNCT 2 punct
"""


@pytest.mark.parametrize(
    ("table", "cue", "stance", "lean"),
    [(BACKS, "support", "supports", None), (NOT_BACK, "support", "opposes", None), (IF, "support", "conditional", "supports"), (WARN_NOT, "warn-not", "supports", None)],
)
def test_composition(table: str, cue: str, stance: str, lean: str | None) -> None:
    found = reading(table, cue)
    if cue == "warn-not":  # the cue opposes, its frame and its negated infinitive turn round twice
        stance = "opposes"
    assert (found.stance, found.lean) == (stance, lean)


def test_a_condition_is_told_in_words() -> None:
    text = " they would accept it only if jobs were safe. "
    assert text[stated_condition(text) + 1:].startswith("only if")
    assert stated_condition(" they accept it ") is None

"""Frames of judging: words of praise and blame, and consequences."""
from __future__ import annotations

from kg.pipeline.cues import hits
from kg.pipeline.frames import TARGETS
from tests.drawn import draw

CALLED = """
Nurses nurse NOUN 2 nsubj
called call VERB 0 root
the the DET 4 det
merger merger NOUN 2 obj
a a DET 6 det
reward reward NOUN 2 xcomp
for for ADP 9 case
bad bad ADJ 9 amod
management management NOUN 6 nmod
. . PUNCT 2 punct
"""
LEAST = """
It it PRON 5 nsubj
is be AUX 5 cop
the the DET 5 det
least least ADV 5 advmod
bad bad ADJ 0 root
. . PUNCT 5 punct
"""
BRINGS = """
Traders trader NOUN 2 nsubj
say say VERB 0 root
it it PRON 5 nsubj
will will AUX 5 aux
bring bring VERB 2 ccomp
{0} {0} NOUN 5 obj
. . PUNCT 2 punct
"""


def hit(table: str, cue: str):
    return next(h for h in hits(draw(table)) if h.cue.id == cue)


def test_a_bad_word_within_a_name_makes_it_bad() -> None:
    found = TARGETS["characterised"](hit(CALLED, "describe-as"))
    assert found is not None and found.head is not None
    assert (found.head.text, found.sign) == ("merger", -1)


def test_the_least_bad_is_good() -> None:
    found = TARGETS["judged"](hit(LEAST, "bad"))
    assert found is not None and found.sign == -1


def test_what_brings_a_harm_does_no_good() -> None:
    assert TARGETS["cause-of-good"](hit(BRINGS.format("certainty"), "help")) is not None
    assert TARGETS["cause-of-good"](hit(BRINGS.format("chaos"), "help")) is None

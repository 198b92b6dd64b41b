"""Frames find the proposal, and the maker of a document holds what it says."""
from __future__ import annotations

from kg.pipeline.cues import hits
from kg.pipeline.frames import TARGETS
from kg.pipeline.holders import argument
from tests.drawn import draw

VOTED = """
Councillors councillor NOUN 2 nsubj
voted vote VERB 0 root
5-4 5-4 NUM 2 obj
on on ADP 5 case
Monday Monday PROPN 2 obl
to to PART 7 mark
build build VERB 2 advcl
a a DET 9 det
tram tram NOUN 7 obj
. . PUNCT 2 punct
"""
PETITION = """
Mothers mother NOUN 3 nsubj
have have AUX 3 aux
signed sign VERB 0 root
a a DET 5 det
petition petition NOUN 3 obj
which which PRON 7 nsubj
opposes oppose VERB 5 acl:relcl
the the DET 9 det
merger merger NOUN 7 obj
. . PUNCT 3 punct
"""
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


def hit(table: str, cue: str):
    return next(h for h in hits(draw(table)) if h.cue.id == cue)


def test_a_count_may_part_a_vote_from_its_infinitive() -> None:
    found = TARGETS["later-infinitive"](hit(VOTED, "vote-to"))
    assert found is not None and found.head is not None and found.head.text == "build"


def test_a_petition_speaks_for_its_signers() -> None:
    holder = argument(hit(PETITION, "oppose"))
    assert holder is not None and holder.text == "Mothers"


def test_a_bad_word_within_a_name_makes_it_bad() -> None:
    found = TARGETS["characterised"](hit(CALLED, "describe-as"))
    assert found is not None and found.head is not None
    assert (found.head.text, found.sign) == ("merger", -1)

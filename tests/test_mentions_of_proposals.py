"""Mentions: containers give way to what they hold, plans that are dropped turn round, pointers wait to be resolved."""
from __future__ import annotations

from kg.pipeline.mentions import mention
from tests.drawn import draw

DROP = """
MPs mp NOUN 2 nsubj
want want VERB 0 root
ministers minister NOUN 2 obj
to to PART 5 mark
drop drop VERB 2 xcomp
the the DET 7 det
plans plan NOUN 5 obj
to to PART 9 mark
sell sell VERB 7 acl
the the DET 11 det
forests forest NOUN 9 obj
. . PUNCT 2 punct
"""
MOVE = """
Unions union NOUN 2 nsubj
condemned condemn VERB 0 root
the the DET 4 det
move move NOUN 2 obj
. . PUNCT 2 punct
"""


def test_a_container_is_named_by_what_it_holds() -> None:
    found = mention(draw(DROP)[6])
    assert found is not None
    assert (found.label, found.sign) == ("selling the forests", 1)


def test_dropping_a_plan_is_the_plan_turned_round() -> None:
    found = mention(draw(DROP)[4])
    assert found is not None
    assert (found.label, found.sign) == ("selling the forests", -1)


def test_a_bare_plan_word_points_back() -> None:
    found = mention(draw(MOVE)[3])
    assert found is not None
    assert (found.kind, found.label) == ("pointer", "")


QUARREL = """
Unions   union    NOUN  2 nsubj
pledged  pledge   VERB  0 root
to       to       PART  4 mark
resist   resist   VERB  2 xcomp
the      the      DET   6 det
minister minister NOUN  4 obj
over     over     ADP   9 case
the      the      DET   9 det
closure  closure  NOUN  4 obl
of       of       ADP   12 case
the      the      DET   12 det
depot    depot    NOUN  9 nmod
.        .        PUNCT 2 punct
"""


def test_a_quarrel_is_about_what_stands_after_over() -> None:
    doc = draw(QUARREL)
    found = mention(doc[3])
    assert (-1, "closure of the depot") == (found.sign, found.label)
    assert 0.75 <= found.strength


ASIDE = """
asked ask VERB 0 root
to to PART 3 mark
set set VERB 1 xcomp
the the DET 5 det
plan plan NOUN 3 obj
aside aside ADV 3 advmod
. . PUNCT 1 punct
"""
FINISH = """
asked ask VERB 0 root
for for ADP 4 case
a a DET 4 det
referendum referendum NOUN 1 obl
, , PUNCT 7 punct
which which PRON 8 nsubj
would would AUX 8 aux
finish finish VERB 4 acl:relcl
the the DET 10 det
scheme scheme NOUN 8 obj
off off ADP 8 compound:prt
. . PUNCT 1 punct
"""
SUM = """
asked ask VERB 0 root
for for ADP 3 case
£ £ SYM 1 obl
30 30 NUM 3 nummod
. . PUNCT 1 punct
"""


def test_setting_a_plan_aside_is_the_plan_turned_round() -> None:
    found = mention(draw(ASIDE)[2])
    assert found is not None
    assert (found.kind, found.sign) == ("pointer", -1)


def test_what_a_vote_would_bring_is_not_what_is_asked_for() -> None:
    found = mention(draw(FINISH)[3])
    assert found is None or "finishing" not in found.label


def test_a_bare_sum_is_no_proposal() -> None:
    doc = draw(SUM)
    doc[2].tag_ = "$"
    assert mention(doc[2]) is None


INCLUDED = """
plans plan NOUN 0 root
for for ADP 4 case
toll toll NOUN 4 compound
roads road NOUN 1 nmod
to to PART 7 mark
be be AUX 7 aux:pass
included include VERB 1 acl
in in ADP 10 case
the the DET 10 det
bill bill NOUN 7 obl
"""


def test_what_a_plan_is_printed_in_is_not_the_plan() -> None:
    found = mention(draw(INCLUDED)[0])
    assert found is not None
    assert found.label == "toll roads"

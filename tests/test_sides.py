"""Sides without a verb of their own: lists of for and against, and bare auxiliaries."""
from __future__ import annotations

import pytest

from kg.model import Actor, SpeakerKind, Stance
from kg.pipeline.casework import Case
from kg.pipeline.cues import hits
from kg.pipeline.rules import RULES
from kg.pipeline.scene import scene
from tests.drawn import draw

AGAINST = """
The the DET 2 det
union union NOUN 3 nsubj
opposed oppose VERB 0 root
the the DET 5 det
merger merger NOUN 3 obj
. . PUNCT 3 punct
"""
NOT = """
The the DET 2 det
league league NOUN 3 nsubj
did do AUX 0 root
not not PART 3 advmod
. . PUNCT 3 punct
"""
SO = """
So so ADV 2 advmod
did do AUX 0 root
the the DET 4 det
league league NOUN 2 nsubj
. . PUNCT 2 punct
"""
COPULA = """
So so ADV 4 advmod
is be AUX 4 cop
her her PRON 4 nmod:poss
council council NOUN 0 root
. . PUNCT 4 punct
"""
ASKED = NOT.replace(". . PUNCT", "? ? PUNCT")
MOVED = NOT + """
The the DET 2 det
board board NOUN 3 nsubj
met meet VERB 0 root
. . PUNCT 3 punct
"""
LISTED = """
They they PRON 2 nsubj
voted vote VERB 0 root
: : PUNCT 2 punct
Frame Frame PROPN 2 parataxis B-PERSON
( ( PUNCT 6 punct
Lab Lab PROPN 4 appos
) ) PUNCT 6 punct
for for ADP 4 case
, , PUNCT 4 punct
Shaw Shaw PROPN 4 conj B-PERSON
against against ADP 10 case
. . PUNCT 2 punct
"""


def sides(table: str, people: dict[str, int] | None = None) -> list[tuple[str, Stance]]:
    doc = draw(table)
    made = scene(doc)
    for name, at in (people or {}).items():
        made.actors[at] = Actor(name, SpeakerKind.PERSON)
    case = Case(doc, made, [], list(hits(doc)))
    return [(c.holder.actor.name, c.stance) for c in RULES["side"](case, RULES["stance_verb"](case, []))]


@pytest.mark.parametrize("answer, stance", [(NOT, Stance.SUPPORTS), (SO, Stance.OPPOSES)])
def test_a_bare_auxiliary_answers_the_side_before_it(answer: str, stance: Stance) -> None:
    assert [("league", stance)] == sides(AGAINST + "\n" + answer)


@pytest.mark.parametrize("text", [NOT, AGAINST + "\n" + ASKED, MOVED])
def test_a_bare_auxiliary_without_a_side_before_it_or_in_a_question_says_nothing(text: str) -> None:
    assert [] == sides(text)


def test_so_is_somebody_else() -> None:
    assert [("her council", Stance.OPPOSES)] == sides(AGAINST + "\n" + COPULA)


def test_names_in_a_list_of_sides_take_them() -> None:
    assert [("Frame", Stance.SUPPORTS), ("Shaw", Stance.OPPOSES)] == sides(AGAINST + "\n" + LISTED, {"Frame": 9, "Shaw": 15})


def test_a_preposition_with_a_noun_after_it_is_no_side() -> None:
    assert [] == sides(AGAINST + "\n" + LISTED.replace(", , PUNCT 4 punct", "rents rent NOUN 4 obl"), {"Frame": 9})


PICKED = """
Tenants tenant NOUN 2 nsubj
opposed oppose VERB 0 root
the the DET 4 det
merger merger NOUN 2 obj
; ; PUNCT 11 punct
one one NUM 11 nsubj
of of ADP 8 case
them they PRON 6 nmod
, , PUNCT 10 punct
Lee Lee PROPN 6 appos B-PERSON
left leave VERB 2 parataxis
. . PUNCT 2 punct
"""


def test_one_of_a_group_who_is_named_holds_what_it_holds() -> None:
    doc = draw(PICKED)
    made = scene(doc)
    made.actors[0], made.actors[9] = Actor("tenants", SpeakerKind.GROUP), Actor("Lee", SpeakerKind.PERSON)
    found = RULES["stance_verb"](Case(doc, made, [], list(hits(doc))), [])
    assert {("tenants", Stance.OPPOSES), ("Lee", Stance.OPPOSES)} == {(c.holder.actor.name, c.stance) for c in found}

"""Frames find the proposal, and the maker of a document holds what it says."""
from __future__ import annotations

from kg.pipeline.cues import hits
from kg.pipeline.frames import TARGETS
from kg.pipeline.holders import argument
from kg.pipeline.syntax import surface_subject
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


def hit(table: str, cue: str):
    return next(h for h in hits(draw(table)) if h.cue.id == cue)


def test_a_count_may_part_a_vote_from_its_infinitive() -> None:
    found = TARGETS["later-infinitive"](hit(VOTED, "vote-to"))
    assert found is not None and found.head is not None and found.head.text == "build"


def test_a_petition_speaks_for_its_signers() -> None:
    holder = argument(hit(PETITION, "oppose"))
    assert holder is not None and holder.text == "Mothers"


INCLUDED = """
Others other NOUN 6 nsubj
who who PRON 3 nsubj
opposed oppose VERB 1 acl:relcl
the the DET 5 det
merger merger NOUN 3 obj
included include VERB 0 root
Ann Ann PROPN 6 obj B-PERSON
Lee Lee PROPN 7 flat I-PERSON
. . PUNCT 6 punct
"""
TWO_SUBJECTS = """
the the DET 2 det
bill bill NOUN 0 root
that that PRON 5 nsubj
ministers minister NOUN 5 nsubj
want want VERB 2 acl:relcl
"""


def test_the_nearer_of_two_subjects_is_the_subject() -> None:
    doc = draw(TWO_SUBJECTS)
    assert surface_subject(doc[4]) == doc[3]


def test_a_sentence_may_name_who_the_others_on_a_side_are() -> None:
    from kg.pipeline.casework import Case
    from kg.pipeline.rules import RULES
    from kg.pipeline.scene import scene

    doc = draw(INCLUDED)
    found = RULES["stance_verb"](Case(doc, scene(doc), [], list(hits(doc))), [])
    assert {claim.holder.actor.name for claim in found} == {"Ann Lee"}


AGENTS = """
The the DET 2 det
merger merger NOUN 4 nsubj:pass
is be AUX 4 aux:pass
opposed oppose VERB 0 root
by by ADP 6 case
unions union NOUN 4 obl:agent
and and CCONJ 9 cc
by by ADP 9 case
parents parent NOUN 6 conj
. . PUNCT 4 punct
"""


def test_all_by_whom_a_thing_is_opposed_oppose_it() -> None:
    from kg.model import Actor, SpeakerKind
    from kg.pipeline.casework import Case
    from kg.pipeline.rules import RULES
    from kg.pipeline.scene import scene

    doc = draw(AGENTS)
    made = scene(doc)
    made.actors[5], made.actors[8] = Actor("unions", SpeakerKind.GROUP), Actor("parents", SpeakerKind.GROUP)
    found = RULES["stance_verb"](Case(doc, made, [], list(hits(doc))), [])
    assert {claim.holder.actor.name for claim in found} == {"unions", "parents"}

"""Questions about a parse: subjects through control and passive, objects through relatives, negation."""
from __future__ import annotations

from kg.pipeline.syntax import agent, is_passive, negation, object_of, subject
from tests.drawn import draw

PASSIVE = """
The the DET 2 det
bill bill NOUN 4 nsubj:pass
was be AUX 4 aux:pass
opposed oppose VERB 0 root
by by ADP 6 case
farmers farmer NOUN 4 obl:agent
. . PUNCT 4 punct
"""
CONTROL = """
Teachers teacher NOUN 2 nsubj
want want VERB 0 root
heads head NOUN 2 obj
to to PART 5 mark
support support VERB 2 xcomp
them they PRON 5 obj
. . PUNCT 2 punct
"""
RELATIVE = """
The the DET 2 det
scheme scheme NOUN 8 nsubj
which which PRON 6 obj
nurses nurse NOUN 6 nsubj
never never ADV 6 advmod
backed back VERB 2 acl:relcl
has have AUX 8 aux
failed fail VERB 0 root
. . PUNCT 8 punct
"""


def test_the_agent_of_a_passive_is_its_subject() -> None:
    doc = draw(PASSIVE)
    assert is_passive(doc[3])
    assert agent(doc[3]) == subject(doc[3]) == doc[5]
    assert object_of(doc[3]) == doc[1]


def test_an_object_controls_the_infinitive() -> None:
    doc = draw(CONTROL)
    assert subject(doc[4]) == doc[2]


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    doc = draw(RELATIVE)
    assert object_of(doc[5]) == doc[1]
    assert negation(doc[5]) == doc[4]

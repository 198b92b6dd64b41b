"""Whom a noun phrase in somebody's words stands for, and what is nobody's stance."""
from __future__ import annotations

import pytest

from kg.model import Actor, SpeakerKind
from kg.pipeline.holders import resolve
from kg.pipeline.scene import Scene, scene
from kg.pipeline.unresolved import named
from tests.drawn import draw
from tests.tagged import attribute

HEXTON = """
Lee Lee PROPN 2 nsubj B-PERSON
said say VERB 0 root
Hexton Hexton PROPN 5 nsubj
would would AUX 5 aux
oppose oppose VERB 2 ccomp
it it PRON 5 obj
. . PUNCT 2 punct
"""
MEMBERS = HEXTON.replace("Hexton Hexton PROPN", "members member NOUN")
NOT_ALL = """
Not not PART 4 advmod
all all DET 4 det:predet
the the DET 4 det
tenants tenant NOUN 5 nsubj
agree agree VERB 0 root
. . PUNCT 5 punct
"""
CALLED = """
A a DET 2 det
group group NOUN 7 nsubj
calling call VERB 2 acl
itself itself PRON 3 obj
Open Open PROPN 6 compound
Gates Gates PROPN 3 xcomp
met meet VERB 0 root
. . PUNCT 7 punct
"""


def said(table: str, speaker: Actor) -> Scene:
    doc = attribute(draw(table), {"source": "Lee", "cue": "said", "content": " ".join(line.split()[0] for line in table.split("\n")[3:-2])})
    doc.user_data["actors"] = {"speaker": speaker}
    doc.spans["speakers"] = [doc.char_span(0, 3, label="speaker", kb_id="speaker", span_id=1)]
    return scene(doc)


@pytest.mark.parametrize("organisation, expected", [("Hexton council", "Ann Lee"), ("Harbury council", "Hexton")])
def test_a_speakers_own_body_is_him(organisation: str, expected: str) -> None:
    made = said(HEXTON, Actor("Ann Lee", SpeakerKind.PERSON, "leader", organisation))
    found = resolve(made.doc[2], made, made.speaking(2))
    assert found is not None and expected == found.actor.name


@pytest.mark.parametrize("kind, expected", [(SpeakerKind.ORGANISATION, "Tram Trust"), (SpeakerKind.GROUP, "members")])
def test_members_in_a_bodys_words_are_the_body(kind: SpeakerKind, expected: str) -> None:
    made = said(MEMBERS, Actor("Tram Trust", kind))
    made.actors[2] = Actor("members", SpeakerKind.GROUP)
    found = resolve(made.doc[2], made, made.speaking(2))
    assert found is not None and expected == found.actor.name


def test_not_all_of_many_are_nobody() -> None:
    made = scene(draw(NOT_ALL))
    assert resolve(made.doc[3], made, None) is None


def test_a_group_goes_by_the_name_it_gives_itself() -> None:
    found = named(draw(CALLED)[1])
    assert found is not None and ("Open Gates", SpeakerKind.ORGANISATION) == (found.name, found.kind)

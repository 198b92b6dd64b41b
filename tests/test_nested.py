"""What somebody says that another says is the other's, told by the first."""
from __future__ import annotations

from kg.model import Actor, SpeakerKind
from kg.pipeline.nested import within, without
from kg.pipeline.scene import scene
from tests.drawn import draw
from tests.tagged import attribute

BELIEVES = """
Lee Lee PROPN 2 nsubj B-PERSON
said say VERB 0 root
that that SCONJ 6 mark
the the DET 5 det
union union NOUN 6 nsubj
believes believe VERB 2 ccomp
the the DET 8 det
hall hall NOUN 10 nsubj
should should AUX 10 aux
close close VERB 6 ccomp
. . PUNCT 2 punct
"""
LEE = Actor("Lee", SpeakerKind.PERSON)


def inner(table: str):
    doc = draw(table)
    return doc, within(doc, [(2, len(doc) - 1)], LEE, [None] * len(doc))


def test_the_one_who_is_said_to_believe_holds_the_words() -> None:
    doc, found = inner(BELIEVES)
    assert [("union", "the hall should close")] == [(one.actor.name, doc[slice(*one.content)].text) for one in found]


def test_the_speaker_keeps_what_is_left() -> None:
    doc, found = inner(BELIEVES)
    assert ["that"] == [doc[start:end].text for start, end in without([(2, len(doc) - 1)], found)]


def test_what_is_only_possible_is_nobodys_words() -> None:
    assert [] == inner(BELIEVES.replace("believes believe VERB 2 ccomp", "believes believe VERB 2 ccomp").replace("that that SCONJ 6 mark", "might might AUX 6 aux"))[1]


def test_what_is_denied_is_neither_the_ones_nor_the_others() -> None:
    denied = inner(BELIEVES.replace("that that SCONJ 6 mark", "not not PART 6 advmod"))[1]
    assert [None] == [one.actor for one in denied]


def test_the_scene_tells_who_told_of_it() -> None:
    doc = attribute(draw(BELIEVES), {"source": "Lee", "cue": "said", "content": "that the union believes the hall should close"})
    doc.user_data["actors"] = {"person:lee": LEE}
    doc.spans["speakers"] = [doc.char_span(0, 3, label="speaker", kb_id="person:lee", span_id=1)]
    speaking = scene(doc).speaking(9)
    assert speaking is not None and ("union", "Lee") == (speaking.actor.name, speaking.told_by)


def test_an_attribution_inside_anothers_words_is_told_by_him() -> None:
    doc = attribute(draw(BELIEVES), {"source": "Lee", "cue": "said", "content": "that the union believes the hall should close"},
                    {"source": "the union", "cue": "believes", "content": "the hall should close"})
    doc.user_data["actors"] = {"person:lee": LEE, "union": Actor("union", SpeakerKind.ORGANISATION)}
    doc.spans["speakers"] = [doc.char_span(0, 3, label="speaker", kb_id="person:lee", span_id=1), doc.char_span(18, 23, label="speaker", kb_id="union", span_id=2)]
    speaking = scene(doc).speaking(9)
    assert speaking is not None and ("union", "Lee") == (speaking.actor.name, speaking.told_by)


def test_he_is_not_those_who_speak_together() -> None:
    doc = draw(BELIEVES.replace("the the DET 5 det", "today today ADV 6 advmod").replace("union union NOUN", "he he PRON"))
    actors: list[Actor | None] = [None] * len(doc)
    actors[4] = Actor("Tom Shaw", SpeakerKind.PERSON)
    told = [(2, len(doc) - 1)]
    assert ["Tom Shaw"] == [one.actor.name for one in within(doc, told, Actor("aides", SpeakerKind.GROUP), actors)]
    assert [] == within(doc, told, LEE, actors)

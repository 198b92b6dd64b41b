"""Who holds a post or made a document that a phrase repeats."""
from __future__ import annotations

from kg.model import SpeakerKind
from kg.pipeline import holding
from kg.pipeline.casting import gather
from tests.tagged import find, tagged


def test_an_office_without_a_holder_is_an_unnamed_individual_of_its_department() -> None:
    doc = tagged("The/DET home/NOUN secretary/NOUN spoke/VERB in/ADP Westminster/PROPN")
    cast = gather(doc)
    actor = cast.actors[holding.holder(cast, 1, 3, 0)]
    assert ("home secretary (anonymous)", SpeakerKind.ANONYMOUS, "Home Office") == (actor.name, actor.kind, actor.organisation)


def test_a_report_speaks_for_its_maker() -> None:
    doc = tagged("A/DET report/NOUN by/ADP the/DET RSPB/PROPN came/VERB ./PUNCT | The/DET report/NOUN warns/VERB")
    cast = gather(doc)
    assert "organisation:rspb" == holding.maker(cast, 8)

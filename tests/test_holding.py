"""Who holds a post or made a document that a phrase repeats."""
from __future__ import annotations

import pytest
from spacy.tokens import Doc

from kg.model import SpeakerKind
from kg.pipeline import holding
from kg.pipeline.casting import gather
from kg.pipeline.speakers import speak
from tests.tagged import attribute, find, tagged


def read(text: str) -> Doc:
    doc = tagged(text)
    for token in doc:
        token.lemma_ = {"published": "publish", "carried": "carry", "criticised": "criticise", "written": "write"}.get(token.text, token.lemma_)
    return doc


def test_an_office_without_a_holder_is_an_unnamed_individual_of_its_department() -> None:
    doc = tagged("The/DET home/NOUN secretary/NOUN spoke/VERB in/ADP Westminster/PROPN")
    cast = gather(doc)
    actor = cast.actors[holding.holder(cast, 1, 3, 0)]
    assert ("home secretary (anonymous)", SpeakerKind.ANONYMOUS, "Home Office") == (actor.name, actor.kind, actor.organisation)


@pytest.mark.parametrize("said", [
    "by/ADP Gates/PROPN", "from/ADP the/DET think/NOUN tank/NOUN Gates/PROPN", ",/PUNCT by/ADP the/DET charity/NOUN Gates/PROPN ,/PUNCT", ",/PUNCT published/VERB by/ADP the/DET consultancy/NOUN Gates/PROPN ,/PUNCT",
    ",/PUNCT carried/VERB out/ADP by/ADP Gates/PROPN ,/PUNCT",
])
def test_a_maker_is_named_by_or_from_with_what_describes_him_before(said: str) -> None:
    doc = read(f"The/DET report/NOUN {said} warns/VERB")
    assert holding.made_by(doc, find(doc, "Gates")[0], 1)


@pytest.mark.parametrize("said", [
    "from/ADP officers/NOUN at/ADP Gates/PROPN", ",/PUNCT criticised/VERB by/ADP Gates/PROPN ,/PUNCT", "on/ADP the/DET charity/NOUN Gates/PROPN", "from/ADP a/DET meeting/NOUN with/ADP Gates/PROPN",
])
def test_whom_else_a_document_names_did_not_make_it(said: str) -> None:
    doc = read(f"The/DET report/NOUN {said} warns/VERB")
    assert not holding.made_by(doc, find(doc, "Gates")[0], 1)


def test_a_report_is_that_of_the_maker_named_in_its_source() -> None:
    doc = tagged("The/DET report/NOUN ,/PUNCT from/ADP the/DET think/NOUN tank/NOUN Harbury/PROPN/ORG Futures/PROPN/ORG ,/PUNCT argues/VERB fees/NOUN fall/VERB")
    speak(attribute(doc, {"source": "The report , from the think tank Harbury Futures ,", "cue": "argues", "content": "fees fall"}))
    assert ["Harbury Futures"] == [doc.user_data["actors"][span.kb_id_].name for span in doc.spans["speakers"]]


def test_a_report_is_that_of_the_maker_named_after_it() -> None:
    doc = read("The/DET report/NOUN ,/PUNCT written/VERB by/ADP the/DET charity/NOUN RSPB/PROPN ,/PUNCT came/VERB ./PUNCT")
    assert "organisation:rspb" == holding.maker(gather(doc), 1)


def test_a_report_speaks_for_its_maker() -> None:
    doc = tagged("A/DET report/NOUN by/ADP the/DET RSPB/PROPN came/VERB ./PUNCT | The/DET report/NOUN warns/VERB")
    cast = gather(doc)
    assert "organisation:rspb" == holding.maker(cast, 8)

"""Posts and bodies from the words beside a name, and what is no affiliation."""
from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Article
from kg.pipeline.casting import gather
from kg.pipeline.parse import tokens
from kg.scoring.names import same_name
from tests.tagged import tagged

CASES = [
    ("Ann/PROPN Lee/PROPN ,/PUNCT policy/NOUN officer/NOUN for/ADP the/DET Tram/PROPN Users/PROPN Association/PROPN ,/PUNCT said/VERB", "policy officer", "Tram Users Association"),
    ("Tram/PROPN Users/PROPN Association/PROPN chief/ADJ executive/NOUN Ann/PROPN Lee/PROPN said/VERB", "chief executive", "Tram Users Association"),
    ("says/VERB Harbury/PROPN/LOC county/NOUN council/NOUN assistant/NOUN director/NOUN of/ADP housing/NOUN Ann/PROPN Lee/PROPN", "assistant director of housing", "Harbury County Council"),
    ("Ann/PROPN Lee/PROPN ,/PUNCT chair/NOUN of/ADP the/DET RMT/PROPN 's/PART safety/NOUN board/NOUN ,/PUNCT told/VERB a/DET joint/ADJ conference/NOUN", "chair of the safety board", "RMT"),
    ("The/DET chief/ADJ executive/NOUN of/ADP Harbury/PROPN/LOC Trust/PROPN ,/PUNCT Ann/PROPN Lee/PROPN ,/PUNCT said/VERB", "chief executive", "Harbury Trust"),
    ("the/DET RMT/PROPN 's/PART Ann/PROPN Lee/PROPN said/VERB", None, "RMT"),
    ("Ann/PROPN Lee/PROPN (/PUNCT Lab/PROPN ,/PUNCT Harbury/PROPN )/PUNCT said/VERB", None, "Labour Party"),
    ("Ann/PROPN Lee/PROPN ,/PUNCT of/ADP Shelter/PROPN ,/PUNCT said/VERB", None, "Shelter"),
    ("Ann/PROPN Lee/PROPN ,/PUNCT who/PRON chairs/VERB the/DET Tenants/PROPN Union/PROPN ,/PUNCT said/VERB", "chair", "Tenants Union"),
    ("Transport/PROPN Secretary/PROPN Ann/PROPN Lee/PROPN said/VERB", "Transport Secretary", "Department for Transport"),
    ("former/ADJ transport/NOUN secretary/NOUN Ann/PROPN Lee/PROPN said/VERB", "former transport secretary", None),
    ("Ann/PROPN Lee/PROPN told/VERB the/DET Tenants/PROPN Union/PROPN conference/NOUN", None, None),
    ("Ann/PROPN Lee/PROPN ,/PUNCT who/PRON works/VERB in/ADP law/NOUN at/ADP Harbury/PROPN University/PROPN ,/PUNCT said/VERB", None, "Harbury University"),
    ("Ann/PROPN Lee/PROPN ,/PUNCT a/DET physicist/NOUN who/PRON is/AUX head/NOUN of/ADP the/DET Science/PROPN Council/PROPN ,/PUNCT said/VERB", "head", "Science Council"),
    ("says/VERB Conservative/PROPN economist/NOUN Ann/PROPN Lee/PROPN", "Conservative economist", None),
    ("says/VERB Conservative/PROPN MP/NOUN Ann/PROPN Lee/PROPN", "MP", "Conservative Party"),
    ("Ann/PROPN Lee/PROPN ,/PUNCT a/DET nurse/NOUN ,/PUNCT said/VERB", "nurse", None),
    ("Ann/PROPN Lee/PROPN met/VERB the/DET chair/NOUN of/ADP the/DET Tenants/PROPN Union/PROPN", None, None),
]


@pytest.mark.parametrize("text, role, organisation", CASES)
def test_role_and_organisation(text: str, role: str | None, organisation: str | None) -> None:
    actor = gather(tagged(text, date="2010")).actors["person:ann-lee"]
    assert (role, organisation) == (actor.role, actor.organisation)


def test_a_later_surname_carries_the_post() -> None:
    doc = tagged("Ann/PROPN Lee/PROPN ,/PUNCT head/NOUN of/ADP Shelter/PROPN ,/PUNCT came/VERB ./PUNCT | Then/ADV Lee/PROPN left/VERB")
    cast = gather(doc)
    assert 2 == sum(m.key == "person:ann-lee" for m in cast.mentions)
    assert "Shelter" == cast.actors["person:ann-lee"].organisation


def test_a_leading_post_without_a_body_takes_the_one_body_named_just_before() -> None:
    text = "The/DET Tenants/PROPN Union/PROPN//nsubj objects/VERB ./PUNCT | It/PRON will/AUX sue/VERB ,/PUNCT says/VERB policy/NOUN manager/NOUN Ann/PROPN Lee/PROPN"
    assert "Tenants Union" == gather(tagged(text)).actors["person:ann-lee"].organisation


def test_with_two_bodies_before_it_nothing_is_guessed() -> None:
    text = "The/DET Tenants/PROPN Union/PROPN//nsubj objects/VERB ./PUNCT | The/DET RMT/PROPN//nsubj agrees/VERB ./PUNCT | It/PRON hurts/VERB ,/PUNCT says/VERB policy/NOUN manager/NOUN Ann/PROPN Lee/PROPN"
    assert gather(tagged(text)).actors["person:ann-lee"].organisation is None


def told(nlp, text: str, who: str) -> str | None:
    """The organisation of the person in a text."""
    doc = tokens(nlp, Article("told", text, date="2012-05-01"))
    for _, component in nlp.pipeline:
        doc = component(doc)
    return next((a.organisation for a in gather(doc).actors.values() if same_name(a.name, who)), None)


@pytest.mark.model
def test_nearly_every_way_of_telling_for_whom_a_person_speaks_is_read(nlp) -> None:
    rows = [line.split(" => ") for line in (Path(__file__).parent / "gold" / "affiliations.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    wrong = []
    for text, answer in rows:
        who, due = answer.split(" | ")
        found = told(nlp, text, who)
        if not (found is None if due == "-" else same_name(found, due)):
            wrong.append(f"{text} {due}: {found}")
    assert len(wrong) <= 6 and len(rows) > 200, wrong


FURTHER = [
    ("Ann/PROPN Lee/PROPN ,/PUNCT of/ADP the/DET general/ADJ workers/NOUN ,/PUNCT said/VERB", "General Workers"),
    ("Harbury/PROPN/LOC Mayor/PROPN Ann/PROPN Lee/PROPN said/VERB", "Harbury"),
    ("Tory/PROPN Ann/PROPN Lee/PROPN said/VERB", "Conservative Party"),
    ("The/DET Tram/PROPN Users/PROPN Association/PROPN ,/PUNCT chaired/VERB by/ADP Ann/PROPN Lee/PROPN ,/PUNCT objects/VERB", "Tram Users Association"),
    ("Ann/PROPN Lee/PROPN ,/PUNCT a/DET GP/NOUN in/ADP Harbury/PROPN/LOC and/CCONJ chair/NOUN of/ADP the/DET Doctors/PROPN Forum/PROPN ,/PUNCT said/VERB", "Doctors Forum"),
    ("Open/PROPN Shores/PROPN//nsubj ,/PUNCT a/DET charity/NOUN ,/PUNCT objects/VERB ./PUNCT | Director/NOUN Ann/PROPN Lee/PROPN said/VERB so/ADV", "Open Shores"),
    ("Harcourt/PROPN Dane/PROPN analyst/NOUN Ann/PROPN Lee/PROPN said/VERB", "Harcourt Dane"),
    ("The/DET hospital/NOUN association/NOUN//nsubj objects/VERB ./PUNCT | Its/PRON president/NOUN Ann/PROPN Lee/PROPN said/VERB so/ADV", "hospital association"),
    ("Ann/PROPN Lee/PROPN ,/PUNCT who/PRON heads/VERB its/PRON legal/ADJ team/NOUN ,/PUNCT spoke/VERB", None),
    ("The/DET Tram/PROPN Users/PROPN Association/PROPN//nsubj objects/VERB ./PUNCT | Ann/PROPN Lee/PROPN ,/PUNCT who/PRON heads/VERB its/PRON legal/ADJ team/NOUN ,/PUNCT spoke/VERB", "Tram Users Association"),
    ("Harbury/PROPN/LOC District/PROPN Council/PROPN//nsubj met/VERB ./PUNCT | The/DET RMT/PROPN//nsubj objected/VERB ./PUNCT | Cllr/PROPN Ann/PROPN Lee/PROPN said/VERB so/ADV", "Harbury District Council"),
]


@pytest.mark.parametrize("text, organisation", FURTHER)
def test_bodies_told_in_other_ways(text: str, organisation: str | None) -> None:
    assert organisation == gather(tagged(text, date="2010")).actors["person:ann-lee"].organisation

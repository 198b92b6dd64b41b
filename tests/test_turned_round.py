"""Sides that words turn round or only point to, each read end to end: bans and what they ban, going on, no alternative, sales and levies."""
from __future__ import annotations

import pytest
from test_plain_news import read

from kg.model import Actor, Article, SpeakerKind
from kg.pipeline.extract import annotate, doc_of

FERRY = "The harbour board plans to charge walkers £2. "
KIOSKS = "Pilots are angry about plans to move the kiosks to the quay. "
NETS = "Wardens want a ban on drift nets in the bay. "


def actors(nlp, text: str) -> list[Actor]:
    """Everybody whom the text names."""
    return list(annotate(doc_of(nlp, Article("a", text, date="2010-01-01"))).user_data["actors"].values())


@pytest.mark.parametrize("text, wanted", [
    (NETS + 'Una Firth, of the Anglers\' League, said nets were "a menace to seals".', ("Una Firth", "supports", "ban on drift nets in the bay")),
    (NETS + "Odd Moe backed an outright ban.", ("Odd Moe", "supports", "ban on drift nets in the bay")),
    (FERRY + "Una Firth has vowed to tear up the scheme.", ("Una Firth", "opposes", "charging walkers £2")),
    (FERRY + "Una Firth has vowed to rip up the plan.", ("Una Firth", "opposes", "charging walkers £2")),
    (FERRY + "Una Firth wants to tear up the contract with Fenair.", ("Una Firth", "supports", "tearing up the contract with Fenair")),
    (FERRY + "Una Firth described the levy as a nail in the coffin of the island.", ("Una Firth", "opposes", "charging walkers £2")),
    ("The council plans to sell off the old lighthouse. Una Firth defended the sale.", ("Una Firth", "supports", "selling off the old lighthouse")),
    (KIOSKS + "Ports minister Ann Firth said she was determined to press ahead.", ("Ann Firth", "supports", "moving the kiosks to the quay")),
    (KIOSKS + "Odd Moe vowed to push on despite the row.", ("Odd Moe", "supports", "moving the kiosks to the quay")),
    (KIOSKS + "Una Firth urged the board not to proceed.", ("Una Firth", "opposes", "moving the kiosks to the quay")),
    (KIOSKS + "Una Firth told members there was no alternative.", ("Una Firth", "supports", "moving the kiosks to the quay")),
    (KIOSKS + "Una Firth applauded the switch.", ("Una Firth", "supports", "moving the kiosks to the quay")),
    (KIOSKS + "Una Firth would rather spend the money on lifeboats.", ("Una Firth", "supports", "spending the money on lifeboats")),
    ("Pressure is growing on ministers to lower the fishing age to 14. The Islanders have long championed the reform. Ports minister Odd Moe ruled out any change in this parliament.",
     ("Odd Moe", "opposes", "lowering the fishing age to 14")),
    ("Boats could be forced to carry a pass under proposals backed by pilots.", ("pilots", "supports", "forcing boats to carry a pass")),
    ("A no-anchor zone off the bay is proposed. The Seal Society backs the no-anchor zone.", ("Seal Society", "supports", "no-anchor zone off the bay")),
])
def test_which_way_the_words_turn(nlp, text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in read(nlp, text)


def test_one_passage_without_a_proposal_of_its_own_is_one_statement(nlp) -> None:
    found = read(nlp, KIOSKS + "Una Firth said she had no objection in principle but doubted whether anyone would come.")
    assert 1 == sum(1 for speaker, _, _ in found if speaker == "Una Firth")


@pytest.mark.parametrize("text, name", [
    ("Developer Quayside Homes said it would help.", "Quayside Homes"),
    ("Airline Fenair opposed it.", "Fenair"),
    ("Walkers' Voice opposed it.", "Walkers' Voice"),
    ("A spokesman for Number 10 said it was wrong.", "Number 10"),
])
def test_a_body_by_its_name(nlp, text: str, name: str) -> None:
    assert (name, SpeakerKind.ORGANISATION) in {(actor.name, actor.kind) for actor in actors(nlp, "The plan to charge walkers was attacked. " + text)}


def test_a_person_after_his_trade_is_no_body(nlp) -> None:
    assert ["Ann Lee"] == [actor.name for actor in actors(nlp, "The plan to charge walkers was attacked. Developer Ann Lee opposed it.") if actor.kind is SpeakerKind.PERSON]


@pytest.mark.parametrize("text, who, body", [
    ("Pilot Odd Moe, a Unison steward, said lives would be lost. Chief executive Una Firth said the boats were safe.", "Una Firth", None),
    ("The Fish Sellers' Guild condemned the levy. Professor Odd Moe, the chief medical officer, welcomed it.", "Odd Moe", "Department of Health"),
])
def test_nobody_gets_the_body_of_another(nlp, text: str, who: str, body: str | None) -> None:
    assert [body] == [actor.organisation for actor in actors(nlp, text) if actor.name == who]

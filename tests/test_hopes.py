"""What others are hoped to do, and what is dreaded or feared to be done to oneself, read end to end."""
from __future__ import annotations

import pytest
from test_plain_news import read
TOLL = "Plans for a toll have been published. "


@pytest.mark.parametrize("text, wanted", [
    (TOLL + "Ann Lee hopes the president will veto it.", ("Ann Lee", "opposes", "toll")),
    (TOLL + "Ann Lee said she hoped the council would build a bridge instead.", ("Ann Lee", "supports", "council building a bridge")),
    (TOLL + "We hope that peers will reject it, said Ann Lee, of the Ferry League.", ("Ann Lee", "opposes", "toll")),
    ("The council plans a tram. Bo Reed hopes the scheme will be dropped before the election.", ("Bo Reed", "opposes", "tram")),
    ("In April the Local Ports Association was furious that the government intended to pass pilots to bodies nobody had elected.", ("Local Ports Association", "opposes", "passing pilots to bodies")),
    ("Villagers are dismayed that the ferry would be scrapped.", ("villagers", "opposes", "scrapping ferry")),
    ("Graham Pearce conceded that some pilots feared being taken over by councils.", ("some pilots", "opposes", "being taken over by councils")),
    ("Ministers plan a National Harbour Service. Mr Hale spoke of ports. He and the prime minister, John Gray, both want to create a National Harbour Service.", ("John Gray", "supports", "creating a National Harbour Service")),
])
def test_whose_stance_it_is(nlp, text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in read(nlp, text)


@pytest.mark.parametrize("text, who", [
    (TOLL + '"I hope ministers will scrap the toll," Ann Lee said.', "ministers"),
    (TOLL + "Ann Lee, of the Ferry League, hopes MPs will back it.", "MPs"),
])
def test_those_whom_somebody_hopes_in_take_no_side(nlp, text: str, who: str) -> None:
    assert who not in {speaker for speaker, _, _ in read(nlp, text)}


def test_a_hope_about_those_who_do_not_decide_is_no_proposal(nlp) -> None:
    assert not any("using" in label for _, _, label in read(nlp, "The trust plans to close the ward. It hopes that patients will use the new clinic."))

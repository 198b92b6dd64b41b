"""Sentences as wire news writes them, each read end to end: who, which side, on what."""
from __future__ import annotations

import pytest

from kg.model import Article
from kg.pipeline.extract import annotate, doc_of
from kg.pipeline.stance import statements


def read(nlp, text: str) -> list[tuple[str, str, str]]:
    """Speaker, stance and label of each statement."""
    return [(s.speaker, s.stance.value, s.proposal_label) for s in statements(annotate(doc_of(nlp, Article("a", text, date="2010-01-01"))))]


@pytest.mark.parametrize("text, wanted", [
    ("Majorities across the county favour granting licences to street traders.", ("Majorities across the county", "supports", "granting licences to street traders")),
    ("Only about four in 10 rural voters want all second homes in the county to be taxed.", ("four in 10 rural voters", "supports", "taxing second homes in the county")),
    ("Gov. Ann Lee has vowed to block new pits from opening in the state.", ("Ann Lee", "opposes", "pits opening in the state")),
    ("Rural senators have vowed to block the governor's water bill.", ("rural senators", "opposes", "governor's water bill")),
    ("Last week Mr Hill called to ban tourist coaches from entering the old town.", ("Hill", "supports", "banning tourist coaches")),
    ("Ms Lee has proposed accepting 400 evacuees.", ("Lee", "supports", "accepting 400 evacuees")),
    ("Ann Lee is pushing fellow Labour councillors to reject the harbour deal.", ("Ann Lee", "opposes", "harbour deal")),
    ("Mr Hill, the council leader, has said there should be a temporary ban on coaches.", ("Hill", "supports", "temporary ban on coaches")),
    ("Some engineers have urged the council to turn away from road-widening plans.", ("some engineers", "opposes", "road-widening plans")),
    ("Ann Lee voiced displeasure with some of the plans to widen the road.", ("Ann Lee", "opposes", "widening the road")),
    ("Mrs Lee fought for years for a new harbour wall.", ("Lee", "supports", "harbour wall")),
    ("Labour plans to close the harbour drew anger.", ("Labour Party", "supports", "closing the harbour")),
    ("\"I don't think we need to widen the road,\" Ann Lee said.", ("Ann Lee", "opposes", "widening the road")),
    ("Ann Lee has been rebuked by shopkeepers for her proposal to close the clinic.", ("shopkeepers", "opposes", "closing the clinic")),
    ("The leaders of the three councils took turns rebutting Ann Lee's proposals on road tolls.", ("leaders of the three councils", "opposes", "road tolls")),
    ("Judge Tom Hill issued an injunction blocking a law that would have allowed shops to open on Sundays.", ("Tom Hill", "opposes", "allowing shops to open")),
    ("Ann Lee pledged that her party would double the housing budget.", ("Ann Lee", "supports", "party doubling the housing budget")),
    ("The council leader, Tom Hill, insisted that the closure would go ahead.", ("Tom Hill", "supports", "closure")),
    ("The King's Fund has questioned whether the merger will save money.", ("King's Fund", "opposes", "merger")),
    ("GPs are resisting moves to extend surgery opening hours.", ("GPs", "opposes", "extending surgery opening hours")),
    ("Tom Hill told the conference that pooled budgets had worked well in Torbay and should be rolled out nationally.", ("Tom Hill", "supports", "rolling pooled budgets out nationally")),
    ("Ann Lee said the ward should be closed.", ("Ann Lee", "supports", "closing ward")),
    ("\"The ward must not be closed,\" said Ann Lee.", ("Ann Lee", "opposes", "closing ward")),
    ("Tom Hill said it would be a mistake to merge the two budgets.", ("Tom Hill", "opposes", "merging the two budgets")),
    ("Ann Lee dismissed claims that the merger would lead to job losses.", ("Ann Lee", "supports", "merger")),
    ("The Treasury is resisting calls for more money.", ("Treasury", "opposes", "calls for more money")),
    ("Tom Hill told delegates that the time had come to bring the two services under one roof.", ("Tom Hill", "supports", "bringing the two services under one roof")),
    ("Tom Hill questioned the wisdom of another merger.", ("Tom Hill", "opposes", "merger")),
    ("Ann Lee, for the Liberal Democrats, said the bill was a missed opportunity.", ("Ann Lee", "opposes", "bill")),
    ("The Conservatives have pledged to scrap the tax if they win power.", ("Conservative Party", "supports", "scrapping the tax")),
])
def test_a_plain_sentence_gives_its_statement(nlp, text, wanted):
    assert wanted in read(nlp, text)


def test_what_fights_an_illness_is_not_against_a_plan(nlp):
    found = read(nlp, "Labour councillors blocked a £3m funding package to fight the moth.")
    assert [(who, stance) for who, stance, label in found] == [("Labour councillors", "opposes")] and "fighting the moth" in found[0][2]


def test_a_body_in_the_name_of_a_plan_does_not_hold_it(nlp):
    assert not [who for who, _, _ in read(nlp, "In the NHS plan there is a chapter on trusts.") if who]


def test_plans_attacked_by_somebody_are_not_his(nlp):
    found = read(nlp, "Treasury plans to cut the fuel grant were attacked by Ann Lee.")
    assert ("Ann Lee", "opposes", "cutting the fuel grant") in found and not [s for s in found if s[:2] == ("Ann Lee", "supports")]


def test_a_question_that_somebody_puts_is_no_argument(nlp):
    found = read(nlp, "Tom Hill questioned how he would be helped by Ann Lee's plan to raise the road tax.")
    assert not [s for s in found if s[:2] == ("Tom Hill", "supports")]


@pytest.mark.parametrize("text", [
    "\"He should be ashamed,\" said Ann Lee.", "Tom Hill said patients should be told the truth.", "\"More should be done,\" Ann Lee said.",
])
def test_what_should_be_felt_or_told_is_no_proposal(nlp, text):
    assert read(nlp, text) == []


def test_a_point_conceded_is_no_side(nlp):
    rules = [s.rule for s in statements(annotate(doc_of(nlp, Article("a", "Tom Hill, for the trust, conceded that the closure was unpopular.", date="2010-01-01"))))]
    assert "evaluation" not in rules


@pytest.mark.parametrize("who, stance", [("Ministers", "supports"), ("Ann Lee", "opposes"), ("Tom Hill", "supports"), ("Bo Jones", "supports")])
def test_who_defends_what_is_to_go_opposes_its_end(nlp, who, stance):
    found = read(nlp, "Ministers plan to scrap the toll. Ann Lee defended the toll. Tom Hill opposes the toll. Bo Jones wants to scrap the toll.")
    assert {s for w, s, label in found if w.lower() == who.lower() and label == "scrapping the toll"} == {stance}


def test_a_view_since_given_up_is_no_side(nlp):
    assert ("Tom Hill", "opposes", "care trusts") not in read(nlp, "Tom Hill admitted he had been sceptical about care trusts but was now a convert.")


def test_what_somebody_considers_behind_with_is_not_the_speakers(nlp):
    found = read(nlp, "With the Treasury reportedly considering imposing a tax on sugar, the Bakers' Guild said yesterday the idea was daft.")
    assert [who for who, stance, _ in found if stance == "conditional"] in ([], ["Treasury"])
    assert ("Bakers' Guild", "opposes") in {s[:2] for s in found}

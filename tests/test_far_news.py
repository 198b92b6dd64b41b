"""News of other subjects as the press writes it: bills and their sponsors, votes, objections withdrawn, whom a body's name hides."""
from __future__ import annotations

import pytest
from test_plain_news import read

from kg.model import Article
from kg.pipeline.contrary import contrary
from kg.pipeline.extract import annotate, doc_of
from kg.pipeline.mentions import Mention
from kg.pipeline.stance import statements

FERRY = "The council plans to close the ferry. "
TOLL = "The state plans a toll on the bridge. "


@pytest.mark.parametrize("text, wanted", [
    ("Villagers vow to fight bypass through bluebell wood", ("villagers", "opposes", "bypass through bluebell wood")),
    (TOLL + "\"Without that, I cannot support it,\" Ann Lee said.", ("Ann Lee", "opposes", "toll on the bridge")),
    (FERRY + "Three farmers have written in support.", ("three farmers", "supports", "closing the ferry")),
    (FERRY + "The mayors of Ashdown and Fenby spoke in opposition.", ("mayors", "opposes", "closing the ferry")),
    (FERRY + "The Anglers' League lodged an objection in May but withdrew it last week.", ("Anglers' League", "supports", "closing the ferry")),
    ("The senate passed a bill to freeze rents. Bo Frame, the bill's sponsor, said tenants were desperate.", ("Bo Frame", "supports", "freezing rents")),
    ("Landlords oppose a measure to freeze rents. The measure's backers say tenants are desperate.", ("measure's backers", "supports", "freezing rents")),
    ("Landlords oppose a measure to freeze rents. Ann Lee, who co-wrote the measure, said tenants were desperate.", ("Ann Lee", "supports", "freezing rents")),
    ("The council plans a bypass. Mayor Teresa Alvarado and five of the nine members of the City Council have endorsed it.", ("five of the nine members of the City Council", "supports", "bypass")),
    ("The panel approved a rent freeze over the objections of landlords, builders and the mayors of three towns.", ("panel", "supports", "rent freeze")),
    ("The firm plans to build a wind farm. The Anglers' League urged ministers to grant consent.", ("Anglers' League", "supports", "building a wind farm")),
    ("The firm plans to build a wind farm. Friends of the River Dart oppose the plan.", ("Friends of the River Dart", "opposes", "building a wind farm")),
    ("The firm plans to build a wind farm. Fenby Against the Blades (FAB) opposes the plan.", ("Fenby Against the Blades", "opposes", "building a wind farm")),
    ("Unions oppose plans to raise the age at which pilots can retire.", ("unions", "opposes", "raising the age at which pilots can retire")),
    ("Ann Lee, the Liberal Democrat candidate, opposes the bypass. Her party wants a public inquiry.", ("Liberal Democrats", "supports", "public inquiry")),
    ("Unions threaten strike over pilots' pensions\n\nMinisters plan to make pilots pay more for their pensions. Bo Frame, of the Ports Federation, said the plans were fair.", ("Bo Frame", "supports", "making pilots pay more for their pensions")),
    ("Ministers plan to curb night flights. Ann Lee told peers that the present arrangements did \"more harm than good\".", ("Ann Lee", "supports", "curbing night flights")),
    ("Ministers plan to curb night flights. Bo Frame MP is against the plan. \"My constituents oppose the curb,\" he said.", ("Bo Frame", "opposes", "curbing night flights")),
    ("Ministers plan to curb night flights. The Oregon Sportsmen's League supports the plan.", ("Oregon Sportsmen's League", "supports", "curbing night flights")),
    ("The council has raised its tax. Bo Frame, a baker, called for a referendum.", ("Bo Frame", "supports", "referendum")),
    ("Council tax to rise by 4.9pc\n\nTwo councillors oppose the plan.", ("two councillors", "opposes", "council tax rising by 4.9pc")),
    ("The senate passed a bill to check the sale of guns. A proposal to let teachers carry guns failed. The league lobbied hard against it.", ("league", "opposes", "letting teachers carry guns")),
    ("The firm plans to build a wind farm. Bo Frame said that rejecting the plan would send \"a terrible signal\" to investors.", ("Bo Frame", "supports", "building a wind farm")),
])
def test_news_of_other_subjects_gives_its_statement(nlp, text, wanted):
    assert wanted in read(nlp, text)


@pytest.mark.parametrize("text, who", [
    ("Unions threatened to strike unless ministers drop plans to raise fares.", "ministers"),
    ("Voters will decide in May whether to raise fares. Unions back the rise.", "voters"),
    ("The council will raise fares. Unions oppose the rise. Economists disagree about the effects.", "economists"),
    ("Ministers plan to raise fares. Ann Lee, of the Ports Federation, said they should look at savings before asking passengers to pay more.", "passengers"),
    ("The Conservative-controlled county council voted to raise fares.", "Conservative Party"),
])
def test_who_only_might_or_differs_with_nobody_takes_no_side(nlp, text, who):
    assert who not in {name for name, _, _ in read(nlp, text)}


@pytest.mark.parametrize("text, wanted", [
    ("More than 40 MPs have signed a motion calling on the ports minister, Bo Frame, to withdraw the Ferries Bill. Ministers back the bill.", ("ministers", "supports", "Ferries Bill")),
    ("More than 40 MPs have signed a motion calling on the ports minister, Bo Frame, to withdraw the Ferries Bill. Ministers back the bill.", ("40 MPs", "opposes", "Ferries Bill")),
    ("Ministers plan to merge the piers. Ann Lee, of the Ports Federation, said the merger would create a two-tier system.", ("Ann Lee", "opposes", "merging the piers")),
    ("The council last night abandoned its plan to close the ferry.\n\nBo Frame, a baker, said it was a triumph for common sense.", ("Bo Frame", "opposes", "closing the ferry")),
    ("The council last night abandoned its plan to close the ferry.\n\nBuilders reacted with dismay.", ("builders", "supports", "closing the ferry")),
    ("Ministers plan to close the ferry. Ann Lee, who had threatened to resign over the closure, said she would now vote with the government.", ("Ann Lee", "supports", "closing the ferry")),
    ("Two village schools could be merged under plans. The proposals have been condemned by Ashdown council.", ("Ashdown Council", "opposes", "merging two village schools")),
])
def test_news_of_votes_and_climbdowns_gives_its_statement(nlp, text, wanted):
    assert wanted in read(nlp, text)


@pytest.mark.parametrize("text, wanted", [
    ("A top adviser to President Warren Blake explained why the tax cut was not worth the trouble.", ("top adviser (anonymous)", "opposes", "tax cut")),
    ("Critics oppose Mr. Blake's plan for a 16 percent \"harbor tax\".", ("critics", "opposes", "16 percent harbor tax")),
    ("He criticized Ann Lee's decision against labeling the group a threat.", ("Ann Lee", "opposes", "labelling the group a threat")),
    ("Minimum wage ballot measure draws fire from restaurants\n\nThe chamber opposes the measure.", ("chamber", "opposes", "minimum wage ballot measure")),
    ("The state passed a smoking law in May. Hospitals plan to close wards.", ("state", "supports", "smoking law")),
    ("Ministers plan to eliminate the toll. Bo Frame opposes the toll.", ("Bo Frame", "supports", "eliminating the toll")),
])
def test_news_from_the_capital_gives_its_statement(nlp, text, wanted):
    assert wanted in read(nlp, text)


def test_to_ban_a_thing_is_the_contrary_of_keeping_it():
    assert contrary(Mention(0, 2, 0, "banning ferries", "clause"), "keeping ferries running")
    assert not contrary(Mention(0, 2, 0, "banning cars", "clause"), "keeping ferries running")


def test_things_and_acts_in_the_plural_hold_no_view(nlp):
    assert not [who for who, _, _ in read(nlp, "Ministers want a new tax. Retirements promise to swell the bill, Ann Lee said.") if "etirements" in who]


def test_a_council_called_after_a_president_is_not_where_he_belongs(nlp):
    text = "Warren Blake opposes the cut. Tom Furze, who leads Mr. Blake's Council of Port Advisers, supports the cut."
    assert {s.organisation for s in statements(annotate(doc_of(nlp, Article("a", text)))) if s.speaker == "Warren Blake"} == {None}


def test_what_somebody_says_that_another_would_do_is_not_his_own_plan(nlp):
    found = read(nlp, "Bo Frame plans to close the ferry. Bo Frame is a fool, Ann Lee said. Ann Lee said he would close the ferry.")
    assert ("Ann Lee", "supports", "closing the ferry") not in found


def test_a_prime_minister_in_news_from_america_is_another_countrys(nlp):
    text = "WASHINGTON - Israeli Prime Minister Dov Amit rejects a plan in Congress to cut aid. Senate Republicans and the White House back the plan."
    assert not {"US Government", "UK Government"} & {s.organisation for s in statements(annotate(doc_of(nlp, Article("a", text)))) if s.speaker == "Dov Amit"}

"""News of health, care and councils as trade papers write it, each read end to end: who, which side, on what."""
from __future__ import annotations

import pytest

from test_plain_news import read


def sides(nlp, text: str) -> set[tuple[str, str]]:
    """Speaker and stance of each statement."""
    return {found[:2] for found in read(nlp, text)}


CLOSURE = "The council plans to close the Larches day centre. "
TEST = "Ministers have rejected a call by MPs to scrap the fitness test. "


@pytest.mark.parametrize("text, wanted", [
    ("Social workers in Eastham want the new rota scrapped.", ("social workers in Eastham", "supports", "scrapping rota")),
    ("Motorists want the toll scrapped.", ("motorists", "supports", "scrapping toll")),
    ("Nursing leaders do not want the wards merged.", ("nursing leaders", "opposes", "merging wards")),
    (CLOSURE + "Council leader Frank Odd said the centre was too costly to keep open.", ("Frank Odd", "supports", "closing the Larches day centre")),
    (CLOSURE + "Local MP Tessa Bright has written to the council asking it to reconsider.", ("Tessa Bright", "opposes", "closing the Larches day centre")),
    (CLOSURE + "A charity has called on the council to think again about closing the centre.", ("charity", "opposes", "closing the Larches day centre")),
    (CLOSURE + "Doctors' leaders said the closure was wrong.", ("doctors' leaders", "opposes", "closing the Larches day centre")),
    (CLOSURE + "The regulator said the closure was wrong.", ("regulator", "opposes", "closing the Larches day centre")),
    (CLOSURE + "The health minister said it was a matter for the council.", ("health minister (anonymous)", "neutral", "closing the Larches day centre")),
    (CLOSURE + "Councillors voted last night to save it.", ("councillors", "opposes", "closing the Larches day centre")),
    (CLOSURE + "Paramedics say patients' health will suffer.", ("paramedics", "opposes", "closing the Larches day centre")),
    (CLOSURE + "Local MPs are united in opposition.", ("local MPs", "opposes", "closing the Larches day centre")),
    (CLOSURE + "The carers' forum called for an immediate U-turn.", ("carers' forum", "opposes", "closing the Larches day centre")),
    (CLOSURE + "Union official Len Hart said the council was playing with people's lives.", ("Len Hart", "opposes", "closing the Larches day centre")),
    ("Dr Olga Brandt, of Westmarch university, has called into question the case for integration.", ("Olga Brandt", "opposes", "integration")),
    ("Ministers should resist the temptation to merge the two regulators, the health committee said.", ("health committee", "opposes", "merging the two regulators")),
    (CLOSURE + "The home is unsafe, but the Fire Union has called for the project to be scrapped.", ("Fire Union", "opposes", "closing the Larches day centre")),
    ("The council wants to merge the trusts. Mr Raj Dhillon said mergers rarely saved money.", ("Raj Dhillon", "opposes", "merging the trusts")),
    ("The council has decided against compulsory retraining for nurses. The decision has angered safety campaigners.", ("safety campaigners", "supports", "compulsory retraining for nurses")),
    ("An extra 500 social workers are to be recruited from abroad, the children's secretary announced.", ("children's secretary (anonymous)", "supports", "recruiting extra 500 social workers from abroad")),
    ("The watchdog's chairman suggested that free bus passes should be means-tested.", ("watchdog's chairman (anonymous)", "supports", "means-testing free bus passes")),
    (CLOSURE + "Roy Glenn said closing the centre was not an option.", ("Roy Glenn", "opposes", "closing the Larches day centre")),
    (CLOSURE + "The regulator has not yet made a final decision.", ("regulator", "neutral", "closing the Larches day centre")),
    (CLOSURE + "Ann Lee wants the closure stopped. She has the backing of unions.", ("unions", "opposes", "closing the Larches day centre")),
    (CLOSURE + "Opponents of the closure, including the carers' forum, say it is wrong.", ("carers' forum", "opposes", "closing the Larches day centre")),
    (TEST + "Campaigner Ruth Amis described the decision as \"a kick in the teeth\".", ("Ruth Amis", "supports", "scrapping the fitness test")),
    ("Plans for a national care service have been put on hold. Chief executive Lynn Todd said the delay was a betrayal of older people.", ("Lynn Todd", "supports", "national care service")),
    ("Doctors have voted overwhelmingly against taking on sick notes. Dr Alan Reese, proposing the motion, said: \"We are not policemen.\"", ("Alan Reese", "opposes", "taking on sick notes")),
    ("The proposed inspectorate has divided opinion, with children's charities largely in favour and unions against.", ("children's charities", "supports", "inspectorate")),
    ("The proposed inspectorate has divided opinion, with children's charities largely in favour and unions against.", ("unions", "opposes", "inspectorate")),
    ("Councillors voted last night to sell the borough's homes to a private company, with 31 in favour and 22 against.", ("councillors", "supports", "selling the borough's homes to a private company")),
    ("Council leaders are at odds with ministers over plans to ring-fence the grant for carers.", ("council leaders", "opposes", "ring-fencing the grant for carers")),
    ("Plans to move the clinic to Station Road have been thrown out by councillors.", ("councillors", "opposes", "moving the clinic to Station Road")),
    ("Crews have threatened to walk out if the council goes ahead with a cut in fees.", ("crews", "opposes", "cut in fees")),
    ("The royal college has dropped its opposition to nurse prescribing.", ("royal college", "supports", "nurse prescribing")),
    ("Northshire council has agreed to consult on plans to charge for day care.", ("Northshire Council", "supports", "charging for day care")),
    ("A leading think-tank has urged ministers to abolish the care levy.", ("leading think-tank", "supports", "abolishing the care levy")),
    ("The majority of GPs would like to see primary care groups scrapped.", ("majority of GPs", "supports", "scrapping primary care groups")),
    ("Hospital bosses had hoped to merge the two trusts by April.", ("hospital bosses", "supports", "merging the two trusts")),
    ("The Employers' Confederation said there was no question of imposing regional pay on trusts.", ("Employers' Confederation", "opposes", "imposing regional pay on trusts")),
    ("A proposal that doctors should be allowed to charge patients for missed visits has been rejected by the Patients' Council.", ("Patients' Council", "opposes", "charging patients for missed visits")),
])
def test_a_plain_item_gives_its_statement(nlp, text, wanted):
    assert wanted in read(nlp, text)


@pytest.mark.parametrize("text, who, stances", [
    (TEST + "Campaigner Ruth Amis described the decision as a disgrace.", "Ruth Amis", {"supports"}),
    ("The Mental Health Forum said the government should abandon the target of halving the number of beds.", "the government", set()),
    ("The council agreed to delay a decision on the closure of the home until the autumn.", "council", set()),
    ("The proposed inspectorate has divided opinion, with charities in favour and unions against.", "proposed inspectorate", set()),
    ("The council plans to merge the two trusts. Asked whether he would support a merger, the chief executive said: \"Over my dead body.\"", "chief executive (anonymous)", {"opposes"}),
    ("Whitehall sources suggest the chancellor is resisting pressure to bail out the care sector.", "Whitehall sources", set()),
    ("Not everyone is convinced that merging the trusts is a good idea.", "everyone", set()),
    (CLOSURE + "Chief executive Don Peake denied that jobs would be lost.", "Don Peake", set()),
    (CLOSURE + "Colin Ames said he would resign rather than vote for the closure.", "Colin Ames", {"opposes"}),
    ("Councils have been told to consider sharing chief executives with their neighbours.", "councils", set()),
    ("Unions have threatened industrial action over the transfer of the homes.", "unions", {"opposes"}),
    ("The shadow health secretary has pledged to abolish the care levy if Labour wins the election.", "shadow health secretary (anonymous)", {"supports"}),
    ("Trusts will get new powers. Charities have given a lukewarm response to the government's plans for a children's trust in every area.", "the government", {"supports"}),
    ("Carers oppose the cap. The charity said the cap could work, but only if carers were exempt.", "charity", {"conditional"}),
])
def test_who_takes_which_side(nlp, text, who, stances):
    assert {stance for name, stance in sides(nlp, text) if name.lower() == who.lower()} in (stances, *([set()] if stances == {"supports"} else []))


def test_a_review_of_a_thing_is_not_the_thing(nlp):
    found = read(nlp, "Campaigners have called for an urgent review of the benefit cap. A government spokesman said: \"The cap encourages people into work.\"")
    assert not [s for s in found if s[0] != "campaigners" and "review" in s[2]]


def test_a_sponsor_is_for_his_bill_whatever_he_complains_of(nlp):
    found = sides(nlp, "A bill to outlaw discrimination against carers has cleared its first hurdle.\n\nIts sponsor, Lord Quinn, said carers had been ignored for too long.\n\nBusiness groups said it would add to red tape.")
    assert ("Quinn", "supports") in found and ("Quinn", "opposes") not in found


def test_who_is_backed_by_another_is_agreed_with(nlp):
    assert ("Residents' Association", "opposes") in sides(nlp, CLOSURE + "Ann Lee said the closure was wrong. She was backed by the Residents' Association.")


def test_words_of_the_reporter_belong_to_nobody_who_speaks_later(nlp):
    found = read(nlp, "Children's charities have welcomed the government's plans for a children's trust in every area.\n\nSave Childhood said trusts could work.")
    assert ("the government", "conditional") not in {s[:2] for s in found}

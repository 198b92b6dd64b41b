"""Turns of phrase of plain news, each read end to end: owners of motions, effects feared, second thoughts, what a label need not say."""
from __future__ import annotations

import pytest
from test_plain_news import read

PORT = "The board plans to move the ward. "


@pytest.mark.parametrize("text, wanted", [
    ("A Liberal Democrat motion to annul the regulations was lost by a single vote on Tuesday. The regulations would ban ferries at night.", ("Liberal Democrats", "supports", "annulling the regulations")),
    ("Ministers plan to abolish the regulator. A Labour amendment to keep it was defeated.", ("Labour Party", "opposes", "abolishing the regulator")),
    ("The council sought to close the library, but villagers fought to save it.", ("villagers", "opposes", "closing the library")),
    ("The trust plans to merge its two hospitals. Unions fear job losses.", ("unions", "opposes", "merging its two hospitals")),
    (PORT + "Nurses asked the board to think again about moving it to Tenby.", ("nurses", "opposes", "moving the ward")),
    (PORT + "Patients' groups urged a rethink.", ("patients' groups", "opposes", "moving the ward")),
    ("Midwives supported home births and better pay but opposed closing the unit.", ("midwives", "opposes", "closing the unit")),
    ("The proposals, which would see four trusts become one, have been condemned by staff and welcomed by the health authority.", ("staff", "opposes", "four trusts becoming one")),
    ("The proposals, which would see four trusts become one, have been condemned by staff and welcomed by the health authority.", ("health authority", "supports", "four trusts becoming one")),
    ("Alcohol Watch has come down against a change in the law.", ("Alcohol Watch", "opposes", "change in the law")),
    ("Labour would scrap the levy on ferries within a year, Tom Reed said.", ("Labour Party", "supports", "scrapping the levy on ferries within a year")),
    ("A Labour government would scrap the levy on ferries, Tom Reed, the shadow transport minister, said. The CBI backs the levy.", ("CBI", "opposes", "Labour government scrapping the levy on ferries")),
    ("Plans to hand the port to councils have been published. The Department of Health said that it had no intention of delaying them.", ("Department of Health", "supports", "handing the port to councils")),
    ("A merger of the two ports has been put on hold after skippers objected.", ("skippers", "opposes", "merger of the two ports")),
    ("A merger of the two ports has been put on hold. Brian Mottram, of the county council, said he was delighted by the pause.", ("Brian Mottram", "opposes", "merger of the two ports")),
    ("The charity backs a single ticket. The Skippers' Association is also supportive, although its president, Neil Hart, said the scheme would only work if crews were trained together.", ("Neil Hart", "conditional", "single ticket")),
    ("Plans for a joint harbour trust have been published. Roy Dent, the council leader, said the current system was failing skippers.", ("Roy Dent", "supports", "joint harbour trust")),
    ("Ministers have defended harbour targets. Caroline Mead, for the Conservatives, promised that a Conservative government would abolish targets altogether.", ("Caroline Mead", "supports", "Conservative government abolishing targets altogether")),
    ("The Skippers' League opposes the imposition of national targets on ports. It says they would stifle trade. The ports minister, Alan Frobisher, rejected its argument.", ("Alan Frobisher", "supports", "imposition of national targets on ports")),
    ("Age Concord has thrown its weight behind proposals for a single ticket.", ("Age Concord", "supports", "single ticket")),
    ("Directors of the ports are against the move of pilots to councils.", ("directors of the ports", "opposes", "move of pilots to councils")),
    ("Sally Groom, of Age Concord, urged the government to go further by giving carers a legal right to a break.", ("Sally Groom", "supports", "giving carers a legal right to a break")),
    ("Plans for England's first children's ferry have run into opposition from head teachers.", ("head teachers", "opposes", "first children's ferry")),
    ("Plans to close Ashdown hospital have split the town. West Ridge primary care trust says that the hospital is unsafe.", ("West Ridge Primary Care Trust", "supports", "closing Ashdown hospital")),
    ("Plans to close Ashdown hospital have split the town. Ridge county council has refused to sign up.", ("Ridge County Council", "opposes", "closing Ashdown hospital")),
    ("Ann Lee, of the Pilots' Federation, said the old tariff was demeaning and should have been scrapped years ago.", ("Ann Lee", "supports", "scrapping old tariff years ago")),
    ("Plans to close the pool have been published. Sir Peter Gale, the council leader, insisted swimmers had nothing to fear.", ("Peter Gale", "supports", "closing the pool")),
    ("Councillors in Durwick have voted by 34 to 12 to transfer their pilots to a new trust.", ("councillors in Durwick", "supports", "transferring their pilots to a new trust")),
    ("The Fabric Institute has called for the abolition of port boards in a report published today. The Ports Forum has backed the report.", ("Ports Forum", "supports", "abolition of port boards")),
    ("Bosses have ditched plans to set up a joint board. Dr Olu Adeyemi, a pilot, described the decision to drop the board as \"deeply disappointing\".", ("Olu Adeyemi", "supports", "board")),
    ("Camford is to set up ferry trusts. Dr Evan Price, of the Pilots' League, said ferry trusts were a takeover by stealth and called for them to be put on hold.", ("Evan Price", "opposes", "Camford setting up ferry trusts")),
    ("Camford is to pool its budget. Moses Adu, secretary of the Pilots' League, said that the league was not against pooling in principle.", ("Moses Adu", "conditional", "Camford pooling its budget")),
    ("The council will close the swimming pool. Lord Hugh Marsh, who led the revolt, said common sense would prevail.", ("Hugh Marsh", "opposes", "council closing the swimming pool")),
    ("Ministers want to create ferry trusts. Ann Lee, of the Pilots' League, urged ministers to call a halt.", ("Ann Lee", "opposes", "creating ferry trusts")),
    ("The ministry is looking at handing the piers to a private firm.", ("ministry", "conditional", "handing the piers to a private firm")),
])
def test_a_turn_of_phrase_gives_its_statement(nlp, text, wanted):
    assert wanted in read(nlp, text)


@pytest.mark.parametrize("text", [
    "The Public Data Bill, which would let departments pool records, has been welcomed by the commissioner.",
    "Ann Lee called the three-year moratorium a mistake.",
])
def test_what_has_a_name_or_words_of_its_own_keeps_them(nlp, text):
    assert {"Public Data Bill", "three-year moratorium"} & {label for _, _, label in read(nlp, text)}


def test_who_would_keep_what_is_not_said_to_end_takes_no_side_by_it(nlp):
    text = "Health boards in the north would be rolled into one. \"We fought for this board and we will fight to keep it,\" said Ann Lee, a patient."
    assert not [label for who, stance, label in read(nlp, text) if (who, stance) == ("Ann Lee", "supports") and "rolling" in label]


def test_a_body_that_is_told_what_to_do_and_a_person_who_is_backed_are_no_plans(nlp):
    assert not [label for _, _, label in read(nlp, "Port trusts should stop trying to take over the ferries, Ann Lee of the Pilots' League has warned.") if label == "Port trusts"]
    assert not [label for _, _, label in read(nlp, "The council will merge the piers. Bill Smith, who chairs its panel, backed his director.") if "director" in label]


def test_whom_something_leaves_unhappy_is_not_who_did_it(nlp):
    found = read(nlp, "The council will close the swimming pool. Ann Lee, its leader, told swimmers why, but left her audience unhappy.")
    assert ("Ann Lee", "opposes") not in [(who, stance) for who, stance, _ in found]


def test_a_fear_for_itself_is_about_no_plan(nlp):
    assert read(nlp, "Farmers fear a dry summer.") == []

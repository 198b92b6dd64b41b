"""Turns of the local and trade press, each read end to end: names for a plan, pointers to it, conditions, sides told in passing."""
from __future__ import annotations

import pytest
from test_plain_news import read

PORT = "The board plans to move the ward. "
MOVE = "Bosses in Durwick want to hand the running of two ports to the council in a move that unions have branded \"back-door privatisation\". "


@pytest.mark.parametrize("text, wanted", [
    (MOVE, ("unions", "opposes", "handing the running of two ports to the council")),
    (MOVE + "The plan was a win for everybody, Rob Vine said.", ("Rob Vine", "supports", "handing the running of two ports to the council")),
    ("MPs have called on the government to scrap plans to fine councils for late ferries.", ("MPs", "opposes", "fining councils for late ferries")),
    ("The council has decided to close the pier at Tenby. Anglers were jubilant. Shopkeepers are less so.", ("shopkeepers", "opposes", "closing the pier at Tenby")),
    ("Campaigners have condemned a decision to close the ferry terminal at Thornley. The closure was recommended by a panel of engineers.", ("panel of engineers", "supports", "closing the ferry terminal at Thornley")),
    (PORT + "Some nurses say it will mean more paperwork.", ("some nurses", "opposes", "moving the ward")),
    (PORT + "The nurses' college gave a guarded welcome.", ("nurses' college", "conditional", "moving the ward")),
    (PORT + "Ann Lee, a patient, had yet to be persuaded.", ("Ann Lee", "conditional", "moving the ward")),
    (PORT + "Tom Hill, the chairman, said there was no going back.", ("Tom Hill", "supports", "moving the ward")),
    ("The board plans a merger of its ports. Ian Moss called for the merger to be put on hold until a replacement was found.", ("Ian Moss", "opposes", "merger of its ports")),
    ("The health secretary has ordered a review after the Port Directors' Association complained that merging budgets would penalise small ports.", ("Port Directors' Association", "opposes", "merging budgets")),
    ("Eve Marsh, the ports minister, told directors that shared budgets were the future.", ("Eve Marsh", "supports", "shared budgets")),
    ("Ministers plan to abolish harbour boards. The ports minister, Lord Hask, told peers that the boards were \"toothless\".", ("Hask", "supports", "abolishing harbour boards")),
    ("Pilots' leaders are threatening industrial action over plans to put them under the control of the coastguard.", ("pilots' leaders", "opposes", "putting them under the control of the coastguard")),
    ("Council leaders have rejected proposals that the coastguard should take over pilots. The Harbours Association said that the idea, floated by the thinktank Tideline, would be a \"recipe for chaos\".", ("Harbours Association", "opposes", "coastguard taking over pilots")),
    ("Ministers plan shared budgets. Among the critics of the plan are Bo Reed, a pilot, and Carl Dunn.", ("Carl Dunn", "opposes", "shared budgets")),
    ("Ministers plan shared budgets. A leading opponent of the plan is Bo Reed, who runs the union.", ("Bo Reed", "opposes", "shared budgets")),
    ("The Heads' Alliance was less keen on a phone ban.", ("Heads' Alliance", "opposes", "phone ban")),
    ("Half of the ports wanted the power to veto shipping plans.", ("half of the ports", "supports", "power to veto shipping plans")),
])
def test_a_turn_of_the_local_press_gives_its_statement(nlp, text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in read(nlp, text)


@pytest.mark.parametrize("text, who", [
    ("The plan to privatise the ferry is dead. It was killed not by Labour, nor by the unions, but by eleven quiet men.", "unions"),
    ("A plan to replace hot dinners with frozen ones has been called 'a microwave on the state' by Age Alliance.", "Age Alliance"),
    ("Ministers plan shared budgets. Bo Reed is a former critic of the plan.", "Bo Reed"),
])
def test_who_did_not_say_so_holds_nothing(nlp, text: str, who: str) -> None:
    assert who not in {speaker for speaker, _, _ in read(nlp, text)}

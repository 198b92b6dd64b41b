"""Turns of the trade press, each read end to end: whose voice it is, what is voted on, and what is only supposed."""
from __future__ import annotations

import pytest
from test_plain_news import read

from kg.model import Article
from kg.pipeline.extract import annotate, doc_of
from kg.pipeline.stance import statements

LEVY = "The Pilots' League opposes the ferry levy. Its president, Roy Hay, said that it was unfair. "
CLOSURE = "Skippers oppose the closure of the three lighthouses. "


def bodies(nlp, text: str) -> list[tuple[str, str | None]]:
    """Speaker and organisation of each statement."""
    return [(s.speaker, s.organisation) for s in statements(annotate(doc_of(nlp, Article("a", text, date="2010-01-01"))))]


@pytest.mark.parametrize("text, wanted", [
    (LEVY + "\n\nOne ferry captain was less gloomy. \"I back the levy,\" he said.", ("ferry captain (anonymous)", "supports", "ferry levy")),
    (CLOSURE + "Local MP Ann Lee said that the inquiry was a farce. The Conservative added: \"I am against this closure.\"", ("Ann Lee", "opposes", "closure of the three lighthouses")),
    (CLOSURE + "Ann Lee, who sits on the harbour board, was unmoved. \"I support the closure,\" said the Labour councillor.", ("Ann Lee", "supports", "closure of the three lighthouses")),
    (CLOSURE + "A Department of Transport spokesman said that it supported the closure.", ("Department of Transport", "supports", "closure of the three lighthouses")),
    (CLOSURE + "The transport secretary, Ann Lee, is away. A spokeswoman for her department defended the closure.", ("Department for Transport", "supports", "closure of the three lighthouses")),
    ("The chief executive of one of the largest ports has attacked the levy. Tom Hill, chief executive of Sand Ports, backed it.", ("chief executive (anonymous)", "opposes", "levy")),
    ("Age UK and Carers Trust are more supportive, saying the merger is the only show in town.", ("Age UK", "supports", "merger")),
    ("The council plans the transfer of pilots to a trust. Councillors voted to delay the transfer. Ann Lee said she was disappointed by the vote.", ("Ann Lee", "supports", "transfer of pilots")),
    ("The ferries are to merge. Ann Lee said that she neither backed nor opposed the merger.", ("Ann Lee", "neutral", "merger")),
    ("Ministers have said that they will not approve port mergers that do not have the support of pilots.", ("ministers", "conditional", "port mergers")),
    ("Both charities said that the lighthouses should not close before the beacons were in place.", ("both charities", "conditional", "lighthouses closing")),
    ("Ann Lee said it was wrong that skippers should pay for the lighthouse.", ("Ann Lee", "opposes", "skippers paying for the lighthouse")),
    ("The board will set up a merged fund. The Pilots' League, which speaks for small ports, has called for the merged fund to be put on hold.", ("Pilots' League", "opposes", "board setting up a merged fund")),
    (CLOSURE + "The mayor, Ann Lee, also wants the lighthouses to stay open.", ("Ann Lee", "opposes", "closure of the three lighthouses")),
    ("The ferries are to merge. \"We are not against the merger in itself,\" Ann Lee said, \"but we are against doing it on the back of an envelope.\"", ("Ann Lee", "conditional", "merger in itself")),
])
def test_a_turn_gives_its_statement(nlp, text, wanted):
    assert wanted in read(nlp, text)


@pytest.mark.parametrize("text, wanted", [
    ("But Unite's national officer for ports, Ann Lee, said the deal was a disaster.", ("Ann Lee", "Unite")),
    ("Ann Lee, interim chair of the combined authority, hailed the deal.", ("Ann Lee", "combined authority")),
    ("Ann Lee, secretary of Harbury local pilotage committee, opposed the merger.", ("Ann Lee", "Harbury local pilotage committee")),
    ("The scrutiny committee has referred the closures to the inquiry panel. Its chairman, Ann Lee, opposed the closures.", ("Ann Lee", "scrutiny committee")),
])
def test_a_post_is_held_in_the_body_that_the_words_tell(nlp, text, wanted):
    assert wanted in bodies(nlp, text)


@pytest.mark.parametrize("text, unwanted", [
    (LEVY + "\n\nOne ferry captain was less gloomy. \"I back the levy,\" he said.", ("Roy Hay", "supports", "ferry levy")),
    ("The Pilots' League, which speaks for small ports, has called for the fund to be put on hold.", ("Pilots' League", "supports", "small ports")),
    ("The ferries are to merge. \"We are now being asked to underwrite port deficits,\" said Ann Lee.", ("Ann Lee", "supports", "underwriting port deficits")),
    ("Ann Lee said the deal could be good news if the ports could agree on which lighthouses should close.", ("ports", "supports", "lighthouses closing")),
    (CLOSURE + "Ann Lee said automation was \"a fine idea with no crew behind it\".", ("automation", "supports", "closure of the three lighthouses")),
    ("The ferries are to merge. \"It beggars belief that a minister who preaches thrift should now be reaching for the cheque book,\" said Ann Lee.", ("Ann Lee", "supports", "minister reaching for the cheque book")),
])
def test_what_nobody_holds_gives_none(nlp, text, unwanted):
    assert unwanted not in read(nlp, text)


@pytest.mark.parametrize("text, wanted", [
    ("Tom Hill, who runs the port, wrote to the minister to ask for an exemption from the merger. The request is supported by Torridge council.", ("Torridge Council", "supports", "exemption from the merger")),
    ("Ann Lee wants the government to publish a single set of port charges, a demand which has been backed by the Pilots' League.", ("Pilots' League", "supports", "publishing a single set of port charges")),
    ("Skippers are watching the merger closely. One, who asked not to be named, told the Mail that the merger was \"a leap in the dark\".", ("skipper (anonymous)", "opposes", "merger")),
    ("The Department of Transport denied that it had a preferred model for the merger. \"It's for the PPAs to decide on the merger,\" a spokesperson said.", ("Department of Transport", "neutral", "merger")),
    ("The board plans to merge the ports. Ann Lee said that she could not put her name to \"the biggest giveaway of assets since the sale of the railways\".", ("Ann Lee", "opposes", "merging the ports")),
    ("Trust to take over pilots\n\nThe deal was approved by the board.", ("board", "supports", "taking over pilots")),
    ("The Pilots' League and Open Tide back the levy.\n\nThe league's president, Ann Lee, said that the levy was right. \"If you sail the Open Tide group pays,\" she said. The organisation supports the closure of the port.",
     ("Pilots' League", "supports", "closure of the port")),
])
def test_what_was_asked_or_named_before_is_meant(nlp, text, wanted):
    assert wanted in read(nlp, text)


@pytest.mark.parametrize("text, wanted", [
    ("The Association of Pilots dislikes the merger. Its England manager, Ann Lee, opposed the merger.", ("Ann Lee", "Association of Pilots")),
    ("Ann Lee, who chairs the younger skippers' network of the Association of Pilots and Lighthouse Keepers, backed the merger.", ("Ann Lee", "Association of Pilots and Lighthouse Keepers")),
])
def test_a_part_of_a_body_is_no_body_of_its_own(nlp, text, wanted):
    assert wanted in bodies(nlp, text)


@pytest.mark.parametrize("text", [
    "Every port must set out how it intends to shut its pilot station.",
    "\"I've got a director of pilotage on my board,\" said Ann Lee. The ports are to merge.",
])
def test_how_and_where_take_no_side(nlp, text):
    assert not [one for one in read(nlp, text) if one[0] != "ports" and "station" in one[2] or one[0] == "Ann Lee"]


@pytest.mark.parametrize("text, wanted", [
    ("The board plans to merge the ports. Ann Lee said it was worth trying.", ("Ann Lee", "supports", "merging the ports")),
    ("The board plans to merge the ports. Ann Lee rejected claims that safety would suffer.", ("Ann Lee", "supports", "merging the ports")),
    ("The ports are to lose their pilots.\n\nCouncillors rejected a last-ditch appeal by pilots to keep the service in public hands.", ("councillors", "opposes", "keeping the service in public hands")),
    ("The league is calling for the next spending round to fund prevention.", ("league", "supports", "next spending round funding prevention")),
    ("The board plans to merge the ports. A spokeswoman for the Department of Transport said local people were best placed to decide.", ("Department of Transport", "neutral", "merging the ports")),
    ("The board plans to merge the ports. The BMA opposes the merger. The association called on the board to go back to the drawing board. The Local Ports Association backs it.", ("BMA", "opposes", "merging the ports")),
    ("The committee voted on Thursday to close the pier, despite warnings that the move would harm anglers.", ("committee", "supports", "closing the pier")),
])
def test_an_idiom_gives_its_statement(nlp, text, wanted):
    assert wanted in read(nlp, text)


@pytest.mark.parametrize("text, unwanted", [
    ("The board plans to impose a duty. Ann Lee feared that private firms would use the duty to demand a share of port contracts.", "private firms"),
    ("The board plans to merge the ports. It was no use waiting for skippers to volunteer, Ann Lee argued.", "skippers"),
    ("The board plans to merge the ports. The union opposes it. The mayor, Ann Lee, spoke of a new age. Her enthusiasm was shared by Open Tide.", "Open Tide"),
])
def test_who_is_only_feared_or_waited_for_holds_nothing(nlp, text, unwanted):
    assert unwanted not in [who for who, _, _ in read(nlp, text)]


@pytest.mark.parametrize("text, wanted", [
    ("Pilot schools should be merged with ports, a think tank close to Downing Street says today.", ("think tank", "supports", "merging pilot schools with ports")),
    ("The board plans to merge the ports. Mind broadly supports the proposals.", ("Mind", "supports", "merging the ports")),
    ("The board plans to merge the ports. The Sanbury Centre is neutral.", ("Sanbury Centre", "neutral", "merging the ports")),
    ("Port bosses have abandoned plans to close the pier. Anglers were jubilant.", ("anglers", "opposes", "closing the pier")),
])
def test_a_short_notice_gives_its_statement(nlp, text, wanted):
    assert wanted in read(nlp, text)


def test_who_dismisses_what_others_foretell_is_not_against_it(nlp):
    text = "The board plans to merge the ports. The authors dismiss suggestions that the reforms would lead to upheaval."
    assert "authors" not in [who for who, side, _ in read(nlp, text) if side == "opposes"]

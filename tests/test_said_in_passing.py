"""Sides told in passing, each read end to end: what one would rather not, hopes that others decide, gapped clauses, papers that hold proposals."""
from __future__ import annotations

import pytest
from test_plain_news import read

MERGE = "Ministers plan to merge ports and coastguard. "
PAPER = "Ports are to be given greater control of pilots under plans expected to be announced by the government in coming days. A paper to be published by ports secretary Alan Frost is thought to include proposals to give ports much greater control of pilots."


@pytest.mark.parametrize("text, wanted", [
    ("The board plans to merge the ports. Some skippers would rather not join up.", ("some skippers", "opposes", "merging the ports")),
    ("The board plans to merge the ports. Ann Lee, the port's manager, believes there is no need to wait for guidance.", ("Ann Lee", "supports", "merging the ports")),
    ("The joint board will begin with ferries, but Mr Hale hopes this will be extended to cover buses and trams.", ("Hale", "supports", "extending to cover buses and trams")),
    (PAPER, ("Alan Frost", "supports", "giving ports much greater control of pilots")),
    (MERGE + "Ann Lee, the director, admits some skippers are worried about 'a coastguard takeover' and coastguard staff worried about a 'ports takeover'.", ("some skippers", "opposes", "coastguard takeover")),
    (MERGE + "Ann Lee, the director, admits some skippers are worried about 'a coastguard takeover' and coastguard staff worried about a 'ports takeover'.", ("coastguard staff", "opposes", "merging ports and coastguard")),
    ("Fees were 'a huge barrier', Ann Lee said. Allowing ports to charge for rescue 'would alter one of the basic principles of the coastguard'.", ("Ann Lee", "opposes", "allowing ports to charge for rescue")),
])
def test_a_side_told_in_passing(nlp, text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in read(nlp, text)


def test_an_unnamed_one_between_dashes_speaks(nlp) -> None:
    text = MERGE + "Port chief executives warned that the plans would cause anger. One - who asked not to be named for fear of offending her mayor - said: 'It makes good sense, but if councils take their ball home it won't work'."
    assert "port chief executive (anonymous)" in {speaker for speaker, _, _ in read(nlp, text)}


def test_commitments_on_a_policy_name_no_plan(nlp) -> None:
    assert [] == read(nlp, "The vision, considered a trailer for Labour's commitments on ports policy, is expected to emphasise the need for closer working.")

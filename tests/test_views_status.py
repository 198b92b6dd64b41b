"""What the pages say of themselves and of the lead question, as data: figures in a table, a voice for each side, changes."""
from __future__ import annotations

from dataclasses import replace

import synthetic

from kg.views.actors import changes
from kg.views.lead import lead, sides, voice
from kg.views.read import rows
from kg.views.site import Site
from kg.views.status import measured


def site(n: int) -> Site:
    return Site(rows(synthetic.dataset(synthetic.corpus(n))))


def test_figures_stand_in_a_table_of_sets_by_measures() -> None:
    table = measured({
        "right (digests)": {"value": 0.8, "source": "gold"}, "found (digests)": {"value": 0.6, "source": "gold"},
        "right (held out)": {"value": 0.4, "source": "gold"}, "speed": {"value": 3.0},
    })
    assert table.columns == ["right", "found", "speed"]
    assert table.rows == [("digests", [0.8, 0.6, None]), ("held out", [0.4, None, None]), ("", [None, None, 3.0])]
    assert table.ranges == [("right", 0.4, 0.8), ("found", 0.6, 0.6), ("speed", 3.0, 3.0)]
    assert table.sources == ["gold"]
    assert measured({}).rows == []


def test_each_side_of_the_lead_is_its_members_and_quotes_one_of_them_taking_it() -> None:
    made = site(80)
    found = lead(made)
    answers = sides(made, found)
    assert [len(side.members) for side in answers] == [len(found.bodies.get("supports", [])), len(found.between), len(found.bodies.get("opposes", []))]
    assert sum(len(side.statements) for side in answers) == len([s for s in found.statements if made.body(s).id not in {r.id for r, _ in found.bodies.get("neutral", [])}])
    for side in answers:
        members = {row.id for row, _ in side.members}
        assert {made.body(s).id for s in side.statements} == members
        if side.voice:
            assert side.voice in side.statements and side.voice.stance == side.name and side.voice.status != "disputed"
    assert any(side.voice for side in answers)


def test_the_voice_is_reviewed_readable_named_and_sure() -> None:
    made = site(10)
    first = replace(made.statements[0], quote="x" * 100, status="machine", mode="direct", confidence=0.5)
    surer, reviewed = replace(first, id="b", confidence=0.9), replace(first, id="c", status="accepted", confidence=0.1)
    disputed, short = replace(first, id="d", status="disputed", confidence=1.0), replace(first, id="e", quote="No.", confidence=1.0)
    assert voice(made, [first, surer, disputed, short]) == surer
    assert voice(made, [first, surer, reviewed]) == reviewed
    assert voice(made, [disputed]) is None


def test_a_body_changes_position_through_whoever_speaks_for_it() -> None:
    made = site(60)
    one = next(s for s in made.statements if s.organisation and s.organisation != s.speaker)
    other = next(s.speaker for s in made.statements if s.speaker not in (one.speaker, one.organisation))
    early = replace(one, id="1", stance="supports", said_on="2001-01-01")
    late = replace(one, id="2", stance="opposes", said_on="2003-01-01", speaker=other)
    assert changes(made, [early, late]) == []
    [found] = changes(made, [late, early], one.organisation)
    assert (found.first, found.last) == (early, late)
    assert changes(made, [early, replace(late, said_on="2001-01-01")], one.organisation) == []


def test_somebody_who_speaks_once_for_a_body_and_once_for_nobody_changes_position() -> None:
    made = site(60)
    one = next(s for s in made.statements if s.organisation and s.organisation != s.speaker)
    early = replace(one, id="1", stance="supports", said_on="2001-01-01", organisation=None)
    late = replace(one, id="2", stance="opposes", said_on="2003-01-01")
    [found] = changes(made, [late, early])
    assert (found.first, found.last) == (early, late)


def test_what_a_body_says_by_nobody_stands_beside_what_a_person_says() -> None:
    made = site(60)
    one = next(s for s in made.statements if s.organisation and s.organisation != s.speaker)
    assert changes(made, [one, replace(one, id="1", speaker=None), replace(one, id="2", organisation=None)]) == []

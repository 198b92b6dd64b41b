"""report.md says who stands where, who changed, and what was left out."""
from __future__ import annotations

import dataclasses

from kg.build.report import changes, report
from kg.model import Proposal, Skipped, SpeakerKind, Stance, Statement

FIRST = Statement(
    id="1", article="a", start=0, end=3, quote="No.", speaker="Ann Lee", speaker_id="ann-lee", speaker_kind=SpeakerKind.PERSON, stance=Stance.OPPOSES,
    proposal="levy", proposal_text="the levy", mode="direct", cue="said", rule="cue", organisation="Tram | Board", said_on="2001-01-01")
LATER = dataclasses.replace(FIRST, id="2", article="b", stance=Stance.SUPPORTS, said_on="2002-01-01")
COUNTS = {"articles": 2, "skipped": 1, "attributions": 5, "statements": 2, "articles_with_statements": 2}


def test_a_change_is_two_dated_stances_that_differ() -> None:
    assert [(FIRST, LATER)] == changes([LATER, FIRST])
    assert [] == changes([FIRST, dataclasses.replace(LATER, said_on=None)])


def test_what_people_decided_is_told_with_what_came_of_it() -> None:
    from test_review_proposals import METERS, PIPES, PROPOSALS, SAID, SCHEME, decided

    from kg.review.proposals import apply

    applied = apply(SAID, PROPOSALS, [decided("same", METERS, PIPES), decided("same", Proposal("x-gone", "gone"), PIPES)], SCHEME)
    text = report([FIRST], [], [], [], [], COUNTS, applied)
    assert "## Decided by people" in text and "Ann says that 'water meters' is 'new pipes'\n" in text and "(nothing here is about it)\n" in text
    assert "Decided by people" not in report([FIRST], [], [], [], [], COUNTS, apply(SAID, PROPOSALS, []))


def test_the_report_names_positions_changes_and_what_was_skipped() -> None:
    text = report([FIRST, LATER], [Proposal("levy", "a tram levy")], [Skipped("x.pdf", "is locked")], [], ["Lee?"], COUNTS)
    assert "### a tram levy\n\n- For: Ann Lee (Tram \\| Board)\n- Against: Ann Lee (Tram \\| Board)" in text
    assert "opposes (2001-01-01, a), then supports (2002-01-01, b)" in text
    assert "x.pdf: is locked" in text and "- Lee?" in text

"""Decisions about proposals on a linked corpus: merged, renamed, split, taken back; nobody's statement is lost."""
from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from linking_examples import said

from kg.model import Proposal
from kg.review.decisions import Concept, Decision, signed
from kg.review.proposals import apply

WELLS, METERS, PIPES = Proposal("wells", "digging public wells", ("public wells",)), Proposal("x-meters", "water meters", ("the meters",), minted=True), Proposal("x-pipes", "new pipes", minted=True)
TRANSPORT = Proposal("water", "public water supply")
SCHEME = {p.id: p for p in (replace(WELLS, broader="water"), TRANSPORT, Proposal("dams", "building dams"))}
SAID = tuple(replace(said(place, who, words), proposal=p.id, proposal_label=p.label) for place, who, words, p in (
    ("a", "Ada Moss", "public wells", WELLS), ("a", "Ben Hart", "the meters", METERS), ("b", "Cy Fox", "the meters", METERS),
    ("b", "Dora Finch", "meters for every home", METERS), ("c", "Eli Low", "new pipes", PIPES)))
PROPOSALS = (TRANSPORT, SCHEME["wells"], METERS, PIPES)


def decided(verdict: str, was: Proposal | Concept, now: Proposal | Concept, by: str = "Ann", **more) -> Decision:
    return signed(Decision("", "2024-05-01T10:00:00Z", by, verdict, Concept(was.id, was.label), Concept(now.id, now.label), **more))


def on(applied) -> list[str]:
    return [statement.proposal for statement in applied.statements]


def test_without_decisions_nothing_changes() -> None:
    applied = apply(SAID, PROPOSALS, [], SCHEME)
    assert (applied.statements, applied.proposals, applied.by_statement) == (SAID, PROPOSALS, {})


def test_two_proposals_become_one_with_all_their_labels() -> None:
    applied = apply(SAID, PROPOSALS, [decided("same", METERS, PIPES, why="one scheme")], SCHEME)
    assert on(applied) == ["wells", "x-pipes", "x-pipes", "x-pipes", "x-pipes"]
    assert [p.id for p in applied.proposals] == ["water", "wells", "x-pipes"]
    assert applied.proposals[-1] == replace(PIPES, alternatives=("meters for every home", "the meters", "water meters"))
    assert "Ann says that 'water meters' is 'new pipes': one scheme" in applied.statements[1].because
    assert [s.id for s in applied.statements] == [s.id for s in SAID] and set(applied.by_statement) == {s.id for s in SAID[1:4]}


def test_a_proposal_that_a_scheme_names_keeps_its_name_there() -> None:
    applied = apply(SAID, PROPOSALS, [decided("same", WELLS, SCHEME["dams"])], SCHEME)
    assert [p for p in applied.proposals if p.id == "dams"] == [replace(SCHEME["dams"], alternatives=("public wells",))]
    assert "wells" not in {p.id for p in applied.proposals} and "water" not in {p.id for p in applied.proposals}


def test_a_new_label_renames() -> None:
    applied = apply(SAID, PROPOSALS, [decided("same", METERS, Concept("x-metering", "metering water"))], SCHEME)
    assert {s.proposal_label for s in applied.statements if s.proposal == "x-metering"} == {"metering water"}


def test_words_are_split_off_everywhere_or_in_one_article() -> None:
    new = Concept("x-m2", "meters in pubs")
    assert on(apply(SAID, PROPOSALS, [decided("split", METERS, new, wording="The  meters")], SCHEME)) == ["wells", "x-m2", "x-m2", "x-meters", "x-pipes"]
    one = apply(SAID, PROPOSALS, [decided("split", METERS, new, wording="the meters", article="b")], SCHEME)
    assert on(one) == ["wells", "x-meters", "x-m2", "x-meters", "x-pipes"]
    assert next(p for p in one.proposals if p.id == "x-meters").alternatives == ("the meters",)
    whole = apply(SAID, PROPOSALS, [decided("split", METERS, new, wording="the meters")], SCHEME)
    assert next(p for p in whole.proposals if p.id == "x-meters").alternatives == ()


def test_split_off_words_may_name_the_new_proposal() -> None:
    applied = apply(SAID, PROPOSALS, [decided("split", METERS, Concept("x-the-meters", "the meters"), wording="the meters")], SCHEME)
    assert on(applied) == ["wells", "x-the-meters", "x-the-meters", "x-meters", "x-pipes"]


def test_a_later_build_with_another_id_is_found_by_the_label() -> None:
    old = Concept("x-an-older-id", "Water meters")
    assert on(apply(SAID, PROPOSALS, [decided("same", old, PIPES)], SCHEME))[1] == "x-pipes"
    assert on(apply(SAID, PROPOSALS, [decided("same", PIPES, old)], SCHEME))[-1] == "x-meters"
    by_other_label = Concept("x-an-older-id", "the meters")
    assert on(apply(SAID, PROPOSALS, [decided("same", PIPES, by_other_label)], SCHEME))[-1] == "x-meters"


def test_what_finds_nothing_and_what_contradicts_is_told_and_not_applied() -> None:
    gone, ann, ben = decided("same", Concept("x-gone", "gone"), PIPES), decided("same", METERS, PIPES), decided("same", METERS, WELLS, "Ben")
    applied = apply(SAID, PROPOSALS, [gone, ann, ben], SCHEME)
    assert applied.statements == SAID
    assert (applied.idle, applied.disputed, applied.applied) == ((gone,), (ann, ben), ())


def test_chains_are_followed() -> None:
    chain = [decided("same", METERS, PIPES), decided("same", PIPES, WELLS)]
    applied = apply(SAID, PROPOSALS, chain, SCHEME)
    assert set(on(applied)) == {"wells"}


CONCEPTS = st.sampled_from([WELLS, METERS, PIPES, SCHEME["dams"], Proposal("x-new", "something new")])


@given(st.lists(st.tuples(CONCEPTS, CONCEPTS, st.sampled_from([None, "the meters", "new pipes"])), max_size=6))
def test_whatever_is_decided_no_statement_is_lost_and_each_is_on_a_proposal_that_is_told(moves) -> None:
    decisions = [decided("split" if words else "same", a, b, wording=words) for a, b, words in moves]
    applied = apply(SAID, PROPOSALS, decisions, SCHEME)
    assert [replace(s, proposal=None, proposal_label=None, because=None) for s in applied.statements] == [replace(s, proposal=None, proposal_label=None, because=None) for s in SAID]
    labels = {p.id: p.label for p in applied.proposals}
    assert all(labels[s.proposal] == s.proposal_label for s in applied.statements)
    assert apply(SAID, PROPOSALS, decisions, SCHEME) == applied

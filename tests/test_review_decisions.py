"""decisions.jsonl: what a line says is what is read, damage is told with its line, and nothing is lost by adding."""
from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ConfigError
from kg.review.decisions import Concept, Decision, Undo, append, from_dict, read, signed, standing, to_dict, unheard

LEVY, FARES = Concept("levy", "a tram levy"), Concept("x-fares", "higher fares")
TEXT = st.text(min_size=1, max_size=20).filter(str.strip)


def same(by: str = "Ann", was: Concept = FARES, now: Concept = LEVY, when: str = "2024-05-01T10:00:00Z", **more) -> Decision:
    return signed(Decision("", when, by, "same", was, now, **more))


@given(TEXT, TEXT, st.none() | TEXT, st.none() | TEXT, st.none() | TEXT)
def test_a_line_says_all_of_a_decision(by: str, label: str, wording: str | None, article: str | None, why: str | None) -> None:
    more = {"wording": wording, "article": article} if wording else {}
    decision = signed(Decision("", "2024-05-01T10:00:00Z", by, "split" if wording else "same", Concept("a", label), LEVY, why=why, **more))
    assert from_dict(json.loads(json.dumps(to_dict(decision)))) == decision


def test_the_id_is_of_what_is_said() -> None:
    assert same().id == same().id
    assert len({same().id, same("Ben").id, same(now=Concept("levy", "a bus levy")).id, same(when="2024-05-02T10:00:00Z").id}) == 4


def test_adding_keeps_every_byte_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    append(path, [same()])
    first = path.read_bytes()
    path.write_bytes(first.rstrip(b"\n"))  # an editor that leaves the last line open
    append(path, [same("Ben")])
    assert path.read_bytes().startswith(first) and read(path) == [same(), same("Ben")]


@pytest.mark.parametrize(("line", "told"), [
    ("{", "decisions.jsonl:2"),
    ("[]", "must be an object"),
    ('{"id": "d-1", "when": "2024", "by": "Ann", "verdict": "maybe"}', "known are same, split, undo"),
    ('{"id": "d-1", "when": "2024", "by": " ", "verdict": "same"}', "'by' must be text"),
    ('{"id": "d-1", "when": "2024", "by": "Ann", "verdict": "same", "was": {"proposal": "a"}, "now": {"proposal": "a", "proposal_label": "b"}}', "'was' must hold"),
    ('{"id": "d-1", "when": "2024", "by": "Ann", "verdict": "split", "was": {"proposal": "a", "proposal_label": "b"}, "now": {"proposal": "a", "proposal_label": "b"}}', "which words"),
    ('{"id": "d-1", "when": "2024", "by": "Ann", "verdict": "undo"}', "which decision it takes back"),
    (json.dumps(to_dict(same())), "stands in line 1 already"),
])
def test_damage_is_told_with_its_line(tmp_path: Path, line: str, told: str) -> None:
    path = tmp_path / "decisions.jsonl"
    append(path, [same()])
    with path.open("a", encoding="utf-8") as stream:
        stream.write(line + "\n")
    with pytest.raises(ConfigError, match=told) as error:
        read(path)
    assert "decisions.jsonl:2" in str(error.value) and "mend the line" in str(error.value) or "take one away" in str(error.value)


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    assert read(tmp_path / "none.jsonl") == []


def test_an_undo_takes_back_and_one_person_may_think_again() -> None:
    first, later = same(), same(now=Concept("x-bus", "a bus levy"), when="2024-06-01T10:00:00Z")
    assert standing([first, later]) == ([later], [])
    back = signed(Undo("", "2024-07-01T10:00:00Z", "Ben", later.id))
    assert from_dict(to_dict(back)) == back
    assert standing([first, later, back]) == ([first], [])


def test_of_two_people_who_disagree_neither_is_followed() -> None:
    ann, ben, other = same(), same("Ben", now=Concept("x-bus", "a bus levy")), same(was=Concept("x-tolls", "tolls"))
    assert standing([ann, ben, other]) == ([other], [ann, ben])
    assert standing([ann, same("Ben")])[1] == []


def test_what_holds_is_not_said_again() -> None:
    assert unheard([same("Ben"), same(now=Concept("x-bus", "a bus levy"))], [same()]) == [same(now=Concept("x-bus", "a bus levy"))]

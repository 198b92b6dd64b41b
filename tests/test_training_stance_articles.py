"""Labelled articles as pairs for the stance reader."""
from __future__ import annotations

import pytest

pytest.importorskip("torch")

from kg.pipeline.speakers import speak
from tests.tagged import attribute, tagged
from training.stance.articles import Heard, heard, pairs, wordings
from training.stance.pairs import CONDITIONAL, NONE, OPPOSES, SUPPORTS

TEXT = "Ann Lee called the toll road a folly. The bridge would do, she said. Tom Shaw backs the bridge. It opened in 1960, said Mo Day."


def _edge(speaker: str, stance: str, label: str, words: str, **more) -> dict:
    at = TEXT.index(words)
    return {"speaker": speaker, "kind": "person", "stance": stance, "label": label, "evidence": [[at, at + len(words)]]} | more


def _heard(speaker: str, words: str) -> Heard:
    at = TEXT.index(words)
    return Heard(speaker, None, words, at, at + len(words))


FOLLY, DO, BACKS, OPENED = "Ann Lee called the toll road a folly", "The bridge would do, she said", "Tom Shaw backs the bridge", "It opened in 1960, said Mo Day"
EDGES = [_edge("Ann Lee", "opposes", "a toll road", FOLLY, mentions=["the toll road"]), _edge("Ann Lee", "conditional", "a bridge", DO), _edge("Tom Shaw", "supports", "a bridge", BACKS)]


def _sides(said: list[Heard], edges: list[dict]) -> set[tuple[str, str, int]]:
    return {(p.proposal, p.words, p.side) for p in pairs(TEXT, said, edges, [], "article-x")}


def test_words_in_the_evidence_of_their_speaker_have_its_side() -> None:
    found = _sides([_heard("Ann Lee", FOLLY)], EDGES)
    assert {("a toll road", FOLLY, OPPOSES), ("the toll road", FOLLY, OPPOSES), ("a bridge", DO, CONDITIONAL), ("a bridge", BACKS, SUPPORTS)} <= found


def test_on_a_proposal_where_the_speaker_has_a_side_elsewhere_nothing_is_said() -> None:
    assert not any(proposal == "a bridge" and words == FOLLY for proposal, words, _ in _sides([_heard("Ann Lee", FOLLY)], EDGES))


def test_words_in_nobodys_evidence_have_none_on_the_main_proposal() -> None:
    assert ("a bridge", OPENED, NONE) in _sides([_heard("Mo Day", OPENED)], EDGES)


def test_words_in_another_speakers_evidence_teach_nothing() -> None:
    assert {p for p in _sides([], EDGES)} == _sides([_heard("Mo Day", FOLLY)], EDGES)


def test_two_sides_in_one_passage_teach_nothing() -> None:
    both = [_edge("Ann Lee", "opposes", "a toll road", FOLLY), _edge("Ann Lee", "supports", "a toll road", FOLLY, optional=True)]
    assert set() == _sides([_heard("Ann Lee", FOLLY)], both)


def test_our_own_wordings_serve_where_they_say_the_same() -> None:
    assert ["a toll road", "the toll road", "building the toll road"] == wordings(EDGES, ["building the toll road", "tax"])["a toll road"]
    assert ["a bridge", "a toll road"] == list(wordings(EDGES, []))


def test_a_clause_holds_the_speaker_the_cue_and_what_lies_between() -> None:
    doc = speak(attribute(tagged("Ann/PROPN/PERSON Lee/PROPN/PERSON called/VERB the/DET road/NOUN a/DET folly/NOUN yesterday/NOUN ./PUNCT"),
                    {"source": "Ann Lee", "cue": "called", "content": "a folly"}))
    (one,) = heard(doc)
    assert ("Ann Lee", "Ann Lee called the road a folly") == (one.speaker, one.words)
    assert "a folly" == doc.text[one.start:one.end]

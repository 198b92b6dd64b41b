"""Pronouns of the labelled articles as examples for the ranker."""
from __future__ import annotations

from kg.pipeline.pronouns import NOBODY
from tests.tagged import attribute, find, tagged
from training.coref.articles import answers, examples

TEXT = "Ann/PROPN Lee/PROPN//nsubj met/VERB Tom/PROPN Shaw/PROPN ./PUNCT | She/PRON//nsubj said/VERB rents/NOUN rise/VERB"


def _edge(doc, speaker: str, kind: str) -> dict:
    return {"speaker": speaker, "kind": kind, "evidence": [[doc.text.index("said"), len(doc.text)]]}


def _doc():
    return attribute(tagged(TEXT), {"source": "She", "cue": "said", "content": "rents rise"})


def test_a_source_pronoun_means_the_person_whose_statement_it_opens() -> None:
    doc = _doc()
    she = find(doc, "She")[0]
    assert {she: "a"} == answers(doc, [_edge(doc, "Ann Lee", "person")], {"a": "Ann Lee", "t": "Tom Shaw"})
    (example,) = examples(doc, [_edge(doc, "Ann Lee", "person")])
    assert "person:ann-lee" == example.rows[example.right][0]


def test_an_unnamed_speaker_is_nobody() -> None:
    doc = _doc()
    assert {find(doc, "She")[0]: NOBODY} == answers(doc, [_edge(doc, "teacher (anonymous)", "anonymous")], {"a": "Ann Lee"})


def test_where_two_holders_share_the_words_nothing_is_learnt() -> None:
    doc = _doc()
    assert {} == answers(doc, [_edge(doc, "Ann Lee", "person"), _edge(doc, "Tom Shaw", "person")], {"a": "Ann Lee", "t": "Tom Shaw"})

"""Pronouns: what may mean whom, and the shipped ranker on plain cases."""
from __future__ import annotations

from kg.pipeline.pronouns import NOBODY, Candidate, agreement, fits, resolve, setting, weights
from tests.tagged import find, tagged


def test_agreement_is_by_the_word() -> None:
    doc = tagged("she/PRON they/PRON its/PRON I/PRON")
    assert ["f", "plural", "thing", ""] == [agreement(token) for token in doc]


def test_a_gender_that_is_known_must_agree() -> None:
    assert fits("f", Candidate("a", "person", "f")) and fits("f", Candidate("a", "person", ""))
    assert not fits("f", Candidate("a", "person", "m")) and not fits("f", Candidate("a", "organisation"))
    assert fits("plural", Candidate("a", "group")) and not fits("thing", Candidate("a", "person"))


def test_weights_are_sorted_and_finite() -> None:
    found = weights()
    assert list(found) == sorted(found)
    assert all(abs(value) < 20 for value in found.values())


def test_she_is_the_woman_not_the_nearer_man() -> None:
    doc = tagged("Ann/PROPN Lee/PROPN//nsubj met/VERB Tom/PROPN Shaw/PROPN ./PUNCT | She/PRON//nsubj smiled/VERB")
    people = [Candidate("ann", "person", "f", [find(doc, "Ann Lee")]), Candidate("tom", "person", "m", [find(doc, "Tom Shaw")])]
    assert "ann" == resolve(doc, setting(doc), people)[6][0]


def test_nobody_named_before_is_nobody() -> None:
    doc = tagged("She/PRON//nsubj smiled/VERB at/ADP Ann/PROPN Lee/PROPN")
    assert NOBODY == resolve(doc, setting(doc), [Candidate("ann", "person", "f", [find(doc, "Ann Lee")])])[0][0]


def test_who_is_barred_is_not_meant() -> None:
    doc = tagged("Tom/PROPN Shaw/PROPN//nsubj spoke/VERB ./PUNCT | He/PRON//nsubj smiled/VERB")
    people = [Candidate("tom", "person", "m", [find(doc, "Tom Shaw")])]
    assert "tom" == resolve(doc, setting(doc), people)[4][0]
    people = [Candidate("tom", "person", "m", [find(doc, "Tom Shaw")])]
    assert NOBODY == resolve(doc, setting(doc), people, barred=lambda token: frozenset({"tom"}))[4][0]


def test_the_subject_just_named_is_meant_rather_than_the_speaker_of_the_paragraph_before() -> None:
    doc = tagged("\"/PUNCT Build/VERB it/PRON ,/PUNCT \"/PUNCT Ann/PROPN Lee/PROPN//nsubj said/VERB ./PUNCT || Eve/PROPN Shaw/PROPN//nsubj voted/VERB no/ADV ./PUNCT | She/PRON//nsubj said/VERB rents/NOUN rise/VERB")
    people = [Candidate("ann", "person", "f", [find(doc, "Ann Lee")]), Candidate("eve", "person", "f", [find(doc, "Eve Shaw")])]
    assert "eve" == resolve(doc, setting(doc), people)[find(doc, "She")[0]][0]

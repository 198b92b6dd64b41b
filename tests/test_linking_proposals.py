"""Wordings and the scheme: labelled wordings as a score with a floor, and what the matcher must never do."""
from __future__ import annotations

import pytest

from kg.linking.features import acronyms
from kg.linking.proposals import Matcher
from kg.linking.scheme import load
from kg.linking.vectors import key, path
from kg.linking.words import meaning, slug, stem, tokens
from kg.pipeline.encoder import embed
from training.evaluate_linking import linking
from training.linking.data import wordings


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(load(), embed)


@pytest.fixture(scope="module")
def by_words() -> Matcher:
    return Matcher(load())


@pytest.mark.parametrize(("half", "floor"), [("dev", 0.86), ("test", 0.83)])
def test_labelled_wordings(matcher: Matcher, half: str, floor: float) -> None:
    figures, errors = linking(matcher, wordings(half))
    assert figures.accuracy >= floor, "\n".join(errors)


@pytest.mark.parametrize(("half", "floor"), [("dev", 0.78), ("test", 0.75)])
def test_labelled_wordings_by_words_alone(by_words: Matcher, half: str, floor: float) -> None:
    figures, errors = linking(by_words, wordings(half))
    assert figures.accuracy >= floor, "\n".join(errors)


def test_every_label_is_linked_to_its_own_concept(by_words: Matcher) -> None:
    for concept in by_words.scheme.concepts.values():
        for label in (concept.label, *concept.alternatives):
            assert concept.id == by_words.match(label).concept


@pytest.mark.parametrize(("one", "other"), [
    ("free personal care", "scrapping free personal care"), ("a cap on care costs", "dropping the cap on care costs"), ("the National Care Service", "not building a National Care Service"),
])
def test_opposite_wordings_are_one_proposal(matcher: Matcher, one: str, other: str) -> None:
    assert matcher.match(one).concept == matcher.match(other).concept


@pytest.mark.parametrize("text", ["", "the", "the plans", "this merger", "???", "1999", "a" * 5000])
def test_nothing_to_go_by_is_no_link(matcher: Matcher, text: str) -> None:
    assert matcher.match(text) is None


def test_an_article_that_names_a_concept_decides_what_the_merger_is(matcher: Matcher) -> None:
    assert matcher.match("the mergers") is None
    assert {"pct-mergers"} >= {link.concept for link in [matcher.match("the mergers", {"pct-mergers"})] if link}


def test_shipped_vectors_hold_every_label() -> None:
    import numpy as np

    with np.load(path()) as stored:
        keys = set(stored["keys"].tolist())
    assert not [text for c in load().concepts.values() for text in (c.label, *c.alternatives) if key(text) not in keys], "run 'python -m training.linking'"


def test_acronyms_come_from_the_labels() -> None:
    found = dict(acronyms(load()))
    assert ("primary care trusts", "better care fund") == (found["pcts"], found["bcf"])


@pytest.mark.parametrize(("text", "expected"), [("merging", "merg"), ("budgets", "budget"), ("services", "servic"), ("bus", "bus"), ("class", "class")])
def test_stem(text: str, expected: str) -> None:
    assert expected == stem(text)


def test_tokens_fold_accents_hyphens_and_thousands() -> None:
    assert ["seamus", "co-operates", "on", "86000", "town", "hall"] == tokens("S\u00e9amus co\u2011operates on \u00a386,000 town hall's")[:6]


def test_meaning_drops_the_stance_and_keeps_the_thing() -> None:
    assert meaning("ban fracking") == meaning("do not ban fracking")
    assert meaning("merge the budgets") != meaning("split the budgets")


@pytest.mark.parametrize(("text", "expected"), [("NHS running social services", "nhs-running-social-services"), ("", "x"), ("\u6771\u4eac", "x67714eac"), ("a" * 100, "a" * 60)])
def test_slug(text: str, expected: str) -> None:
    assert expected == slug(text)


@pytest.mark.parametrize(("text", "expected"), [
    ("creating a National Care Service to stand proudly beside the hospitals", "national-care-service"),
    ("a cap on care costs, which would calm families", "cap-on-care-costs"),
    ("local authorities", None), ("the council", None), ("register", None), ("7 charge", None),
])
def test_heads_and_actors(matcher: Matcher, text: str, expected: str | None) -> None:
    """A reason after the proposal does not hide it, and an actor is no proposal."""
    link = matcher.match(text)
    assert expected == (link.concept if link else None)


def test_a_primary_care_trust_is_not_a_care_trust(matcher: Matcher) -> None:
    assert ("turn", "primar_care_trust", "care_trust") == matcher.index.stems("turning three primary care trusts into care trusts")

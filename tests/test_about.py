"""What a passage is about: the ranker of candidates."""
from __future__ import annotations

import numpy as np
import pytest

from kg.model import Article
from kg.pipeline.about import about, passage, scored, weighed
from kg.pipeline.candidates import candidates
from kg.pipeline.extract import annotate, doc_of
from kg.pipeline.inventory import inventory
from kg.pipeline.parse import load
from kg.pipeline.scene import scene
from kg.pipeline.subject import Subjects, features, subjects

TEXT = (
    "Ferry passengers will pay a fuel levy from May, the harbour board said yesterday.\n\n"
    "The chairman, Ewan Strachan, said the levy would keep the winter boats running.\n\n"
    "The islanders' association is furious. Its secretary, Moira Tulloch, said the board had listened to nobody.\n\n"
    "The board will also repaint the waiting room, which was last done in 1988."
)


@pytest.fixture(scope="module")
def doc():
    return annotate(doc_of(load(), Article(id="ferry", title="Fury over fuel levy on island ferries", text=TEXT)))


@pytest.fixture(scope="module")
def of(doc) -> Subjects:
    return subjects(doc, [list(u.content) for u in scene(doc).utterances.values()])


def test_the_headline_gives_candidates_of_its_own(doc):
    titles = [p.label for p in candidates(doc) if p.headline]
    assert any("fuel levy" in label for label in titles)


def test_a_row_of_features_for_every_candidate(doc, of):
    rows = features(of, [0, 1, 2])
    assert rows.shape[0] == len(of.labels) == of.vectors.shape[0] and np.isfinite(rows).all()


def test_probabilities_add_up(of):
    odds = scored(of, list(range(5, 15)))
    assert odds.min() >= 0 and odds.sum() == pytest.approx(1, abs=1e-4)


def test_what_a_speaker_is_angry_at_is_the_levy_though_he_does_not_name_it(doc, of):
    said = next(u for u in scene(doc).utterances.values() if u.actor is not None and "Tulloch" in u.actor.name)
    chosen = about(of, passage(said))
    assert chosen is not None and "levy" in chosen.label and 0 < chosen.sure <= 1


def test_the_article_s_first_topic_is_what_it_is_about(doc, of):
    topics = weighed(inventory(doc, doc.user_data["proposals"]), of, scene(doc))
    assert "levy" in topics[0].label
    assert [t.weight for t in topics] == sorted((t.weight for t in topics), reverse=True)


def test_nothing_is_chosen_for_no_words(of):
    assert about(of, []) is None


def test_an_article_without_phrases_has_no_subject():
    empty = annotate(doc_of(load(), Article(id="x", title=None, text="He did. She did not.")))
    none = subjects(empty, [])
    assert none.labels == () and about(none, [0]) is None

"""The light tagger's arithmetic gives what crfsuite gives with the same model."""
from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pycrfsuite
import pytest

import drawn
from kg.errors import ModelError
from kg.pipeline import clues, crf, tags
from kg.pipeline.quotes import quote
from training.attribution.light import features, packed

PRIORS = {"says V": 5, "said V": 5}
NAMES = ("run_on", "said_after", "whole_paragraph")


def article(name: str):
    doc = quote(drawn.load(name))
    for token in doc:  # drawn Docs have no fine tags
        token.tag_ = {"VERB": "VB", "PUNCT": "."}.get(token.pos_, "NN")
    return doc


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A CRF of crfsuite that learnt tags drawn by lot on a few drawn articles."""
    trainer, draw = pycrfsuite.Trainer(verbose=False), random.Random(3)
    for name in NAMES[1:]:
        rows = features(article(name), PRIORS)
        for _ in range(3):
            trainer.append(rows, [draw.choice(tags.TAGS) for _ in rows])
    trainer.set_params({"max_iterations": 30})
    path = tmp_path_factory.mktemp("crf") / "raw.crf"
    trainer.train(str(path))
    return path


@pytest.mark.parametrize("name", NAMES)
def test_tags_and_marginals_are_those_of_crfsuite(trained: Path, tmp_path: Path, name: str) -> None:
    np.savez_compressed(tmp_path / "crf.npz", **packed(trained))
    model, doc, ours = pycrfsuite.Tagger(), article(name), crf.load(tmp_path / "crf.npz")
    model.open(str(trained))
    scores, starts = crf.emissions(doc, ours, PRIORS), [span.start for span in doc.spans["paragraphs"]]
    best, shares = tags.decode(scores, starts, np.zeros(7), ours.steps), tags.marginals(scores, starts, ours.steps)
    rows = features(doc, PRIORS)
    for span in doc.spans["paragraphs"]:
        model.set(rows[span.start:span.end])
        assert model.tag() == [tags.TAGS[tag] for tag in best[span.start:span.end]]
        theirs = [[model.marginal(tag, i) for tag in tags.TAGS] for i in range(len(span))]
        assert np.allclose(theirs, shares[span.start:span.end], atol=1e-5)


def test_what_training_never_met_scores_nothing(trained: Path, tmp_path: Path) -> None:
    np.savez_compressed(tmp_path / "crf.npz", **packed(trained))
    model = crf.load(tmp_path / "crf.npz")
    edges = {name: {value: number for value, number in values.items() if value in (clues.BEFORE, clues.AFTER)} for name, values in model.alphabets.items()}
    doc = article("said_after")
    scores = crf.emissions(doc, replace(model, alphabets=edges), PRIORS)
    inner = [i for span in doc.spans["paragraphs"] for i in range(span.start + 2, span.end - 2)]
    assert inner and not scores[inner].any()


def test_without_its_model_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="train it with"):
        crf.load(tmp_path / "crf.npz")

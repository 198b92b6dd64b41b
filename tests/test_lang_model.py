"""The shipped English pipeline: what is in it, what it promises, and a floor under what it reads in invented news."""
from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Article
from kg.pipeline.parse import load, parse, tokens

pytestmark = pytest.mark.model
GOLD = Path(__file__).parent / "data" / "news.conllu"
UD = {
    "nsubj", "obj", "iobj", "csubj", "ccomp", "xcomp", "obl", "vocative", "expl", "dislocated", "advcl", "advmod", "discourse", "aux", "cop",
    "mark", "nmod", "appos", "nummod", "acl", "amod", "det", "clf", "case", "conj", "cc", "fixed", "flat", "compound", "list", "parataxis",
    "orphan", "goeswith", "reparandum", "punct", "ROOT", "dep",
}


def read(nlp, text: str):
    return next(parse(nlp, [Article("a", text)]))


@pytest.fixture(scope="module")
def light():
    """The spaCy pipeline that `fast` loads."""
    return load(fast=True)


def test_they_hold_what_the_later_components_need(nlp, light) -> None:
    assert ["kg_biaffine", "lemmatizer"] == nlp.pipe_names
    assert {"tok2vec", "tagger", "morphologizer", "lemmatizer", "parser", "ner"} <= set(light.pipe_names)
    assert {"PERSON", "ORG", "LOC"} == set(light.get_pipe("ner").labels)


def test_relations_are_those_of_universal_dependencies(light) -> None:
    labels = light.get_pipe("parser").labels
    assert {label.split(":")[0] for label in labels} <= UD
    assert "dobj" not in labels


@pytest.mark.parametrize("text", ["A headline without a stop\n\nThe council met. It agreed", "One\nTwo\n\nThree", "word " * 40 + "\n\nNext."])
def test_a_paragraph_opens_a_sentence(nlp, text: str) -> None:
    doc = read(nlp, text)
    assert all(doc[span.start].is_sent_start for span in doc.spans["paragraphs"])
    assert all(token.sent.start <= token.head.i < token.sent.end for token in doc)


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "  Two  spaces ,\t a tab\nand a wrap. ", "\u201cWell,\u201d she said."])
def test_no_token_is_white_space(nlp, text: str) -> None:
    assert not [token for token in read(nlp, text) if token.is_space]


@pytest.mark.parametrize(("text", "words"), [
    ("It doesn't fit.", "It does n't fit ."),
    ("They can\u2019t and won\u2019t.", "They ca n't and wo n't ."),
    ("a one-off, state-funded co-op", "a one - off , state - funded co-op"),
    ("'It works,' he said.", "' It works , ' he said ."),
    ("They will 'resist'.", "They will ' resist ' ."),
    ("the trust's plan\u2014a bad one\u2014fell", "the trust 's plan \u2014 a bad one \u2014 fell"),
])
def test_words_are_those_of_the_treebanks(nlp, text: str, words: str) -> None:
    assert words.split() == [token.text for token in tokens(nlp, Article("a", text))]


@pytest.mark.parametrize(("text", "lemmas"), [
    ("The councils were opposing the cuts", "the council be oppose the cut"),
    ("She has said that they won't agree", "she have say that they will not agree"),
])
def test_lemmas(nlp, text: str, lemmas: str) -> None:
    assert lemmas.split() == [token.lemma_ for token in read(nlp, text)]


def test_reported_speech_as_a_set(nlp) -> None:
    """Invented sentences of the kinds that matter here: appositions, inverted attributions, quotes of both sorts."""
    from training.evaluate_parser import documents, score
    from training.parser.treebank import read as sentences

    figures = score(nlp, documents(sentences(GOLD, entities=False)), names=False)
    assert figures["sentences"] >= 90
    assert figures["upos"] >= 95
    assert figures["uas"] >= 88
    assert figures["las"] >= 86

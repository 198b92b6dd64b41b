"""Copies of training paragraphs as other papers would print them: single quotes, Mr without a stop, headlines, no capitals."""
from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace

from training.parser.treebank import Paragraph, Sentence, Word

SEED = 7


def varied(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Each paragraph once, some of them changed; the same ones every time."""
    dice = random.Random(SEED)
    for paragraph in paragraphs:
        throw = dice.random()
        if dice.random() < 0.5:
            paragraph = _words(paragraph, _british)
        if any(word.text == '"' for sentence in paragraph for word in sentence.words):
            yield _words(paragraph, _single) if throw < 0.5 else paragraph
        elif throw < 0.06:
            yield tuple(_unstopped(sentence) for sentence in paragraph) if len(paragraph) == 1 else paragraph
        elif throw < 0.09:
            yield _first(paragraph, str.lower)
        elif throw < 0.11:
            yield _words(paragraph, lambda word: replace(word, text=word.text.upper())) if len(paragraph) == 1 else paragraph
        elif throw < 0.13:
            yield _words(paragraph, lambda word: replace(word, text=word.text[:1].upper() + word.text[1:])) if len(paragraph) == 1 else paragraph
        else:
            yield paragraph


def _single(word: Word) -> Word:
    return replace(word, text="'") if word.text in ('"', "''") and word.upos == "PUNCT" else word


def _british(word: Word) -> Word:
    """A title without its full stop, as in `Mr Hale`."""
    titled = word.relation in ("nmod:desc", "compound", "flat") and word.upos == "PROPN" and len(word.text) < 5
    return replace(word, text=word.text[:-1]) if titled and word.text.endswith(".") and word.text[-2:-1].islower() else word


def _words(paragraph: Paragraph, change) -> Paragraph:
    return tuple(replace(sentence, words=tuple(map(change, sentence.words))) for sentence in paragraph)


def _first(paragraph: Paragraph, change) -> Paragraph:
    """The first word of each sentence changed, names and 'I' left alone."""
    changed = []
    for sentence in paragraph:
        word = sentence.words[0]
        if word.upos != "PROPN" and word.text != "I":
            sentence = replace(sentence, words=(replace(word, text=change(word.text)), *sentence.words[1:]))
        changed.append(sentence)
    return tuple(changed)


def _unstopped(sentence: Sentence) -> Sentence:
    """Without its final full stop."""
    last = len(sentence.words) - 1
    if last < 1 or sentence.words[last].text != "." or any(word.head == last for word in sentence.words):
        return sentence
    return replace(sentence, words=sentence.words[:-1])

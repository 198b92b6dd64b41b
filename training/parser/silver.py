"""PolNeAR's text as the teacher reads it, in our own words; a name counts where CoreNLP saw the same one."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from spacy.language import Language

from kg.pipeline.view import view
from training.parser.convert import NAMES, articles
from training.parser.treebank import MISSING, Paragraph, Sentence, Word

Marks = dict[int, str]  # source offset of a character -> the entity CoreNLP saw there


def plain(path: Path, nlp: Language) -> Iterator[tuple[Paragraph, list[str]]]:
    """Each paragraph of a PolNeAR file as one unparsed sentence, and CoreNLP's entity for each of its words."""
    for article in articles(path):
        seen, marks = view(article["text"]), entities(article)
        for start, end in seen.paragraphs:
            doc = nlp.make_doc(seen.text[start:end])
            tokens = [token for token in doc if not token.is_space]
            words = tuple(Word(t.text, "", "", "", "", 0, "", bool(t.whitespace_)) for t in tokens)
            if words:
                yield (Sentence(words, article["id"], True),), [marks.get(seen.offsets[start + t.idx], "O") for t in tokens]


def entities(article: dict[str, Any]) -> Marks:
    """CoreNLP's people, organisations and places, character by character."""
    return {at: NAMES[token[3]] for tokens in article["sentences"] for token in tokens if token[3] in NAMES for at in range(token[0], token[1])}


def agreed(paragraph: Paragraph, other: Sequence[str]) -> Paragraph:
    """The paragraph with entities kept where both saw the same kind at a word; elsewhere nobody is believed.

    A name that is believed in part only is not believed at all.
    """
    words = [word for sentence in paragraph for word in sentence.words]
    doubt = [word.ner[2:] != (label if label != "O" else "") for word, label in zip(words, other)]
    for start, end in _groups(words, other):
        if any(doubt[start:end]):
            doubt[start:end] = [True] * (end - start)
    at, kept = 0, []
    for sentence in paragraph:
        own = tuple(replace(word, ner=MISSING) if doubt[at + i] else word for i, word in enumerate(sentence.words))
        kept.append(replace(sentence, words=own))
        at += len(own)
    return tuple(kept)


def _groups(words: Sequence[Word], other: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Stretches in which every word belongs to a name in one view or the other."""
    start = 0
    for i in range(len(words) + 1):
        if i == len(words) or words[i].ner == "O" and other[i] == "O":
            if i > start:
                yield start, i
            start = i + 1


def known(paragraphs: Iterable[Paragraph | None]) -> list[Paragraph]:
    """Those that the teacher could read."""
    return [paragraph for paragraph in paragraphs if paragraph]

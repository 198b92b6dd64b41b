"""Sentences -> spaCy Docs and .spacy files."""
from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from training.parser.treebank import MISSING, Paragraph

LONGEST = 400  # words of a training Doc; a longer paragraph is cut between sentences


def doc(vocab: Vocab, paragraph: Paragraph) -> Doc:
    """One Doc with everything its words know; entities stay missing where nobody looked for them."""
    words = [word for sentence in paragraph for word in sentence.words]
    starts, heads, at = [], [], 0
    for sentence in paragraph:
        starts += [True] + [False] * (len(sentence.words) - 1)
        heads += [at + word.head for word in sentence.words]
        at += len(sentence.words)
    return Doc(
        vocab,
        words=[word.text for word in words],
        spaces=[word.space for word in words],
        tags=[word.xpos for word in words],
        pos=[word.upos for word in words],
        morphs=[word.feats for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads,
        deps=[word.relation for word in words],
        sent_starts=None,
        ents=[None if word.ner == MISSING else word.ner for word in words],
    )


def pieces(paragraph: Paragraph) -> list[Paragraph]:
    """A paragraph cut between sentences wherever it passes LONGEST words."""
    parts: list[list] = [[]]
    size = 0
    for sentence in paragraph:
        if parts[-1] and size + len(sentence.words) > LONGEST:
            parts.append([])
            size = 0
        parts[-1].append(sentence)
        size += len(sentence.words)
    return [tuple(part) for part in parts]


def write(path: Path, vocab: Vocab, paragraphs: Iterable[Paragraph]) -> int:
    """Write a .spacy file and say how many words it holds."""
    docs = [doc(vocab, part) for paragraph in paragraphs for part in pieces(paragraph)]
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs, store_user_data=False).to_disk(path)
    return sum(map(len, docs))

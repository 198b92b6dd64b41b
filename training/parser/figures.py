"""Figures of a reading against gold of the same words, by spaCy's own scorer: the quick look while training."""
from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.pipeline.dep_parser import parser_score  # type: ignore[import-not-found]
from spacy.scorer import get_ner_prf
from spacy.training import Example
from spacy.vocab import Vocab

from training.parser.corpus import doc
from training.parser.treebank import Paragraph

COLUMNS = {"UAS": "dep_uas", "LAS": "dep_las", "names": "ents_f", "sentences": "sents_f"}  # ours -> spaCy's


def figures(pairs: Iterable[tuple[Paragraph, Paragraph]]) -> dict[str, float]:
    """Per cent for pairs (gold, ours) of paragraphs: attachment without punctuation, F of names and of sentences."""
    vocab = Vocab()
    examples = [Example(doc(vocab, ours), doc(vocab, gold)) for gold, ours in pairs]
    return columns({**parser_score(examples), **get_ner_prf(examples)})


def columns(scores: Mapping[str, float | None]) -> dict[str, float]:
    """Of all that spaCy counts the four columns, in per cent; what nothing could be counted for is 0."""
    return {ours: round(100 * (scores.get(theirs) or 0.0), 1) for ours, theirs in COLUMNS.items()}

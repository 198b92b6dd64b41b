"""The teacher in the pipeline's place: articles -> Docs, so that both are scored by the same code."""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc
from tokenizers import Tokenizer

from kg.model import Article
from kg.pipeline.parse import tokens
from training.parser.teach import label
from training.parser.teacher import Labels, Teacher
from training.parser.treebank import MISSING, Paragraph, Sentence, Word


def read(model: Teacher, known: Labels, pieces: Tokenizer, nlp: Language, articles: Iterable[Article]) -> Iterator[Doc]:
    """Docs as `kg.pipeline.parse.parse` gives them; lemmas from the pipeline's own lemmatizer.

    A paragraph too long for the encoder is read in two halves, and so on.
    """
    for article in articles:
        doc = tokens(nlp, article)
        parts = [part for span in doc.spans["paragraphs"] for part in _parts(doc, span.start, span.end)]
        found = label(model, known, parts, pieces)
        words = [word for i, part in enumerate(parts) for sentence in found.get(i, part) for word in sentence.words]
        starts = [j == 0 for i, part in enumerate(parts) for sentence in found.get(i, part) for j in range(len(sentence.words))]
        yield nlp.get_pipe("lemmatizer")(_doc(doc, words, starts))


def _parts(doc: Doc, start: int, end: int, most: int = 250) -> Iterator[Paragraph]:
    while start < end:
        stop = min(end, start + most)
        words = tuple(Word(t.text, "", "X", "", "", i, "dep", bool(t.whitespace_), MISSING) for i, t in enumerate(doc[start:stop]))
        yield (Sentence(words, "", True),)
        start = stop


def _doc(doc: Doc, words: list[Word], starts: list[bool]) -> Doc:
    first, heads = 0, []
    for i, (word, opens) in enumerate(zip(words, starts)):
        first = i if opens else first
        heads.append(first + word.head)
    made = Doc(doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc], tags=[w.xpos for w in words],
               pos=[w.upos for w in words], morphs=[w.feats for w in words], heads=heads, deps=[w.relation for w in words],
               ents=["O" if w.ner == MISSING else w.ner for w in words])
    made.user_data |= doc.user_data
    made.spans["paragraphs"] = [made[span.start : span.end] for span in doc.spans["paragraphs"]]
    return made

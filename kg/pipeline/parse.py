"""Article -> Doc: the view's words, paragraph by paragraph, through the English pipeline.

What a Doc carries from here on (every later component reads only this and what its own `requires` declares):
- no white-space tokens; a paragraph's first token starts a sentence
- `doc.spans["paragraphs"]`, one span a paragraph
- `doc.user_data["article"]`, the Article, and `doc.user_data["view"]`, the View that leads back to its text
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Stretch

from kg import lang
from kg.errors import ModelError
from kg.model import Article, Span
from kg.pipeline.view import view
from kg.pipeline.weights import unpack


LIGHT = ("tok2vec", "tagger", "morphologizer", "parser", "ner")


@Language.factory("kg_biaffine", default_config={"folder": None}, assigns=["token.tag", "token.pos", "token.morph", "token.dep", "token.head", "token.ent_iob", "doc.ents", "doc.sents"])
def _biaffine(nlp: Language, name: str, folder: str | None):
    from kg.pipeline import biaffine

    return partial(biaffine.read, biaffine.load(Path(folder) if folder else lang.folder("en") / "biaffine"))


def load(where: Path | None = None, *, fast: bool = False) -> Language:
    """The English pipeline: kg_biaffine and lemmatizer, or with `fast` tok2vec, tagger, morphologizer, lemmatizer, parser, ner.

    The shipped one, or the one whose folders `biaffine` and `model` lie in `where`.
    Raises ModelError when the package was installed without its model.
    """
    where = where or lang.folder("en")
    folder = where / "model"
    if not (folder / "config.cfg").is_file():
        raise ModelError(f"{folder}: the English pipeline is missing; install stance-kg again, or train it with 'python -m training'")
    if fast:
        return unpack(spacy.load(folder))
    nlp = spacy.load(folder, exclude=LIGHT)
    nlp.add_pipe("kg_biaffine", first=True, config={"folder": str(where / "biaffine")})
    return nlp


def tokens(nlp: Language, article: Article) -> Doc:
    """The article's Doc before any model has seen it."""
    seen = view(article.text)
    parts = [nlp.make_doc(seen.text[start:end]) for start, end in seen.paragraphs]
    words = [token.text for token in chain.from_iterable(parts)]
    spaces = [bool(token.whitespace_) or token.i == len(part) - 1 for part in parts for token in part]
    starts = [True if token.i == 0 else None for part in parts for token in part]
    if spaces:
        spaces[-1] = False
    doc = Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)
    at, stretches = 0, []
    for part in parts:
        stretches.append(Stretch(doc, at, at + len(part), label="paragraph"))
        at += len(part)
    doc.spans["paragraphs"] = stretches
    doc.user_data["article"] = article
    doc.user_data["view"] = seen
    return doc


def parse(nlp: Language, articles: Iterable[Article]) -> Iterator[Doc]:
    """Docs in the order of the articles."""
    yield from nlp.pipe((tokens(nlp, article) for article in articles), batch_size=16)


def source_span(doc: Doc, start: int, end: int) -> Span:
    """Characters of the article's text that the Doc's tokens [start, end) stand for."""
    last = doc[end - 1]
    return doc.user_data["view"].source(doc[start].idx, last.idx + len(last))

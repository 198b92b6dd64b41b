"""Article -> attributions and statements: every component in its order.

The components are named here and imported on first use; each is a function Doc -> Doc.
"""
from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from kg.model import Article, Attribution, Statement
from kg.pipeline.parse import tokens
from kg.pipeline.stance import statements

# In order; each reads what the ones before it have written.
COMPONENTS = (
    "kg.pipeline.quotes:quote",
    "kg.pipeline.attribution:attribute",
    "kg.pipeline.speakers:speak",
    "kg.pipeline.proposals:proposals",
)


@lru_cache
def components() -> tuple[Callable[[Doc], Doc], ...]:
    """The component functions, imported."""
    found = []
    for name in COMPONENTS:
        module, _, function = name.partition(":")
        found.append(getattr(importlib.import_module(module), function))
    return tuple(found)


def annotate(doc: Doc) -> Doc:
    """A parsed Doc with quotes, attributions, speakers, actors and proposals."""
    for component in components():
        doc = component(doc)
    return doc


def read(doc: Doc) -> tuple[list[Attribution], list[Statement]]:
    """What an annotated Doc holds, in order of place."""
    from kg.pipeline.attribution import attributions

    return attributions(doc), statements(doc)


def extract(nlp: Language, article: Article) -> tuple[list[Attribution], list[Statement]]:
    """The article's attributed utterances and its stance statements, both in order of place; empty lists for an empty text."""
    if not article.text.strip():
        return [], []
    doc = tokens(nlp, article)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return read(annotate(doc))

"""Article -> attributions and statements: every component in its order.

The components are named here and imported on first use; each is a function Doc -> Doc.
"""
from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial

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
)
STANCE = "kg.pipeline.proposals:proposals"


@lru_cache
def _component(name: str) -> Callable[..., Doc]:
    module, _, function = name.partition(":")
    return getattr(importlib.import_module(module), function)


def annotate(doc: Doc, *, fast: bool = False, stances: bool = True) -> Doc:
    """A parsed Doc with quotes, attributions, speakers, actors and, where stances are wanted, proposals.

    `fast` takes the light attribution, which needs no encoder.
    """
    for name in COMPONENTS:
        doc = _component(name)(doc, fast=fast) if name.endswith(":attribute") else _component(name)(doc)
    return _component(STANCE)(doc) if stances else doc


def read(doc: Doc, *, stances: bool = True) -> tuple[list[Attribution], list[Statement]]:
    """What an annotated Doc holds, in order of place."""
    from kg.pipeline.attribution import attributions

    return attributions(doc), statements(doc) if stances else []


def extract(nlp: Language, article: Article, *, fast: bool = False, stances: bool = True) -> tuple[list[Attribution], list[Statement]]:
    """The article's attributed utterances and its stance statements, both in order of place; empty lists for an empty text."""
    if not article.text.strip():
        return [], []
    return read(annotate(doc_of(nlp, article, headline=stances), fast=fast, stances=stances), stances=stances)


def doc_of(nlp: Language, article: Article, *, headline: bool = True) -> Doc:
    """The parsed article; with `headline`, user_data["headline"] parses its title when called, for what an article is about."""
    doc = tokens(nlp, article)
    for _, component in nlp.pipeline:
        doc = component(doc)
    if headline and article.title:
        doc.user_data["headline"] = partial(doc_of, nlp, replace(article, text=article.title), headline=False)
    return doc

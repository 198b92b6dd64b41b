"""Other extractors of quotations, on our parse and with our lemmas: peers to measure, never used by kg.

Each takes a Doc to source, cue and content as lists of [start, end], and raises ImportError where its package is not installed.
"""
from __future__ import annotations

import importlib.util
from collections.abc import Callable, Sequence

from spacy.tokens import Doc, Token

from kg.pipeline.lemmas import lemma
from kg.pipeline.parse import source_span

Extractor = Callable[[Doc], list[dict]]


def textacy(doc: Doc) -> list[dict]:
    """textacy's direct_quotations, paragraph by paragraph, for it refuses what has an odd number of marks."""
    from textacy.extract.triples import direct_quotations

    found = []
    for paragraph in doc.spans["paragraphs"]:
        copy = paragraph.as_doc()
        for token, original in zip(copy, paragraph):
            token.lemma_ = lemma(original)
        try:
            triples = list(direct_quotations(copy))
        except ValueError:
            continue
        found += [_found(doc, paragraph.start, triple) for triple in triples]
    return found


def sayswho(doc: Doc) -> list[dict]:
    """sayswho's quote_finder over the whole article, every mark of two characters given as one, as its own preparation has it."""
    from sayswho.quote_finder import quote_finder

    copy = Doc(doc.vocab, words=['"' if token.text in ("''", "``") else token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc],
               lemmas=[lemma(token) for token in doc], pos=[token.pos_ for token in doc], heads=[token.head.i for token in doc], deps=[token.dep_ for token in doc])
    return [_found(doc, 0, triple) for triple in quote_finder(copy)]


def _found(doc: Doc, offset: int, triple: tuple[Sequence[Token], Sequence[Token], Sequence[Token]]) -> dict:
    """One quotation, whose tokens count from `offset`, in characters of the article."""
    spans = [[list(source_span(doc, offset + part[0].i, offset + part[-1].i + 1))] if len(part) else [] for part in triple]
    return dict(zip(("source", "cue", "content"), spans))


PEERS: dict[str, tuple[Extractor, str]] = {
    "textacy": (textacy, "pip install textacy"),
    "sayswho": (sayswho, "pip install --no-deps sayswho regex"),  # it asks for an older pytest than ours
}


def installed(name: str) -> bool:
    """Whether a peer's package can be imported."""
    return importlib.util.find_spec(name) is not None

"""What is set aside for something else: the words after 'rather than', 'instead of', and after 'to' beneath 'prefer'.

Requires the parse. Writes nothing.
"""
from __future__ import annotations

from spacy.tokens import Token

from kg import lang
from kg.pipeline.cues import Hit
from kg.pipeline.syntax import case, children, lemma


def set_aside(hit: Hit, head: Token) -> list[Token]:
    """The heads of what a holder does not want, behind a cue whose target is `head`; none as a rule."""
    words = lang.table("en", "grammar")["instead"]
    sent = hit.anchor.sent
    found = [_head(token.nbor(2), sent.end) for token in hit.anchor.doc[hit.anchor.i + 1:sent.end - 2] if f"{token.lower_} {token.nbor(1).lower_}" in words]
    if lemma(hit.anchor) == "prefer":
        found += [c for c in (*children(hit.anchor, "obl"), *children(head, "nmod")) if case(c) == "to" and c.i > head.i]
    return found


def _head(word: Token, end: int) -> Token:
    """The noun or verb that the phrase beginning at a word is about."""
    while word.i + 1 < end and word.pos_ in ("DET", "ADJ", "NUM", "ADV"):
        word = word.nbor(1)
    while word.dep_ in ("compound", "amod") and word.head.i > word.i:
        word = word.head
    return word

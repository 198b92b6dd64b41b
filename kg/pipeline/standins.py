"""Common nouns all over an article that mean a body or the holder of a post: "the council", "the home secretary"."""
from __future__ import annotations

from collections.abc import Iterator

from kg.pipeline import holding, nominals
from kg.pipeline.cast import Cast, Mention
from kg.pipeline.lexicon import words
from kg.pipeline.roles import is_role


def standins(cast: Cast) -> Iterator[Mention]:
    """Definite noun phrases outside all names and groups whose actor is plain."""
    doc = cast.doc
    taken = {i for m in cast.mentions for i in range(m.start, m.end)} | {i for g in cast.groups for i in range(g.start, g.end)}
    for token in doc:
        if token.i in taken or token.pos_ not in ("NOUN", "PROPN"):
            continue
        body = token.lower_ in words("organisations", "generic")
        if not body and not is_role(token):
            continue
        if token.i + 1 < len(doc) and (doc[token.i + 1].pos_ in ("NOUN", "PROPN") or doc[token.i + 1].text == "-"):
            continue
        start = token.i
        while start > 0 and doc[start - 1].pos_ in ("NOUN", "PROPN", "ADJ") and start - 1 not in taken:
            start -= 1
        if start == 0 or doc[start - 1].lower_ not in ("the", "its"):
            continue
        key = nominals.body(cast, token.i) if body else holding.holder(cast, start, token.i + 1, token.i)
        if key:
            yield Mention(start, token.i + 1, key, "nominal")

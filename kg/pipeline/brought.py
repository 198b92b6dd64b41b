"""Somebody without a name whom a paragraph brings in: "One trust chief executive was more blunt. 'It's madness,' he said."."""
from __future__ import annotations

from spacy.tokens import Token

from kg.pipeline.answer import Answer
from kg.pipeline.cast import Cast
from kg.pipeline.lexicon import words
from kg.pipeline.phrases import base
from kg.pipeline.pronouns import agreement
from kg.pipeline.sources import resolve as by_words


def brought_in(cast: Cast, token: Token) -> Answer | None:
    """The one without a name who is the subject of the paragraph's first sentence, where "he" or "she" follows and nobody is named since."""
    doc = cast.doc
    here = next((p for p in doc.spans.get("paragraphs", ()) if p.start <= token.i < p.end), None)
    if here is None or agreement(token) not in ("m", "f"):
        return None
    start = here.start + (doc[here.start].pos_ == "CCONJ")
    phrase = base(doc, start, here.end)
    if phrase is None or phrase.opening not in words("pronouns", "introducing") or phrase.end > token.i or not doc[phrase.head].dep_.startswith("nsubj"):
        return None
    unlike = words("pronouns", "women" if agreement(token) == "m" else "men")
    if any(t.lower_ in unlike for t in doc[phrase.start:phrase.end]) or any(m.form == "name" and m.key.startswith("person:") and here.start <= m.start < token.i for m in cast.mentions):
        return None
    answer = by_words(cast, start, phrase.end)
    return answer if answer is not None and answer.key.startswith("anonymous:") else None

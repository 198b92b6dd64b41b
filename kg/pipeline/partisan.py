"""Somebody named just before and then called by his party: "The Conservative added", "said the Labour councillor"."""
from __future__ import annotations

from kg.pipeline.answer import Answer
from kg.pipeline.cast import Cast
from kg.pipeline.lexicon import pairs, words
from kg.pipeline.nominals import subject_like
from kg.pipeline.phrases import Phrase


def member(cast: Cast, phrase: Phrase, start: int, end: int) -> Answer | None:
    """The person who was a subject last in the paragraph, unless he is of another party."""
    doc = cast.doc
    said = [token.lower_ for token in doc[phrase.start:phrase.end]]
    post = said[-1:] if said and said[-1] in words("parties", "posts") else []
    name = " ".join(said[:len(said) - len(post)])
    party = pairs("parties", "parties").get(name)
    if phrase.opening != "the" or party is None or not post and name not in words("parties", "member") or phrase.end < end and doc[phrase.end].text != ",":
        return None
    paragraph = next((p for p in doc.spans.get("paragraphs", ()) if p.start <= start < p.end), None)
    if paragraph is None:
        return None
    last = next((m for m in reversed(cast.mentions) if paragraph.start <= m.start and m.end <= start and m.form == "name" and m.key.startswith("person:") and subject_like(cast, m)), None)
    if last is None:
        return None
    body = cast.actors[last.key].organisation
    other = body in pairs("parties", "parties").values() and body != party
    return None if other else Answer(last.key, phrase.start, phrase.end, "the member of a party who was named just before", 0.8)

"""A quote without words of saying, right after a sentence about somebody: "Bo Reed, who chairs the club, has swum there since 1960. 'It is a disgrace.'"

The taggers hand such a quote to whoever spoke last. It is that somebody's, where he is brought on in that sentence or opens the paragraph.
"""
from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from kg import lang
from kg.pipeline.joining import Group
from kg.pipeline.quotes import closed
from kg.pipeline.syntax import case, child, surface_subject
from kg.pipeline.tags import Chunk

_BACK = 3  # sentences of a paragraph that may tell of him before he is quoted


def introduced(doc: Doc, groups: list[Group]) -> list[Group]:
    """Gives such quotes to the one whom the sentences before them tell of. Needs the parse and the entities."""
    if not doc.has_annotation("DEP"):
        return groups
    for quote in doc.spans["quotes"]:
        if quote.label_ != "quote" or not _sentences(doc, quote):
            continue
        owner = next((group for group in groups if any(chunk.meets(quote.start, quote.end) for chunk in group.content)), None)
        told = _told_of(doc, quote, [chunk for group in groups for chunk in (*group.cue, *group.content) if group is not owner or chunk.role == "cue"])
        if told is None or owner is not None and (_said_beside(doc, owner, quote) or any(_names(doc, source, told) for source in owner.source)):
            continue
        if owner is not None:
            owner.content = [chunk for chunk in owner.content if not chunk.meets(quote.start, quote.end)]
        groups.append(Group(source=[Chunk("source", told.start, told.end)], content=[Chunk("content", quote.start, quote.end)]))
    return [group for group in groups if group.parts]


def _sentences(doc: Doc, quote: Span) -> bool:
    """Whether a quote is sentences of its own, after another sentence of its paragraph."""
    before = doc[quote.start - 1] if quote.start else None
    return before is not None and before.text in (".", "!", "?") and quote.start not in {p.start for p in doc.spans["paragraphs"]} and len(quote) > 4 and closed(quote) and quote[-2].text in (".", "!", "?", "\u2026")


def _said_beside(doc: Doc, owner: Group, quote: Span) -> bool:
    """Whether words of saying after the quote, or in the sentence right before it, claim it: '"It is a disgrace," she said'."""
    before = doc[quote.start - 1].sent.start
    return any(chunk.start >= before for chunk in owner.cue)


def _names(doc: Doc, source: Chunk, told: Span) -> bool:
    """Whether a source already is the one told of."""
    words = {token.lower_ for token in doc[source.start:source.end]}
    return told[-1].lower_ in words


def _told_of(doc: Doc, quote: Span, taken: list[Chunk]) -> Span | None:
    """The person that the sentences before a quote, in its paragraph, are about; None where they are somebody's words."""
    paragraph = next(p for p in doc.spans["paragraphs"] if p.start <= quote.start < p.end)
    at, table = quote.start - 1, lang.table("en", "grammar")
    for _ in range(_BACK):
        if at < paragraph.start:
            return None
        sentence = doc[at].sent
        if any(chunk.meets(sentence.start, sentence.end) for chunk in taken):
            return None
        who = _about(sentence)
        if who is None:
            return None
        if who.ent_type_ == "PERSON":
            named = next(entity for entity in doc.ents if entity.start <= who.i < entity.end)
            new = not any(named[-1].text == token.text for token in doc[:named.start])
            return named if (new or sentence.start == paragraph.start) and not _of_him(quote, doc) else None
        if who.lower_ not in table["third_person"]:
            return None
        at = sentence.start - 1
    return None


def _about(sentence: Span) -> Token | None:
    """Whom a sentence is about: its subject, or who stands in front of it: 'For Ann Lee, who taught there, it is the end'."""
    root = sentence.root
    first = sentence[0].head
    if sentence[0].lower_ == "for" and first.ent_type_ == "PERSON" and case(first) == "for":
        return first
    if root.ent_type_ == "PERSON" and child(root, "cop") is not None:
        return root  # 'Among the critics is Ann Lee'
    return surface_subject(root)


def _of_him(quote: Span, doc: Doc) -> bool:
    """Whether the quoted words are about somebody rather than by him: 'He will be missed'."""
    table = lang.table("en", "grammar")
    own = any(token.lower_ in table["first_person"] for token in quote)
    return not own and any(token.lower_ in ("he", "she", "him", "his", "her") for token in quote)

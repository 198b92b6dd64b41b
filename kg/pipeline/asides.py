"""A source put between commas into what it says: "rents, according to the union, must fall", "rents, says the union, must fall".

Its words are two pieces of one clause, whose predicate stands after it. The taggers often take the first piece for the source or
lose one of the two; the parse knows both.
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from spacy.attrs import DEP, LOWER, ORTH, POS
from spacy.symbols import VERB
from spacy.tokens import Doc, Token

from kg.pipeline.joining import Group, stripped
from kg.pipeline.lexicon import words
from kg.pipeline.syntax import FINITE, children, lemma
from kg.pipeline.tags import Chunk

Stretch = tuple[int, int]
Found = tuple[Stretch, Stretch, Stretch]  # source, cue, and the clause that they stand in
_LONG = 15  # tokens from a verb to the end of its subject
_MARKS = (",", "-", "--", "\u2013", "\u2014")


class Aside(NamedTuple):
    """Source and cue between two marks, and the pieces of content before and after, as token stretches."""

    source: Stretch
    cue: Stretch
    before: Stretch
    after: Stretch


def aside(doc: Doc, groups: list[Group]) -> list[Group]:
    """Sets right the attributions of asides that have not both pieces or take one for the source. Needs the parse."""
    if not doc.has_annotation("DEP"):
        return groups
    for one in asides(doc):
        low, high = one.before[0], one.after[1]
        inside = [group for group in groups if any(low <= chunk.start < high for chunk in group.parts)]
        own = [group for group in inside if any(chunk.meets(*one.cue) for chunk in group.cue)]
        if len(own) > 1 or any(group not in own and group.cue for group in inside) or any(not low <= chunk.start <= chunk.end <= high for group in own for chunk in group.parts):
            continue
        if own and _whole(own[0], one):
            continue
        groups = [group for group in groups if group not in inside]
        groups.append(Group([Chunk("cue", *one.cue)], [Chunk("source", *one.source)], [Chunk("content", *one.before), Chunk("content", *one.after)]))
    return groups


def asides(doc: Doc) -> Iterator[Aside]:
    """Every aside that names a source, in order of place."""
    for token in _candidates(doc):
        found = _according(token) if token.lower_ == "according" else _turned(token) or _says(token)
        if found is None:
            continue
        source, cue, clause = found
        low, high = min(source[0], cue[0]) - 1, max(source[1], cue[1])
        if low < 1 or high >= len(doc) or doc[low].text not in _MARKS or doc[high].text not in _MARKS:
            continue
        before, after = _trimmed(doc, clause[0], low), _trimmed(doc, high + 1, clause[1])
        if before is None or after is None or doc[before[0]].sent != doc[after[0]].sent or doc[source[0]].lower_ in words("pronouns", "first"):
            continue
        yield Aside(source, cue, before, after)


def _candidates(doc: Doc) -> Iterator[Token]:
    """"According" and verbs of speech after a mark, and verbs of speech that the parser sets beside a clause; found in columns, for most words are none."""
    marked, lower, dep, pos = doc.to_array([ORTH, LOWER, DEP, POS]).T
    marks = {doc.vocab.strings[mark] for mark in _MARKS}
    after = np.array([word in marks for word in marked.tolist()], dtype=bool)
    after[1:], after[:1] = after[:-1].copy(), False
    verbs = (pos == VERB) & (after | (dep == doc.vocab.strings["parataxis"]))
    for i in np.flatnonzero(after & (lower == doc.vocab.strings["according"]) | verbs).tolist():
        if not verbs[i] or lower[i] == doc.vocab.strings["according"] or lemma(doc[i]) in words("pronouns", "speaking"):
            yield doc[i]


def _according(token: Token) -> Found | None:
    """"According to" with its noun, which tells of a whole clause wherever the parser hangs it."""
    noun = token.head
    if noun.i < token.i + 2 or token.nbor().lower_ != "to" or noun.head == noun:
        return None
    above = noun.head
    while above.pos_ in ("NOUN", "PROPN", "NUM") and above.head != above and not children(above, "cop"):
        above = above.head
    if above.i < token.i and above.pos_ != "AUX":  # "rents fell, according to the union, as wages rose"
        return None
    return _stretch(token.doc, token.i + 2, noun), (token.i, token.i + 2), (above.left_edge.i, above.right_edge.i + 1)


def _turned(verb: Token) -> Found | None:
    """"Fees, says the union, must fall": a verb between a noun phrase and its own subject, then the rest of the clause, which the parser misreads."""
    doc, sent = verb.doc, verb.sent
    if verb.i <= sent.start + 1 or verb.tag_ not in FINITE or doc[verb.i - 1].text != "," or any(token.tag_ in FINITE for token in doc[sent.start:verb.i - 1]):
        return None
    if verb.i + 1 >= sent.end or doc[verb.i + 1].pos_ in ("ADP", "PART", "SCONJ", "ADV"):
        return None
    for token in doc[verb.i + 2:min(sent.end, verb.i + _LONG)]:
        if token.pos_ in ("VERB", "AUX"):
            return None
        rest = next((t for t in doc[token.i + 1:sent.end] if t.pos_ != "ADV"), None)
        if token.text in _MARKS and doc[token.i - 1].pos_ in ("NOUN", "PROPN", "PRON") and rest is not None and rest.tag_ in FINITE:
            return (verb.i + 1, token.i), (verb.i, verb.i + 1), (sent.start, sent.end)
    return None


def _says(verb: Token) -> Found | None:
    """A verb of speech with its subject and nothing else, and the predicate that it is set into."""
    subjects = children(verb, "nsubj")
    if verb.dep_ != "parataxis" or len(subjects) != 1 or children(verb, "obj", "iobj", "ccomp", "xcomp", "obl"):
        return None
    source = _stretch(verb.doc, subjects[0].left_edge.i, subjects[0])
    low = min([verb.i, *(c.i for c in verb.children if c.dep_.startswith("aux"))])
    clause = verb.head.left_edge.i, verb.head.right_edge.i + 1
    return (source, (low, verb.i + 1), clause) if verb.head.i > max(verb.i, source[1]) and (verb.i + 1 == source[0] or source[1] == low) else None


def _stretch(doc: Doc, start: int, head: Token) -> Stretch:
    end = head.right_edge.i + 1
    while end - 1 > head.i and doc[end - 1].is_punct:
        end -= 1
    return start, end


def _trimmed(doc: Doc, start: int, end: int) -> Stretch | None:
    """A piece without the marks around it, quote marks kept; None where nothing is left."""
    start, end = stripped(doc, start, end)
    return (start, end) if start < end else None


def _whole(group: Group, one: Aside) -> bool:
    """Whether an attribution has content on both sides and its source between."""
    sides = [any(start <= chunk.start < end for chunk in group.content) for start, end in (one.before, one.after)]
    return all(sides) and bool(group.source) and all(one.before[1] <= chunk.start < one.after[0] for chunk in group.source)

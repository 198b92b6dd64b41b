"""What an article is about: its mentions of courses of action, weighed, and what 'the plans' or 'it' point back to.

Requires Mentions in order of the text and the paragraphs.
"""
from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from kg.pipeline.mentions import Mention
from kg.pipeline.wording import containment, likeness, stems

_SAME = 0.5


@dataclass(slots=True)
class Topic:
    """Mentions that say the same. `weight` grows with prominence: headline, lead, repetition."""

    label: str
    stems: frozenset[str]
    mentions: list[Mention]
    weight: float = 0.0


def paragraph_of(doc: Doc) -> list[int]:
    """Paragraph number of each token."""
    number = [0] * len(doc)
    for n, span in enumerate(doc.spans["paragraphs"]):
        for i in range(span.start, span.end):
            number[i] = n
    return number


def _prominence(paragraph: int) -> float:
    return {0: 2.5, 1: 2.0, 2: 1.2}.get(paragraph, 0.6)


def inventory(doc: Doc, mentions: list[Mention]) -> list[Topic]:
    """Topics by falling weight; ties by place."""
    paragraphs = paragraph_of(doc)
    topics: list[Topic] = []
    for m in mentions:
        if m.kind == "pointer" or not m.label or m.strength < 0.5:
            continue
        words = stems(m.label)
        if not words:
            continue
        best = max(topics, key=lambda t: likeness(t.stems, words), default=None)
        worth = _prominence(paragraphs[m.start]) * m.strength
        if best is not None and (likeness(best.stems, words) >= _SAME or containment(best.stems, words) >= 0.99 and len(words & best.stems) >= 2):
            best.mentions.append(m)
            best.weight += worth
        else:
            topics.append(Topic(m.label, words, [m], worth))
    for topic in topics:
        topic.label = max(topic.mentions, key=lambda m: (min(len(stems(m.label)), 6) * m.strength, -m.start)).label
    return sorted(topics, key=lambda t: (-t.weight, t.mentions[0].start))


def resolve(pointer: Mention, topics: list[Topic], doc: Doc) -> tuple[Topic, Mention, str] | None:
    """The topic that a pointer stands for: prominent, lately mentioned, of the same word; and how it was found."""
    if not topics:
        return None
    number = _sentence_numbers(doc)
    here = number[pointer.start]
    top = topics[0].weight
    best: tuple[float, Topic, Mention] | None = None
    for topic in topics:
        before = [m for m in topic.mentions if m.start < pointer.start and not (m.start <= pointer.start < m.end)]
        near = before[-1] if before else topic.mentions[0]
        distance = here - number[near.start] if before else 9
        value = 0.9 * topic.weight / top + 0.9 / (1 + distance) + (0.25 if before and pointer.word and any(m.word == pointer.word for m in before) else 0.0)
        if not before:
            value -= 0.8
        if best is None or value > best[0]:
            best = (value, topic, near)
    assert best is not None
    return best[1], best[2], f"'{doc[pointer.start:pointer.end].text}' points to '{best[1].label}'"


def _sentence_numbers(doc: Doc) -> list[int]:
    cached = doc.user_data.get("sentence numbers")
    if cached is None:
        cached, n = [], -1
        for token in doc:
            n += bool(token.is_sent_start) or token.i == 0
            cached.append(n)
        doc.user_data["sentence numbers"] = cached
    return cached


def closest(text: str, topics: list[Topic], least: float = _SAME) -> Topic | None:
    """The topic that says the same as a phrase."""
    words = stems(text)
    found = max(topics, key=lambda t: max(likeness(t.stems, words), likeness(stems(t.label), words)), default=None)
    if found is None or max(likeness(found.stems, words), likeness(stems(found.label), words)) < least:
        return None
    return found

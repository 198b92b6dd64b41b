"""What an article is about: its mentions of courses of action, weighed, and what 'the plans' or 'it' point back to.

Requires Mentions in order of the text and the paragraphs. Likeness is by shared words, then by meaning (the encoder).
"""
from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np
from spacy.tokens import Doc, Token

from kg import lang
from kg.pipeline.encoder import embed
from kg.pipeline.mentions import Mention
from kg.pipeline.syntax import lemma
from kg.pipeline.wording import containment, likeness, stem, stems

_SAME = 0.5  # shared words
_PART = 0.3  # shared words that make a phrase contained in a label a name of it
_ABOUT = re.compile(" (?:of|into|on) ")  # what joins an inquiry to its matter
_MEANT = 0.68  # cosine of meaning that makes two labels one topic


@dataclass(slots=True)
class Topic:
    """Mentions that say the same. `weight` grows with prominence: headline, lead, repetition; `own` is that weight before the ranker's share."""

    label: str
    stems: frozenset[str]
    mentions: list[Mention]
    weight: float = 0.0
    vector: np.ndarray = field(default_factory=lambda: np.zeros(0))
    own: float = 0.0


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
    contentful = [m for m in mentions if m.kind != "pointer" and m.label and m.strength >= 0.5 and stems(m.label)]
    vectors = embed([m.label for m in contentful])
    topics: list[Topic] = []
    seen: dict[int, list[np.ndarray]] = {}
    for m, vector in zip(contentful, vectors):
        words = stems(m.label)
        best = max(topics, key=lambda t: likeness(t.stems, words) + 0.5 * float(t.vector @ vector), default=None)
        worth = _prominence(paragraphs[m.start]) * m.strength
        same = best is not None and (words == {stem(best.label.split()[0].lower())} or likeness(best.stems, words) >= _SAME or containment(best.stems, words) >= 0.99 and float(best.vector @ vector) > 0.3 or float(best.vector @ vector) >= _MEANT)
        if same:
            best.mentions.append(m)
            best.weight += worth
            seen[id(best)].append(vector)
        else:
            topics.append(Topic(m.label, words, [m], worth, vector))
            seen[id(topics[-1])] = [vector]
    title = stems(getattr(doc.user_data.get("article"), "title", None) or "")
    headline = embed([doc.user_data["article"].title])[0] if title else None
    for topic in topics:
        topic.label = max(zip(topic.mentions, seen[id(topic)]), key=lambda pair: (_typical(pair, seen[id(topic)], paragraphs), -pair[0].start))[0].label
        if title:
            topic.weight += 1.5 * max(0.0, float(topic.vector @ headline))
            topic.weight += 2.5 * max(containment(stems(m.label) & title, stems(m.label)) * likeness(stems(m.label), title) for m in topic.mentions)
    for topic in topics:
        topic.own = topic.weight
    return sorted(topics, key=lambda t: (-t.weight, t.mentions[0].start))


def _typical(pair: tuple[Mention, np.ndarray], vectors: list[np.ndarray], paragraphs: list[int]) -> float:
    """How well a mention would serve as the topic's label: near the others in meaning, a full phrase, early in the text."""
    m, vector = pair
    near = sum(float(vector @ other) for other in vectors) / len(vectors)
    return near + 0.08 * min(len(stems(m.label)), 5) + 0.2 * m.strength + (0.25 if paragraphs[m.start] <= 1 else 0.0) - (0.5 if protests(m.label) else 0.0) - 0.02 * max(0, len(m.label.split()) - 9)


def resolve(pointer: Mention, topics: list[Topic], doc: Doc) -> tuple[Topic, Mention, str] | None:
    """The topic that a pointer stands for: prominent, lately mentioned, of the same word; and how it was found."""
    if pointer.word not in lang.table("en", "proposals")["inquiries"]:
        topics = [t for t in topics if pointer.word != "implied" or pointer.sign > 0 or not looks_into(t.label)]
    if not topics:
        return None
    number = sentence_numbers(doc)
    here = number[pointer.start]
    top = topics[0].weight
    best: tuple[float, Topic, Mention] | None = None
    for topic in topics:
        before = [m for m in topic.mentions if m.start < pointer.start and not (m.start <= pointer.start < m.end)]
        if all(m.start <= pointer.start < m.end for m in topic.mentions):  # what holds the pointer is not what it means
            continue
        near = before[-1] if before else topic.mentions[0]
        distance = here - number[near.start] if before else 9
        value = 1.2 * topic.weight / top + 0.7 / (1 + distance) + _named_so(pointer, before)
        if not before:
            value -= 0.8
        elif distance == 1 and pointer.word in ("it", "this", "that") and _leads(doc[near.start:near.end].root):
            value += 0.8
        if pointer.word not in ("action", "vote") and protests(topic.label):
            value -= 0.6
        if best is None or value > best[0]:
            best = (value, topic, near)
    if best is None:
        return None
    return best[1], best[2], f"'{doc[pointer.start:pointer.end].text}' points to '{best[1].label}'"


def _named_so(pointer: Mention, before: list[Mention]) -> float:
    """What it counts that a pointer's noun stood before: much for 'the rules', little for 'the plans'."""
    if not pointer.word or not any(m.word == pointer.word for m in before):
        return 0.0
    return 0.25 if pointer.word in lang.table("en", "proposals")["general"] else 0.5


def _leads(head: Token) -> bool:
    """Whether a word is, or is the complement of, the subject of its sentence: what comes next is likely to be about it."""
    while head.dep_.split(":")[0] in ("acl", "nmod") and lemma(head.head) in lang.table("en", "proposals")["containers"]:
        head = head.head
    return head.dep_ in ("nsubj", "nsubj:pass") and head.head.dep_ == "ROOT"


def looks_into(label: str) -> bool:
    """Whether a label names an inquiry into something rather than the thing: 'urgent review of the benefit cap'."""
    front = _ABOUT.split(label.lower(), maxsplit=1)[0]
    return front != label.lower() and front.split()[-1:] != [] and front.split()[-1] in lang.table("en", "proposals")["inquiries"]


def protests(label: str) -> bool:
    """Whether a label names what people do about a plan: 'walkout over pensions'."""
    return bool({*label.lower().split()[:3]} & {*lang.table("en", "proposals")["protests"]})


def sentence_numbers(doc: Doc) -> list[int]:
    """Number of the sentence of each token."""
    cached = doc.user_data.get("sentence numbers")
    if cached is None:
        cached, n = [], -1
        for token in doc:
            n += bool(token.is_sent_start) or token.i == 0
            cached.append(n)
        doc.user_data["sentence numbers"] = cached
    return cached


def closest(text: str, topics: list[Topic], least: float = _SAME, meant: float = 0.6) -> Topic | None:
    """The topic that says the same as a phrase: by shared words, by being contained in it, or by meaning."""
    words = stems(text)
    topics = [t for t in topics if looks_into(t.label) == looks_into(text)]  # a review of the cap is not the cap
    if not topics or not words:
        return None

    def shared(t: Topic) -> float:
        return max(likeness(t.stems, words), likeness(stems(t.label), words))

    found = max(topics, key=shared)
    if shared(found) >= least:
        return found
    inside = [t for t in topics if (words <= t.stems or words <= stems(t.label)) and shared(t) >= _PART]  # not 'forest' in 'shooting deer in the new forest'
    if inside:
        return inside[0]
    vector = embed([text])[0]
    near = max(topics, key=lambda t: float(t.vector @ vector))
    return near if float(near.vector @ vector) >= meant else None

"""How an article treats each phrase that could name what it is about, and how near each is to a passage: figures for kg.pipeline.about.

Headline, lead, repetition, the cues that govern a phrase and its meaning count for the article; place, shared words and meaning for a passage.
"""
from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field

import numpy as np
from spacy.tokens import Doc, Token

from kg import lang
from kg.pipeline.acts import act_strength, words
from kg.pipeline.candidates import Phrase, candidates
from kg.pipeline.cues import Hit, hits
from kg.pipeline.encoder import embed
from kg.pipeline.frames import target
from kg.pipeline.inventory import paragraph_of
from kg.pipeline.labels import noun_label
from kg.pipeline.mentions import mention
from kg.pipeline.syntax import addressed, lemma, modals
from kg.pipeline.wording import likeness, stem, stems, weight

_LEAST = 0.4  # weight of a common word: nothing divides by less
_LEAD = 60  # tokens
_LONGEST = 400  # characters of a passage whose meaning is compared


@dataclass(frozen=True, slots=True)
class Subjects:
    """An article's candidates, one row a label: `general` (n, features) is what the article says of each, `vectors` (n, 384) their meaning.

    `barred` are rows that no passage is about; `scores` keeps what kg.pipeline.about has said of a passage, by its tokens.
    """

    doc: Doc
    labels: tuple[str, ...]
    stems: tuple[frozenset[str], ...]
    places: tuple[tuple[int, ...], ...]
    general: np.ndarray
    vectors: np.ndarray
    governed: frozenset[int]
    paragraphs: tuple[int, ...]
    barred: tuple[int, ...] = ()
    scores: dict[tuple[int, ...], np.ndarray] = field(default_factory=dict, compare=False)


def _ratio(part: frozenset[str], whole: frozenset[str]) -> float:
    return weight(part & whole) / max(_LEAST, weight(whole))


def _words_of(tokens) -> frozenset[str]:
    return frozenset(s for token in tokens for s in stems(token.text))


def _targets(doc: Doc, found: list[Hit]) -> list[Token]:
    """The heads of what the cues of the text are about."""
    heads = []
    for hit in found:
        what = target(hit)
        if what is not None and what.head is not None:
            heads.append(what.head)
    return heads


def _named(head: Token) -> frozenset[str]:
    if head.pos_ in ("NOUN", "PROPN"):
        return stems(noun_label(head))
    found = mention(head)
    return stems(found.label) if found is not None else frozenset()


def _definite(doc: Doc) -> Counter[str]:
    """How often each noun comes with an article or a demonstrative."""
    return Counter(stem(lemma(token)) for token in doc if token.pos_ == "NOUN" and any(c.dep_ in ("det", "nmod:poss") for c in token.children))


class _Article:
    """What the features of all phrases share."""

    def __init__(self, doc: Doc, phrases: list[Phrase], utterances: list[frozenset[str]], found: list[Hit]) -> None:
        self.doc, self.utterances = doc, utterances
        self.paragraph = paragraph_of(doc)
        self.paragraphs = max(self.paragraph, default=0) + 1
        self.count: Counter[str] = Counter()
        self.spread: dict[str, set[int]] = {}
        for token in doc:
            for s in stems(token.text):
                self.count[s] += 1
                self.spread.setdefault(s, set()).add(self.paragraph[token.i])
        self.title_text = getattr(doc.user_data.get("article"), "title", None) or ""
        self.title = stems(self.title_text)
        self.lead = [_words_of(t for t in doc if self.paragraph[t.i] == n) for n in (0, 1)]
        self.heads = _targets(doc, found)
        self.governed = frozenset(head.i for head in self.heads)
        self.targets = [s for s in map(_named, self.heads) if s]
        self.definite = _definite(doc)
        self.most = math.log1p(max(self.count.values(), default=1))
        labels = sorted({p.label for p in phrases})
        self.vectors = dict(zip(labels, embed(labels)))
        self.title_vector, self.lead_vector = embed([self.title_text or doc[:30].text, doc[:_LEAD].text])
        mean = np.mean(list(self.vectors.values()), 0) if labels else np.zeros(len(self.lead_vector))
        self.mean_vector = mean / max(1e-6, float(np.linalg.norm(mean)))

    def general(self, phrase: Phrase) -> list[float]:
        """How the article treats a phrase."""
        said, head, m = stems(phrase.label), phrase.head, phrase.mention
        at = -1 if phrase.headline else self.paragraph[head.i]
        often = [math.log1p(self.count[s]) / self.most * weight(frozenset([s])) for s in said]
        spread = [len(self.spread.get(s, ())) / self.paragraphs for s in said]
        asked = sum(likeness(said, other) >= 0.5 for other in self.targets)
        vector, definite = self.vectors[phrase.label], self.definite[stem(lemma(head))]
        name = lemma(head)
        return [
            phrase.headline, at == 0, at == 1, at == 2, max(at, 0) / self.paragraphs,
            likeness(said, self.title), _ratio(self.title, said), _ratio(said, self.title), _ratio(self.lead[0], said), _ratio(self.lead[1], said),
            sum(often) / len(often), max(often), min(often), sum(often), sum(spread) / len(spread), max(spread),
            sum(bool(u & said) for u in self.utterances) / max(1, len(self.utterances)),
            math.log1p(asked), not phrase.headline and head.i in self.governed, math.log1p(asked) / max(1.0, math.log1p(len(self.targets))),
            len(said) == 1, len(said) == 2, len(said) == 3, len(said) == 4, len(said) >= 6, len(said) >= 8, len(phrase.label.split()) / 10,
            phrase.form == "noun", phrase.form == "act", phrase.form == "clause",
            act_strength(head) if head.pos_ == "NOUN" else 0.5, m.strength if m is not None else 0.0, m is not None and m.sign < 0,
            float(vector @ self.title_vector), float(vector @ self.lead_vector), float(vector @ self.mean_vector),
            math.log1p(definite), definite >= 2, head.ent_type_ != "", head.pos_ == "PROPN",
            name in words("containers"), name in words("pointers"), head.pos_ == "NOUN" and name in words("never"), name in words("acts"),
            head.tag_ == "VBG", head.tag_ == "VB", head.tag_ in ("VBD", "VBN", "VBZ", "VBP"), bool(modals(head) & {"will", "would", "should", "must", "could"}),
            head.dep_ in ("obj", "nsubj:pass"), head.dep_ == "nsubj", any(c.isdigit() for c in phrase.label), phrase.label[:1].isupper(),
        ]


def subjects(doc: Doc, utterances: list[list[tuple[int, int]]], found: list[Hit] | None = None) -> Subjects:
    """The candidates of an annotated Doc; `utterances` are token stretches of what is said in it."""
    said = [_words_of(t for a, b in spans for t in doc[a:b]) for spans in utterances]
    found = list(hits(doc)) if found is None else found
    siding = {hit.anchor.i for hit in found if hit.cue.table in ("support", "oppose") and hit.last.i > hit.anchor.i and "preposition" in hit.cue.target}
    phrases = candidates(doc)
    article = _Article(doc, phrases, said, found)
    rows: dict[str, np.ndarray] = {}
    places: dict[str, list[int]] = {}
    for phrase in phrases:
        row = np.array(article.general(phrase), dtype=np.float32)
        rows[phrase.label] = np.maximum(rows[phrase.label], row) if phrase.label in rows else row
        places.setdefault(phrase.label, []).append(-1 if phrase.headline else phrase.head.i)
    labels = tuple(rows)
    empty = (*lang.table("en", "grammar")["neuter"], "them")  # 'delaying them' does not say what, nor is 'throwing its weight behind' a plan one
    barred = {phrase.label for phrase in phrases if phrase.form == "clause" and not phrase.headline and phrase.head.i in siding} | {name for name in labels if name.rsplit(" ", 1)[-1].lower() in empty}
    general = np.stack([rows[name] for name in labels]) if labels else np.zeros((0, 1), np.float32)
    vectors = np.stack([article.vectors[name] for name in labels]) if labels else np.zeros((0, 1), np.float32)
    barred |= {name for name in labels if all(phrase.form == "noun" and addressed(phrase.head) for phrase in phrases if phrase.label == name)}
    return Subjects(doc, labels, tuple(stems(name) for name in labels), tuple(tuple(places[name]) for name in labels), general, vectors, article.governed, tuple(article.paragraph), tuple(n for n, name in enumerate(labels) if name in barred))


def features(of: Subjects, passage: list[int]) -> np.ndarray:
    """(n, features) of all candidates for a passage, given by its tokens in order."""
    doc, inside = of.doc, set(passage)
    text = " ".join(doc[i].text for i in passage)[:_LONGEST]
    first, here = passage[0], of.paragraphs[passage[0]]
    near, before = _words_of(doc[i] for i in passage), _words_of(doc[i] for i, n in enumerate(of.paragraphs) if n == here - 1)
    like = of.vectors @ embed([text])[0]
    rows = []
    for said, places, meant in zip(of.stems, of.places, like):
        held = [i for i in places if i in inside]
        away = min((abs(of.paragraphs[i] - here) for i in places if i >= 0), default=9)
        rows.append([bool(held), any(i in of.governed for i in held), away == 0, away == 1, min(away, 5) / 5, likeness(said, near), _ratio(near, said), _ratio(before, said),
                     float(meant), any(0 <= i < first for i in places), len(held) / len(places), len(passage) / 60])
    return np.hstack([of.general, np.array(rows, dtype=np.float32)])

"""One attribution by its parts, its subject where it has no source, and whether the reporter speaks."""
from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from kg import lang
from kg.pipeline.bodies import stands_for
from kg.pipeline.cast import Cast
from kg.pipeline.lexicon import LANGUAGE, words
from kg.pipeline.syntax import case


@dataclass(slots=True)
class Said:
    """One attribution by its parts; `id` is the spans' number."""

    id: int
    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)

    @property
    def start(self) -> int:
        return min(span.start for span in [*self.source, *self.cue, *self.content])

    @property
    def end(self) -> int:
        return max(span.end for span in [*self.source, *self.cue, *self.content])

    def holds(self, i: int) -> bool:
        return any(span.start <= i < span.end for span in self.content)


def grouped(doc: Doc) -> list[Said]:
    """The attributions of a Doc in order of their ids' first appearance."""
    found: dict[int, Said] = {}
    for span in doc.spans.get("attributions", ()):
        getattr(found.setdefault(span.id, Said(span.id)), span.label_).append(span)
    return list(found.values())


def subject(doc: Doc, said: Said) -> Span | None:
    """For an attribution without a source: the subject of its cue's verb, or the agent of a passive ("described by ...")."""
    if not said.cue or not doc.has_annotation("DEP"):
        return None
    for token in said.cue[0]:
        if token.pos_ not in ("VERB", "AUX", "ADJ"):
            continue
        passive = any(child.dep_.startswith("aux:pass") for child in token.children)
        for child in token.children:
            agent = child.dep_ in ("obl:agent", "obl") and any(c.dep_ == "case" and c.lower_ == "by" for c in child.children)
            if child.dep_ == "nsubj" and not passive and child.i not in range(said.cue[0].start, said.cue[0].end) or passive and agent:
                inside = sorted(t.i for t in child.subtree)
                span = doc[inside[0]:inside[-1] + 1]
                holding = [c for c in said.content if c.start < span.start and span.end < c.end and len(c) > 3 * len(span)]
                return None if holding and not agent else span
    return _joined(doc, said)


def behind(doc: Doc, said: Said) -> Span | None:
    """The subject of a cue whose source begins in a clause before it: "a boy who is looking after a mother, Ann Lee | pointed out"."""
    if not said.source or not said.cue or not doc.has_annotation("DEP") or said.source[0][0].lower_ not in ("who", "which", "that"):
        return None
    whole = said.source[0]
    own = next((c for token in said.cue[0] for c in token.children if c.dep_ == "nsubj" and whole.start < c.i < whole.end and c.pos_ in ("NOUN", "PROPN")), None)
    return doc[max(whole.start, own.left_edge.i):own.right_edge.i + 1] if own is not None else None


def elsewhere(doc: Doc, said: Said) -> Span | None:
    """The subject of a cue whose source was taken from a sentence before: "a report from the commission. Trusts | are nervous about | it"."""
    if not said.source or not said.cue or not doc.has_annotation("DEP"):
        return None
    first = doc[said.cue[0].start].sent.start
    own = subject(doc, said) if all(span.end <= first for span in said.source) else None
    return own if own is not None and own.root.pos_ in ("NOUN", "PROPN") else None


def _joined(doc: Doc, said: Said) -> Span | None:
    """The subject that a cue shares with the verb it is joined to: "firms run checks and | would like | more"."""
    verb = next((token for token in said.cue[0] if token.pos_ == "VERB" and token.dep_ == "conj"), None)
    for _ in range(3):
        if verb is None or verb.dep_ != "conj" or any(c.dep_.startswith(("nsubj", "csubj")) for c in verb.children):
            return None
        verb = verb.head
        own = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
        if own is not None:
            span = doc[own.left_edge.i:own.right_edge.i + 1]
            return None if said.holds(own.i) else span
    return None


def reporter(cast: Cast, said: Said) -> bool:
    """Whether the source is the article's own writer or outlet: "writes Ann Lee", the publisher's name or its initials."""
    if not said.source or not said.cue:
        return False
    first = said.source[0]
    if said.cue[0].start < first.start and len(first) < 4 and any(token.lemma_ in words("pronouns", "reporting") for token in said.cue[0]) and all(token.text[:1].isupper() for token in first):
        return True
    article = cast.doc.user_data.get("article")
    names = [name.lower() for name in (article.publisher, article.byline) if name] if article else []
    text = first.text.lower().removeprefix("the ")
    return any(text == name.removeprefix("the ") or stands_for(text, tuple(name.split())) for name in names)


def addressed(doc: Doc, said: Said) -> bool:
    """Whether the source is the one whom the cue says was spoken to or of: "visitors were asked for money", "the board was told"."""
    if not said.source or not said.cue or not doc.has_annotation("DEP"):
        return False
    source = said.source[0].root
    return source.dep_ == "nsubj:pass" and source.head.lemma_ in words("pronouns", "addressing") and any(source.head.i in range(c.start, c.end) for c in said.cue)


def amid(doc: Doc, said: Said) -> bool:
    """Whether the words are those of others, amid which the source only acts: "the committee voted to close it despite | warnings"."""
    if not said.source or not said.cue or not doc.has_annotation("DEP"):
        return False
    cue = said.cue[0].root
    return cue.pos_ == "NOUN" and case(cue) in lang.table(LANGUAGE, "grammar")["amidst"] and all(not cue.left_edge.i <= span.root.i <= cue.right_edge.i for span in said.source)


def controlled(doc: Doc, said: Said) -> Span | None:
    """Who speaks where the source is but the one written to: "firms have written to the chancellor | to ask | that he stop"."""
    if not said.source or not said.cue or not doc.has_annotation("DEP"):
        return None
    verb = next((t for t in said.cue[0] if t.pos_ == "VERB"), None)
    root = said.source[0].root
    if verb is None or verb.dep_ != "advcl" or verb.i < root.i or root.head != verb.head or not root.dep_.startswith("obl") or not any(c.dep_ == "case" and c.lower_ == "to" for c in root.children):
        return None
    own = next((c for c in verb.head.children if c.dep_ == "nsubj"), None)
    return doc[own.left_edge.i:own.right_edge.i + 1] if own is not None and verb.head.lemma_ in words("pronouns", "writing") else None

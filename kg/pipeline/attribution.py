"""Who said what by which words: doc.spans["attributions"], and the attributions of an article as data.

The task, its conventions and its measure are PolNeAR's (Newell, Margolin and Ruths 2018): beliefs, intentions and
attitudes count like speech, quote marks belong to the content, the comma between content and cue does not.
"""
from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc, Span

from kg.model import Actor, Attribution, Mode
from kg.model import Span as Stretch
from kg.pipeline import crf, joining, tagger, tags
from kg.pipeline.parse import source_span
from kg.pipeline.quotes import quote
from kg.pipeline.repairs import repair
from kg.pipeline.told import Told


def attribute(doc: Doc, fast: bool = False) -> Doc:
    """Component. Reads paragraphs, user_data["article"], user_data["view"] and the parse (which the default can do without).

    Writes doc.spans["quotes"], doc.spans["attributions"] (label source, cue or content, id the attribution's number from 1)
    and user_data["certainty"] (number -> 0 to 1).
    """
    if "quotes" not in doc.spans:
        quote(doc)
    chunks, certain, pointer = light(doc) if fast else heavy(doc)
    groups = repair(doc, joining.join(doc, chunks, pointer))
    doc.spans["attributions"] = [Span(doc, chunk.start, chunk.end, label=chunk.role, span_id=number) for number, chunk in joining.parts(groups)]
    doc.user_data["certainty"] = {number: _mean(certain, group) for number, group in enumerate(groups, 1)}
    return doc


Found = tuple[list[tags.Chunk], Sequence[float], joining.Pointer | None]


def heavy(doc: Doc) -> Found:
    """The encoder's spans, how certain each token's tag is, and its pointer."""
    reading, chain = tagger.read(doc), tagger.chain()
    emissions = reading.emissions
    if chain.light and doc.has_annotation("DEP"):
        emissions = emissions + chain.light * crf.scores(doc)
    best = tags.decode(emissions, [span.start for span in doc.spans["paragraphs"]], chain.first, chain.steps)
    shares = np.exp(emissions - emissions.max(1, keepdims=True)) if len(doc) else emissions
    certain = shares[np.arange(len(doc)), best] / shares.sum(1)
    return tags.chunks(best.tolist()), certain.tolist(), pointing(reading)


def light(doc: Doc) -> Found:
    """The light tagger's spans, which need the parse and no encoder."""
    return *crf.tag(doc), None


def _mean(certain: Sequence[float], group: joining.Group) -> float:
    """How certain the tags of a group's tokens are on average."""
    values = [certain[i] for chunk in group.parts for i in range(chunk.start, chunk.end)]
    return sum(values) / len(values)


def pointing(reading: tagger.Reading) -> joining.Pointer:
    """The trained pointer: how much more a part's tokens look at a cue's first token than at no cue (log odds).

    A cue outside the part's windows is as good as none.
    """
    where = {}
    for number, seen in enumerate(reading.seen):
        for i in range(seen.window.start, seen.window.end):
            where[i] = number

    def score(part: tags.Chunk, cue: tags.Chunk) -> float:
        for number in dict.fromkeys((where[part.start], where[part.end - 1])):
            seen = reading.seen[number]
            at = cue.start - seen.window.first
            if 0 <= at < len(seen.keys):
                low, high = max(part.start, seen.window.first), min(part.end, seen.window.end)
                mean = seen.queries[low - seen.window.first:high - seen.window.first].mean(0)
                return float(mean @ (seen.keys[at] - seen.nobody)) / np.sqrt(len(mean))
        return 0.0

    return score


def attributions(doc: Doc) -> list[Attribution]:
    """The article's attributions in order of text, with the speaker where doc.spans["speakers"] and user_data["actors"] tell."""
    article = doc.user_data["article"]
    groups: dict[int, list[Span]] = {}
    for span in doc.spans.get("attributions", ()):
        groups.setdefault(span.id, []).append(span)
    actors = doc.user_data.get("actors", {})
    speakers = {span.id: actors.get(span.kb_id_) for span in doc.spans.get("speakers", ())}
    certain, inner = doc.user_data.get("certainty", {}), doc.user_data.get("inner", {})
    return [_one(doc, article.id, spans, speakers.get(number), certain.get(number, 1.0), inner.get(number, ())) for number, spans in groups.items()]


def _one(doc: Doc, article: str, spans: Sequence[Span], actor: Actor | None, certainty: float, inner: Sequence[Told]) -> Attribution:
    by_role = {role: tuple(_stretch(doc, span) for span in spans if span.label_ == role) for role in tags.ROLES}
    known = {} if actor is None else {"speaker": actor.name, "speaker_kind": actor.kind, "role": actor.role, "organisation": actor.organisation}
    told = tuple(_one(doc, article, _spans(doc, one), one.actor, certainty, one.inner) for one in inner)
    return Attribution(article=article, kind=mode(doc, [span for span in spans if span.label_ == "content"]), **by_role, **known, confidence=round(certainty, 3), inner=told)


def _spans(doc: Doc, told: Told) -> list[Span]:
    return [Span(doc, *getattr(told.saying, role), label=role) for role in tags.ROLES]


def _stretch(doc: Doc, span: Span) -> Stretch:
    return source_span(doc, span.start, span.end)


def mode(doc: Doc, contents: Sequence[Span]) -> Mode:
    """Direct where every content stands in quote marks, indirect where none does or only a scare quote."""
    inside = set()
    for span in doc.spans["quotes"]:
        if span.label_ == "quote" or any(span.start <= c.start and c.end <= span.end for c in contents):
            inside.update(range(span.start, span.end))
    words = [[token.i in inside for token in span if not token.is_punct] for span in contents]
    if contents and all(all(row) for row in words) and any(words):
        return Mode.DIRECT
    return Mode.MIXED if any(any(row) for row in words) else Mode.INDIRECT

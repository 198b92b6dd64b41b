"""Who said what by which words: doc.spans["attributions"], and the attributions of an article as data.

The task, its conventions and its measure are PolNeAR's (Newell, Margolin and Ruths 2018): beliefs, intentions and
attitudes count like speech, quote marks belong to the content, the comma between content and cue does not.
"""
from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc, Span

from kg.model import Attribution, Mode
from kg.model import Span as Stretch
from kg.pipeline import crf, joining, tagger, tags
from kg.pipeline.parse import source_span
from kg.pipeline.quotes import quote
from kg.pipeline.repairs import repair

REACH, SHARE = -80.0, -4.0


def attribute(doc: Doc, fast: bool = False) -> Doc:
    """Component. Reads paragraphs, user_data["article"], user_data["view"] and, when `fast`, the parse.

    Writes doc.spans["quotes"] and doc.spans["attributions"]: label source, cue or content, id the attribution's number.
    """
    if "quotes" not in doc.spans:
        quote(doc)
    groups = _fast(doc) if fast else _read(doc)
    groups = repair(doc, groups)
    doc.spans["attributions"] = [Span(doc, chunk.start, chunk.end, label=chunk.role, span_id=number) for number, chunk in joining.parts(groups)]
    return doc


def _read(doc: Doc) -> list[joining.Group]:
    """The encoder's groups."""
    reading = tagger.read(doc)
    starts = [span.start for span in doc.spans["paragraphs"]]
    chain = tagger.chain()
    found = tags.chunks(tags.decode(reading.emissions, starts, chain.first, chain.steps))
    return joining.join(found, pointing(doc, reading), REACH, SHARE)


def _fast(doc: Doc) -> list[joining.Group]:
    """The groups of the light tagger, which needs the parse and no encoder."""
    return joining.join(crf.tag(doc), joining.nearest(doc), REACH, SHARE)


def pointing(doc: Doc, reading: tagger.Reading) -> joining.Score:
    """The trained pointer: how much more a part's tokens look at a cue's first token than at no cue (log odds).

    A cue outside the part's window is worth the distance only.
    """
    where = {}
    for number, seen in enumerate(reading.seen):
        for i in range(seen.window.start, seen.window.end):
            where[i] = number
    far = joining.nearest(doc)

    def score(part: tags.Chunk, cue: tags.Chunk) -> float:
        for number in dict.fromkeys((where[part.start], where[part.end - 1])):
            seen = reading.seen[number]
            at = cue.start - seen.window.first
            if 0 <= at < len(seen.keys):
                low, high = max(part.start, seen.window.first), min(part.end, seen.window.end)
                mean = seen.queries[low - seen.window.first:high - seen.window.first].mean(0)
                return max(-20.0, float(mean @ (seen.keys[at] - seen.nobody)) / np.sqrt(len(mean))) / 4 + far(part, cue)
        return -5.0 + far(part, cue)

    return score


def attributions(doc: Doc) -> list[Attribution]:
    """The article's attributions in order of text, with the speaker where doc.spans["speakers"] and user_data["actors"] tell."""
    article = doc.user_data["article"]
    groups: dict[int, list[Span]] = {}
    for span in doc.spans.get("attributions", ()):
        groups.setdefault(span.id, []).append(span)
    actors = doc.user_data.get("actors", {})
    speakers = {span.id: actors.get(span.kb_id_) for span in doc.spans.get("speakers", ())}
    return [_one(doc, article.id, spans, speakers.get(number)) for number, spans in groups.items()]


def _one(doc: Doc, article: str, spans: Sequence[Span], actor) -> Attribution:
    by_role = {role: tuple(_stretch(doc, span) for span in spans if span.label_ == role) for role in tags.ROLES}
    known = {} if actor is None else {"speaker": actor.name, "speaker_kind": actor.kind, "role": actor.role, "organisation": actor.organisation}
    return Attribution(article=article, kind=mode(doc, [span for span in spans if span.label_ == "content"]), **by_role, **known)


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

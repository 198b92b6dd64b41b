"""Attribution end to end: who, by which words, what; British and American style; quotes that run on."""
from __future__ import annotations

import pytest
import spacy

from kg.model import Article, Mode
from kg.pipeline.attribution import attribute, attributions
from kg.pipeline.parse import tokens

pytestmark = pytest.mark.model


def found(text: str) -> list[tuple[str, str, str, Mode]]:
    """Source, cue and content as text; the encoder needs no parse."""
    doc = attribute(tokens(spacy.blank("en"), Article(id="a", text=text)))
    return [(*(" | ".join(text[a:b] for a, b in getattr(one, role)) for role in ("source", "cue", "content")), one.kind) for one in attributions(doc)]


def test_a_quote_before_its_speaker_with_the_role_inside_the_source() -> None:
    (source, cue, content, kind), = found("'The plan would cost us dearly,' says policy manager Edna Marsh.")
    assert ("policy manager Edna Marsh", "says", "'The plan would cost us dearly,'", Mode.DIRECT) == (source, cue, content, kind)


def test_indirect_speech() -> None:
    (source, cue, content, kind), = found("Councillors warned that the merger would leave villages without a bus.")
    assert ("Councillors", "warned", "that the merger would leave villages without a bus", Mode.INDIRECT) == (source, cue, content, kind)


def test_an_empty_article_has_none() -> None:
    assert [] == found("")


def test_every_span_lies_in_the_article() -> None:
    text = "Ms Hale said:\n“We will fight it.”\n\n“It is wrong,” added Mr Orme, who chairs\nthe board. He thinks so, too."
    doc = attribute(tokens(spacy.blank("en"), Article(id="a", text=text)))
    spans = [span for one in attributions(doc) for role in ("source", "cue", "content") for span in getattr(one, role)]
    assert spans
    assert all(0 <= a < b <= len(text) for a, b in spans)

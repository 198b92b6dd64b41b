"""Attribution end to end: who, by which words, what; British and American style; quotes that run on."""
from __future__ import annotations

from pathlib import Path

import pytest
import spacy

import marked
from kg.model import Article, Mode, attribution_to_dict
from kg.pipeline.attribution import attribute, attributions
from kg.pipeline.parse import parse, tokens

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


FLOORS = [(False, 0.8), (True, 0.6)]


@pytest.mark.parametrize(("fast", "floor"), FLOORS, ids=["default", "fast"])
def test_invented_articles_of_many_styles(nlp, fast: bool, floor: float) -> None:
    right = gold = guessed = 0
    for article in marked.read(Path(__file__).parent / "gold" / "attributions.txt"):
        doc = attribute(next(parse(nlp, [Article(id="a", text=article.text)])), fast=fast)
        counts = marked.score(article.attributions, [attribution_to_dict(one) for one in attributions(doc)])
        right, gold, guessed = right + counts[0], gold + counts[1], guessed + counts[2]
    assert 2 * right / (gold + guessed) >= floor


def test_a_caption_that_repeats_an_attribution_counts_once() -> None:
    line = "Mayor Rita Coles said the bypass was a disaster."
    assert 1 == len(found(f"{line}\n\n{line}"))


def test_the_marked_articles_are_read() -> None:
    articles = marked.read(Path(__file__).parent / "gold" / "attributions.txt")
    assert 12 == len(articles)
    assert all(one["content"] for article in articles for one in article.attributions)

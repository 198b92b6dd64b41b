"""Parts go to the cue they belong to: same sentence first; a source may serve two cues; unsure means alone."""
from __future__ import annotations

import pytest

import drawn
from kg.pipeline import joining
from kg.pipeline.quotes import quote
from kg.pipeline.tags import Chunk

TABLE = """
Ann	Ann	PROPN	2	nsubj
said	say	VERB	0	ROOT
no	no	INTJ	2	ccomp
and	and	CCONJ	5	cc
warned	warn	VERB	2	conj
of	of	ADP	7	case
delays	delay	NOUN	5	obl
.	.	PUNCT	2	punct

Bob	Bob	PROPN	2	nsubj
agreed	agree	VERB	0	ROOT
with	with	ADP	4	case
her	she	PRON	2	obl
.	.	PUNCT	2	punct
"""
CHUNKS = [Chunk("source", 0, 1), Chunk("cue", 1, 2), Chunk("content", 2, 3), Chunk("cue", 4, 6), Chunk("content", 6, 7),
          Chunk("source", 8, 9), Chunk("cue", 9, 11), Chunk("content", 11, 12)]


@pytest.fixture
def groups() -> list[joining.Group]:
    return joining.join(quote(drawn.draw(TABLE)), CHUNKS, None)


def test_contents_go_to_their_cues(groups: list[joining.Group]) -> None:
    assert [[(2, 3)], [(6, 7)], [(11, 12)]] == [[(c.start, c.end) for c in group.content] for group in groups]


def test_a_source_may_serve_two_cues_of_its_sentence(groups: list[joining.Group]) -> None:
    assert [0, 0, 8] == [group.source[0].start for group in groups]


def test_a_content_far_from_any_cue_stands_alone() -> None:
    far = "".join(f"w{i}\tw\tNOUN\t0\tROOT\n---\n" for i in range(4))
    groups = joining.join(quote(drawn.draw(far)), [Chunk("cue", 0, 1), Chunk("content", 3, 4)], None)
    assert [[], [(3, 4)]] == [[(c.start, c.end) for c in group.content] for group in groups]
    assert [] == groups[1].cue


def test_parts_are_numbered_in_order_of_text(groups: list[joining.Group]) -> None:
    assert [(1, "source"), (1, "cue"), (1, "content")] == [(n, c.role) for n, c in joining.parts(groups)][:3]

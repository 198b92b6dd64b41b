"""Words of saying right after a quote take it back from whoever spoke before."""
from __future__ import annotations

import pytest

from kg.pipeline.joining import Group
from kg.pipeline.tags import Chunk
from kg.pipeline.unheard import unheard
from tests.drawn import draw

BEFORE = """
" " PUNCT 2 punct glue
Close close VERB 7 ccomp
it it PRON 2 obj glue
, , PUNCT 2 punct glue
" " PUNCT 2 punct
Lee Lee PROPN 7 nsubj B-PERSON
said say VERB 0 root glue
. . PUNCT 7 punct
---
" " PUNCT 2 punct glue
Keep keep VERB 7 ccomp
it it PRON 2 obj glue
{mark} {mark} PUNCT 2 punct glue
" " PUNCT 2 punct
"""
REED = "Reed Reed PROPN 7 nsubj B-PERSON\n{word} {lemma} VERB 0 root glue\n. . PUNCT 7 punct"


def _groups(content: list[tuple[int, int]], heard: bool) -> list[Group]:
    lee = Group([Chunk("cue", 6, 7)], [Chunk("source", 5, 6)], [Chunk("content", *one) for one in content])
    return [lee] + ([Group([Chunk("cue", 14, 15)], [Chunk("source", 13, 14)], [])] if heard else [])


def _drawn(mark: str = ",", word: str = "said", lemma: str = "say"):
    doc = draw(BEFORE.replace("{mark}", mark) + REED.format(word=word, lemma=lemma))
    for token in doc:
        if token.text == word:
            token.tag_ = "VBD"
    doc.spans["quotes"] = [doc[0:5], doc[8:13]]
    return doc


def _read(doc, groups: list[Group]) -> list[tuple[str, str, list[str]]]:
    return [(doc[g.source[0].start:g.source[0].end].text, doc[g.cue[0].start:g.cue[0].end].text, [doc[c.start:c.end].text for c in g.content]) for g in groups]


@pytest.mark.parametrize("heard", [False, True])
@pytest.mark.parametrize("mark", [",", "!", "?"])
def test_a_quote_goes_to_who_is_said_to_have_said_it(mark: str, heard: bool) -> None:
    doc = _drawn(mark)
    assert _read(doc, unheard(doc, _groups([(0, 5), (8, 13)], heard))) == [("Lee", "said", ['"Close it,"']), ("Reed", "said", [f'"Keep it{mark}"'])]


def test_what_already_has_its_quote_stays() -> None:
    doc = _drawn()
    groups = [*_groups([(0, 5)], False), Group([Chunk("cue", 14, 15)], [Chunk("source", 13, 14)], [Chunk("content", 8, 13)])]
    assert _read(doc, unheard(doc, groups)) == [("Lee", "said", ['"Close it,"']), ("Reed", "said", ['"Keep it,"'])]


@pytest.mark.parametrize("mark, word, lemma", [(".", "said", "say"), (",", "smiled", "smile"), (",", "left", "leave")])
def test_other_words_claim_nothing(mark: str, word: str, lemma: str) -> None:
    doc = _drawn(mark, word, lemma)
    assert _read(doc, unheard(doc, _groups([(0, 5), (8, 13)], False))) == [("Lee", "said", ['"Close it,"', f'"Keep it{mark}"'])]


def test_words_before_the_quote_in_its_sentence_stay_with_who_said_them() -> None:
    doc = draw("""
It it PRON 2 nsubj
said say VERB 0 root
fees fee NOUN 4 nsubj
help help VERB 2 ccomp glue
: : PUNCT 4 punct
" " PUNCT 7 punct glue
Pay pay VERB 12 ccomp
up up ADP 7 compound:prt glue
, , PUNCT 7 punct glue
" " PUNCT 7 punct
Reed Reed PROPN 12 nsubj B-PERSON
wrote write VERB 4 parataxis glue
. . PUNCT 2 punct
""")
    doc[11].tag_ = "VBD"
    doc.spans["quotes"] = [doc[5:10]]
    groups = [Group([Chunk("cue", 1, 2)], [Chunk("source", 0, 1)], [Chunk("content", 2, 10)])]
    assert _read(doc, unheard(doc, groups)) == [("It", "said", ["fees help"]), ("Reed", "wrote", ['"Pay up,"'])]

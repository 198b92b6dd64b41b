"""A source between commas leaves its words in two pieces, whichever way the taggers read them."""
from __future__ import annotations

import pytest
from spacy.tokens import Doc

from kg.pipeline.asides import aside, asides
from kg.pipeline.joining import Group
from kg.pipeline.tags import Chunk
from tests.drawn import draw

ACCORDING = """
Fees fee NOUN 10 nsubj
, , PUNCT 6 punct
according accord VERB 6 case
to to ADP 3 fixed
the the DET 6 det
union union NOUN {above} obl
, , PUNCT 6 punct
must must AUX 10 aux
soon soon ADV 10 advmod
fall fall VERB 0 root
. . PUNCT 10 punct
"""
SAYS = """
Fees fee NOUN 3 nsubj
, , PUNCT 1 punct
says say VERB 0 root
Ann Ann PROPN 3 nsubj B-PERSON
Lee Lee PROPN 4 flat I-PERSON
, , PUNCT 4 punct
the the DET 8 det
mayor mayor NOUN 4 appos
, , PUNCT 4 punct
must must AUX 11 aux
fall fall VERB 3 ccomp
. . PUNCT 3 punct
"""
TAGS = {"says": "VBZ", "must": "MD", "fell": "VBD", "said": "VBN"}


def read(table: str) -> Doc:
    doc = draw(table)
    for token in doc:
        token.tag_ = TAGS.get(token.text, "")
    return doc


def pieces(doc: Doc) -> list[tuple[str, ...]]:
    return [tuple(doc[slice(*part)].text for part in one) for one in asides(doc)]


@pytest.mark.parametrize("above", [10, 1], ids=["hung on the verb", "hung on the noun"])
def test_according_to_somebody_tells_of_both_pieces(above: int) -> None:
    assert [("the union", "according to", "Fees", "must soon fall")] == pieces(read(ACCORDING.format(above=above)))


def test_a_verb_before_its_subject_tells_of_both_pieces() -> None:
    assert [("Ann Lee, the mayor", "says", "Fees", "must fall")] == pieces(read(SAYS))


def test_what_is_said_of_somebody_is_no_aside() -> None:
    assert [] == pieces(read(SAYS.replace("says say", "said say").replace("Ann Ann PROPN 3 nsubj B-PERSON", "to to PART 5 mark").replace("Lee Lee PROPN 4 flat I-PERSON", "win win VERB 3 xcomp")))


def test_a_clause_that_is_whole_before_the_aside_is_left_to_the_taggers() -> None:
    assert [] == pieces(read("""
Fees fee NOUN 2 nsubj
fell fall VERB 0 root
, , PUNCT 7 punct
according accord VERB 7 case
to to ADP 4 fixed
the the DET 7 det
union union NOUN 2 obl
, , PUNCT 7 punct
as as SCONJ 11 mark
wages wage NOUN 11 nsubj
rose rise VERB 2 advcl
. . PUNCT 2 punct
"""))


def parts(groups: list[Group]) -> list[tuple]:
    return [(group.source, group.cue, group.content) for group in groups]


def test_the_first_piece_is_no_source() -> None:
    doc = read(ACCORDING.format(above=10))
    wrong = Group([Chunk("cue", 2, 4)], [Chunk("source", 0, 1)], [Chunk("content", 7, 10)])
    assert [([Chunk("source", 4, 6)], [Chunk("cue", 2, 4)], [Chunk("content", 0, 1), Chunk("content", 7, 10)])] == parts(aside(doc, [wrong]))


@pytest.mark.parametrize("group", [
    Group([Chunk("cue", 2, 4)], [Chunk("source", 5, 6)], [Chunk("content", 0, 1), Chunk("content", 7, 10)]),  # both pieces are there
    Group([Chunk("cue", 9, 10)], [Chunk("source", 0, 1)], []),  # another's cue stands in the clause
], ids=["whole", "another's"])
def test_what_the_taggers_read_otherwise_stays(group: Group) -> None:
    assert [group] == aside(read(ACCORDING.format(above=10)), [group])

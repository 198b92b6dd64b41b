"""CoNLL-U and GUM's entities as the trainer reads them, on invented sentences."""
from __future__ import annotations

import pytest

pytest.importorskip("spacy")
from training.parser.mentions import Mention, mentions
from training.parser.treebank import MISSING, Sentence, paragraphs, parse

TEXT = """# newdoc id = GUM_news_bakery
# newpar
# sent_id = 1
# text = Ana Hale, chair of the Mill Trust, won\u2019t resign.
1\tAna\tAna\tPROPN\tNNP\tNumber=Sing\t11\tnsubj\t_\tEntity=(1-person-new-nnnnn-cf1-1-sgl
2\tHale\tHale\tPROPN\tNNP\tNumber=Sing\t1\tflat\t_\tSpaceAfter=No
3\t,\t,\tPUNCT\t,\t_\t4\tpunct\t_\t_
4\tchair\tchair\tNOUN\tNN\tNumber=Sing\t1\tappos\t_\tEntity=(2-person-giv:act-nnnnn-cf1-1-appos
5\tof\tof\tADP\tIN\t_\t8\tcase\t_\t_
6\tthe\tthe\tDET\tDT\t_\t8\tdet\t_\tEntity=(3-organization-new-nnnnn-cf2-1-sgl
7\tMill\tMill\tPROPN\tNNP\tNumber=Sing\t8\tcompound\t_\t_
8\tTrust\tTrust\tPROPN\tNNP\tNumber=Sing\t4\tnmod\t_\tEntity=3)2)1)|SpaceAfter=No
9\t,\t,\tPUNCT\t,\t_\t4\tpunct\t_\t_
10-11\twon\u2019t\t_\t_\t_\t_\t_\t_\t_\t_
10\two\twill\tAUX\tMD\tVerbForm=Fin\t12\taux\t_\t_
11\tn\u2019t\tnot\tPART\tRB\tPolarity=Neg\t12\tadvmod\t_\t_
12\tresign\tresign\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
13\t.\t.\tPUNCT\t.\t_\t12\tpunct\t_\t_

# sent_id = 2
1\tGood\tgood\tADJ\tJJ\tDegree=Pos\t0\troot\t_\t_

# newpar
# sent_id = 3
1\tNext\tnext\tADV\tRB\t_\t0\troot\t_\t_
"""


@pytest.fixture
def sentences() -> list[Sentence]:
    return list(parse(TEXT.splitlines(keepends=True), entities=True))


def test_multiword_tokens_give_their_words_without_a_space_inside(sentences) -> None:
    words = sentences[0].words
    assert [("wo", False), ("n't", True), ("resign", False)] == [(w.text, w.space) for w in words[9:12]]


def test_heads_count_from_zero_and_the_root_heads_itself(sentences) -> None:
    words = sentences[0].words
    assert (11, "ROOT") == (words[11].head, words[11].relation)
    assert (0, "flat") == (words[1].head, words[1].relation)


def test_paragraphs_follow_newpar(sentences) -> None:
    assert [2, 1] == [len(paragraph) for paragraph in paragraphs(sentences)]
    assert "news" == sentences[0].genre


def test_names_are_cut_out_of_mentions_and_roles_are_not_names(sentences) -> None:
    labels = [word.ner for word in sentences[0].words]
    assert ["B-PERSON", "I-PERSON"] == labels[:2]
    assert ["O", "O", "O", "O", "B-ORG", "I-ORG"] == labels[2:8]


def test_without_entities_they_are_missing_and_not_absent() -> None:
    sentence = next(parse(TEXT.splitlines(), entities=False))
    assert {MISSING} == {word.ner for word in sentence.words}


def test_brackets_open_close_and_nest() -> None:
    misc = ["Entity=(1-person-new-nnnnn-cf1-1-sgl(2-place-new-nnnnn-cf2-1-sgl)", "_", "Entity=1)", "Entity=(3-place-new-nnnnn-cf3-1-sgl-Some_Town_%28x%29)"]
    assert [Mention(0, 1, "place"), Mention(0, 3, "person"), Mention(3, 4, "place")] == mentions(misc)

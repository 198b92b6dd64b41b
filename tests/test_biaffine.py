"""The stronger reader's own parts: the table it borrows, names that hang together, and any text at all."""
from __future__ import annotations

import pytest

from kg.model import Article
from kg.pipeline.biaffine import bio
from kg.pipeline.codes import code, spelling
from kg.pipeline.encoder import tokenizer
from kg.pipeline.parse import parse
from kg.pipeline.rows import rows

np = pytest.importorskip("numpy")
LABELS = ["O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG"]


def test_the_borrowed_table_has_a_row_for_each_word_piece() -> None:
    assert (tokenizer().get_vocab_size(), 384) == rows()(np.arange(tokenizer().get_vocab_size())).shape
    assert np.isfinite(rows()(np.array([[101, 102]]))).all()


def test_a_name_does_not_change_its_kind_half_way() -> None:
    scores = np.array([[0, 5, 0, 0, 0], [0, 0, 2, 0, 3], [4, 0, 0, 0, 0]], dtype=np.float32)
    assert ["B-PERSON", "I-PERSON", "O"] == bio(scores, LABELS)


@pytest.mark.parametrize(("word", "kind"), [("plan", 0), ("Plan", 1), ("NHS", 2), ("I", 3), ("McAvoy", 4), ("2x", 5), ("--", 6)])
def test_spellings(word: str, kind: int) -> None:
    assert kind == spelling(word)


def test_a_word_keeps_its_first_and_last_piece() -> None:
    coded = code(tokenizer(), ["x" * 300, "ok"], [True, False])
    assert len(coded.first) == 2
    assert coded.last[0] < coded.first[1]


@pytest.mark.model
@pytest.mark.parametrize("text", ["", "\n\n", "A", "!" * 700, "word " * 1500, "x" * 3000, "\u00df\u4e2d\u6587 \U0001f600"])
def test_any_text_gives_one_tree_a_sentence(nlp, text: str) -> None:
    doc = next(parse(nlp, [Article("a", text)]))
    assert len(list(doc.sents)) == sum(token.head.i == token.i for token in doc)


@pytest.mark.model
def test_neighbours_do_not_matter(nlp) -> None:
    alone, together = ("The council said no.", "The council said no.\n\nAda Fenn, its leader, resigned.\n\nWhy?")
    one, many = (next(parse(nlp, [Article("a", text)])) for text in (alone, together))
    assert [(t.dep_, t.tag_) for t in one] == [(t.dep_, t.tag_) for t in many[: len(one)]]

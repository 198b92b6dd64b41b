"""UD v1 to v2 on invented CoreNLP parses."""
from __future__ import annotations

import pytest

pytest.importorskip("spacy")
from training.parser.convert import convert

ROWS = {
    "passive": """Ana NNP PERSON 1 compound
Hale NNP PERSON 3 nsubjpass
was VBD O 3 auxpass
sacked VBN O -1 root
by IN O 6 case
the DT O 6 det
Trust NNP ORGANIZATION 3 nmod""",
    "pair": """Cats NNS O 4 nsubj
and CC O 0 cc
dogs NNS O 0 conj
do VBP O 4 aux
like VB O -1 root
not RB O 4 neg
tea NN O 4 dobj""",
}


def parsed(name: str):
    text, tokens = "", []
    for row in ROWS[name].splitlines():
        form, tag, entity, head, relation = row.split()
        tokens.append([len(text), len(text) + len(form), tag, entity, form.lower(), int(head), relation])
        text += form + " "
    return convert(text, tokens)


def test_passives_agents_and_names() -> None:
    words = parsed("passive")
    assert [("Ana", 3, "nsubj:pass"), ("Hale", 0, "flat"), ("was", 3, "aux:pass"), ("sacked", 3, "ROOT")] == [(w.text, w.head, w.relation) for w in words[:4]]
    assert "obl:agent" == words[6].relation
    assert ["B-PERSON", "I-PERSON", "O", "O", "O", "O", "B-ORG"] == [w.ner for w in words]


def test_conjunctions_hang_on_what_follows_and_objects_are_renamed() -> None:
    words = parsed("pair")
    assert (2, "cc") == (words[1].head, words[1].relation)
    assert ["advmod", "obj"] == [w.relation for w in words[5:]]
    assert ["NOUN", "CCONJ", "NOUN", "AUX", "VERB"] == [w.upos for w in words[:5]]

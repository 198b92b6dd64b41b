"""The parser's training as one command, on an invented treebank and an encoder of random weights: does each step find what the last one wrote?"""
from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

for needed in ("torch", "transformers", "onnx", "spacy_lookups_data"):
    pytest.importorskip(needed, reason=f"training needs {needed}: pip install '.[train]'")

from kg import lang
from kg.model import Article
from kg.pipeline.parse import load, parse
from training.parser import run

pytestmark = [pytest.mark.model, pytest.mark.filterwarnings("ignore")]  # torch's exporter warns of itself
# word, lemma, UPOS, XPOS, features, head, relation, entity
SENTENCES = (
    """Ada Ada PROPN NNP Number=Sing 3 nsubj (1-person
Fenn Fenn PROPN NNP Number=Sing 1 flat 1)
opposes oppose VERB VBZ Tense=Pres 0 root _
the the DET DT Definite=Def 5 det _
merger merger NOUN NN Number=Sing 3 obj _
. . PUNCT . _ 3 punct _""",
    """The the DET DT Definite=Def 3 det (2-organization
Harbour Harbour PROPN NNP Number=Sing 3 compound _
Trust Trust PROPN NNP Number=Sing 4 nsubj 2)
welcomed welcome VERB VBD Tense=Past 0 root _
it it PRON PRP Number=Sing 4 obj _
in in ADP IN _ 7 case _
Norton Norton PROPN NNP Number=Sing 4 obl (3-place)
. . PUNCT . _ 4 punct _""",
)
COPIES = 30


def treebank(path: Path) -> None:
    """Both sentences as a paragraph, over and over."""
    lines = ["# newdoc id = GUM_news_invented"]
    for _ in range(COPIES):
        lines.append("# newpar")
        for sentence in SENTENCES:
            for i, row in enumerate(sentence.splitlines(), 1):
                word, lemma, upos, xpos, feats, head, relation, entity = row.split()
                lines.append("\t".join([str(i), word, lemma, upos, xpos, feats, head, relation, "_", "_" if entity == "_" else f"Entity={entity}"]))
            lines.append("")
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write("\n".join([*lines, ""]))


def news(path: Path) -> None:
    """The same words as articles with CoreNLP's parses."""
    rows = []
    for copy in range(COPIES):
        text, sentences = "", []
        for sentence in SENTENCES:
            tokens = []
            for row in sentence.splitlines():
                word, lemma, _, xpos, _, head, relation, entity = row.split()
                named = "PERSON" if word in ("Ada", "Fenn") else "ORGANIZATION" if word in ("Harbour", "Trust") else "LOCATION" if entity != "_" and word == "Norton" else "O"
                tokens.append([len(text), len(text) + len(word), xpos, named, lemma, int(head) - 1, relation])
                text += word + " "
            sentences.append(tokens)
        rows.append(json.dumps({"id": f"a{copy}", "text": text, "sentences": sentences}))
    path.parent.mkdir(parents=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write("\n".join(rows) + "\n")


def encoder(folder: Path) -> None:
    """One layer of random weights, as wide as MiniLM, with the shipped word pieces."""
    import torch
    from transformers import BertConfig, BertModel, BertTokenizerFast

    torch.manual_seed(1)
    words = BertTokenizerFast(tokenizer_file=str(lang.folder("en") / "encoder" / "tokenizer.json"))
    words.save_pretrained(folder)
    BertModel(BertConfig(vocab_size=len(words), hidden_size=384, num_hidden_layers=1, num_attention_heads=4, intermediate_size=64)).save_pretrained(folder)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `python -m training parser --quick` leaves."""
    folder = tmp_path_factory.mktemp("training")
    for corpus in ("gum", "ewt"):
        for part in ("train", "dev"):
            treebank(folder / "data" / corpus / f"{part}.conllu.gz")
    news(folder / "data" / "polnear" / "train.jsonl.gz")
    encoder(folder / "encoder")
    run.main(["--data", str(folder / "data"), "--weights", str(folder / "encoder"), "--work", str(folder / "work"), "--quick"])
    return folder / "work" / "quick" / "en"


def shipped() -> set[tuple[str, int]]:
    """Files of the package's own readers and when they were written."""
    return {(str(path), path.stat().st_mtime_ns) for name in ("biaffine", "model") for path in (lang.folder("en") / name).rglob("*")}


BEFORE = shipped()


@pytest.mark.parametrize("fast", [False, True], ids=["default", "light"])
def test_what_comes_out_loads_and_reads(out: Path, fast: bool) -> None:
    doc = next(parse(load(out, fast=fast), [Article("a", "Ada Fenn opposes the merger.\n\nThe Harbour Trust welcomed it.")]))
    assert "Ada Fenn opposes the merger . The Harbour Trust welcomed it ." == " ".join(token.text for token in doc)
    assert all(token.tag_ and token.pos_ and token.dep_ and token.lemma_ for token in doc)
    assert len(list(doc.sents)) == sum(token.head.i == token.i for token in doc) >= 2


def test_a_quick_run_leaves_the_shipped_readers_alone(out: Path) -> None:
    assert {"biaffine", "model"} == {path.name for path in out.iterdir()}
    assert shipped() == BEFORE


def test_each_pass_of_the_teacher_is_judged(out: Path) -> None:
    rows = [json.loads(line) for line in (out.parent / "teacher" / "epochs.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [1] == [row["epoch"] for row in rows]
    assert all(0 <= row[name] <= 100 for row in rows for name in ("UAS", "LAS", "names", "sentences"))

"""Static word vectors distilled from the MiniLM encoder: each word type read alone, averaged, reduced, whitened."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from spacy.language import Language
from spacy.vectors import Vectors
from transformers import AutoModel, AutoTokenizer

from training.parser.treebank import Sentence
from training.precision import autocast

WIDTH = 96
COMMON = 3  # how often the automatic corpus must hold a word for the word to get a row


def vocabulary(gold: Iterable[Sentence], automatic: Iterable[Sentence], encoder: Path) -> list[str]:
    """Words of the treebanks, common words of the news, and the whole words that the encoder's tokenizer knows."""
    words = {word.text for sentence in gold for word in sentence.words}
    words |= {word for word, times in Counter(w.text for s in automatic for w in s.words).items() if times >= COMMON}
    words |= {word for word in AutoTokenizer.from_pretrained(encoder).get_vocab() if word.isalpha() and len(word) > 1}
    return sorted({word.lower() for word in words if any(map(str.isalnum, word)) and len(word) < 30})


@torch.inference_mode()
def distil(words: Sequence[str], encoder: Path, *, batch: int = 512) -> np.ndarray:
    """One row a word, `WIDTH` wide, unit length."""
    tokenizer, model = AutoTokenizer.from_pretrained(encoder), AutoModel.from_pretrained(encoder).eval()
    order = sorted(range(len(words)), key=lambda i: len(words[i]))
    rows = np.zeros((len(words), model.config.hidden_size), dtype=np.float32)
    for at in range(0, len(order), batch):
        some = order[at : at + batch]
        coded = tokenizer([words[i] for i in some], padding=True, truncation=True, max_length=16, return_tensors="pt")
        with autocast():
            out = model(**coded).last_hidden_state
        mask = coded["attention_mask"].unsqueeze(-1)
        rows[some] = ((out * mask).sum(1) / mask.sum(1)).float().numpy()
    return reduce(rows)


def reduce(rows: np.ndarray) -> np.ndarray:
    """Principal components, half whitened, each row of unit length."""
    rows = rows - rows.mean(0)
    values, basis = np.linalg.eigh(rows.T @ rows / len(rows))
    top = np.argsort(values)[::-1][:WIDTH]
    rows = rows @ basis[:, top] / values[top] ** 0.25
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def attach(nlp: Language, words: Sequence[str], rows: np.ndarray) -> None:
    """Give the pipeline these vectors, looked up by a word's NORM-like lower-cased form."""
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=rows, keys=[nlp.vocab.strings.add(word) for word in words], name="en_distilled", attr="LOWER")

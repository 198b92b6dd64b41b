"""Words -> the teacher's input: word pieces, a shape for each, and where a word's pieces begin and end."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

SHAPES = 32  # eight kinds of spelling, with and without a space on either side
CLS, SEP, PAD = 101, 102, 0
LONGEST = 480  # word pieces; the encoder knows 512 positions
MOST = 8  # pieces kept of one word: its first seven and its last


@dataclass(frozen=True, slots=True)
class Coded:
    """One stretch of text as arrays; `first` and `last` index `pieces`."""

    pieces: np.ndarray
    shapes: np.ndarray
    first: np.ndarray
    last: np.ndarray


def spelling(word: str) -> int:
    """0 lower, 1 Title, 2 CAPITALS, 3 one capital, 4 mixed, 5 with a digit, 6 a mark, 7 other."""
    if any(map(str.isdigit, word)):
        return 5
    if not any(map(str.isalpha, word)):
        return 6
    if word.islower():
        return 0
    if word.isupper():
        return 2 if len(word) > 1 else 3
    if word[0].isupper() and word[1:].islower():
        return 1
    return 4 if word[0].isalpha() else 7


def code(tokenizer: Tokenizer, words: Sequence[str], spaces: Sequence[bool]) -> Coded:
    """Arrays for the words; the tokenizer must neither pad nor truncate."""
    split = [[i for i in e.ids] or [100] for e in tokenizer.encode_batch(list(words), add_special_tokens=False)]
    pieces, shapes, first, last = [CLS], [31], [], []
    for i, (word, ids) in enumerate(zip(words, split)):
        if len(ids) > MOST:
            ids = [*ids[: MOST - 1], ids[-1]]
        before = i == 0 or spaces[i - 1]
        first.append(len(pieces))
        pieces += ids
        last.append(len(pieces) - 1)
        shapes += [spelling(word) * 4 + 2 * before + bool(spaces[i])] * len(ids)
    pieces.append(SEP)
    shapes.append(31)
    return Coded(*(np.array(column, dtype=np.int64) for column in (pieces, shapes, first, last)))


def batch(coded: Sequence[Coded]) -> dict[str, np.ndarray]:
    """Padded arrays under the names of the teacher's inputs; a padded word points at the first piece."""
    wide, words = max(len(c.pieces) for c in coded), max(len(c.first) for c in coded)
    arrays = {name: np.zeros((len(coded), wide), dtype=np.int64) for name in ("pieces", "shapes", "mask")}
    arrays |= {name: np.zeros((len(coded), words), dtype=np.int64) for name in ("first", "last")}
    for i, c in enumerate(coded):
        arrays["pieces"][i, : len(c.pieces)], arrays["shapes"][i, : len(c.pieces)] = c.pieces, c.shapes
        arrays["mask"][i, : len(c.pieces)] = 1
        arrays["first"][i, : len(c.first)], arrays["last"][i, : len(c.last)] = c.first, c.last
    return arrays

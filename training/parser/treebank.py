"""Treebank sentences: one shape for gold CoNLL-U, converted news and a teacher's parses."""
from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.pipeline.view import view
from training.parser.mentions import Mention, mentions, named

MISSING = "-"  # nobody looked for entities here


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word. `head` counts from 0 within the sentence, the word itself for the root; `ner` is B-X, I-X, O or MISSING."""

    text: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    relation: str
    space: bool
    ner: str = MISSING


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `opens` says that it opens a paragraph."""

    words: tuple[Word, ...]
    document: str
    opens: bool

    @property
    def genre(self) -> str:
        """GUM keeps the genre in the document's name, EWT too, before the first mark."""
        parts = self.document.replace("-", "_").split("_")
        return parts[1] if parts[0] == "GUM" and len(parts) > 1 else parts[0]


Paragraph = tuple[Sentence, ...]


def read(path: Path, *, entities: bool) -> Iterator[Sentence]:
    """Sentences of a CoNLL-U file, gzipped or not; `entities` reads GUM's `Entity=` into `ner`."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from parse(lines, entities=entities)


def parse(lines: Iterable[str], *, entities: bool) -> Iterator[Sentence]:
    """Sentences of CoNLL-U lines."""
    document, opens, rows = "", True, []
    for line in lines:
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            document, opens = line.split("=", 1)[-1].strip(), True
        elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
            opens = True
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield _sentence(rows, document, opens, entities)
            opens, rows = False, []
    if rows:
        yield _sentence(rows, document, opens, entities)


def _sentence(rows: list[list[str]], document: str, opens: bool, entities: bool) -> Sentence:
    ends = {}  # last word of a multiword token -> whether a space follows it
    inside: set[int] = set()
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            ends[last] = "SpaceAfter=No" not in row[9].split("|")
            inside.update(range(first, last))
    rows = [row for row in rows if row[0].isdigit()]
    words = []
    for row in rows:
        number, head = int(row[0]), int(row[6])
        space = ends.get(number, number not in inside and "SpaceAfter=No" not in row[9].split("|"))
        relation = "ROOT" if head == 0 else row[7]
        feats = "" if row[5] == "_" else row[5]
        words.append(Word(fold(row[1]), fold(row[2]), row[3], row[4], feats, (head or number) - 1, relation, space))
    if entities:
        found = mentions([row[9] for row in rows])
        words = _with_names(words, found)
    return Sentence(tuple(words), document, opens)


def fold(text: str) -> str:
    """A word spelt as the pipeline's view spells it: plain quote marks, one space for any white space."""
    return view(text).text or text


def _with_names(words: list[Word], found: list[Mention]) -> list[Word]:
    labels = ["O"] * len(words)
    for start, end, label in named(words, found):
        labels[start] = f"B-{label}"
        labels[start + 1 : end] = [f"I-{label}"] * (end - start - 1)
    return [Word(w.text, w.lemma, w.upos, w.xpos, w.feats, w.head, w.relation, w.space, ner) for w, ner in zip(words, labels)]


def paragraphs(sentences: Iterable[Sentence]) -> Iterator[Paragraph]:
    """Sentences gathered up to the next one that opens a paragraph."""
    held: list[Sentence] = []
    for sentence in sentences:
        if held and (sentence.opens or sentence.document != held[0].document):
            yield tuple(held)
            held = []
        held.append(sentence)
    if held:
        yield tuple(held)

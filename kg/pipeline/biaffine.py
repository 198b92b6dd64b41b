"""The stronger reader: a fine-tuned MiniLM with tag, entity, sentence and biaffine tree heads, run by onnxruntime.

It takes the place of the pipeline's tagger, morphologizer, parser and ner; tokenizer and lemmatizer stay.
"""
from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from spacy.tokens import Doc
from tokenizers import Tokenizer

from kg.pipeline import tree
from kg.pipeline.codes import LONGEST, Coded, batch, code
from kg.pipeline.encoder import session, tokenizer
from kg.pipeline.rows import Rows, rows

MOST = 6000  # word pieces of one batch, padding counted


@dataclass(frozen=True, slots=True)
class Biaffine:
    """The model, the embedding table that it shares with the sentence encoder, its word pieces, its labels in the order of their scores, and the relations' biaffine weights [label, width, width]."""

    model: onnxruntime.InferenceSession
    rows: Rows
    pieces: Tokenizer
    labels: dict[str, list[str]]
    relation: np.ndarray


def load(folder: Path) -> Biaffine:
    """The shipped reader. Raises ModelError when the package was installed without it."""
    model = session(folder / "model.onnx")
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    return Biaffine(model, rows(), tokenizer(), labels, np.load(folder / "relation.npy").astype(np.float32))


def read(reader: Biaffine, doc: Doc) -> Doc:
    """Set tags, features, heads, relations, sentences and entities of a Doc that has nothing but its words and paragraphs."""
    tags, pos, morphs, deps, ner = ([""] * len(doc) for _ in range(5))
    heads = list(range(len(doc)))
    for (start, end), scores in _scores(reader, doc):
        size = end - start
        chosen = _trees(scores["start"], scores["arc"])
        heads[start:end] = [start + int(head) for head in chosen]
        best = {name: scores[name].argmax(-1) for name in ("upos", "xpos", "feats")}
        relations = _relations(reader, scores, chosen)
        names = bio(scores["ner"], reader.labels["ner"])
        for i in range(size):
            pos[start + i] = reader.labels["upos"][best["upos"][i]]
            tags[start + i] = reader.labels["xpos"][best["xpos"][i]]
            morphs[start + i] = reader.labels["feats"][best["feats"][i]]
            deps[start + i] = "ROOT" if chosen[i] == i else reader.labels["relation"][relations[i]]
            ner[start + i] = names[i]
    made = Doc(doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc], tags=tags, pos=pos, morphs=morphs, heads=heads, deps=deps, ents=ner)
    made.user_data |= doc.user_data
    for name, group in doc.spans.items():
        made.spans[name] = [made.char_span(span.start_char, span.end_char, label=span.label_) for span in group]
    return made


def _scores(reader: Biaffine, doc: Doc) -> Iterator[tuple[tuple[int, int], dict[str, np.ndarray]]]:
    """Scores of each stretch of the Doc: a paragraph, or part of one that is longer than the encoder can see."""
    parts = sorted(_parts(reader, doc), key=lambda part: len(part[1].pieces))
    held: list[tuple[tuple[int, int], Coded]] = []
    for part in [*parts, None]:
        if held and (part is None or len(part[1].pieces) * (len(held) + 1) > MOST):
            arrays = batch([coded for _, coded in held])
            arrays["rows"] = reader.rows(arrays.pop("pieces"))
            outputs = dict(zip([output.name for output in reader.model.get_outputs()], reader.model.run(None, arrays)))
            for row, (where, coded) in enumerate(held):
                size = len(coded.first)
                yield where, {name: array[row, :size, :size] if name == "arc" else array[row, :size] for name, array in outputs.items()}
            held = []
        if part:
            held.append(part)


def _parts(reader: Biaffine, doc: Doc) -> Iterator[tuple[tuple[int, int], Coded]]:
    for span in doc.spans["paragraphs"]:
        start, end = span.start, span.end
        while start < end:
            stop = min(end, start + 300)
            coded = _code(reader, doc, start, stop)
            while len(coded.pieces) > LONGEST:
                stop = start + (stop - start) // 2
                coded = _code(reader, doc, start, stop)
            yield (start, stop), coded
            start = stop


def _code(reader: Biaffine, doc: Doc, start: int, end: int) -> Coded:
    return code(reader.pieces, [t.text for t in doc[start:end]], [bool(t.whitespace_) for t in doc[start:end]])


def _trees(start: np.ndarray, arcs: np.ndarray) -> np.ndarray:
    """Heads counted in the stretch, one tree a sentence."""
    size = len(start)
    starts = [0, *(int(i) for i in np.flatnonzero(start.argmax(-1)) if i)]
    chosen = np.zeros(size, dtype=np.int64)
    for first, last in zip(starts, [*starts[1:], size]):
        own = arcs[first:last, first:last].astype(np.float64)
        own -= np.logaddexp.reduce(own, axis=1, keepdims=True)
        chosen[first:last] = first + tree.heads(own)
    return chosen


def _relations(reader: Biaffine, scores: dict[str, np.ndarray], heads: np.ndarray) -> np.ndarray:
    """The best relation of each word with its head; the root's is not among them."""
    one = np.ones((len(heads), 1), dtype=np.float32)
    dependent = np.concatenate([scores["relation_dependent"], one], axis=1)
    head = np.concatenate([scores["relation_head"][heads], one], axis=1)
    labels, width = reader.relation.shape[:2]
    turned = (dependent @ reader.relation.transpose(1, 0, 2).reshape(width, -1)).reshape(len(heads), labels, width)
    found = np.einsum("nlw,nw->nl", turned, head)
    found[:, reader.labels["relation"].index("ROOT")] = -np.inf
    return found.argmax(-1)


def bio(scores: np.ndarray, labels: Sequence[str]) -> list[str]:
    """The best labels in which each I- continues a name of its kind (Viterbi, the model giving no score to a transition)."""
    allowed = np.array([[not b.startswith("I-") or a != "O" and a[2:] == b[2:] for b in labels] for a in labels])
    scores = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    blocked = np.where(allowed, 0.0, -1e4)
    total, back = scores[0] + np.array([-1e4 * label.startswith("I-") for label in labels]), []
    for row in scores[1:]:
        paths = total[:, None] + blocked
        back.append(paths.argmax(0))
        total = paths.max(0) + row
    best = [int(total.argmax())]
    for pointers in reversed(back):
        best.append(int(pointers[best[-1]]))
    return [labels[i] for i in reversed(best)]

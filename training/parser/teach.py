"""Train the teacher on the gold treebanks, and let it label plain words."""
from __future__ import annotations

import json
import logging
import math
import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from kg.pipeline import tree
from kg.pipeline.biaffine import bio
from kg.pipeline.codes import LONGEST, SHAPES, Coded, batch, code
from training.parser.figures import figures
from training.parser.teacher import Labels, Teacher
from training.parser.treebank import MISSING, Paragraph, Sentence, Word
from training.precision import autocast

SEED = 5
NER = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
SURE = 0.6
log = logging.getLogger(__name__)


def tokenizer(encoder: Path) -> Tokenizer:
    """The encoder's word-piece tokenizer, without padding or truncation."""
    found = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    found.no_padding()
    found.no_truncation()
    return found


def labels(paragraphs: Iterable[Paragraph]) -> Labels:
    """Labels of the words, rare combinations of features left out."""
    counts = {name: Counter() for name in ("upos", "xpos", "feats", "relation")}
    for paragraph in paragraphs:
        for sentence in paragraph:
            for word in sentence.words:
                for name, counter in counts.items():
                    counter[getattr(word, name)] += 1
    return Labels(*(tuple(sorted(label for label, times in counter.items() if times > 2)) for counter in counts.values()), ner=NER)


def flat(paragraph: Paragraph) -> tuple[list[Word], list[int], list[int]]:
    """Words of a paragraph, their heads and the first word of each one's sentence, both counted in the paragraph."""
    words, heads, firsts, at = [], [], [], 0
    for sentence in paragraph:
        words += sentence.words
        heads += [at + word.head for word in sentence.words]
        firsts += [at] * len(sentence.words)
        at += len(sentence.words)
    return words, heads, firsts


def stretches(paragraphs: Iterable[Paragraph], pieces: Tokenizer) -> Iterator[tuple[Paragraph, Coded]]:
    """Paragraphs with their codes, cut between sentences where the encoder's length asks for it; longer sentences are left out."""
    for paragraph in paragraphs:
        held: list[Sentence] = []
        for sentence in paragraph:
            if held and len(_coded((*held, sentence), pieces).pieces) > LONGEST // 2:
                yield tuple(held), _coded(tuple(held), pieces)
                held = []
            held.append(sentence)
        if held and len((coded := _coded(tuple(held), pieces)).pieces) <= LONGEST:
            yield tuple(held), coded


def _coded(paragraph: Paragraph, pieces: Tokenizer) -> Coded:
    words = [word for sentence in paragraph for word in sentence.words]
    return code(pieces, [word.text for word in words], [word.space for word in words])


def batches(items: Sequence[tuple[Paragraph, Coded]], size: int, dice: random.Random | None) -> Iterator[list[tuple[Paragraph, Coded]]]:
    """Items of like length together, at most about `size` word pieces each; shuffled where dice are given."""
    def noisy(i: int) -> float:
        return len(items[i][1].pieces) * (dice.uniform(0.9, 1.1) if dice else 1.0)

    made, held, wide = [], [], 0
    for i in sorted(range(len(items)), key=noisy):
        wide = max(wide, len(items[i][1].pieces))
        if held and wide * (len(held) + 1) > size:
            made.append(held)
            held, wide = [], len(items[i][1].pieces)
        held.append(items[i])
    if held:
        made.append(held)
    if dice:
        dice.shuffle(made)
    yield from made


def _targets(items: Sequence[tuple[Paragraph, Coded]], known: Labels) -> dict[str, Tensor]:
    """Gold indices [batch, words], -100 where there is none to learn; `sentence` numbers a word's sentence."""
    index = {name: {label: i for i, label in enumerate(row)} for name, row in asdict(known).items()}
    words = max(len(coded.first) for _, coded in items)
    out = {name: torch.full((len(items), words), -100) for name in ("upos", "xpos", "feats", "relation", "ner", "start", "head", "sentence")}
    for row, (paragraph, _) in enumerate(items):
        these, heads, firsts = flat(paragraph)
        for name in ("upos", "xpos", "feats", "relation", "ner"):
            out[name][row, : len(these)] = torch.tensor([index[name].get(getattr(word, name), -100) for word in these])
        out["start"][row, : len(these)] = torch.tensor([int(first == i) for i, first in enumerate(firsts)])
        out["head"][row, : len(these)] = torch.tensor(heads)
        out["sentence"][row, : len(these)] = torch.tensor(firsts)
    return out


def loss(model: Teacher, items: Sequence[tuple[Paragraph, Coded]], known: Labels) -> Tensor:
    """The sum of the heads' cross entropies, arcs scored within the gold sentence."""
    gold = _targets(items, known)
    with autocast():
        scores = model(**{name: torch.from_numpy(array) for name, array in batch([coded for _, coded in items]).items()})
        relations = model.relations(scores, gold["head"].clamp(min=0))
    total = torch.zeros(())
    for name, weight in (("start", 1.0), ("upos", 0.5), ("xpos", 0.5), ("feats", 0.5), ("ner", 1.0)):
        if (gold[name] >= 0).any():
            total = total + weight * nn.functional.cross_entropy(scores[name].float().flatten(0, 1), gold[name].flatten(), ignore_index=-100)
    same = gold["sentence"].unsqueeze(1) == gold["sentence"].unsqueeze(2)
    arcs = scores["arc"].float().masked_fill(~same, -1e4)
    total = total + nn.functional.cross_entropy(arcs.flatten(0, 1), gold["head"].flatten(), ignore_index=-100)
    return total + nn.functional.cross_entropy(relations.float().flatten(0, 1), gold["relation"].flatten(), ignore_index=-100)


def train(paragraphs: Sequence[Paragraph], dev: Sequence[Paragraph], encoder: Path, out: Path, *, epochs: int, size: int = 1400, rate: float = 2e-4) -> None:
    """Fine-tune on the paragraphs; write weights and labels into the folder `out`, and to epochs.jsonl the figures on `dev` after each pass."""
    torch.manual_seed(SEED)
    dice = random.Random(SEED)
    known = labels(paragraphs)
    pieces = tokenizer(encoder)
    items = list(stretches(paragraphs, pieces))
    model = Teacher(encoder, known, SHAPES)
    model.encoder.embeddings.word_embeddings.weight.requires_grad_(False)  # rare pieces keep what pre-training knew of them
    slow = [p for p in model.encoder.parameters() if p.requires_grad]
    known_ids = set(map(id, model.encoder.parameters()))
    fast = [p for p in model.parameters() if id(p) not in known_ids]
    optimizer = torch.optim.AdamW([{"params": slow, "lr": rate}, {"params": fast, "lr": 5 * rate}], weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    steps = epochs * len(list(batches(items, size, random.Random(SEED))))
    warm = max(1, steps // 20)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: min(n / warm, max(0.0, (steps - n) / max(1, steps - warm))))
    done, running, began, rows = 0, math.nan, time.time(), []
    for epoch in range(1, epochs + 1):
        model.train()
        for some in batches(items, size, dice):
            value = loss(model, some, known)
            value.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            done += 1
            running = value.item() if math.isnan(running) else 0.98 * running + 0.02 * value.item()
            if done % 50 == 0:
                log.info("step %d of %d, loss %.3f, %.0f s", done, steps, running, time.time() - began)
        save(model, known, out)
        model.eval()
        found = label(model, known, dev, pieces)
        rows.append({"epoch": epoch} | figures([(dev[i], read) for i, read in found.items()]))
        log.info("%s", rows[-1])
        (out / "epochs.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def save(model: Teacher, known: Labels, out: Path) -> None:
    """Weights and labels."""
    out.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), out / "weights.pt")
    (out / "labels.json").write_text(json.dumps(asdict(known), indent=0), encoding="utf-8")


def load(out: Path, encoder: Path) -> tuple[Teacher, Labels]:
    """What `save` wrote, ready to label."""
    known = Labels(**{name: tuple(row) for name, row in json.loads((out / "labels.json").read_text(encoding="utf-8")).items()})
    model = Teacher(encoder, known, SHAPES)
    model.load_state_dict(torch.load(out / "weights.pt", weights_only=True))
    return model.eval(), known


@torch.inference_mode()
def label(model: Teacher, known: Labels, paragraphs: Sequence[Paragraph], pieces: Tokenizer, *, size: int = 6000) -> dict[int, Paragraph]:
    """Number of a paragraph -> the same words as the teacher reads them; one too long for the encoder has no answer.

    Only words and spaces of the input are read; its sentences are joined and found anew. Lemmas are left as they were.
    """
    items, numbers = [], {}
    for number, paragraph in enumerate(paragraphs):
        coded = _coded(paragraph, pieces)
        if len(coded.pieces) <= LONGEST:
            numbers[id(coded)] = number
            items.append((paragraph, coded))
    found = {}
    for some in batches(items, size, None):
        with autocast():
            scores = model(**{name: torch.from_numpy(array) for name, array in batch([coded for _, coded in some]).items()})
        trees = [_trees(scores, row, len(coded.first)) for row, (_, coded) in enumerate(some)]
        heads = torch.zeros(scores["arc"].shape[:2], dtype=torch.long)
        for row, (chosen, _) in enumerate(trees):
            heads[row, : len(chosen)] = torch.from_numpy(chosen)
        with autocast():
            relations = model.relations(scores, heads).float()
        root = known.relation.index("ROOT")
        relations[:, :, root] = -1e4
        best = {name: scores[name].argmax(-1).numpy() for name in ("upos", "xpos", "feats")} | {"relation": relations.argmax(-1).numpy()}
        for row, (paragraph, coded) in enumerate(some):
            words = [word for sentence in paragraph for word in sentence.words]
            ner = doubtful(scores["ner"][row, : len(words)].float().numpy())
            chosen, starts = trees[row]
            read = [
                Word(word.text, word.lemma, known.upos[best["upos"][row, i]], known.xpos[best["xpos"][row, i]], known.feats[best["feats"][row, i]],
                     int(chosen[i]), "ROOT" if chosen[i] == i else known.relation[best["relation"][row, i]], word.space, ner[i])
                for i, word in enumerate(words)
            ]
            found[numbers[id(coded)]] = tuple(_sentences(read, starts, paragraph[0]))
    return found


def _trees(scores: dict[str, Tensor], row: int, size: int) -> tuple[np.ndarray, list[int]]:
    """Heads counted in the paragraph, and where its sentences start."""
    starts = [i for i in np.flatnonzero(scores["start"][row, :size].float().numpy().argmax(-1)) if i]
    starts = [0, *map(int, starts)]
    arcs = scores["arc"][row, :size, :size].float().numpy()
    chosen = np.zeros(size, dtype=np.int64)
    for start, end in zip(starts, [*starts[1:], size]):
        own = arcs[start:end, start:end]
        own = own - np.logaddexp.reduce(own, axis=1, keepdims=True)
        chosen[start:end] = start + tree.heads(own)
    return chosen, starts


def doubtful(scores: np.ndarray) -> list[str]:
    """The best labels; MISSING where an O, or any word of a name, has less than `SURE` of the probability."""
    chosen = bio(scores, NER)
    likely = np.exp(scores - np.logaddexp.reduce(scores, axis=1, keepdims=True))
    unsure = [likely[i, NER.index(label)] < SURE for i, label in enumerate(chosen)]
    start = 0
    for i in range(1, len(chosen) + 1):
        if i == len(chosen) or not chosen[i].startswith("I-"):
            unsure[start:i] = [any(unsure[start:i])] * (i - start)
            start = i
    return [MISSING if doubt else label for label, doubt in zip(chosen, unsure)]


def _sentences(words: list[Word], starts: list[int], first: Sentence) -> Iterator[Sentence]:
    for start, end in zip(starts, [*starts[1:], len(words)]):
        own = tuple(Word(w.text, w.lemma, w.upos, w.xpos, w.feats, w.head - start, w.relation, w.space, w.ner) for w in words[start:end])
        yield Sentence(own, first.document, start == 0)

"""Fine-tune MiniLM on PolNeAR: `python -m training.attribution.encoder --weights FOLDER --data FOLDER --work FOLDER`.

Needs torch and transformers. Deterministic for a given machine and number of threads. Runs on one core, in bfloat16 where the processor can.
"""
from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import spacy
import torch
from tokenizers import Tokenizer

from kg.pipeline import pieces
from training.attribution import augment, data
from training.attribution.model import Tagger
from training.precision import autocast

BATCH, RATE, DECAY, WARM = 12, 4e-4, 0.85, 0.06
MASK, MASKED = 103, 0.04


def prepare(path: Path, encode, variants: bool) -> list[dict]:
    """For every article: for every style the words, and tags and links of every annotator."""
    nlp = spacy.blank("en")
    articles = []
    for number, record in enumerate(data.records(path)):
        readings = [one["attributions"] for one in record["annotations"]]
        texts = [(record["text"], readings)]
        if variants:
            texts += [augment.restyle(record["text"], readings, 2 * number, True), augment.restyle(record["text"], readings, 2 * number + 1, False)]
        styles = []
        for text, annotated in texts:
            doc = data.document(nlp, text, record["id"])
            styles.append((pieces.words(doc, encode), [data.label(doc, reading) for reading in annotated]))
        articles.append({"id": record["id"], "held": data.held_out(number), "styles": styles})
    return articles


def example(read: pieces.Words, window: pieces.Window, tags: np.ndarray, links: np.ndarray, draw: random.Random | None):
    """One window as lists; links become positions of pieces, 0 for none, -1 where the loss should not look."""
    ids, shapes, states, heads = pieces.lay(read, window)
    if draw is not None:
        ids = [MASK if i not in (pieces.CLS, pieces.SEP) and draw.random() < MASKED else i for i in ids]
    skip = window.start - window.first
    targets = []
    for i in range(window.start, window.end):
        where = links[i] - window.first
        if tags[i] in (0, 3, 4):
            targets.append(-1)
        elif links[i] < 0:
            targets.append(0)
        else:
            targets.append(heads[where] if 0 <= where < len(heads) else -1)
    fresh = [i in read.starts for i in range(window.start, window.end)]
    return ids, shapes, states, heads[skip:], list(tags[window.start:window.end]), targets, fresh


def batches(articles: list[dict], epoch: int, size: int = BATCH):
    """Windows of one pass, in an order and with styles, readings and window lengths that the epoch number fixes."""
    draw = random.Random(1000 + epoch)
    rows = []
    for article in articles:
        style = draw.choices(range(3), (0.5, 0.35, 0.15))[0]
        read, readings = article["styles"][style]
        tags, links = draw.choice(readings)
        for window in pieces.cut(read, draw.randint(208, pieces.SIZE), pieces.CONTEXT):
            rows.append(example(read, window, tags, links, draw))
    rows.sort(key=lambda row: (len(row[0]) // 24, draw.random()))
    groups = [rows[i:i + size] for i in range(0, len(rows), size)]
    draw.shuffle(groups)
    return groups


def tensors(group):
    ids, shapes, states, heads, tags, targets, fresh = (torch.from_numpy(pieces.stack(column)) for column in zip(*group))
    lengths = torch.tensor([len(row[3]) for row in group])
    live = torch.arange(heads.shape[1])[None] < lengths[:, None]
    return ids, shapes, states, heads, tags, targets.masked_fill(~live, -1), fresh.bool(), lengths


def groups_of(model: Tagger) -> list[dict]:
    """Parameters with a learning rate that falls towards the input."""
    layers = len(model.encoder.encoder.layer)
    out = []
    for name, parameter in model.named_parameters():
        if "pooler" in name or not parameter.requires_grad:
            continue
        depth = layers + 1 if not name.startswith("encoder.") else int(name.split(".layer.")[1].split(".")[0]) + 1 if ".layer." in name else 0
        scale = 1.0 if depth == layers + 1 else DECAY ** (layers - depth + 1)
        if name.split(".")[0] in ("emit", "query", "key", "start", "steps"):
            scale = 2.0
        decay = 0.01 if parameter.ndim > 1 else 0.0
        out.append({"params": [parameter], "lr": RATE * scale, "weight_decay": decay})
    return out


def step_loss(model: Tagger, batch) -> torch.Tensor:
    ids, shapes, states, heads, tags, targets, fresh, lengths = batch
    with autocast():
        emissions, queries, keys = model(ids, shapes, states)
    emissions = emissions.float().gather(1, heads[:, :, None].expand(-1, -1, 7))
    loss = model.loss(emissions, tags, fresh, lengths)
    queries = queries.float().gather(1, heads[:, :, None].expand(-1, -1, queries.shape[2]))
    scores = queries @ keys.float().transpose(1, 2) / queries.shape[2] ** 0.5
    allowed = torch.zeros(ids.shape, dtype=torch.bool)
    allowed[:, 0] = True
    allowed.scatter_(1, heads, True)
    # context tokens hold cues, too
    allowed |= (ids != 0) & (ids != pieces.SEP)
    scores = scores.masked_fill(~allowed[:, None], -1e4)
    if (targets >= 0).any():
        link = torch.nn.functional.cross_entropy(scores.flatten(0, 1), targets.flatten(), ignore_index=-1)
        loss = loss + 0.1 * link
    return loss


def decode(emissions: np.ndarray, fresh: np.ndarray, start: np.ndarray, steps: np.ndarray) -> np.ndarray:
    """The best tags of a whole article: Viterbi with a new start at every paragraph."""
    count = len(emissions)
    back = np.zeros((count, 7), dtype=np.int64)
    score = emissions[0] + start
    for t in range(1, count):
        if fresh[t]:
            best = int(score.argmax())
            back[t] = best
            score = score[best] + start + emissions[t]
        else:
            table = score[:, None] + steps
            back[t] = table.argmax(0)
            score = table.max(0) + emissions[t]
    tags = np.zeros(count, dtype=np.int64)
    tags[-1] = int(score.argmax())
    for t in range(count - 1, 0, -1):
        tags[t - 1] = back[t, tags[t]]
    return tags


def chunks(tags) -> set[tuple[int, int, int]]:
    """(role, start, end) of every labelled span."""
    out, open_at = set(), None
    for i, tag in enumerate([*tags, 0]):
        if open_at is not None and (tag == 0 or tag % 2 == 1 or (tag - 1) // 2 != open_at[0]):
            out.add((open_at[0], open_at[1], i))
            open_at = None
        if tag and open_at is None:
            open_at = ((int(tag) - 1) // 2, i)
    return out


@torch.no_grad()
def emissions_of(model: Tagger, read: pieces.Words) -> np.ndarray:
    model.eval()
    out = np.zeros((len(read.pieces), 7), dtype=np.float32)
    windows = pieces.cut(read)
    for i in range(0, len(windows), 8):
        laid = [pieces.lay(read, window) for window in windows[i:i + 8]]
        ids, shapes, states = (torch.from_numpy(pieces.stack([row[k] for row in laid])) for k in range(3))
        with autocast():
            emissions = model(ids, shapes, states)[0].float().numpy()
        for row, window in enumerate(windows[i:i + 8]):
            heads = laid[row][3][window.start - window.first:]
            out[window.start:window.end] = emissions[row][heads]
    return out


def figures(model: Tagger, articles: list[dict], style: int = 0) -> dict:
    """Exact F1 of each role over all readings."""
    start, steps = (x.detach().numpy() for x in model.chain())
    right, guessed, gold = np.zeros(3), np.zeros(3), np.zeros(3)
    for article in articles:
        read, readings = article["styles"][style]
        fresh = np.array([i in read.starts for i in range(len(read.pieces))])
        guess = chunks(decode(emissions_of(model, read), fresh, start, steps))
        for tags, _ in readings:
            want = chunks(tags)
            for role in range(3):
                g, w = {c for c in guess if c[0] == role}, {c for c in want if c[0] == role}
                right[role] += len(g & w)
                guessed[role] += len(g)
                gold[role] += len(w)
    f = 200 * right / np.maximum(guessed + gold, 1)
    return {role: round(float(x), 1) for role, x in zip(data.ROLES, f)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--weights", type=Path, required=True, help="folder with MiniLM's config.json, model.safetensors, tokenizer.json")
    parser.add_argument("--data", type=Path, required=True, help="folder with PolNeAR's train.jsonl.gz")
    parser.add_argument("--work", type=Path, required=True, help="where checkpoints go")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--resume", type=Path, help="go on from this checkpoint, word embeddings held fixed")
    parser.add_argument("--skip", type=int, default=0, help="passes that the checkpoint has seen")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    args.work.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(args.weights / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    known: dict[str, tuple[int, ...]] = {}

    def encode(word: str) -> tuple[int, ...]:
        if word not in known:
            known[word] = tuple(tokenizer.encode(word, add_special_tokens=False).ids)
        return known[word]

    articles = prepare(args.data / "train.jsonl.gz", encode, variants=True)
    train, held = [a for a in articles if not a["held"]], [a for a in articles if a["held"]]
    print(len(train), len(held), sum(len(a["styles"][0][0].pieces) for a in train), flush=True)
    model = Tagger(str(args.weights))
    if args.resume:
        model.load_state_dict(torch.load(args.resume, weights_only=True))
        model.encoder.embeddings.word_embeddings.weight.requires_grad = False
    parameters = groups_of(model)
    optimiser = torch.optim.AdamW(parameters, fused=True)
    rates = [group["lr"] for group in optimiser.param_groups]
    total = args.epochs * len(batches(train, 0))
    done, began = 0, time.time()
    for epoch in range(args.skip, args.skip + args.epochs):
        model.train()
        losses = []
        for group in batches(train, epoch):
            scale = min(1.0, (done + 1) / (WARM * total)) * max(0.01, 1 - done / total) * (0.8 if args.resume else 1.0)
            for g, rate in zip(optimiser.param_groups, rates):
                g["lr"] = rate * scale
            loss = step_loss(model, tensors(group))
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            losses.append(loss.item())
            done += 1
            if done % 25 == 0:
                print(epoch, done, total, round(float(np.mean(losses[-25:])), 4), round(time.time() - began), round(time.process_time()), flush=True)
        torch.save(model.state_dict(), args.work / "tagger.pt")
        print(json.dumps({"epoch": epoch, "held": figures(model, held), "british": figures(model, held, 1)}), flush=True)


if __name__ == "__main__":
    main()

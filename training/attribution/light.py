"""Train the light tagger: `python -m training.attribution.light --data FOLDER --work FOLDER`.

PolNeAR is parsed with the shipped pipeline first (cached in the work folder), for a CRF must learn from the parses it
will meet.
"""
from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pycrfsuite
import spacy
from spacy.tokens import Doc, DocBin, Span

from kg import lang
from kg.model import Article
from kg.pipeline import clues, crf, parse, tags
from kg.pipeline.quotes import quote
from kg.pipeline.view import view
from kg.pipeline.weights import unpack
from training.attribution import data

SEEN, FEATURE_FLOOR = 3, 4


def parsed(path: Path, work: Path, model: Path | None = None, limit: int | None = None) -> Iterator[tuple[dict, Doc]]:
    """Every record with its Doc from our own parser, quotes found; Docs are cached as `work/NAME.spacy`."""
    records = list(data.records(path))[:limit]
    cache = work / f"{path.name.split('.')[0]}.spacy"
    nlp = unpack(spacy.load(model)) if model else parse.load(fast=True)
    nlp.select_pipes(enable=[name for name in ("tok2vec", "tagger", "parser") if name in nlp.pipe_names])
    if not cache.is_file():
        store = DocBin(attrs=["HEAD", "DEP", "TAG", "SENT_START"])
        for doc in parse.parse(nlp, (Article(id=r["id"], text=r["text"]) for r in records)):
            store.add(doc)
        store.to_disk(cache)
    for record, doc in zip(records, DocBin().from_disk(cache).get_docs(nlp.vocab)):
        article = Article(id=record["id"], text=record["text"])
        seen = view(article.text)
        doc.user_data["article"], doc.user_data["view"] = article, seen
        starts = {token.idx: token.i for token in doc}
        bounds = [starts[start] for start, _ in seen.paragraphs] + [len(doc)]
        doc.spans["paragraphs"] = [Span(doc, a, b, label="paragraph") for a, b in zip(bounds, bounds[1:])]
        yield record, quote(doc)


def priors(pairs: list[tuple[dict, Doc]]) -> dict[str, int]:
    """How likely a word with its part of speech heads a cue, in five grades."""
    seen, cues = Counter(), Counter()
    for record, doc in pairs:
        reading, _ = data.label(doc, record["annotations"][0]["attributions"])
        for token in doc:
            name = clues.key(token.lower_, token.tag_)
            seen[name] += 1
            inside = reading[token.i] in (3, 4)
            cues[name] += inside and not (token.head.i != token.i and reading[token.head.i] in (3, 4))
    grades = {}
    for name, times in seen.items():
        share = cues[name] / (times + 1)
        if cues[name] >= SEEN and share > 0.02 and name[0].isalpha():
            grades[name] = 1 + sum(share > limit for limit in (0.08, 0.2, 0.4, 0.65))
    return dict(sorted(grades.items()))


def features(doc: Doc, table: Mapping[str, int]) -> list[list[str]]:
    """One list of clues a token, each its name and what it is made of, with tabs between. Reads the parse, quotes and paragraphs."""
    known = clues.columns(doc, table)
    bounds = {i: (span.start, span.end) for span in doc.spans["paragraphs"] for i in range(span.start, span.end)}

    def value(column: str, i: int) -> str:
        name, steps = clues.split(column)
        start, end = bounds[i]
        return known[name][i + steps] if start <= i + steps < end else clues.BEFORE if steps < 0 else clues.AFTER

    return [["\t".join((name, *(value(column, i) for column in made))) for name, made in clues.CLUES.items() if name != "P" or known["place"][i]] for i in range(len(doc))]


def train(pairs: list[tuple[dict, Doc]], table: dict[str, int], target: Path, iterations: int, c1: float, c2: float) -> None:
    """Fit the CRF on one reading of each article and write it to `target`, compressed."""
    trainer = pycrfsuite.Trainer(verbose=True)
    draw = random.Random(5)
    for record, doc in pairs:
        reading, _ = data.label(doc, draw.choice(record["annotations"])["attributions"])
        rows = features(doc, table)
        for span in doc.spans["paragraphs"]:
            if len(span):
                trainer.append(rows[span.start:span.end], [tags.TAGS[t] for t in reading[span.start:span.end]])
    trainer.select("lbfgs")
    trainer.set_params({"feature.minfreq": FEATURE_FLOOR, "c1": c1, "c2": c2, "max_iterations": iterations})
    raw = target.with_suffix(".crf")
    trainer.train(str(raw))
    np.savez_compressed(target, **packed(raw))
    raw.unlink()


def packed(path: Path) -> dict[str, np.ndarray]:
    """A model of crfsuite as `kg.pipeline.crf` reads it: columns' values, every clue's numbers with their weights, transitions."""
    model = pycrfsuite.Tagger()
    model.open(str(path))
    told = model.info()
    steps = np.zeros((len(tags.TAGS), len(tags.TAGS)), dtype=np.float32)
    for (before, after), weight in told.transitions.items():
        steps[tags.TAGS.index(before), tags.TAGS.index(after)] = weight
    return pack(told.state_features, steps)


def pack(weights: Mapping[tuple[str, str], float], steps: np.ndarray) -> dict[str, np.ndarray]:
    """The arrays of a model file; `weights`: a clue as `features` writes it and a tag -> weight, steps (7, 7)."""
    rows: dict[str, dict[tuple[str, ...], np.ndarray]] = {name: {} for name in clues.CLUES}
    for (clue, tag), weight in weights.items():
        name, *parts = clue.split("\t")
        rows[name].setdefault(tuple(parts), np.zeros(len(tags.TAGS), dtype=np.float32))[tags.TAGS.index(tag)] = weight
    values: dict[str, set[str]] = {}
    for name, made in clues.CLUES.items():
        for place, column in enumerate(made):
            values.setdefault(crf.alphabet(column), {clues.BEFORE, clues.AFTER}).update(parts[place] for parts in rows[name])
    alphabets = {name: sorted(found) for name, found in values.items()}
    out, radices = {f"alphabet {name}": np.array(found) for name, found in alphabets.items()} | {"steps": steps}, crf.sizes(alphabets)
    for name, made in clues.CLUES.items():
        places = [{value: number for number, value in enumerate(alphabets[crf.alphabet(column)], 1)} for column in made]
        numbers = crf.number([np.array([place[parts[i]] for parts in rows[name]]) for i, place in enumerate(places)], radices[name])
        order = np.argsort(numbers)
        out |= {f"numbers {name}": numbers[order], f"weights {name}": np.array(list(rows[name].values()))[order]}
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--model", type=Path, help="another pipeline than the shipped one")
    parser.add_argument("--target", type=Path, default=lang.folder("en") / "attribution")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--iterations", type=int, default=100)
    parser.add_argument("--c1", type=float, default=0.3)
    parser.add_argument("--c2", type=float, default=0.1)
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    pairs = [pair for number, pair in enumerate(parsed(args.data / "train.jsonl.gz", args.work, args.model, args.limit)) if not data.held_out(number)]
    table = priors(pairs)
    args.target.mkdir(parents=True, exist_ok=True)
    (args.target / "priors.json").write_text(json.dumps(table, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    train(pairs, table, args.target / "crf.npz", args.iterations, args.c1, args.c2)


if __name__ == "__main__":
    main()

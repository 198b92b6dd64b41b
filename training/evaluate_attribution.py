"""Attribution on PolNeAR: `python -m training.evaluate_attribution [--fast]`.

The extractor sees the article's text and nothing else; scored by ../shared/eval/polnear_score.py as published tables are.
"""
from __future__ import annotations

import argparse
import importlib.util
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType

from spacy.tokens import Doc

from kg.model import Article, attribution_to_dict
from kg.pipeline import parse
from kg.pipeline.attribution import attribute, attributions
from training import peers

SHARED = Path(__file__).resolve().parents[2] / "shared"
DEV = SHARED / "data" / "polnear" / "dev.jsonl.gz"


def scorer() -> ModuleType:
    """The module polnear_score.py, from beside this checkout."""
    spec = importlib.util.spec_from_file_location("polnear_score", SHARED / "eval" / "polnear_score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def docs(path: Path = DEV, *, fast: bool = False) -> list[tuple[dict, Doc]]:
    """Every gold record with its Doc, parsed by the default pipeline or the light one."""
    records = list(scorer().load_gold(str(path)))
    return list(zip(records, parse.parse(parse.load(fast=fast), (Article(id=r["id"], text=r["text"]) for r in records))))


def table(pairs: Iterable[tuple[dict, Doc]], extract: Callable[[Doc], list[dict]]) -> dict:
    """The scorer's table for an extractor that gives source, cue and content as lists of [start, end]."""
    score = scorer()
    streams = []
    for record, doc in pairs:
        known = score.Tokens(record)
        guess = score.reading(known, extract(doc))
        streams += [(score.reading(known, one["attributions"], record["text"]), guess) for one in record["annotations"]]
    return score.compare(streams)


def human(pairs: Iterable[tuple[dict, Doc]]) -> dict:
    """The annotators of one article against each other."""
    score, streams = scorer(), []
    for record, _ in pairs:
        known = score.Tokens(record)
        golds = [score.reading(known, one["attributions"], record["text"]) for one in record["annotations"]]
        streams += [(a, b) for a in golds for b in golds if a is not b]
    return score.compare(streams)


def ours(fast: bool) -> Callable[[Doc], list[dict]]:
    """Our extractor, with the encoder or (fast) without."""
    return lambda doc: [attribution_to_dict(one) for one in attributions(attribute(doc, fast=fast))]


def figures(path: Path = DEV) -> dict[str, dict]:
    """Rows for `make evaluate`: default, fast, the peers that are installed, and people against each other."""
    pairs = docs(path)
    rows = {"default": table(pairs, ours(False)), "fast": table(docs(path, fast=True), ours(True))}
    rows |= {name: table(pairs, extract) for name, (extract, _) in peers.PEERS.items() if peers.installed(name)}
    return rows | {"human": human(pairs)}


def row(name: str, found: dict) -> str:
    """One table as one line."""
    exact = " ".join(f"{found[f'exact {role}']['f1']:5.1f}" for role in ("source", "cue", "content"))
    low, high = found["attribution 0.3"], found["attribution 0.8"]
    kinds = " ".join(f"{kind} {share}" for kind, share in low["recall by kind"].items())
    return f"{name:10} {exact}  ov.3 {low['f1']} (P {low['precision']} R {low['recall']}) ov.8 {high['f1']}  speaker {low['speaker']}  found with speaker {low['found with speaker']}  recall {kinds}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--gold", type=Path, default=DEV)
    args = parser.parse_args()
    found = figures(args.gold)
    if args.json:
        print(json.dumps(found))
        return
    print("           exact F1 source, cue, content; attributions by overlap of content")
    for name, rows in found.items():
        print(row(name, rows))
    for name, (_, install) in peers.PEERS.items():
        if name not in found:
            print(f"{name} is not installed: {install}")


if __name__ == "__main__":
    main()

"""Attribution on PolNeAR: `python -m training.evaluate_attribution [--against FILE ...]`.

The extractor sees the article's text and nothing else; scored by ../shared/eval/polnear_score.py as published tables are.
FILE holds what another extractor found in the same articles, in the form of attributions.jsonl.
"""
from __future__ import annotations

import argparse
import importlib.util
import json
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType, ModuleType

from spacy.tokens import Doc

from kg.model import Article, attribution_to_dict
from kg.pipeline import parse
from kg.pipeline.attribution import attribute, attributions
from training import margins, peers
from training.jaccard import jaccard
from training.records import records

SHARED = Path(__file__).resolve().parents[2] / "shared"
DEV = SHARED / "data" / "polnear" / "dev.jsonl.gz"

WIDTH = 16  # of a name in what is printed

Extract = Callable[[Doc], list[dict]]
Streams = list[tuple[list[dict], list[dict]]]  # of one article: what an annotator marked, what was found


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


def readings(pairs: Iterable[tuple[dict, Doc]], extract: Extract) -> list[Streams]:
    """Article by article, what each annotator marked beside what the extractor found, in the scorer's tokens."""
    score, articles = scorer(), []
    for record, doc in pairs:
        known = score.Tokens(record)
        guess = score.reading(known, extract(doc))
        articles.append([(score.reading(known, one["attributions"], record["text"]), guess) for one in record["annotations"]])
    return articles


def table(pairs: Iterable[tuple[dict, Doc]], extract: Extract) -> dict:
    """The scorer's table for an extractor that gives source, cue and content as lists of [start, end]."""
    return compared(readings(pairs, extract))


def compared(articles: list[Streams]) -> dict:
    """The scorer's table of articles that have been read, and the mean Jaccard of each role."""
    score, streams = scorer(), [stream for streams in articles for stream in streams]
    return score.compare(streams) | {"jaccard": {role: round(jaccard(streams, role), 1) for role in score.ROLES}}


def human(pairs: Iterable[tuple[dict, Doc]]) -> dict:
    """The annotators of one article against each other."""
    score, articles = scorer(), []
    for record, _ in pairs:
        known = score.Tokens(record)
        golds = [score.reading(known, one["attributions"], record["text"]) for one in record["annotations"]]
        articles.append([(a, b) for a in golds for b in golds if a is not b])
    return compared(articles)


def ours(fast: bool) -> Extract:
    """Our extractor, with the encoder or (fast) without."""
    return lambda doc: [attribution_to_dict(one) for one in attributions(attribute(doc, fast=fast))]


def written(path: Path, known: Collection[str]) -> Extract:
    """What another extractor wrote, as an extractor; ValueError where a record tells no article or content, or none is of a `known` article."""
    found: dict[str, list[dict]] = {}
    for number, one in enumerate(records(path), 1):
        if not isinstance(one, dict) or "article" not in one or "content" not in one:
            raise ValueError(f"{path}, record {number}: needs article and content, and source and cue where found, each a list of [start, end]")
        found.setdefault(one["article"], []).append(one)
    if not found.keys() & set(known):
        raise ValueError(f"{path}: none of its articles is among the {len(known)} measured; article must be the id that the gold file has")
    return lambda doc: found.get(doc.user_data["article"].id, [])


def figures(path: Path = DEV, against: Mapping[str, Extract] = MappingProxyType({})) -> tuple[dict[str, dict], dict[tuple[str, str], dict[str, margins.Margin]]]:
    """Rows (default, fast, other extractors, people against each other), and how far each of ours is ahead of each of the others."""
    pairs = docs(path)
    mine = {"default": readings(pairs, ours(False)), "fast": readings(docs(path, fast=True), ours(True))}
    others = {name: extract for name, (extract, _) in peers.PEERS.items() if peers.installed(name)} | dict(against)
    theirs = {name: readings(pairs, extract) for name, extract in others.items()}
    ahead = {(one, other): margins.margins(scorer(), mine[one], theirs[other]) for other in theirs for one in mine}
    return {name: compared(articles) for name, articles in (mine | theirs).items()} | {"human": human(pairs)}, ahead


def row(name: str, found: dict) -> str:
    """One table as one line."""
    exact = " ".join(f"{found[f'exact {role}']['f1']:5.1f}" for role in ("source", "cue", "content"))
    alike = " ".join(f"{value:5.1f}" for value in found["jaccard"].values())
    low, high = found["attribution 0.3"], found["attribution 0.8"]
    kinds = " ".join(f"{kind} {share}" for kind, share in low["recall by kind"].items())
    return f"{name:{WIDTH}} {exact}  Jaccard {alike}  ov.3 {low['f1']} (P {low['precision']} R {low['recall']}) ov.8 {high['f1']}  speaker {low['speaker']}  found with speaker {low['found with speaker']}  recall {kinds}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--gold", type=Path, default=DEV)
    parser.add_argument("--against", type=Path, nargs="+", default=[], metavar="FILE", help="attributions.jsonl of other extractors")
    args = parser.parse_args()
    try:
        known = [record["id"] for record in scorer().load_gold(str(args.gold))]
        against = {path.stem: written(path, known) for path in args.against}
    except (OSError, ValueError) as problem:
        parser.error(str(problem))
    found, ahead = figures(args.gold, against)
    if args.json:
        print(json.dumps(found))
        return
    print(" " * WIDTH + " exact F1 and mean Jaccard of source, cue, content; attributions by overlap of content")
    for name, rows in found.items():
        print(row(name, rows))
    if ahead:
        print("\nF1 ahead of the others, and the middle 95 % of 1,000 draws of the articles")
    for (one, other), found_margins in ahead.items():
        print(f"{one:7} of {other:{WIDTH}}", "  ".join(f"{name} {m.ahead:+.1f} ({m.low:+.1f} to {m.high:+.1f})" for name, m in found_margins.items()))
    for name, (_, install) in peers.PEERS.items():
        if name not in found:
            print(f"{name} is not installed: {install}")


if __name__ == "__main__":
    main()

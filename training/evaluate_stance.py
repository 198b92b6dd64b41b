"""Statements against gold edges: `python -m training.evaluate_stance [--final [--write]]`.

- the five real articles of ../shared (skipped where they are not at hand), a check that nothing was fitted to
- tests/gold: invented news of other subjects, half a (read while developing) and half b (held out), and the digests in seeds/
- with --final also tests/gold/news-c, which nobody who develops has read: its totals are for the end, not for choosing among variants
For each: precision, recall and F1 at the four levels, recall by stance, and how often the stance of a found edge is right.
Over all of them: the reliability of the confidences.
--write, which needs --final, puts the figures that the pages show into kg/lang/en/measured.toml.
"""
from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg import lang, resources
from kg.build.run import extract, read
from kg.build.versions import MEASURED
from kg.linking import link, registry, scheme
from kg.model import Skipped, statement_to_dict
from kg.pipeline import encoder
from kg.scoring import LEVELS, Outcome, score
from training.records import records

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
GOLD = ROOT / "tests" / "gold"
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True, slots=True)
class Set:
    name: str
    articles: Path
    gold: Path


def sets(*, final: bool = False) -> Iterator[Set]:
    """The gold sets that are at hand; `final` adds the one that must not be tuned on."""
    if (SHARED / "eval" / "seeds.gold.jsonl").is_file():
        yield Set("five real articles of the subject", SHARED / "seeds", SHARED / "eval" / "seeds.gold.jsonl")
    yield Set("the digests in seeds/", resources.seeds(), GOLD / "digests.gold.jsonl")
    yield Set("invented news of other subjects, read while developing", GOLD / "news-a.jsonl", GOLD / "news-a.gold.jsonl")
    yield Set("the same, held out", GOLD / "news-b.jsonl", GOLD / "news-b.gold.jsonl")
    if final:
        yield Set("fresh invented news, never read", GOLD / "news-c.jsonl", GOLD / "news-c.gold.jsonl")


def measure(one: Set, *, fast: bool = False) -> tuple[Outcome, list[dict]]:
    """The outcome of a set, and its gold edges."""
    articles, skipped, _ = read([one.articles])
    broken: list[Skipped] = []
    found = list(extract(articles, broken, fast=fast))
    assert not skipped and not broken, [*skipped, *broken]
    concepts = scheme.load()
    linked = link.link([s for e in found for s in e.statements], [a for e in found for a in e.attributions], articles,
                       registry=registry.load(), scheme=concepts, embed=encoder.embed)
    gold = list(records(one.gold))
    broader = {p.id: p.broader for p in concepts.concepts.values() if p.broader}
    return score(gold, [statement_to_dict(s) for s in linked.statements], broader), gold


def by_stance(outcome: Outcome, gold: list[dict]) -> str:
    """Recall of edges by their gold stance."""
    due = Counter(edge["stance"] for edge in gold if not edge.get("optional"))
    missed = Counter(edge["stance"] for edge, _, _ in outcome.missed)
    return "  ".join(f"{stance} {1 - missed[stance] / due[stance]:.2f} of {due[stance]}" for stance in ("supports", "opposes", "conditional", "neutral") if due[stance])


def reliability(outcomes: list[Outcome]) -> list[str]:
    """Share of edges that are right, by confidence."""
    judged = [(said["confidence"], reached.edge, reached.stance) for outcome in outcomes for said, reached in outcome.judged]
    lines = [f"{'confidence':14} {'edges':>6} {'stated':>7} {'stance right':>13} {'edge right':>11}"]
    for low, high in zip(BINS, BINS[1:]):
        here = [row for row in judged if low <= row[0] < high]
        if here:
            stated, edge, stance = (sum(row[i] for row in here) / len(here) for i in range(3))
            lines.append(f"{low:.1f} to {min(high, 1):.1f}     {len(here):6} {stated:7.2f} {stance:13.2f} {edge:11.2f}")
    return lines


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--write", action="store_true", help=f"write {MEASURED} for the pages")
    options.add_argument("--fast", action="store_true", help="the light extractor alone")
    options.add_argument("--final", action="store_true", help="the fresh held-out set as well: once, at the end")
    given = options.parse_args()
    if given.write and (given.fast or not given.final):
        options.error("--write needs --final and not --fast: the pages show every set, the fresh one too, in the default mode")
    outcomes: list[Outcome] = []
    told: dict[str, float] = {}
    modes = [("fast", True)] if given.fast else [("default", False), ("fast", True)]
    print(f"{'':53} {'':8} " + " ".join(f"{level + ' P/R/F1':>20}" for level in LEVELS))
    for one in sets(final=given.final):
        for mode, fast in modes:
            outcome, gold = measure(one, fast=fast)
            rows = [outcome.figures[level] for level in LEVELS]
            print(f"{one.name:53} {mode:8} " + " ".join(f"{f'{row.precision:.2f}/{row.recall:.2f}/{row.f1:.2f}':>20}" for row in rows), flush=True)
            if mode == "default":
                outcomes.append(outcome)
                found, right = rows[0].found, rows[1].found
                print(f"{'':53} edge recall: {by_stance(outcome, gold)};  stance right on {right} of {found} found edges")
                told[f"right of those found ({one.name})"] = rows[2].precision
                told[f"found of those there ({one.name})"] = rows[2].recall
    if outcomes:
        print("\n" + "\n".join(reliability(outcomes)))
    if given.write:
        lines = ["# Written by `python -m training.evaluate_stance --final --write`; shown on the pages.", ""]
        for name in told:
            lines += [f'[measured."{name}"]', f"value = {told[name]:.2f}", 'source = "gold edges: stakeholder, passage, stance and proposal must all be right"', ""]
        (lang.folder("en") / MEASURED).write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Measure a build against gold edges: precision, recall and F1 for attribution, stance, edge and full.

--misses lists what was missed and what is wrong, and counts the kinds of error.
"""
from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from kg.cli.records import add_output, output, scheme, statements
from kg.errors import UsageError
from kg.model import statement_to_dict

NEEDED = ("article", "speaker", "stance", "evidence")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--against", type=Path, required=True, metavar="GOLD", help="gold edges, one JSON object a line")
    parser.add_argument("--misses", action="store_true", help="list the errors and the 20 commonest kinds")
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    add_output(parser)


def gold(path: Path) -> list[dict]:
    """The edges of a gold file.

    Raises UsageError naming the line that is wrong.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({error})") from error
    found = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            edge = json.loads(line)
        except json.JSONDecodeError as error:
            raise UsageError(f"{path}:{number}: no JSON ({error.msg}): mend the line") from error
        lacking = [name for name in NEEDED if name not in edge] if isinstance(edge, dict) else list(NEEDED)
        if lacking:
            raise UsageError(f"{path}:{number}: lacks {', '.join(lacking)}: a gold edge needs {', '.join(NEEDED)}")
        found.append(edge)
    return found


def run(args: argparse.Namespace) -> int:
    from kg.scoring import score
    from kg.scoring.kinds import kinds

    edges = gold(args.against)
    said = [statement_to_dict(s) for s in statements(output(args))]
    broader = {p.id: p.broader for p in scheme(args).values() if p.broader}
    outcome = score(edges, said, broader)
    if args.json:
        print(json.dumps({level: asdict(figure) for level, figure in outcome.figures.items()}))
        return 0
    print(f"{'':12} {'precision':>9} {'recall':>9} {'F1':>9}")
    for level, figure in outcome.figures.items():
        print(f"{level:12} {figure.precision:9.3f} {figure.recall:9.3f} {figure.f1:9.3f}")
    if args.misses:
        print()
        for edge, found, _ in outcome.missed:
            ours = f"   ours: {found['stance']} | {found['proposal_label'] or found['proposal_text']}" if found else ""
            print(f"missed  {edge['article'][:24]:24}  {edge['speaker']} | {edge['stance']} | {edge.get('label')}{ours}")
        for found, edge, _ in outcome.wrong:
            if edge is None:
                print(f"wrong   {found['article'][:24]:24}  {found['speaker']} | {found['stance']} | {found['proposal_label'] or found['proposal_text']}   kg why {found['id']}")
        print()
        for kind, number in kinds(outcome, edges, said)[:20]:
            print(f"{number:4}  {kind}")
    return 0

"""Merge and split proposals: list what may be one, or decide in a spreadsheet; decisions outlive every build.

  kg review                       what is decided, and which proposals may be the same
  kg review --sheet merge.csv     a row for each proposal, wording and article; write into `now` what the words are
  kg review --from merge.csv      what the sheet asks for becomes lines of decisions.jsonl
  kg build                        applies them; so does every later build
  kg review --undo d-0123456789ab takes one back
"""
from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from kg.build.files import read_run
from kg.cli import say, suggest
from kg.cli.records import add_output, output, scheme, statements
from kg.errors import UsageError
from kg.model import Proposal, Statement

ALIKE = 0.6  # cosine of two labels from which they are shown beside each other
SHOWN = 20


def add(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--sheet", type=Path, metavar="FILE", help="write a spreadsheet (CSV) to fill in")
    what.add_argument("--from", type=Path, dest="source", metavar="FILE", help="read a filled spreadsheet and record what it asks for")
    what.add_argument("--undo", metavar="ID", help="take a decision back")
    parser.add_argument("--by", metavar="NAME", help="who decides (default: your name on this machine)")
    parser.add_argument("--dry-run", action="store_true", help="with --from or --undo: say what would be recorded, and record nothing")
    parser.add_argument("--json", action="store_true", help="decisions and questions as JSON Lines")
    add_output(parser)


def alike(args: argparse.Namespace, found: Sequence[Statement]) -> list[tuple[float, str, str]]:
    """(cosine, id, id) of proposals whose labels mean nearly the same, the nearest first; the scheme has parted its own on purpose."""
    from kg.linking.cluster import near
    from kg.pipeline import encoder

    known = scheme(args)
    labels = {s.proposal: s.proposal_label or s.proposal_text for s in found if s.proposal}
    keys = sorted(labels)
    pairs = near([labels[key] for key in keys], encoder.embed, ALIKE) if len(keys) > 1 else {}
    return sorted(((score, keys[i], keys[j]) for (i, j), score in pairs.items() if not {keys[i], keys[j]} <= known.keys()), key=lambda pair: (-pair[0], pair[1:]))


def concepts(args: argparse.Namespace, found: Sequence[Statement]) -> list[Proposal]:
    """Every proposal that a decision may lead to: the scheme's, and those of the build with the words of their articles."""
    known = scheme(args)
    words: dict[str, set[str]] = {}
    for statement in found:
        if statement.proposal and statement.proposal not in known:
            words.setdefault(statement.proposal, set()).add(statement.proposal_text)
    labels = {s.proposal: s.proposal_label or s.proposal_text for s in found}
    return [*known.values(), *(Proposal(key, labels[key], tuple(sorted(texts)), minted=True) for key, texts in sorted(words.items()))]


def _sheet(args: argparse.Namespace, found: Sequence[Statement]) -> int:
    from kg.review import sheet

    labels = {s.proposal: s.proposal_label or s.proposal_text for s in found}
    near: dict[str, str] = {}
    for _, one, other in alike(args, found):
        near.setdefault(one, labels[other])
        near.setdefault(other, labels[one])
    text = sheet.write(found, near)
    if str(args.sheet) == "-":
        sys.stdout.write(text.removeprefix("\ufeff"))
        return 0
    try:
        with args.sheet.open("x", encoding="utf-8", newline="") as stream:
            stream.write(text)
    except FileExistsError as error:
        raise UsageError(f"{args.sheet}: is there already, perhaps with your answers in it: name another file") from error
    except OSError as error:
        raise UsageError(f"{args.sheet}: cannot be written ({error.strerror})") from error
    say(f"{len(labels)} proposals. In the column 'now' write the label or id of the proposal that the words are; leave it empty where all is well.",
        "All rows of a proposal to one label: the two are merged. Some rows: it is split. A label that is new makes a new proposal.")
    print(args.sheet)
    suggest(f"fill it in, then kg review --from {args.sheet}")
    return 0


def _record(args: argparse.Namespace, new: Sequence) -> int:
    from kg.review import decisions

    for decision in new:
        print(json.dumps(decisions.to_dict(decision), ensure_ascii=False) if args.json else decision)
    path = args.settings.path("decisions")
    if args.dry_run or not new:
        say(f"nothing was recorded; {len(new)} decisions would be" if new else "the sheet asks for no change")
        return 0
    decisions.append(path, new)
    say(f"{len(new)} decisions added to {path}")
    suggest("kg build")
    return 0


def _from(args: argparse.Namespace, found: Sequence[Statement], who: str, now: str) -> int:
    from kg.linking import sheet as tables
    from kg.linking.proposals import BACK_REFERENCE
    from kg.linking.words import slug
    from kg.review import decisions, sheet

    there = decisions.read(args.settings.path("decisions"))
    rows = tables.rows(args.source, sheet.COLUMNS, required=("proposal", "wording"))
    asked = sheet.decide(rows, found, concepts(args, found), mint=lambda label: f"x-{slug(label)}",
                         everywhere=lambda words: not BACK_REFERENCE.fullmatch(words), by=who, when=now, name=str(args.source))
    return _record(args, decisions.unheard(asked, there))


def _undo(args: argparse.Namespace, who: str, now: str) -> int:
    from kg.review import decisions

    path = args.settings.path("decisions")
    there = decisions.read(path)
    hits = [line for line in there if isinstance(line, decisions.Decision) and args.undo and line.id.startswith(args.undo)]
    if len(hits) != 1:
        raise UsageError(f"{path}: {len(hits)} decisions start with {args.undo!r}: bare 'kg review' lists them")
    if any(line.of == hits[0].id for line in there if isinstance(line, decisions.Undo)):
        raise UsageError(f"{path}: {hits[0].id} is taken back already")
    return _record(args, [decisions.signed(decisions.Undo("", now, who, hits[0].id))])


def _list(args: argparse.Namespace, found: Sequence[Statement]) -> int:
    from kg.review import decisions

    path, run = args.settings.path("decisions"), read_run(output(args)).get("decisions", {})
    there = decisions.read(path)
    holding, disputed = decisions.standing(there)
    state = dict.fromkeys((d.id for d in holding), "holds") | dict.fromkeys((d.id for d in disputed), "contradicted by another")
    state |= {key: "finds nothing that it is about" for key in run.get("idle", ()) if state.get(key) == "holds"}
    seen = {key for name in ("applied", "idle", "disputed") for key in run.get(name, ())}
    state |= {key: "not built yet" for key in state if key not in seen}
    uses, labels = Counter(s.proposal for s in found), {s.proposal: s.proposal_label or s.proposal_text for s in found}
    pairs = alike(args, found)[:SHOWN]
    if args.json:
        for decision in there:
            print(json.dumps(decisions.to_dict(decision) | {"state": state.get(decision.id, "taken back")}, ensure_ascii=False))
        for score, one, other in pairs:
            print(json.dumps({"alike": score, "proposals": [one, other], "labels": [labels[one], labels[other]]}, ensure_ascii=False))
        return 0
    for decision in there:
        if decision.verdict != "undo":
            print(f"{decision}   [{state.get(decision.id, 'taken back')}]")
    if pairs:
        print(f"{'' if not there else chr(10)}May be the same (how alike, statements):")
        for score, one, other in pairs:
            print(f"  {score:.2f}  {labels[one]} ({uses[one]})  |  {labels[other]} ({uses[other]})")
    say(f"{len(holding)} decisions hold, {len(disputed)} contradict each other; {len(labels)} proposals in {output(args)}")
    suggest("kg review --sheet proposals-review.csv")
    return 0


def run(args: argparse.Namespace) -> int:
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    who = args.by.strip() if args.by else _me()
    if not who:
        raise UsageError("--by: say who decides")
    if args.undo is not None:
        return _undo(args, who, now)
    found = statements(output(args))
    if args.sheet is not None:
        return _sheet(args, found)
    if args.source is not None:
        return _from(args, found, who, now)
    return _list(args, found)


def _me() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise UsageError("--by: say who decides; this machine does not know your name") from error

"""Show the positions of an actor, or those on a proposal, with the words behind them."""
from __future__ import annotations

import argparse
import difflib
import json
import textwrap

from kg.cli import say, suggest
from kg.cli.records import add_output, output, statements
from kg.model import Statement, statement_to_dict

ORDER = ("supports", "conditional", "neutral", "opposes")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="a person, organisation or proposal; part of a name will do")
    parser.add_argument("--json", action="store_true", help="the statements as JSON Lines")
    add_output(parser)


def _names(statement: Statement) -> list[str]:
    return [name for name in (statement.speaker, statement.organisation, statement.proposal_label, statement.proposal,
                              statement.speaker_id, statement.organisation_id) if name]


def matching(name: str, found: list[Statement]) -> list[Statement]:
    """Statements with a name equal to the one asked for; failing that, one that holds all its words."""
    wanted = name.casefold().strip()
    equal = [s for s in found if any(n.casefold() == wanted for n in _names(s))]
    parts = wanted.split()
    return equal or [s for s in found if parts and any(all(part in n.casefold().replace("-", " ").split() or part in n.casefold() for part in parts) for n in _names(s))]


def lines(found: list[Statement]) -> list[str]:
    """What a person reads: by proposal, then by stance, each with its quote and place."""
    out: list[str] = []
    by_proposal: dict[str, list[Statement]] = {}
    for statement in found:
        by_proposal.setdefault(statement.proposal_label or statement.proposal_text, []).append(statement)
    for label in sorted(by_proposal, key=lambda label: (-len(by_proposal[label]), label)):
        out.append(label)
        for statement in sorted(by_proposal[label], key=lambda s: (ORDER.index(s.stance), s.said_on or "", s.id)):
            who = statement.speaker + (f", {statement.role}" if statement.role else "") + (
                f" ({statement.organisation})" if statement.organisation and statement.organisation != statement.speaker else "")
            out.append(f"  {statement.stance:11} {who}")
            out += textwrap.wrap(" ".join(statement.quote.split()), 96, initial_indent="      “", subsequent_indent="       ")
            out[-1] += "”"
            place = ", ".join(part for part in (statement.article, statement.said_on, f"confidence {statement.confidence:.2f}", statement.status) if part)
            out.append(f"      {place}   kg why {statement.id}")
    return out


def run(args: argparse.Namespace) -> int:
    everything = statements(output(args))
    found = matching(args.name, everything)
    if not found:
        names = sorted({name for s in everything for name in _names(s)})
        near = difflib.get_close_matches(args.name, names, n=3, cutoff=0.5)
        say(f"kg: nobody and nothing named {args.name!r} has a statement here" + (f"; did you mean {', '.join(near)}?" if near else ""))
        return 1
    if args.json:
        for statement in found:
            print(json.dumps(statement_to_dict(statement), ensure_ascii=False))
    else:
        print("\n".join(lines(found)))
    suggest("kg why ID explains one of them")
    return 0

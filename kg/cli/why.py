"""Explain a statement: its quote in context, the words and the rule that decided, how names were resolved."""
from __future__ import annotations

import argparse
import json
import textwrap
from pathlib import Path

from kg.build.files import read_run
from kg.cli.records import add_output, output, statements
from kg.errors import UsageError
from kg.model import Skipped, Statement, statement_to_dict

AROUND = 240  # characters of context on either side


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="a statement's id, or the start of one")
    parser.add_argument("--json", action="store_true", help="the statement, its context and the rule's meaning as JSON")
    add_output(parser)


def pick(wanted: str, found: list[Statement]) -> Statement:
    """The one statement whose id starts so.

    Raises UsageError when there is none, or more than one.
    """
    hits = [s for s in found if s.id.startswith(wanted)] if wanted else []
    exact = [s for s in hits if s.id == wanted]
    if len(exact or hits) != 1:
        what = f"{len(hits)} statements start with {wanted!r}: give more of the id" if hits else f"no statement has the id {wanted!r}: 'kg show NAME' prints ids"
        raise UsageError(what)
    return (exact or hits)[0]


def context(statement: Statement, folder: Path) -> tuple[str, str, str] | None:
    """Text before, the quote, text after; None when the article cannot be read again as it was."""
    from kg.readers import folder as reading

    article = read_run(folder).get("articles", {}).get(statement.article)
    if not article or not article.get("path"):
        return None
    path = Path(article["path"])
    file = path if path.is_file() else Path(str(path).rpartition(":")[0])
    for item in reading.read([file]) if file.is_file() else ():
        if not isinstance(item, Skipped) and getattr(item, "sha256", None) == article["sha256"]:
            text = item.text
            return text[max(0, statement.start - AROUND):statement.start], text[statement.start:statement.end], text[statement.end:statement.end + AROUND]
    return None


def lines(statement: Statement, around: tuple[str, str, str] | None, meaning: str) -> list[str]:
    """What a person reads."""
    body = f" for {statement.organisation}" if statement.organisation and statement.organisation != statement.speaker else ""
    out = [f"{statement.speaker}{f', {statement.role},' if statement.role else ''}{body} {statement.stance} {statement.proposal_label or statement.proposal_text}"]
    before, quote, after = around or ("", statement.quote, "")
    shown = " ".join(f"{before}>>{quote}<<{after}".split())
    out += ["", *textwrap.wrap(("… " if len(before) == AROUND else "") + shown + (" …" if len(after) == AROUND else ""), 96, initial_indent="  ", subsequent_indent="  "), ""]
    facts = {
        "article": f"{statement.article}, characters {statement.start} to {statement.end}", "said on": statement.said_on, "how said": statement.mode,
        "reported by": statement.reported_by, "cue": statement.cue, "rule": f"{statement.rule}: {meaning}" if meaning else statement.rule,
        "condition": statement.condition, "leans": statement.lean, "proposal": f"{statement.proposal or 'new'}; in the article's words: {statement.proposal_text}",
        "because": statement.because, "confidence": f"{statement.confidence:.2f}", "status": statement.status,
    }
    for name, value in facts.items():
        if value:
            out += textwrap.wrap(f"{name:12}{' '.join(str(value).split())}", 96, subsequent_indent=" " * 12)
    if around is None:
        out += ["", "The article is not where it was, or has changed since: the quote stands without its context."]
    return out


def run(args: argparse.Namespace) -> int:
    from kg.pipeline.meanings import meaning

    folder = output(args)
    statement = pick(args.id, statements(folder))
    around = context(statement, folder)
    told = meaning(statement.rule)
    if args.json:
        print(json.dumps({"statement": statement_to_dict(statement), "context": around, "rule": told}, ensure_ascii=False))
    else:
        print("\n".join(lines(statement, around, told)))
    return 0

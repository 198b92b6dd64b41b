"""A spreadsheet of what each proposal's words are, to merge and split proposals in: one row for each proposal, wording and article."""
from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.errors import ConfigError
from kg.model import FORMULA, Proposal, Statement, cell, normalise
from kg.review.decisions import Concept, Decision, signed
from kg.review.proposals import Concepts

COLUMNS = ("proposal", "label", "wording", "article", "statements", "stances", "quote", "near", "now", "why")
Row = tuple[str, str, str]  # proposal's id, wording as `normalise` has it, article


def _rows(statements: Iterable[Statement]) -> dict[Row, list[Statement]]:
    found: dict[Row, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.proposal is not None:
            found[statement.proposal, normalise(statement.proposal_text), _line(statement.article)].append(statement)
    return found


def _line(text: str) -> str:
    """Without line ends and doubled spaces, which spreadsheets lose."""
    return " ".join(text.split())


def _plain(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text


def write(statements: Sequence[Statement], near: Mapping[str, str] | None = None) -> str:
    """The sheet as CSV with a mark that makes Excel read UTF-8; `now` and `why` are left to fill in.

    `near` gives for a proposal's id the label of another that may be the same.
    """
    uses = Counter(statement.proposal for statement in statements)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    rows = _rows(statements)
    for key in sorted(rows, key=lambda row: (-uses[row[0]], row)):
        found = rows[key]
        stances = ", ".join(f"{number} {stance}" for stance, number in sorted(Counter(str(s.stance) for s in found).items()))
        first = found[0]
        cells = (key[0], first.proposal_label or key[0], first.proposal_text, key[2], str(len(found)), stances, first.quote, (near or {}).get(key[0], ""), "", "")
        writer.writerow([cell(_line(text)) for text in cells])
    return "\ufeff" + out.getvalue()


@dataclass(frozen=True, slots=True)
class Ask:
    """What a filled row asks for, and the line that it stands in."""

    line: int
    now: Concept
    why: str | None


def decide(
    rows: Iterable[tuple[int, Mapping[str, str]]], statements: Sequence[Statement], concepts: Iterable[Proposal], *,
    mint: Callable[[str], str], everywhere: Callable[[str], bool], by: str, when: str, name: str = "sheet",
) -> list[Decision]:
    """The decisions of a filled sheet: (line number, row) pairs, against the build that it was written from.

    Where all rows of a proposal lead to one other, the two are the same; where some do, it is split. A split holds in all
    articles where all rows of the wording were moved alike and `everywhere` says that the words mean the same wherever they
    stand. `mint` makes an id of a new label. Raises ConfigError naming the line of a row that is not the build's.
    """
    known = Concepts(concepts, {})
    there = _rows(statements)
    asked: dict[Row, Ask] = {}
    for line, row in rows:
        wanted = _plain(row["now"])
        if not wanted:
            continue
        key = (_plain(row["proposal"]), normalise(_plain(row["wording"])), _plain(row["article"]))
        ask = Ask(line, _concept(wanted, known, mint, key[0], f"{name}, line {line}"), row["why"] or None)
        if ask.now.id == key[0] or key not in there and (ask.now.id, *key[1:]) in there:
            continue  # it is so already
        if key not in there:
            raise ConfigError(f"{name}, line {line}: no statement of this build is on {key[0]!r} by the words {row['wording']!r} in {key[2]!r}: "
                              "write the sheet again with 'kg review --sheet', and fill it in anew")
        if key in asked and asked[key].now != ask.now:
            raise ConfigError(f"{name}, line {line}: the same words lead to {asked[key].now.label!r} in line {asked[key].line}: keep one")
        asked[key] = ask
    return [*_decisions(asked, there, everywhere, by, when)]


def _concept(wanted: str, known: Concepts, mint: Callable[[str], str], own: str, place: str) -> Concept:
    """The concept that a cell names by id or label, or a new one, known from here on. Words of the row's own concept make a new one."""
    found = known.by_id.get(wanted) or known.named(wanted, but=own)
    if found is None:
        several = known.also(wanted, but=own)
        if several:
            raise ConfigError(f"{place}: {wanted!r} is a name of {' and of '.join(several)}: write the id of the one that is meant")
        base = key = mint(wanted)
        number = 2
        while key in known.by_id:
            key, number = f"{base}-{number}", number + 1
        found = known.by_id[key] = Proposal(key, wanted, minted=True)
    return Concept(found.id, found.label)


def _decisions(asked: Mapping[Row, Ask], there: Mapping[Row, Sequence[Statement]], everywhere: Callable[[str], bool], by: str, when: str) -> Iterable[Decision]:
    for proposal in dict.fromkeys(key[0] for key in asked):
        rows = [key for key in there if key[0] == proposal]
        was = Concept(proposal, there[rows[0]][0].proposal_label or proposal)
        one = _one(rows, asked)
        if one is not None:
            yield signed(Decision("", when, by, "same", was, one.now, why=one.why))
            continue
        for wording in dict.fromkeys(key[1] for key in rows):
            places = [key for key in rows if key[1] == wording]
            one = _one(places, asked) if everywhere(wording) else None
            for key in places[:1] if one is not None else [key for key in places if key in asked]:
                ask = one or asked[key]
                first = there[key][0]
                yield signed(Decision("", when, by, "split", was, ask.now, first.proposal_text, first.article if one is None else None, ask.why))


def _one(rows: Sequence[Row], asked: Mapping[Row, Ask]) -> Ask | None:
    """What all of the rows ask for alike, with the first reason given; None where they do not."""
    asks = [asked[key] for key in rows if key in asked]
    if len(asks) < len(rows) or len({ask.now for ask in asks}) != 1:
        return None
    return next((ask for ask in asks if ask.why), asks[0])

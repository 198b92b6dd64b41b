"""decisions.jsonl: one human judgement a line, only ever added to.

A decision about proposals says that one proposal is another (verdict `same`) or that some words mean another than they were taken
for (`split`); `undo` takes an earlier line back. Each names a proposal by id and by label: where a later build gives another id, the label finds it.
"""
from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import ConfigError
from kg.model import normalise

VERDICTS = ("same", "split", "undo")
TOOL = "kg review"


@dataclass(frozen=True, slots=True)
class Concept:
    """A proposal as a decision names it."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One line. `was` and `now` are set but for an undo, `wording` for a split, `article` for a split that holds in one article, `of` for an undo."""

    id: str
    when: str
    by: str
    verdict: str
    was: Concept | None = None
    now: Concept | None = None
    wording: str | None = None
    article: str | None = None
    why: str | None = None
    of: str | None = None

    @property
    def subject(self) -> tuple[str, str | None, str | None]:
        """What is decided: two decisions on one subject cannot both hold."""
        return self.was.id if self.was else "", normalise(self.wording) if self.wording else None, self.article

    def __str__(self) -> str:
        if self.verdict == "undo":
            return f"{self.id}: {self.by} took back {self.of}"
        what = repr(self.was.label) if self.wording is None else f"{self.wording!r} (taken for {self.was.label!r})"
        return f"{self.id}: {self.by} says that {what}{f' in {self.article}' if self.article else ''} is {self.now.label!r}{f': {self.why}' if self.why else ''}"


def made(*, when: str, by: str, verdict: str, **more: Any) -> Decision:
    """A decision with its id, a hash of all that it says."""
    plain = Decision("", when, by, verdict, **more)
    told = json.dumps(to_dict(plain), ensure_ascii=False, sort_keys=True)
    return Decision("d-" + hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:12], when, by, verdict, **more)


def to_dict(decision: Decision) -> dict[str, Any]:
    """The line as written: keys that say nothing are left out."""
    record: dict[str, Any] = {"id": decision.id, "when": decision.when, "by": decision.by, "verdict": decision.verdict}
    if decision.article is not None:
        record["article"] = decision.article
    if decision.was is not None:
        record["was"] = {"proposal": decision.was.id, "proposal_label": decision.was.label}
        if decision.wording is not None:
            record["was"]["proposal_text"] = decision.wording
    if decision.now is not None:
        record["now"] = {"proposal": decision.now.id, "proposal_label": decision.now.label}
    if decision.of is not None:
        record["of"] = decision.of
    return record | ({"why": decision.why} if decision.why else {}) | {"tool": TOOL}


def _concept(record: dict[str, Any], key: str) -> Concept:
    value = record.get(key)
    if not isinstance(value, dict) or not all(isinstance(value.get(name), str) and value[name].strip() for name in ("proposal", "proposal_label")):
        raise ValueError(f"{key!r} must hold 'proposal' (an id) and 'proposal_label'")
    return Concept(value["proposal"], value["proposal_label"])


def from_dict(record: Any) -> Decision:
    """The inverse of `to_dict`. Raises ValueError saying what is wrong."""
    if not isinstance(record, dict):
        raise ValueError("a line must be an object")
    for name in ("id", "when", "by", "verdict"):
        if not isinstance(record.get(name), str) or not record[name].strip():
            raise ValueError(f"{name!r} must be text")
    for name in ("article", "why", "of"):
        if record.get(name) is not None and not isinstance(record[name], str):
            raise ValueError(f"{name!r} must be text")
    verdict = record["verdict"]
    if verdict not in VERDICTS:
        raise ValueError(f"unknown verdict {verdict!r}; known are {', '.join(VERDICTS)}")
    head = {"id": record["id"], "when": record["when"], "by": record["by"], "verdict": verdict, "why": record.get("why")}
    if verdict == "undo":
        if not record.get("of"):
            raise ValueError("an undo must say in 'of' which decision it takes back")
        return Decision(**head, of=record["of"])
    was, now = _concept(record, "was"), _concept(record, "now")
    if verdict == "same":
        return Decision(**head, was=was, now=now)
    wording = record["was"].get("proposal_text")
    if not isinstance(wording, str) or not wording.strip():
        raise ValueError("a split must say in 'was' under 'proposal_text' which words it is about")
    return Decision(**head, was=was, now=now, wording=wording, article=record.get("article"))


def read(path: Path) -> list[Decision]:
    """The decisions of a file in their order; none where there is no file.

    Raises ConfigError naming the line and what is wrong with it.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read ({error}); put it back from your last copy") from error
    found: list[Decision] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            decision = from_dict(json.loads(line))
        except ValueError as error:
            raise ConfigError(f"{path}:{number}: {error}: mend the line or take it away") from error
        if decision.id in seen:
            raise ConfigError(f"{path}:{number}: the decision {decision.id} stands in line {seen[decision.id]} already: take one away")
        seen[decision.id] = number
        found.append(decision)
    return found


def append(path: Path, decisions: Iterable[Decision]) -> None:
    """Add lines at the end of the file; what is there stays as it is."""
    text = "".join(json.dumps(to_dict(decision), ensure_ascii=False) + "\n" for decision in decisions)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as stream:
        if stream.tell():
            stream.seek(-1, 2)
            text = text if stream.read(1) == b"\n" else "\n" + text
        stream.write(text.encode("utf-8", "backslashreplace"))


def standing(decisions: Sequence[Decision]) -> tuple[list[Decision], list[Decision]]:
    """(those that hold, in order; those that two people make of one subject in different ways, of which none holds).

    One person's later word on a subject takes the place of the earlier.
    """
    undone = {decision.of for decision in decisions if decision.verdict == "undo"}
    latest: dict[tuple[str, tuple], Decision] = {}
    for decision in decisions:
        if decision.verdict != "undo" and decision.id not in undone:
            latest.pop((decision.by, decision.subject), None)
            latest[decision.by, decision.subject] = decision
    said: dict[tuple, set[str]] = {}
    for decision in latest.values():
        said.setdefault(decision.subject, set()).add(decision.now.id)
    holding = [d for d in latest.values() if len(said[d.subject]) == 1]
    return holding, [d for d in latest.values() if len(said[d.subject]) > 1]

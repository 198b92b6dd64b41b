"""decisions.jsonl: one human judgement a line, only ever added to.

A decision about proposals says that one proposal is another (verdict `same`) or that some words mean another than they were taken
for (`split`); `undo` takes an earlier line back. Each names a proposal by id and by label: where a later build gives another id, the label finds it.
"""
from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

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
    """One judgement: what was taken for `was` is `now`. A split is about a `wording`, in one `article` or wherever it stands."""

    id: str
    when: str
    by: str
    verdict: str
    was: Concept
    now: Concept
    wording: str | None = None
    article: str | None = None
    why: str | None = None

    @property
    def subject(self) -> tuple[str, str | None, str | None]:
        """What is decided: two decisions on one subject cannot both hold."""
        return self.was.id, normalise(self.wording) if self.wording else None, self.article

    def __str__(self) -> str:
        what = repr(self.was.label) if self.wording is None else f"{self.wording!r} (taken for {self.was.label!r})"
        return f"{self.id}: {self.by} says that {what}{f' in {self.article}' if self.article else ''} is {self.now.label!r}{f': {self.why}' if self.why else ''}"


@dataclass(frozen=True, slots=True)
class Undo:
    """Takes an earlier line back."""

    id: str
    when: str
    by: str
    of: str
    why: str | None = None
    verdict: str = "undo"

    def __str__(self) -> str:
        return f"{self.id}: {self.by} takes back {self.of}"


Line = Decision | Undo
AnyLine = TypeVar("AnyLine", Decision, Undo)


def signed(line: AnyLine) -> AnyLine:
    """The line with its id, a hash of all that it says."""
    told = json.dumps(to_dict(replace(line, id="")), ensure_ascii=False, sort_keys=True)
    return replace(line, id="d-" + hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:12])


def to_dict(line: Line) -> dict[str, Any]:
    """The line as written: keys that say nothing are left out."""
    record: dict[str, Any] = {"id": line.id, "when": line.when, "by": line.by, "verdict": line.verdict}
    if isinstance(line, Undo):
        record["of"] = line.of
    else:
        if line.article is not None:
            record["article"] = line.article
        record["was"] = {"proposal": line.was.id, "proposal_label": line.was.label}
        if line.wording is not None:
            record["was"]["proposal_text"] = line.wording
        record["now"] = {"proposal": line.now.id, "proposal_label": line.now.label}
    return record | ({"why": line.why} if line.why else {}) | {"tool": TOOL}


def _concept(record: dict[str, Any], key: str) -> Concept:
    value = record.get(key)
    if not isinstance(value, dict) or not all(isinstance(value.get(name), str) and value[name].strip() for name in ("proposal", "proposal_label")):
        raise ValueError(f"{key!r} must hold 'proposal' (an id) and 'proposal_label'")
    return Concept(value["proposal"], value["proposal_label"])


def from_dict(record: Any) -> Line:
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
    head, why = (record["id"], record["when"], record["by"]), record.get("why")
    if verdict == "undo":
        if not record.get("of"):
            raise ValueError("an undo must say in 'of' which decision it takes back")
        return Undo(*head, of=record["of"], why=why)
    was, now = _concept(record, "was"), _concept(record, "now")
    if verdict == "same":
        return Decision(*head, verdict, was, now, why=why)
    wording = record["was"].get("proposal_text")
    if not isinstance(wording, str) or not wording.strip():
        raise ValueError("a split must say in 'was' under 'proposal_text' which words it is about")
    return Decision(*head, verdict, was, now, wording, record.get("article"), why)


def read(path: Path) -> list[Line]:
    """The lines of a file in their order; none where there is no file.

    Raises ConfigError naming the line and what is wrong with it.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read ({error}); put it back from your last copy") from error
    found: list[Line] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            said = from_dict(json.loads(line))
        except ValueError as error:
            raise ConfigError(f"{path}:{number}: {error}: mend the line or take it away") from error
        if said.id in seen:
            raise ConfigError(f"{path}:{number}: the decision {said.id} stands in line {seen[said.id]} already: take one away")
        seen[said.id] = number
        found.append(said)
    return found


def append(path: Path, lines: Iterable[Line]) -> None:
    """Add lines at the end of the file; what is there stays as it is."""
    text = "".join(json.dumps(to_dict(line), ensure_ascii=False) + "\n" for line in lines)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as stream:
        if stream.tell():
            stream.seek(-1, 2)
            text = text if stream.read(1) == b"\n" else "\n" + text
        stream.write(text.encode("utf-8", "backslashreplace"))


def standing(lines: Sequence[Line]) -> tuple[list[Decision], list[Decision]]:
    """(those that hold, in order; those that two people make of one subject in different ways, of which none holds).

    One person's later word on a subject takes the place of the earlier.
    """
    undone = {line.of for line in lines if isinstance(line, Undo)}
    latest: dict[tuple[str, tuple], Decision] = {}
    for line in lines:
        if isinstance(line, Decision) and line.id not in undone:
            latest.pop((line.by, line.subject), None)
            latest[line.by, line.subject] = line
    said: dict[tuple, set[str]] = {}
    for decision in latest.values():
        said.setdefault(decision.subject, set()).add(decision.now.id)
    holding = [d for d in latest.values() if len(said[d.subject]) == 1]
    return holding, [d for d in latest.values() if len(said[d.subject]) > 1]


def unheard(new: Iterable[Decision], there: Sequence[Line]) -> list[Decision]:
    """Those of the new decisions that do not say again what holds already."""
    held = {(decision.subject, decision.now.id) for decision in standing(there)[0]}
    return [decision for decision in new if (decision.subject, decision.now.id) not in held]

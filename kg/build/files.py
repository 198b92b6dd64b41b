"""The files of a build: written beside their places, then moved there, so that a reader never sees half a file."""
from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from kg.model import Attribution, COLUMNS, Statement, attribution_to_dict, cell, statement_to_dict

RUN = "run.json"


def json_line(record: dict) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"


def statements_jsonl(statements: Iterable[Statement]) -> str:
    """One object a line, in the order given."""
    return "".join(json_line(statement_to_dict(statement)) for statement in statements)


def statements_csv(statements: Iterable[Statement]) -> str:
    """The same columns for a spreadsheet; cells that a spreadsheet would run as a formula get a leading apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for statement in statements:
        writer.writerow(["" if value is None else cell(str(value)) for value in statement_to_dict(statement).values()])
    return out.getvalue()


def attributions_jsonl(attributions: Iterable[Attribution]) -> str:
    """One object a line, in the order given."""
    return "".join(json_line(attribution_to_dict(attribution)) for attribution in attributions)


class Staging:
    """A folder beside the last build's files, moved into their places at the end, run.json last."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.folder = output / f".new-{os.getpid()}"

    def __enter__(self) -> Staging:
        self.output.mkdir(parents=True, exist_ok=True)
        for stale in self.output.glob(".new-*"):
            shutil.rmtree(stale, ignore_errors=True)
        self.folder.mkdir()
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def write(self, name: str, data: str | bytes) -> None:
        """A file of the build, by its name relative to the output folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "backslashreplace"))

    def hashes(self) -> dict[str, str]:
        """SHA-256 of every file written so far, by name."""
        files = sorted(p for p in self.folder.rglob("*") if p.is_file())
        return {p.relative_to(self.folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}

    def publish(self, run: dict) -> None:
        """Move the files into place, remove what the last build wrote and this one did not, and write run.json."""
        old = read_run(self.output)
        run["files"] = self.hashes()
        self.write(RUN, json.dumps(run, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
        for name in [*run["files"], RUN]:
            target = self.output / name
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(self.folder / name, target)
        root = self.output.resolve()
        for name in old.get("files", {}).keys() - run["files"].keys():
            stale = self.output / name
            if stale.resolve().is_relative_to(root):
                stale.unlink(missing_ok=True)


def read_run(output: Path) -> dict:
    """The run.json of an output folder; empty when there is none that can be read."""
    try:
        return json.loads((output / RUN).read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError):
        return {}

"""What a build was made with: hashes that change when, and only when, its outcome may."""
from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable
from pathlib import Path

from kg import lang, resources
from kg.errors import ConfigError
from kg.review.proposals import Applied

MEASURED = "measured.toml"


def hash_files(folder: Path, files: Iterable[Path]) -> str:
    """SHA-256 over names and contents, in the order of the names."""
    total = hashlib.sha256()
    for path in sorted(files):
        total.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def language(code: str = "en") -> str:
    """Of the language data and trained models."""
    folder = lang.folder(code)
    return hash_files(folder, (p for p in folder.rglob("*") if p.is_file() and p.suffix != ".md" and p.name != MEASURED and "__pycache__" not in p.parts))


def registries() -> str:
    """Of the ontology: scheme, organisations, shapes."""
    folder = resources.ontology(".")
    return hash_files(folder, (p for p in folder.rglob("*") if p.is_file()))


def decided(path: Path, applied: Applied) -> dict:
    """What people decided, for run.json: the hash of the file, and which decisions hold, found nothing, or contradict each other."""
    groups = {"applied": applied.applied, "idle": applied.idle, "disputed": applied.disputed}
    return {"sha256": hashlib.sha256(path.read_bytes()).hexdigest(), **{name: [decision.id for decision in group] for name, group in groups.items()}}


def measured(code: str = "en") -> dict[str, dict]:
    """Figures of the last evaluation, for the pages: words -> {"value": a number, "source"}; empty when none was written."""
    path = lang.folder(code) / MEASURED
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))["measured"]
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise ConfigError(f"{path}: {error}; write it again with 'make evaluate'") from error


def settings(values: dict) -> str:
    """Settings that bear on the outcome, as one stable line."""
    return json.dumps(values, sort_keys=True, ensure_ascii=False)

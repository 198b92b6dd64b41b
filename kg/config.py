"""kg.toml: a few optional lines that say where things lie and what to ask for."""
from __future__ import annotations

import dataclasses
import difflib
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import ConfigError

NAME = "kg.toml"


@dataclass(frozen=True, slots=True)
class Config:
    """What kg.toml may say. Paths are relative to the folder that holds it."""

    articles: str = "articles"
    output: str = "output"
    base: str = "https://w3id.org/stancekg/"
    lead: str = "structural-integration"
    fast: bool = False
    least_confidence: float = 0.0
    names: str = "names.csv"
    proposals: str = "proposals.csv"
    decisions: str = "decisions.jsonl"
    folder: Path = Path(".")

    def path(self, name: str) -> Path:
        """The path that a setting names."""
        return self.folder / getattr(self, name)


# key in the file -> what it sets, in words for the file that `kg init` writes
KEYS = {
    "articles": "the folder (or file) with the articles: .txt .md .html .pdf .docx .jsonl",
    "output": "where a build goes",
    "base": "the start of every address in the graph; end it with a slash",
    "lead": "the proposal that the front page asks about first: a concept id of the scheme",
    "fast": "true: the light extractor, about twice as fast and less exact",
    "least_confidence": "statements below this confidence (0 to 1) are left out, and the report says how many",
    "names": "your people and organisations: name, aliases, kind ... one a line",
    "proposals": "your proposals: id, label, aliases, broader ... one a line",
    "decisions": "what you and others decided with 'kg review', one judgement a line; keep it with your articles",
}


def _check(path: Path, key: str, value: Any) -> None:
    if key not in KEYS:
        near = difflib.get_close_matches(key, KEYS, n=1, cutoff=0.3)
        hint = f"; did you mean {near[0]!r}?" if near else "."
        raise ConfigError(f"{path}: unknown key {key!r}{hint} Known: {', '.join(KEYS)}")
    wanted = type(getattr(Config(), key))
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if not isinstance(value, wanted):
        names = {str: "text in quotation marks", bool: "true or false", float: "a number"}
        raise ConfigError(f"{path}: {key!r} must be {names[wanted]}, not {value!r}")
    if key == "least_confidence" and not 0 <= value <= 1:
        raise ConfigError(f"{path}: 'least_confidence' must lie between 0 and 1, not at {value}")
    if key == "base" and not (value.startswith(("http://", "https://")) and value.endswith(("/", "#"))):
        raise ConfigError(f"{path}: 'base' must start with http:// or https:// and end with a slash, unlike {value!r}")


def load(path: Path | None = None) -> Config:
    """The settings of a kg.toml: the one named, else the one in this folder, else the built-in ones.

    Raises ConfigError naming file, key and the nearest known key.
    """
    if path is None:
        path = Path(NAME)
        if not path.is_file():
            return Config()
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be opened ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: no TOML ({error})") from error
    for key, value in found.items():
        _check(path, key, value)
    return dataclasses.replace(Config(), folder=path.parent, **found)


def template() -> str:
    """A kg.toml with every key, its meaning, and its built-in value as a comment."""
    lines = ["# Settings for kg. Every line is optional; remove the # to change one.", ""]
    for key, meaning in KEYS.items():
        value = getattr(Config(), key)
        shown = f'"{value}"' if isinstance(value, str) else str(value).lower()
        lines += [f"# {meaning}", f"# {key} = {shown}", ""]
    return "\n".join(lines)

"""Language data: one folder a language, word lists in TOML, the trained pipeline beside them."""
from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.errors import ConfigError


def folder(code: str) -> Path:
    """The folder that holds a language's data.

    Raises ConfigError naming the languages there are.
    """
    path = Path(__file__).parent / code
    if not path.is_dir():
        known = sorted(p.name for p in Path(__file__).parent.iterdir() if p.is_dir() and not p.name.startswith("_"))
        raise ConfigError(f"no language data for {code!r}; known: {', '.join(known)}")
    return path


@lru_cache
def table(code: str, name: str) -> dict[str, Any]:
    """The TOML file `name`.toml of a language, read once."""
    path = folder(code) / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error

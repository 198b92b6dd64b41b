"""Where the ontology and the bundled articles lie: inside an installed package, or beside it in a checkout."""
from __future__ import annotations

from pathlib import Path

from kg.errors import ConfigError

_PACKAGE = Path(__file__).parent


def _folder(name: str) -> Path:
    for path in (_PACKAGE / f"_{name}", _PACKAGE.parent / name):
        if path.is_dir():
            return path
    raise ConfigError(f"{_PACKAGE}: the folder {name}/ is missing; install stance-kg again")


def ontology(name: str) -> Path:
    """A file of the ontology: stance.ttl, shapes.ttl, proposals.ttl, organisations.ttl, context.jsonld."""
    return _folder("ontology") / name


def seeds() -> Path:
    """The folder with the bundled articles."""
    return _folder("seeds")

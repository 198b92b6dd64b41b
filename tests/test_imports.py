"""The import table: which room may import which, read from the source."""
from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

KG = Path(__file__).parent.parent / "kg"
# room -> (own rooms it may import, outside packages it may import)
BASE = {"model", "errors", "resources"}
TABLE: dict[str, tuple[set[str], set[str]]] = {
    "__init__": ({"model"}, set()),
    "__main__": ({"cli"}, set()),
    "model": (set(), set()),
    "errors": (set(), set()),
    "resources": ({"errors"}, set()),
    "plugins": ({"errors"}, set()),
    "vocab": (set(), {"rdflib"}),
    "readers": (BASE | {"plugins"}, {"trafilatura", "lxml", "pypdf", "docx", "htmldate"}),
    "lang": (BASE, set()),
    "pipeline": (BASE | {"lang"}, {"spacy", "thinc", "onnxruntime", "tokenizers", "numpy"}),
    "linking": (BASE | {"lang"}, {"rapidfuzz", "rdflib", "pyoxigraph", "numpy"}),
    "review": (BASE, set()),
    "graph": (BASE | {"vocab"}, {"rdflib"}),
    "store": (BASE | {"vocab", "graph", "queries"}, {"rdflib", "oxrdflib", "pyoxigraph"}),
    "check": (BASE | {"vocab", "graph", "queries", "store"}, {"rdflib", "pyshacl", "pyoxigraph"}),
    "queries": (BASE | {"vocab"}, {"rdflib", "pyoxigraph"}),
    "networks": (BASE | {"vocab"}, {"rdflib", "networkx", "numpy"}),
    "exports": (BASE | {"vocab", "graph", "networks"}, {"rdflib", "pyoxigraph", "openpyxl", "networkx"}),
    "views": (BASE | {"vocab", "queries", "networks", "plugins"}, {"rdflib", "pyvis", "jinja2", "markupsafe", "networkx"}),
    "serve": (BASE | {"vocab", "graph", "store", "queries", "exports"}, {"rdflib", "pyoxigraph"}),
    "config": (BASE, set()),
    "scoring": (BASE | {"lang"}, set()),
    "build": (set(), set()),
    "cli": (set(), set()),
}
TABLE["build"] = (set(TABLE) - {"cli"}, {"rdflib", "numpy"})
TABLE["cli"] = (set(TABLE), {"rdflib", "pyoxigraph"})


def imports(path: Path) -> set[str]:
    """Dotted names imported anywhere in a file."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" if node.module == "kg" else node.module for alias in node.names}
    return found


FILES = sorted(KG.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(KG)))
def test_imports_only_what_its_room_may(path: Path) -> None:
    room = path.relative_to(KG).parts[0].removesuffix(".py")
    rooms, packages = TABLE[room]
    for name in imports(path):
        top = name.split(".")[0]
        if top == "kg":
            inner = name.split(".")[1] if "." in name else "__init__"
            if not (KG / inner).is_dir() and not (KG / f"{inner}.py").is_file():
                inner = "__init__"  # a name from the package itself
            assert inner in rooms | {room, "__init__"}, f"{room} may not import kg.{inner}"
        elif top not in sys.stdlib_module_names and top != "__future__":
            assert top in packages, f"{room} may not import {top}"

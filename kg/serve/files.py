"""Files under a folder, by a path of the web: nothing outside it, no listing, no symbolic link."""
from __future__ import annotations

import mimetypes
from pathlib import Path
from urllib.parse import unquote

TYPES = {".ttl": "text/turtle; charset=utf-8", ".trig": "application/trig", ".jsonl": "application/jsonl", ".md": "text/markdown; charset=utf-8",
         ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
         ".csv": "text/csv; charset=utf-8", ".json": "application/json"}


def find(root: Path, path: str) -> Path | None:
    """The file that a web path names below the root; the root itself is index.html; None where there is none to show."""
    parts = [part for part in unquote(path).split("/") if part]
    if any(part.startswith(".") or "\\" in part or "\0" in part for part in parts):
        return None
    place = root.resolve()
    for part in parts or ["index.html"]:
        place = place / part
        if place.is_symlink():
            return None
    return place if place.is_file() and place.resolve().is_relative_to(root.resolve()) else None


def kind(path: Path) -> str:
    """The media type of a file by its suffix."""
    return TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"

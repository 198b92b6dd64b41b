"""Plain text and Markdown: one article a file, the text kept as it is."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.model import Article
from kg.readers import header
from kg.readers.decode import decode


def read(path: Path) -> Iterator[Article]:
    """The article in a .txt or .md file; its id is the file's stem."""
    text = decode(path.read_bytes())
    yield Article(id=path.stem, text=text, path=str(path), **header.read(text)._asdict())

"""Word documents: one line a paragraph."""
from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from kg.errors import ReadError
from kg.model import Article
from kg.readers import header

_MOST = 100_000_000  # bytes unpacked; a Word file of an article has a few hundred thousand


def read(path: Path) -> Iterator[Article]:
    """The paragraphs of a .docx, parted by blank lines.

    Raises ReadError when the file is no Word document, or unpacks to more than 100 MB.
    """
    import docx

    if not zipfile.is_zipfile(path):
        raise ReadError("no Word document: save it again as .docx, or give its text as .txt")
    with zipfile.ZipFile(path) as package:
        if sum(item.file_size for item in package.infolist()) > _MOST:
            raise ReadError("the document unpacks to more than 100 MB: save its text alone")
    document = docx.Document(str(path))
    text = "\n\n".join(paragraph.text for paragraph in document.paragraphs if paragraph.text.strip()).strip()
    told = header.read(text)
    known = document.core_properties
    yield Article(id=path.stem, text=text, path=str(path),
                  **(told._asdict() | {"title": told.title or known.title or None, "byline": told.byline or known.author or None}))

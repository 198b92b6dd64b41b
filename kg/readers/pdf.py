"""PDF: the text layer, page after page."""
from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from kg.errors import ReadError
from kg.model import Article
from kg.readers import header


def read(path: Path) -> Iterator[Article]:
    """The text of a PDF; hyphens at line ends stay, as the file has them.

    Raises ReadError when the file is locked or has pictures of text only.
    """
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    document = pypdf.PdfReader(path)
    if document.is_encrypted and not document.decrypt(""):
        raise ReadError("the PDF is locked with a password: save a copy without one")
    text = "\n\n".join(page.extract_text().strip() for page in document.pages).strip()
    if not text:
        raise ReadError("the PDF has no text layer (scanned pages?): run OCR on it first")
    told = header.read(text)
    title = document.metadata.title if document.metadata else None
    yield Article(id=path.stem, text=text, path=str(path), **(told._asdict() | {"title": told.title or title or None}))

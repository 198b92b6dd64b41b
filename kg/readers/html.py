"""Saved web pages: the article's text and metadata by trafilatura."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.errors import ReadError
from kg.model import Article
from kg.readers import header
from kg.readers.decode import decode


def read(path: Path) -> Iterator[Article]:
    """The main text of a page, with title, site, author, date and address where the markup tells.

    Nothing is fetched and no script runs. Raises ReadError when the page holds no article.
    """
    import trafilatura

    markup = decode(path.read_bytes())
    found = trafilatura.bare_extraction(markup, include_comments=False, include_tables=False, with_metadata=True, deduplicate=False)
    record = found if isinstance(found, dict) else found.as_dict() if found else {}
    text = (record.get("text") or "").strip()
    if not text:
        raise ReadError("no article text was found in the page: save the page again, or give its text as .txt")
    told = header.read(text)
    yield Article(
        id=path.stem, text=text, path=str(path), title=record.get("title") or told.title,
        publisher=record.get("sitename") or record.get("hostname") or told.publisher,
        byline=record.get("author") or told.byline, date=record.get("date") or told.date, url=record.get("url") or told.url)

"""JSON Lines: one article a line, with `text` and, where known, id, title, publisher, byline, date, url."""
from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from kg.model import Article, Skipped
from kg.readers import dates, header
from kg.readers.decode import decode

_OPTIONAL = ("title", "publisher", "byline", "url")


def read(path: Path) -> Iterator[Article | Skipped]:
    """The articles of a .jsonl file; a bad line is reported by its number and the others are read.

    Keys that kg does not know are left alone: they are the user's own.
    """
    # split at line feeds alone: JSON strings may hold U+2028 and its like
    for number, line in enumerate(decode(path.read_bytes()).split("\n"), 1):
        if not line.strip():
            continue
        place = f"{path}:{number}"
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            yield Skipped(place, f"no JSON ({error.msg} at column {error.colno}): mend the line")
            continue
        except RecursionError:
            yield Skipped(place, "no JSON that can be read (too many brackets within each other): mend the line")
            continue
        if not isinstance(record, dict) or not isinstance(record.get("text"), str):
            yield Skipped(place, 'has no "text": give each line an object with the article in "text"')
            continue
        wrong = [key for key in (*_OPTIONAL, "date") if record.get(key) is not None and not isinstance(record[key], str)]
        if wrong:
            yield Skipped(place, f"{wrong[0]!r} is not a string: put it in quotation marks")
            continue
        told = header.read(record["text"])
        date = dates.find(record["date"]) if record.get("date") else told.date
        yield Article(id=str(record.get("id") or f"{path.stem}-{number}"), text=record["text"], path=place, date=date,
                      **{key: record.get(key) or getattr(told, key) for key in _OPTIONAL})

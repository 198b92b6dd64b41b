"""Files and folders -> articles with ids of their own; what cannot be read is told and left out."""
from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg import plugins
from kg.errors import ReadError
from kg.model import Article, Note, Skipped

MOST_BYTES = 20_000_000
MOST_CHARACTERS = 200_000  # a long read has 60,000


def files(paths: Iterable[Path]) -> Iterator[Path | Skipped]:
    """The files that hold articles, in a stable order. Hidden files and README files are no articles.

    A file named outright is always tried; in a folder, files of other formats are passed over with a note.
    """
    suffixes = set(plugins.names("readers"))
    for path in paths:
        if path.is_file():
            yield path
        elif path.is_dir():
            inside = sorted((p for p in path.rglob("*") if p.is_file()), key=lambda p: p.relative_to(path).as_posix())
            for file in inside:
                parts = file.relative_to(path).parts
                if any(part.startswith((".", "~$")) for part in parts) or file.stem.upper() == "README":
                    continue
                if file.suffix.lower() in suffixes:
                    yield file
                else:
                    yield Skipped(str(file), f"no reader for {file.suffix or 'files without a suffix'}: known are {', '.join(sorted(suffixes))}")
        else:
            yield Skipped(str(path), "there is no such file or folder: check the name")


def _read(path: Path) -> Iterator[Article | Skipped]:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            yield Skipped(str(path), f"has {size:,} bytes; one article may have {MOST_BYTES:,}: split it")
            return
        if size == 0:
            yield Skipped(str(path), "is empty: give it its text, or leave it out")
            return
        suffix = path.suffix.lower()
        if suffix not in plugins.names("readers"):
            yield Skipped(str(path), f"no reader for {suffix or 'files without a suffix'}: known are {', '.join(plugins.names('readers'))}")
            return
        yield from plugins.load("readers", suffix)(path)
    except ReadError as error:
        yield Skipped(str(path), str(error))
    except OSError as error:
        yield Skipped(str(path), f"cannot be opened ({error.strerror or error}): check its permissions")
    except Exception as error:  # a reader's library failed on a damaged file: told here, and the others are read
        yield Skipped(str(path), f"cannot be read ({type(error).__name__}: {error}): save it again, or give its text as .txt")


def read(paths: Iterable[Path | str]) -> Iterator[Article | Skipped | Note]:
    """Articles in a stable order, each with an id of its own; Skipped for what cannot be read; Note for what needs telling.

    Where two files have one stem, the first keeps it and the others take their file name, or their folder's name too.
    """
    ids: dict[str, Article] = {}
    for path in files(Path(p) for p in paths):
        if isinstance(path, Skipped):
            yield path
            continue
        for item in _read(path):
            if isinstance(item, Skipped):
                yield item
                continue
            place = item.path or str(path)
            if not item.text.strip():
                yield Skipped(place, "holds no text: give it its text, or leave it out")
                continue
            if len(item.text) > MOST_CHARACTERS:
                yield Skipped(place, f"has {len(item.text):,} characters; one article may have {MOST_CHARACTERS:,}: split it")
                continue
            first = ids.get(item.id)
            if first is not None:
                if first.text == item.text:
                    yield Skipped(place, f"is the same text as {first.path}: leave one out")
                    continue
                names = [path.name, f"{path.parent.name}-{path.name}"] if path.suffix != ".jsonl" else []
                free = next((name for name in names if name not in ids), None)
                if free is None:
                    yield Skipped(place, f"has the id {item.id!r} of {first.path}: give it another")
                    continue
                yield Note(place, f"has the stem of {first.path}; it is read as article {free!r}")
                item = dataclasses.replace(item, id=free)
            ids[item.id] = item
            yield item

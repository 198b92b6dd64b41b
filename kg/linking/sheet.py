"""CSV files that people keep in Excel: a comma or a semicolon, with or without a BOM; every column is known or an error."""
from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.errors import ConfigError


def rows(path: Path, columns: Sequence[str], *, required: Sequence[str] = ()) -> Iterator[tuple[int, dict[str, str]]]:
    """(line number, row) for each row that is not empty; columns left out read as ''.

    Raises ConfigError for a file that is not UTF-8 text, an unknown column (naming the nearest known one), a missing
    required column or an empty required cell.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 text ({error.reason} at byte {error.start}); save it as 'CSV UTF-8'") from error
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
    header = [cell.strip().casefold() for cell in next(reader, [])]
    for name in header:
        if name not in columns:
            near = difflib.get_close_matches(name, columns, 1)
            hint = f"; did you mean {near[0]!r}?" if near else "."
            raise ConfigError(f"{path}, line 1: unknown column {name!r}{hint} Known are {', '.join(columns)}")
    for name in required:
        if header and name not in header:
            raise ConfigError(f"{path}, line 1: the column {name!r} is missing")
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(header):
            raise ConfigError(f"{path}, line {reader.line_num}: {len(cells)} cells under {len(header)} columns; put cells that hold {delimiter!r} in double quotes")
        row = dict.fromkeys(columns, "") | {name: cell.strip() for name, cell in zip(header, cells)}
        for name in required:
            if not row[name]:
                raise ConfigError(f"{path}, line {reader.line_num}: {name!r} is empty")
        yield reader.line_num, row


def parts(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, separated by '|'."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())

"""The statement table for spreadsheets and pandas. Beside it belongs the description of its columns, format `csvw`."""
from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from rdflib import Dataset

from kg import graph
from kg.exports.csvw import metadata
from kg.model import COLUMNS, Statement, cell, statement_to_dict

def export(dataset: Dataset, stream: BinaryIO) -> None:
    """CSV of all statements: the bytes of statements.csv; a cell that a spreadsheet would calculate gets a leading apostrophe."""
    write(graph.read(dataset), stream)


def write(statements: Iterable[Statement], stream: BinaryIO) -> None:
    """The same from statements."""
    text = io.TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace", newline="")
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(COLUMNS)
    table.writerows([cell(value) if isinstance(value, str) else value for value in statement_to_dict(statement).values()] for statement in statements)
    text.flush()
    text.detach()


def beside(name: str) -> dict[str, bytes]:
    """The description of the table's columns, as CSV on the Web looks for it."""
    return {f"{name}-metadata.json": metadata(name).encode()}

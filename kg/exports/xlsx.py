"""The statement table as an Excel workbook: text stays text, no formula, same bytes every time."""
from __future__ import annotations

import io
import re
import zipfile
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from rdflib import Dataset

from kg import graph
from kg.model import COLUMNS, statement_to_dict

LIMIT = 32767  # characters in a cell
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CLOCK = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def export(dataset: Dataset, stream: BinaryIO) -> None:
    """One sheet, one statement a row, the header frozen. Characters that Excel refuses become U+FFFD."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("statements")
    sheet.freeze_panes = "A2"
    sheet.append(list(COLUMNS))
    for statement in graph.read(dataset):
        sheet.append([_cell(sheet, value) for value in statement_to_dict(statement).values()])
    buffer = io.BytesIO()
    book.save(buffer)
    _without_clock(buffer, stream)


def _cell(sheet, value):
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, _ILLEGAL.sub("\ufffd", value)[:LIMIT])
    cell.data_type = "s"
    return cell


def _without_clock(source: io.BytesIO, stream: BinaryIO) -> None:
    """The archive again with every date at 1980-01-01."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, _CLOCK.sub(rb"\g<1>1980-01-01T00:00:00Z", old.read(name)))

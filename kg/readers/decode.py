"""Bytes -> text, without guessing more than the bytes tell."""
from __future__ import annotations

import codecs

from kg.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PLAIN = {9, 10, 12, 13}  # tab, line feed, form feed, carriage return


def _is_utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark: Latin text has a zero in every other byte."""
    sample = data[:4000]
    if len(sample) < 8 or len(data) % 2:
        return None
    even, odd = sample[::2].count(0) / len(sample[::2]), sample[1::2].count(0) / len(sample[1::2])
    if odd > 0.6 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 and odd < 0.05 else None


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a file: by its byte order mark, else UTF-8, else the declared encoding, else Windows-1252 or Latin-1.

    A mark is not part of the text; everything else is kept, line ends included.
    Raises ReadError when the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark):].decode(encoding)
            except UnicodeDecodeError as error:
                raise ReadError(f"starts with a {encoding.upper()} mark, but byte {error.start + len(mark)} does not fit: save it again as UTF-8") from error
    encoding = _is_utf16(data)
    if encoding:
        return data.decode(encoding, "replace")
    control = sum(byte < 32 and byte not in _PLAIN for byte in data[:100_000])
    if b"\0" in data or control > 0.02 * min(len(data), 100_000):
        raise ReadError("holds binary data, not text: name the file by its real format, or leave it out")
    for encoding in ("utf-8", declared, "cp1252"):
        try:
            if encoding:
                return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("latin-1")

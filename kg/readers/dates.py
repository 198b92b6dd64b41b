"""Days as newspapers print them -> ISO 8601."""
from __future__ import annotations

import datetime
import re

_MONTHS = {name: i for i, names in enumerate(
    ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
     "sep sept september", "oct october", "nov november", "dec december"), 1) for name in names.split()}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d|'?\d\d(?![\d:]))"
_PATTERNS = [re.compile(pattern, re.I) for pattern in (
    r"\b(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)",
    rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b",
    rf"\b{_MONTH}\s+{_DAY},?\s+(?P<year>(?:19|20)\d\d)\b",
    r"\b(?P<day>[0-3]?\d)/(?P<month>[01]?\d)/(?P<year>(?:19|20)\d\d)\b",
    rf"\b{_MONTH}\s+(?P<year>(?:19|20)\d\d)\b",
    r"^(?P<year>(?:19|20)\d\d)$",
)]


def find(text: str) -> str | None:
    """The first day (2005-10-21), month (2005-10) or, standing alone, year that a text names; None when it names none.

    Two-digit years are read as 1950 to 2049; day before month where only digits tell, as in British papers.
    """
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            found = match.groupdict()
            year = int(found["year"].lstrip("'"))
            year += 0 if year > 99 else 2000 if year < 50 else 1900
            month = found.get("month")
            if month is None:
                return f"{year}"
            number = int(month) if month.isdigit() else _MONTHS[month.lower().rstrip(".")]
            if not found.get("day"):
                return f"{year}-{number:02}"
            try:
                return datetime.date(year, number, int(found["day"])).isoformat()
            except ValueError:
                continue
    return None

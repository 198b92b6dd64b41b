"""What the text of an article tells about itself: title, publisher, byline, date."""
from __future__ import annotations

import re
from typing import NamedTuple

from kg.readers import dates

_FIELD = re.compile(r"^(title|headline|publisher|outlet|source|byline|author|date|published|url|link)[ \t]*:[ \t]*(\S.*)$", re.I)
_NAMES = {"headline": "title", "outlet": "publisher", "source": "publisher", "author": "byline", "published": "date", "link": "url"}
_BYLINE = re.compile(r"^(?:by|words|report(?:ed)?(?: by)?)[ \t:]+((?:[A-Z][\w'’.-]+)(?: (?:and|[A-Z][\w'’.-]+)){1,5})\s*(?:,.*)?$", re.I)
_INLINE = re.compile(r"(?:^|[,.] )(?:writes|reports) ((?:[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+){1,2})\.?$", re.M)
_MORE = re.compile(r"^More from ((?:the |The )?[A-Z][\w&'’.-]*(?: [A-Z&][\w&'’.-]*){0,4})$", re.M)
_TITLE_LENGTH = 160


class Header(NamedTuple):
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    date: str | None = None
    url: str | None = None


def fields(lines: list[str]) -> tuple[dict[str, str], int]:
    """`Title: ...` lines at the top (between `---` lines or not), and how many lines they take."""
    found: dict[str, str] = {}
    fenced = bool(lines) and lines[0].strip() == "---"
    for i, line in enumerate(lines[1:] if fenced else lines, int(fenced)):
        if fenced and line.strip() == "---":
            return found, i + 1
        match = _FIELD.match(line.strip())
        if match:
            name = match[1].lower()
            found.setdefault(_NAMES.get(name, name), match[2].strip().strip("\"'"))
        elif line.strip() and not fenced:
            return found, i
    return ({}, 0) if fenced else (found, len(lines))


def read(text: str) -> Header:
    """Title, publisher, byline and date where the text itself tells; None for what it does not.

    A first line is a title when it is short, no full sentence, and does not run on into the next line.
    """
    lines = text[:4000].splitlines()
    found, taken = fields(lines)
    body = [line.strip() for line in lines[taken:]]
    filled = [line for line in body if line]
    title = found.get("title")
    if title is None and filled:
        first = filled[0]
        at = body.index(first)
        runs_on = at + 1 < len(body) and body[at + 1] != "" and (body[at + 1][0].islower() or first[-1].isalnum() and len(first) > 60 and dates.find(body[at + 1][:40]) is None)
        if len(first) <= _TITLE_LENGTH and not first.endswith((".", ":", ",", ";")) and not runs_on and len(filled) > 1:
            title = first.lstrip("# ").strip() or None
    byline = found.get("byline")
    date = dates.find(found["date"]) if "date" in found else None
    for line in filled[:8]:
        if byline is None and (match := _BYLINE.match(line)):
            byline = match[1]
        if date is None and len(line) < 80:
            date = dates.find(line)
    if date is None and filled:
        for line in text[-400:].splitlines()[-6:]:
            if len(line.strip()) < 60 and (date := dates.find(line.strip())):
                break
    if byline is None and (match := _INLINE.search("\n".join(" ".join(p.split()) for p in re.split(r"\n\s*\n", text[:2500])))):
        byline = match[1]
    publisher = found.get("publisher")
    if publisher is None and (match := _MORE.search("\n".join(line.strip() for line in text[-600:].splitlines()))):
        publisher = match[1]
    return Header(title, publisher, byline, date, found.get("url"))

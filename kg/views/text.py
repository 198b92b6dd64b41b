"""Hostile text made safe to show: control characters, lengths, addresses, file names. Escaping is Jinja's part."""
from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import urlsplit

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """The text with characters that HTML or UTF-8 cannot hold replaced one for one, so that offsets stay true."""
    return _CONTROL.sub("\ufffd", text)


def plain(text: str) -> str:
    """One line without direction overrides, for places that cannot isolate them: canvas, title bar, SVG."""
    return " ".join(_BIDI.sub("", clean(text)).split())


def clip(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a word with an ellipsis."""
    text = text.strip()
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > limit * 0.6 else head).rstrip(" ,;:") + "…"


def wrap(text: str, width: int, lines: int) -> list[str]:
    """Lines of at most `width` characters, at most `lines` of them; the last one ends in an ellipsis when cut."""
    rows: list[str] = []
    row = ""
    for word in plain(text).split():
        pieces = [word[i : i + width] for i in range(0, len(word), width)]
        for piece in pieces:
            if row and len(row) + 1 + len(piece) > width:
                rows.append(row)
                row = piece
            else:
                row = f"{row} {piece}" if row else piece
            if len(rows) > lines:
                break
    rows.append(row)
    if len(rows) > lines:
        rows = rows[:lines]
        rows[-1] = clip(rows[-1] + " ……", width) if len(rows[-1]) + 1 > width else rows[-1] + "…"
    return rows


def href(url: str | None) -> str | None:
    """The address when it is plain http or https, else None."""
    if not url or _CONTROL.search(url) or any(c.isspace() for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def slug(name: str, key: str) -> str:
    """A file name from the name, made unique by a hash of the key: only a-z, 0-9 and hyphens."""
    ascii_name = unicodedata.normalize("NFKD", name[:200]).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")[:32].strip("-")
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{words}-{digest}" if words else digest


def anchor(key: str) -> str:
    """The fragment that names a statement on a page."""
    return f"s-{key}" if re.fullmatch(r"[A-Za-z0-9-]{1,64}", key) else f"s-{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"

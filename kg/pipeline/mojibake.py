"""UTF-8 that was read as Windows-1252 somewhere on its way: the marks that it stood for."""
from __future__ import annotations

import re

# A lead byte's character, then characters that Windows-1252 gives to bytes 80-BF (some pass as C1 controls).
_TAIL = "[\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]"
_BROKEN = re.compile(f"[\u00c2-\u00df]{_TAIL}|[\u00e0-\u00ef]{_TAIL}{{2}}")


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def mend(text: str) -> dict[int, str]:
    """Places of broken sequences: the first character's place -> the mark meant, the others' places -> nothing."""
    places: dict[int, str] = {}
    for match in _BROKEN.finditer(text):
        try:
            meant = b"".join(map(_byte, match[0])).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        places[match.start()] = meant
        places |= dict.fromkeys(range(match.start() + 1, match.end()), "")
    return places

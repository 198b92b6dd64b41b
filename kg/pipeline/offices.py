"""Ministerial posts -> the department that held them: "health secretary" in 2005 -> Department of Health."""
from __future__ import annotations

import re

from kg import lang
from kg.pipeline.lexicon import LANGUAGE


def year(date: str | None, text: str) -> int | None:
    """The article's year: its date's, else the latest between 1990 and 2039 that the text holds."""
    if date and date[:4].isdigit():
        return int(date[:4])
    years = [int(y) for y in re.findall(r"\b(199\d|20[0-3]\d)\b", text)]
    return max(years) if years else None


def department(role: str, of: str, when: int | None) -> str | None:
    """The department for which the holder of a post speaks under the government `of`; None when the post names none.

    The longest title that ends the role wins ("junior health minister" -> health minister); without a year the first
    department of the table that had the post.
    """
    table = lang.table(LANGUAGE, "posts")
    plain = re.sub(r"[\s-]+", " ", role.lower().replace("\u2019", "'")).removeprefix("the ").strip()
    if plain.startswith(("shadow ", "former ", "ex ", "opposition ")) or " shadow " in plain:
        return None
    best: tuple[int, str] | None = None
    for entry in table["post"]:
        home = entry.get("government", "UK Government")
        if home != of and entry["department"] != of:
            if home == "UK Government" and of in table["whole"] and any(plain == title or plain.endswith(" " + title) for title in entry["titles"]):
                best = best or (0, of)
            continue
        if when is not None and not entry.get("from", 0) <= when <= entry.get("until", 9999):
            continue
        for title in entry["titles"]:
            if entry.get("exact") and plain != title:
                continue
            if (plain == title or plain.endswith(" " + title) or plain.startswith(title + " for ")) and (best is None or len(title) > best[0]):
                best = len(title), entry["department"]
    if best:
        return best[1]
    if any(plain == title or plain.endswith(" " + title) for title in table["government"]):
        return of if of not in table["without_premier"] or not plain.endswith(("prime minister", "premier")) else None
    if plain.startswith("minister for ") or " minister for " in plain:
        return of
    subject, _, office = plain.rpartition(" ")
    return of if office == "secretary" and subject in table["subjects"] else None

"""The bodies of an article: which names are one organisation, and the fullest name the article gives it."""
from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc

from kg import lang
from kg.pipeline.capitals import acronym
from kg.pipeline.lexicon import LANGUAGE, pairs, words
from kg.pipeline.name import BODY, Name
from kg.pipeline.nearby import political

_SMALL = {"of", "for", "and", "the", "in", "on", "&", "-", "against", "to"}


@dataclass(slots=True)
class Body:
    """One organisation while the article is read. `words` is its fullest name in lower-case words."""

    key: str
    name: str
    words: tuple[str, ...]
    mentions: list[Name] = field(default_factory=list)


def expanded(text: str) -> tuple[str, ...]:
    """Lower-case words, domain acronyms spelt out: Wiltshire HA -> wiltshire health authority."""
    found: list[str] = []
    parts = re.findall(r"[\w&.]+(?:'\w+)?|'s", text)
    for n, word in enumerate(parts):
        lower = word.lower()
        if lower == "the" and not found:
            continue
        spelt = pairs("organisations", "expansions").get(lower) if len(parts) > 1 and (word.isupper() or word[:-1].isupper() or lower.endswith(".")) else None
        found += (spelt or lower).split()
    return tuple(found)


def initials(name: tuple[str, ...]) -> str:
    """lga for local government association."""
    return "".join(word[0] for word in name if word not in _SMALL and word[0].isalnum())


def stands_for(short: str, name: tuple[str, ...]) -> bool:
    """Whether an acronym is the initials of a name, small words counted or not."""
    short = short.lower().replace(".", "").replace("&", "")
    every = "".join(word[0] for word in name if word[0].isalnum())
    return len(name) > 1 and short in (initials(name), every)


def full_name(doc: Doc, name: Name) -> str:
    """The name as written, without article; a body written in small letters gets its capitals: Leeds City Council."""
    text = doc[name.start:name.end].text.lower()
    party = pairs("parties", "parties").get(text) or (pairs("parties", "brackets").get(text) if text in words("parties", "coloured") and political(doc, name.end) else None)
    if party:
        return party
    start = name.start + 1 if doc[name.start].lower_ == "the" and name.end - name.start > 1 else name.start
    text = doc[start:name.end].text
    tokens = doc[start:name.end]
    if tokens[-1].text.islower():
        text = "".join((t.text if t.lower_ in _SMALL or not t.text.islower() else t.text.capitalize()) + t.whitespace_ for t in tokens).strip()
    return text


def _defined(doc: Doc, name: Name) -> str | None:
    """The acronym in brackets right after a name."""
    if name.end + 2 < len(doc) and doc[name.end].text == "(" and doc[name.end + 2].text == ")" and acronym(doc[name.end + 1]):
        return doc[name.end + 1].text
    return None


def _better(text: str, than: str) -> bool:
    """Whether a spelling is the fuller one: no acronym in it, else the longer."""
    def rank(s: str) -> tuple[bool, int]:
        return not any(w.isupper() and w.lower() in pairs("organisations", "expansions") for w in s.split()), len(s)
    return rank(text) > rank(than)


def _members(doc: Doc, short: Body, longer: Body) -> bool:
    """Whether a plural is the people after whom a body is named, not the body: "Magistrates" beside "the Magistrates' Guild"."""
    return short.words[0].endswith("s") and any(doc[m.start].lower_ == short.words[0] and doc[m.start + 1].text == "'" for m in longer.mentions if m.end - m.start > 1)


def _shortened(doc: Doc, found: list[Body]) -> list[Body]:
    """A word alone joins the one longer name that begins or ends with it: "Brenner" of "Brenner Aggregates", "the Guild"."""
    kept = []
    for body in found:
        longer = [b for b in found if len(b.words) > len(body.words) == 1 and (b.words[0] == body.words[0] or b.words[-1] == body.words[0]) and not _members(doc, body, b)]
        plain = body.words[0] not in words("organisations", "known") | words("organisations", "generic") and body.name.lower() not in pairs("parties", "parties")
        if len(longer) == 1 and plain:
            longer[0].mentions += body.mentions
        else:
            kept.append(body)
    return kept


def _imagined(doc: Doc, name: Name) -> bool:
    """Whether an article makes a government one that does not exist yet: "a Labour government", "any Tory government"."""
    return name.start > 0 and doc[name.start - 1].lower_ in ("a", "any", "another", "future", "incoming") and doc[name.end - 1].lower_ in lang.table(LANGUAGE, "grammar")["rulers"]


def bodies(doc: Doc, found: Iterable[Name]) -> list[Body]:
    """The organisations in order of appearance; an acronym joins the longer name it stands for, before it or after."""
    result: list[Body] = []
    short: list[tuple[Name, str]] = []
    aliases: dict[str, Body] = {}
    for name in found:
        if name.kind != BODY:
            continue
        text = full_name(doc, name)
        if text.lower() in words("organisations", "generic") - words("organisations", "known") or _imagined(doc, name):
            continue
        if name.end - name.start == 1 and acronym(doc[name.start]):
            short.append((name, text))
            continue
        key_words = expanded(text)
        body = next((b for b in result if b.words == key_words), None)
        if body is None:
            body = Body("organisation:" + "-".join(key_words), text, key_words)
            result.append(body)
        elif _better(text, body.name):
            body.name = text
        body.mentions.append(name)
        alias = _defined(doc, name)
        if alias:
            aliases[alias.lower()] = body
    for name, text in short:
        key = text.lower().replace(".", "")
        body = aliases.get(key) or next((b for b in result if stands_for(key, b.words)), None)
        if body is None:
            body = Body("organisation:" + key, text, (key,))
            result.append(body)
        aliases[key] = body
        body.mentions.append(name)
    result = _shortened(doc, result)
    for body in result:
        body.mentions.sort(key=lambda name: name.start)
    return sorted(result, key=lambda body: body.mentions[0].start)

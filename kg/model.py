"""What flows through kg: articles, attributions, statements. Frozen, slotted, standard library only."""
from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any, NamedTuple


class Span(NamedTuple):
    """Characters of the article's text as read: start inclusive, end exclusive, in code points."""

    start: int
    end: int


class Stance(StrEnum):
    SUPPORTS = "supports"
    OPPOSES = "opposes"
    CONDITIONAL = "conditional"
    NEUTRAL = "neutral"


class SpeakerKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    ANONYMOUS = "anonymous"


class Mode(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NARRATED = "narrated"


class Status(StrEnum):
    MACHINE = "machine"
    ACCEPTED = "accepted"
    EDITED = "edited"
    ADDED = "added"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Article:
    """One news article. `text` is exactly what the reader found; every offset in kg points into it.

    `date` is an ISO 8601 day, month or year (2005-10-21, 2005-10, 2005) or None.
    `path` is the file it came from as the user named it; never part of any identity.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    date: str | None = None
    url: str | None = None
    path: str | None = None

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, or one record of it, that could not be read: the place and the reason, in words for a person."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a person should know of a file that was read all the same."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A stakeholder as one article shows it, before any registry is asked.

    `name` is the fullest form in the article without title; `role` and `organisation` are the article's words.
    `how` says which rule resolved it, for `kg why`.
    """

    name: str
    kind: SpeakerKind
    role: str | None = None
    organisation: str | None = None
    how: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attributed utterance: who (source), by which words (cue), what (content); `inner` are those that its content tells of."""

    article: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: Mode
    speaker: str | None = None
    speaker_id: str | None = None
    speaker_kind: SpeakerKind | None = None
    role: str | None = None
    organisation: str | None = None
    organisation_id: str | None = None
    confidence: float = 1.0
    inner: tuple[Attribution, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A course of action somebody could take. `id` is the concept's local name in the scheme."""

    id: str
    label: str
    alternatives: tuple[str, ...] = ()
    definition: str | None = None
    broader: str | None = None
    minted: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One stakeholder's stance on one proposal, with the words that show it. Fields as in the statement table."""

    id: str
    article: str
    start: int
    end: int
    quote: str
    speaker: str
    speaker_kind: SpeakerKind
    stance: Stance
    proposal_text: str
    mode: Mode
    cue: str
    rule: str
    speaker_id: str | None = None
    role: str | None = None
    organisation: str | None = None
    organisation_id: str | None = None
    lean: Stance | None = None
    condition: str | None = None
    proposal: str | None = None
    proposal_label: str | None = None
    reported_by: str | None = None
    said_on: str | None = None
    confidence: float = 0.5
    status: Status = Status.MACHINE
    because: str | None = None


# The order of columns in statements.csv and of keys in statements.jsonl.
COLUMNS = (
    "id", "article", "start", "end", "quote", "speaker", "speaker_id", "speaker_kind", "role", "organisation",
    "organisation_id", "stance", "lean", "condition", "proposal", "proposal_label", "proposal_text", "mode", "cue",
    "rule", "reported_by", "said_on", "confidence", "status", "because",
)

_QUOTES = dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032\u00b4`"), "'")
_QUOTES |= dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"), '"')
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")


def normalise(text: str) -> str:
    """The form in which quotes are compared: NFKC, quote marks and dashes folded, white space collapsed, case folded."""
    text = unicodedata.normalize("NFKC", text).translate(_QUOTES | _DASHES)
    return re.sub(r"\s+", " ", text).strip().casefold()


def place(article: str, quote: str) -> str:
    """The key that a person's decision hangs on: it survives new offsets, labels and ids."""
    return hashlib.sha256(f"{article}\x1f{normalise(quote)}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def statement_id(article: str, quote: str, speaker: str, stance: str, proposal_text: str) -> str:
    """Hash of place and claim as the article words it: never of the clock, the run, or what linking made of it."""
    claim = "\x1f".join([place(article, quote), normalise(speaker), str(stance), normalise(proposal_text)])
    return hashlib.sha256(claim.encode("utf-8", "surrogatepass")).hexdigest()[:16]


FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for the start of one


def cell(text: str) -> str:
    """A text as a spreadsheet's cell: what it would run as a formula gets a leading apostrophe."""
    return f"'{text}" if text.startswith(FORMULA) else text


def statement_to_dict(statement: Statement) -> dict[str, Any]:
    """A JSON-able dict with keys in the order of COLUMNS."""
    return {column: getattr(statement, column) for column in COLUMNS}


def statement_from_dict(record: dict[str, Any]) -> Statement:
    """The inverse of `statement_to_dict`. Unknown or missing keys raise ValueError naming them."""
    unknown = sorted(record.keys() - set(COLUMNS))
    if unknown:
        raise ValueError(f"unknown statement fields: {', '.join(unknown)}; known are {', '.join(COLUMNS)}")
    required = [f.name for f in fields(Statement)][:12]
    missing = [name for name in required if record.get(name) is None]
    if missing:
        raise ValueError(f"statement {record.get('id')!r} lacks {', '.join(missing)}")
    values = dict(record)
    for name, kind in (("stance", Stance), ("lean", Stance), ("speaker_kind", SpeakerKind), ("mode", Mode), ("status", Status)):
        if values.get(name) is not None:
            values[name] = kind(values[name])
    return Statement(**values)


def attribution_to_dict(attribution: Attribution) -> dict[str, Any]:
    """A JSON-able dict; spans become lists of [start, end]."""
    record = asdict(attribution)
    for role in ("source", "cue", "content"):
        record[role] = [list(span) for span in getattr(attribution, role)]
    record["inner"] = [attribution_to_dict(one) for one in attribution.inner]
    return record

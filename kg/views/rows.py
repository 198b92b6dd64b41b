"""What the pages read from the graph: plain rows, one dataclass for each kind of node."""
from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article as a page cites it. `key` is its id in the corpus; `date` an ISO 8601 day, month or year."""

    id: str
    iri: str
    key: str
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class ActorRow:
    """A person, organisation, group or anonymous speaker. `id` is unique in the graph."""

    id: str
    iri: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal. `key` is its name in the scheme, `broader` the id of the concept above; minted ones came out of articles."""

    id: str
    iri: str
    key: str
    label: str
    broader: str | None = None
    definition: str | None = None
    minted: bool = False


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One stance with its evidence; `article`, `speaker`, `organisation`, `proposal` are ids of the other rows."""

    id: str
    iri: str
    article: str
    start: int
    end: int
    quote: str
    speaker: str
    stance: str
    proposal: str
    prefix: str = ""
    suffix: str = ""
    organisation: str | None = None
    role: str | None = None
    lean: str | None = None
    condition: str | None = None
    proposal_text: str | None = None
    mode: str | None = None
    cue: str | None = None
    rule: str | None = None
    reported_by: str | None = None
    said_on: str | None = None
    confidence: float | None = None
    status: str = "machine"
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """Everything that the pages show, keyed by id; statements in the order of article and place."""

    statements: tuple[StatementRow, ...]
    articles: dict[str, ArticleRow] = field(default_factory=dict)
    actors: dict[str, ActorRow] = field(default_factory=dict)
    proposals: dict[str, ProposalRow] = field(default_factory=dict)

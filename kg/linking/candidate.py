"""What a person should decide: two names, or a name and an entry, that may be the same."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A near-miss: never merged, listed for review. `score` is 0-1, `why` a clause for a person."""

    kind: str
    name: str
    other: str
    other_id: str
    score: float
    why: str
    articles: tuple[str, ...] = ()

    def __str__(self) -> str:
        where = f" [{', '.join(self.articles)}]" if self.articles else ""
        return f"{self.kind} {self.name!r}: {self.other!r} ({self.other_id})? {self.why}{where}"

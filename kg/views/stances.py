"""The one stance vocabulary of all pages: words, glyphs and line styles, never colour alone."""
from __future__ import annotations

from typing import NamedTuple


class Mark(NamedTuple):
    """How a stance or side looks. `dash` is an SVG dash pattern, empty for a solid line."""

    name: str
    glyph: str
    title: str
    verb: str
    verbs: str
    dash: str
    colour: str


MARKS = {
    mark.name: mark
    for mark in (
        Mark("supports", "▲", "Supports", "supports", "support", "", "#0072B2"),
        Mark("opposes", "▼", "Opposes", "opposes", "oppose", "7 4", "#B34700"),
        Mark("conditional", "◆", "Conditional", "makes conditions", "make conditions", "2 3", "#6B6B6B"),
        Mark("neutral", "○", "Neutral", "takes no side", "take no side", "1 5", "#6B6B6B"),
        Mark("divided", "◈", "Divided", "is divided", "are divided", "10 3 2 3", "#6B6B6B"),
    )
}
STANCES = ("supports", "opposes", "conditional", "neutral")
STATUS = {
    "machine": "read by machine",
    "accepted": "accepted by a reviewer",
    "edited": "edited by a reviewer",
    "added": "added by a reviewer",
    "disputed": "disputed",
}


class Tally(NamedTuple):
    """Statements of each stance."""

    supports: int = 0
    opposes: int = 0
    conditional: int = 0
    neutral: int = 0

    @property
    def total(self) -> int:
        return sum(self)

    @property
    def taking(self) -> int:
        """Statements that take a position: neutral ones left aside."""
        return self.supports + self.opposes + self.conditional

    @property
    def net(self) -> float:
        """(supports - opposes) / taking, from -1 to 1; 0 when nobody takes a position."""
        return (self.supports - self.opposes) / self.taking if self.taking else 0.0

    @property
    def side(self) -> str:
        """The side these statements add up to: a name in MARKS.

        Divided when the smaller camp is more than half the larger; conditional when conditions outnumber both camps.
        """
        low, high = sorted((self.supports, self.opposes))
        if not self.taking:
            return "neutral"
        if high < self.conditional or not high:
            return "conditional"
        if low * 2 > high:
            return "divided"
        return "supports" if self.supports > self.opposes else "opposes"

    @property
    def step(self) -> str:
        """The CSS class of a matrix cell: one of seven steps, pale when a single statement carries it."""
        if self.side not in ("supports", "opposes"):
            return self.side
        strength = 3 if abs(self.net) > 0.99 and self.taking > 2 else 2 if abs(self.net) > 0.6 and self.taking > 1 else 1
        return f"{self.side}-{strength}"

    @property
    def parts(self) -> list[tuple[Mark, int]]:
        """The stances that occur, with their numbers."""
        return [(MARKS[name], number) for name, number in zip(STANCES, self, strict=True) if number]


def tally(stances: list[str] | tuple[str, ...]) -> Tally:
    """Count stance names."""
    return Tally(*(sum(stance == name for stance in stances) for name in STANCES))

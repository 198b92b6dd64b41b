"""A name by its tokens and kind."""
from __future__ import annotations

from dataclasses import dataclass

PERSON, BODY, PLACE, UNKNOWN = "person", "organisation", "place", "unknown"
# labels of the statistical model
PEOPLE = {"PERSON", "PER"}
BODIES = {"ORG", "ORGANIZATION"}
PLACES = {"GPE", "LOC", "LOCATION", "FAC", "PLACE"}


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens [start, end) of a name without its title; `title` is lower case, words parted by spaces."""

    start: int
    end: int
    kind: str
    title: str = ""

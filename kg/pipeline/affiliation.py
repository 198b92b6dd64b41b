"""Which post a person holds, and in which body: the rules that read it from the words about a name, in order."""
from __future__ import annotations

from collections.abc import Callable, Iterable

from spacy.tokens import Doc

from kg.pipeline import before, beside, clauses, sharing
from kg.pipeline.name import Name
from kg.pipeline.nearby import Nearby
from kg.pipeline.post import Post

Rule = Callable[[Doc, Nearby, Name], Post | Iterable[Post] | None]
RULES: tuple[Rule, ...] = (
    sharing.of_group, before.before, beside.after_comma, beside.brackets, before.role_comma_before, beside.of, clauses.copula, clauses.named_in_predicate,
    clauses.led_by, clauses.spoke_for, sharing.shared, sharing.rivals,
)


def posts(doc: Doc, near: Nearby, mentions: list[Name]) -> list[Post]:
    """What the rules read at the mentions of one person, in order of text and rules."""
    found: list[Post] = []
    for name in mentions:
        for rule in RULES:
            read = rule(doc, near, name)
            found += [read] if isinstance(read, Post) else read or []
    return found

"""Where a cue's proposal stands, as the frames find it."""
from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Target:
    """The word that heads the proposal; `sign` -1 where the frame turns it round; `head` None where only the context tells.

    `subject` is the noun that a subjectless clause is about, where the frame knows it ('for budgets to be merged').
    """

    head: Token | None
    sign: int = 1
    note: str = ""
    subject: Token | None = None

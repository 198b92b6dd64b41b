"""What is set aside for something else."""
from __future__ import annotations

from kg.pipeline.contrast import set_aside
from kg.pipeline.cues import hits
from tests.drawn import draw

RATHER = """
Farmers farmer NOUN 2 nsubj
want want VERB 0 root
smaller small ADJ 4 amod
farms farm NOUN 2 obj
rather rather ADV 8 cc
than than ADP 5 fixed
outright outright ADJ 8 amod
mergers merger NOUN 4 conj
. . PUNCT 2 punct
"""
PREFER = """
Farmers farmer NOUN 2 nsubj
prefer prefer VERB 0 root
quotas quota NOUN 2 obj
to to ADP 5 case
bans ban NOUN 2 obl
. . PUNCT 2 punct
"""


def heads(table: str, cue: str) -> list[str]:
    doc = draw(table)
    hit = next(h for h in hits(doc) if h.cue.id == cue)
    return [token.text for token in set_aside(hit, doc[3 if cue == "want-thing" and "rather" in table else 2])]


def test_what_stands_behind_rather_than_is_set_aside() -> None:
    assert heads(RATHER, "want-thing") == ["mergers"]


def test_what_is_less_preferred_is_set_aside() -> None:
    assert heads(PREFER, "embrace") == ["bans"]

"""Frames of undertaking: what is pledged, what is given the go-ahead, what will go ahead.

Each takes the Hit and gives a Target or None. Requires the parse.
"""
from __future__ import annotations

from kg import lang
from kg.pipeline.cues import Hit
from kg.pipeline.syntax import children, is_passive, lemma, modals, negation, only_might_rule, passive_subject, surface_subject
from kg.pipeline.target import Target


def pledged(hit: Hit) -> Target | None:
    """What the holder says that he or his own will do: 'pledged that her party would double the grant'."""
    found = next((c for c in children(hit.anchor, "ccomp") if c.i > hit.anchor.i and modals(c) & {"will", "would", "shall"}), None)
    who = surface_subject(found) if found is not None else None
    table = lang.table("en", "grammar")
    own = who is not None and (who.lower_ in (*table["first_person"], *table["third_person"], "it") or any(c.lower_ in ("his", "her", "its", "their", "our", "my") for c in children(who, "nmod:poss")))
    if not own and who is not None:  # 'promised that a Labour government would abolish it'
        own = only_might_rule(who)
    return Target(found) if own else None


def given(hit: Hit) -> Target | None:
    """What is given a welcome or the go-ahead: 'gave the plans a warm welcome'."""
    found = next((c for c in children(hit.anchor, "iobj", "obj") if hit.anchor.i < c.i < hit.last.i), None) or (passive_subject(hit.anchor) if is_passive(hit.anchor) else None)
    return Target(found) if found is not None and hit.last.head.i != found.i else None


def going_ahead(hit: Hit) -> Target | None:
    """What somebody insists will, or will not, go ahead."""
    found = next((c for c in children(hit.anchor, "ccomp") if c.i > hit.anchor.i and modals(c) & {"will", "would"}), None)
    who = surface_subject(found) if found is not None else None
    if who is None or found is None or not any(f"{lemma(found)} {w.lower_}".strip() in lang.table("en", "grammar")["proceeding"] for w in (*found.children, found)):
        return None
    return Target(who, sign=-1 if negation(found) is not None else 1)

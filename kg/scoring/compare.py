"""One gold edge beside one statement: how far they agree.

A gold edge is a dict with article, speaker, kind, organisation, stance, evidence ([[start, end], ...]), proposal (concept
ids, best first), label, optional, and, where more than one answer is right, stance_accept, speaker_accept,
organisation_accept, mentions. A statement is a dict as in statements.jsonl.
"""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from kg.scoring.names import same_name, same_wording

LEVELS = ("attribution", "stance", "edge", "full")
LONGEST = 600  # characters of evidence that may stand for any gold passage


class Levels(NamedTuple):
    """Stakeholder and passage; and the stance; and the proposal; and the organisation. Each needs the one before."""

    attribution: bool = False
    stance: bool = False
    edge: bool = False
    full: bool = False


def _any(name: str | None, accepted: list[str | None]) -> bool:
    return any(same_name(name, other) for other in accepted if other)


def stakeholder(gold: Mapping[str, Any], said: Mapping[str, Any]) -> bool:
    """The same one, or the named voice of the gold organisation."""
    accepted = [gold["speaker"], *gold.get("speaker_accept", [])]
    if _any(said.get("speaker"), accepted):
        return True
    voice = gold.get("kind") == "organisation" or gold.get("kind") == "group" and not said.get("speaker")
    return voice and _any(said.get("organisation"), accepted)


def overlap(gold: Mapping[str, Any], said: Mapping[str, Any]) -> int:
    """Characters that the statement shares with the gold passage that it shares most with; negative is a gap."""
    return max((min(end, said["end"]) - max(start, said["start"]) for start, end in gold["evidence"]), default=0)


def passage(gold: Mapping[str, Any], said: Mapping[str, Any]) -> bool:
    """Whether the statement's evidence overlaps a gold passage by enough, and is not so long that it would overlap any."""
    size = said["end"] - said["start"]
    return any(
        min(end, said["end"]) - max(start, said["start"]) >= min(20, max(1, min(end - start, size) // 2)) and size <= max(LONGEST, 3 * (end - start))
        for start, end in gold["evidence"])


def proposal(gold: Mapping[str, Any], said: Mapping[str, Any], broader: Mapping[str, str]) -> bool:
    """One of the gold concepts, one directly below the best of them, or the same thing in words."""
    accepted, ours = gold.get("proposal") or [], said.get("proposal")
    if ours in accepted or accepted and broader.get(ours or "") == accepted[0]:
        return True
    wordings = [said.get("proposal_text"), said.get("proposal_label")]
    return any(same_wording(g, w) for g in (gold.get("label"), *gold.get("mentions", [])) if g for w in wordings if w)


def organisation(gold: Mapping[str, Any], said: Mapping[str, Any]) -> bool:
    """The gold organisation; anything where the article names none."""
    accepted = [gold.get("organisation"), *gold.get("organisation_accept", [])]
    return not any(accepted) or _any(said.get("organisation") or said.get("speaker"), accepted)


def levels(gold: Mapping[str, Any], said: Mapping[str, Any], broader: Mapping[str, str]) -> Levels:
    """Which levels this pair reaches."""
    found = stakeholder(gold, said) and passage(gold, said)
    stance = found and said.get("stance") in (gold["stance"], *gold.get("stance_accept", []))
    edge = stance and proposal(gold, said, broader)
    return Levels(found, stance, edge, edge and organisation(gold, said))

"""One reading of one passage, still in tokens: what becomes a Statement if it survives merging."""
from __future__ import annotations

from dataclasses import dataclass

from kg.model import Mode, Stance
from kg.pipeline.holders import Holder
from kg.pipeline.mentions import Mention

TURNED = {Stance.SUPPORTS: Stance.OPPOSES, Stance.OPPOSES: Stance.SUPPORTS}  # the other side


@dataclass(frozen=True, slots=True)
class Claim:
    """`start`, `end`: token bounds of the evidence; `anchor`: the token that decided; `label`: the proposal in its best wording."""

    holder: Holder
    stance: Stance
    mention: Mention
    label: str
    text: str
    start: int
    end: int
    anchor: int
    cue: str
    rule: str
    mode: Mode
    confidence: float
    lean: Stance | None = None
    condition: str | None = None
    notes: tuple[str, ...] = ()

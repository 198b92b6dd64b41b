"""Which claims stay: nested readings, repeats and contradictions of one holder on one proposal are settled.

Requires claims and the parse. Writes nothing.
"""
from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from spacy.tokens import Doc

from kg import lang
from kg.model import Stance
from kg.pipeline.claims import Claim

_LEAST = 0.3  # confidence below which a reading is left out
_GOVERNING = ("stance_verb", "stance_noun")
_HEARD = 0.4  # weight of what the reader heard, or of a cue whose target is only implied, against what other cues say
_SIDES = (Stance.SUPPORTS, Stance.OPPOSES)


def merged(doc: Doc, claims: list[Claim]) -> list[Claim]:
    """The claims that survive, in order of place."""
    kept = _settled(doc, _outer([c for c in claims if c.confidence >= _LEAST]))
    return sorted(kept, key=lambda c: (c.start, c.end, c.anchor, c.rule))


def shared(claim: Claim) -> list[Claim]:
    """The claim, once for everybody who speaks together with its holder."""
    utterance = claim.holder.utterance
    if utterance is None or claim.holder.actor != utterance.actor:
        return [claim]
    return [claim, *(replace(claim, holder=replace(claim.holder, actor=other)) for other in utterance.others)]


def _outer(claims: list[Claim]) -> list[Claim]:
    """Drop a claim whose deciding word stands inside the proposal of a surer claim of the same holder, repeats of one passage, and what is only implied or heard where a passage says more."""
    kept: list[Claim] = []
    said = {(c.holder.actor.name, c.start) for c in claims if c.mention.word != "implied" and c.rule != "leaning"}
    claims = [c for c in claims if c.mention.word != "implied" or (c.holder.actor.name, c.start) not in said]
    cued = {(c.holder.actor.name, c.start) for c in claims if c.rule != "leaning"}
    claims = [c for c in claims if c.rule != "leaning" or (c.holder.actor.name, c.start) not in cued]
    for claim in sorted(claims, key=lambda c: (-c.confidence, c.anchor, c.rule)):
        nested = any(k.holder.actor.name == claim.holder.actor.name and k.mention.start <= claim.anchor < k.mention.end and not k.mention.start <= k.anchor < k.mention.end
                     and k.rule in _GOVERNING for k in claims if k is not claim)
        same = any(k.holder.actor.name == claim.holder.actor.name and k.label == claim.label and (k.start, k.end) == (claim.start, claim.end) for k in kept)
        implied = claim.mention.word == "implied" and any(k.mention.word == "implied" and k.holder.actor.name == claim.holder.actor.name and (k.label, k.stance, k.start) == (claim.label, claim.stance, claim.start) for k in kept)
        twice = any(k.anchor == claim.anchor and k.holder.actor.name == claim.holder.actor.name for k in kept)
        if not (nested or same or twice or implied):
            kept.append(claim)
    return kept


def _settled(doc: Doc, claims: list[Claim]) -> list[Claim]:
    """Where one holder both supports and opposes a proposal: conditional if a concession joins the two, else the surer side."""
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[(claim.holder.actor.name, claim.label)].append(claim)
    kept: list[Claim] = []
    for group in groups.values():
        sides = {side: sum(c.confidence * (_HEARD if c.rule == "leaning" or c.mention.word == "implied" else 1.0) for c in group if c.stance == side) for side in _SIDES}
        if all(sides.values()):
            winner = max(_SIDES, key=lambda side: sides[side])
            losers = [c for c in group if c.stance in _SIDES and c.stance != winner]
            winners = [c for c in group if c.stance not in _SIDES or c.stance == winner]
            if _conceded(doc, winners, losers):
                kept += [replace(c, stance=Stance.CONDITIONAL, lean=c.stance, notes=(*c.notes, "both sides are given with a concession")) if c.stance == winner else c for c in winners]
            else:
                kept += winners
        else:
            kept += group
    return kept


def _conceded(doc: Doc, winners: list[Claim], losers: list[Claim]) -> bool:
    """Whether a 'but' or 'although' stands between a claim and its opposite in one sentence."""
    words = lang.table("en", "grammar")["concessive_phrases"]
    for a in winners:
        for b in losers:
            low, high = sorted((a.anchor, b.anchor))
            if doc[low].sent == doc[high].sent and any(doc[i].lower_ in words for i in range(low, high)):
                return True
    return False

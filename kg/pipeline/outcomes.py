"""What 'the decision' or 'the delay' means where the article has told of a refusal: the contrary of what was asked for.

Reads the parse, mentions and the claims found so far.
"""
from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from kg import lang
from kg.model import SpeakerKind, Stance
from kg.pipeline.claims import Claim
from kg.pipeline.holders import Holder
from kg.pipeline.mentions import Mention
from kg.pipeline.syntax import lemma
from kg.pipeline.wording import stem, stems


def _refused(doc: Doc, claim: Claim) -> bool:
    """Whether a claim tells that whoever decides said no: 'ministers have rejected a call to scrap it'."""
    table = lang.table("en", "proposals")
    decides = claim.holder.actor.kind is SpeakerKind.ORGANISATION or claim.holder.actor.name.lower().split()[-1] in table["deciders"]
    said = {lemma(doc[claim.anchor]), claim.cue.lower()}
    return claim.stance is Stance.OPPOSES and decides and bool("decid" in claim.cue.lower() and " against" in claim.cue.lower() or said & {*table["deciding_no"]} or any(claim.cue.lower().startswith(f"{word} ") for word in table["deciding_no"]))


def turned(doc: Doc, m: Mention, label: str, so_far: list[Claim], near: Mention | None = None, *, reacting: bool = False) -> Mention:
    """The mention with its sign against the proposal where it points to a refusal of it; `near` is what it points to.

    `reacting`: the cue tells how somebody took the news, which is the refusal where the lead reports one.
    """
    table = lang.table("en", "proposals")
    if m.kind != "pointer":
        return m
    if near is not None and near.word == m.word and near.sign < 0 and doc[near.start].pos_ not in ("VERB", "AUX", "PART"):  # 'a ruling that they cannot ... the ruling'
        return replace(m, sign=-m.sign)
    if m.word in table["standing_still"]:  # its sign is that of a no; not where stopping is the proposal
        return replace(m, sign=-m.sign) if stem(m.word) in stems(label) else m
    before = [c for c in so_far if c.anchor < m.start and c.label == label and c.rule in ("stance_verb", "stance_noun")]
    if m.word in table["motions"]:  # 'voted against it ... proposing the motion'
        voted = max((c for c in before if c.cue.lower().startswith(("vote", "voting"))), key=lambda c: c.anchor, default=None)
        return replace(m, sign=-m.sign) if voted is not None and voted.stance is Stance.OPPOSES else m
    if m.word not in table["verdicts"] and not (reacting and m.word in ("implied", "it", "this", "announcement", "news") and _news(doc, label, so_far)):
        return m
    last = max((c for c in before if _refused(doc, c)), key=lambda c: c.anchor, default=None)
    since = [c for c in before if last is not None and c.anchor >= doc[last.anchor].sent.end and c.stance is Stance.SUPPORTS and c.holder.actor == last.holder.actor]
    return replace(m, sign=-m.sign) if last is not None and not since else m


def _news(doc: Doc, label: str, so_far: list[Claim]) -> bool:
    """Whether the lead tells that whoever decides has dropped a plan."""
    lead = next((p.end for p in list(doc.spans["paragraphs"])[1:2]), len(doc))
    return any(c.label == label and c.anchor < lead and _refused(doc, c) for c in so_far)


def own_wish(m: Mention, label: str, who: Holder, so_far: list[Claim]) -> bool:
    """Whether what somebody is asked to think again about is just what the one who asks, or his body, wants: then something else is meant."""
    body = who.actor.organisation
    return m.word == "implied" and m.sign < 0 and any(c.label == label and c.stance is Stance.SUPPORTS and (c.holder.actor == who.actor or body is not None and c.holder.actor.organisation == body) for c in so_far)

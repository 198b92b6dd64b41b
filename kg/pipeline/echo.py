"""Those who agree or disagree with somebody else: 'made the same point', 'begs to differ', 'sides with the minister'.

Requires the scene and the claims of the other rules.
"""
from __future__ import annotations

from kg.model import Stance
from kg.pipeline.claims import TURNED, Claim
from kg.pipeline.cues import Hit
from kg.pipeline.evidence import extent, mode
from kg.pipeline.holders import Holder, holder
from kg.pipeline.polarity import negator
from kg.pipeline.scene import Scene
from kg.pipeline.syntax import children

_REACH = 90  # words back within which a side may be echoed
_SURE = 0.5


def echoes(scene: Scene, hits: list[Hit], so_far: list[Claim], rule: str) -> list[Claim]:
    """For each word of agreeing or differing, the claim that is echoed, with its new holder."""
    found = []
    for hit in hits:
        if hit.cue.table != "echo" or hit.anchor.sent[-1].text == "?" or _of_something(hit):
            continue
        who = holder(hit, scene)
        before = _last_side(scene, hit, who, so_far) if who is not None else None
        if who is None or before is None:
            continue
        same = (hit.cue.stance is Stance.SUPPORTS) == (hit.cue.absorbs_negation or negator(hit) is None)
        start, end = extent(scene, who.utterance, hit.anchor.i, hit.last.i + 1)
        name = before.holder.actor.name
        found.append(Claim(who, before.stance if same else TURNED[before.stance], before.mention, before.label, before.text, start, end, hit.anchor.i, scene.doc[hit.anchor.i:hit.last.i + 1].text, rule,
                           mode(scene, who.utterance, start, end), _SURE, notes=(f"as {name}" if same else f"against {name}",)))
    return found


def _of_something(hit: Hit) -> bool:
    """Whether a bare verb says what is agreed ('agreed that costs would rise'): no echo."""
    return hit.last == hit.anchor and children(hit.anchor, "ccomp", "xcomp", "obj", "parataxis") != []


def _last_side(scene: Scene, hit: Hit, who: Holder, so_far: list[Claim]) -> Claim | None:
    """The side that is echoed: of the one named beside the cue, else the last one that another took within reach."""
    pool = [c for c in so_far if c.stance in TURNED and c.holder.actor != who.actor and c.anchor < hit.anchor.i]
    beside = [scene.actors[c.i] for head in (hit.anchor, hit.last, hit.last.head) for c in children(head, "obl", "obj", "nmod")]
    named = [c for c in pool if c.holder.actor in beside]
    near = named or [c for c in pool if hit.anchor.i - c.anchor <= _REACH]
    return max(near, key=lambda c: (c.anchor, c.confidence), default=None)

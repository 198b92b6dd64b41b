"""Speakers whose words hold no cue: the side that the trained reader hears, on what the article is about.

Requires the scene and topics. Abstains below a threshold; one claim a speaker.
"""
from __future__ import annotations

import math
from collections import defaultdict

from kg.model import Stance
from kg.pipeline import stance_model
from kg.pipeline.claims import Claim
from kg.pipeline.evidence import extent, mode
from kg.pipeline.holders import Holder
from kg.pipeline.inventory import Topic
from kg.pipeline.mentions import Mention
from kg.pipeline.polarity import stated_condition
from kg.pipeline.scene import Scene, Utterance
from kg.pipeline.valence import valence

PROMINENT = 2.0  # weight of a topic that an article is about
SURE = 0.55  # probability at which the reader is believed
_TONE = 1.0  # weight of the words' plain good or bad sound beside the reader
_SILENT = 1.0  # share of those without a side among such speakers, over their share in training
_WORDS = 4  # fewest words that can show a side


def _text(scene: Scene, utterance: Utterance) -> str:
    return " ".join(scene.doc[start:end].text for start, end in utterance.content)


def heard(scene: Scene, topic: Topic, utterance: Utterance) -> tuple[float, float]:
    """Probabilities of supports and opposes, for somebody who speaks in an article where sides are taken on the topic."""
    value = valence(scene.doc, utterance.content)
    supports, opposes, none = stance_model.sides(topic.label, [_text(scene, utterance)])[0]
    supports, opposes, none = supports * math.exp(_TONE * value), opposes * math.exp(-_TONE * value), none * _SILENT
    total = supports + opposes + none
    return float(supports / total), float(opposes / total)


def leanings(scene: Scene, topics: list[Topic], so_far: list[Claim], rule: str) -> list[Claim]:
    """At most one claim for each speaker who has none yet."""
    if not topics or topics[0].weight < PROMINENT or not stance_model.available():
        return []
    topic = topics[0]
    explicit = {c.holder.actor.name for c in so_far if c.label == topic.label and c.confidence >= 0.4}
    if len(explicit) < (1 if any(m.kind == "clause" or m.strength >= 0.9 for m in topic.mentions) else 2):
        return []  # nobody is known to take sides on it
    spoken = {c.holder.actor.name for c in so_far if c.confidence >= 0.4}
    grouped: dict[str, list[Utterance]] = defaultdict(list)
    for utterance in scene.utterances.values():
        if utterance.actor is not None and utterance.actor.name not in spoken and sum(b - a for a, b in utterance.content) >= _WORDS:
            grouped[utterance.actor.name].append(utterance)
    found = []
    for utterances in grouped.values():
        scores = [(heard(scene, topic, u), u) for u in utterances]
        (supports, opposes), best = max(scores, key=lambda pair: max(pair[0]))
        side = Stance.SUPPORTS if supports > opposes else Stance.OPPOSES
        sure = max(supports, opposes)
        if sure < SURE:
            continue
        strings = stated_condition(f" {_text(scene, best).lower()} ")
        start, end = extent(scene, best, best.content[0][0], best.content[0][1])
        m = Mention(best.content[0][0], best.content[-1][1], best.content[0][0], topic.label, "pointer", word="leaning")
        holder = Holder(best.actor, best, None, f"speaker of attribution {best.id}")
        stance, lean = (side, None) if strings is None else (Stance.CONDITIONAL, side)
        found.append(Claim(holder, stance, m, topic.label, topic.label, start, end, best.content[0][0], "", rule, mode(scene, best, start, end), 0.75 * sure, lean,
                           None if strings is None else _text(scene, best)[strings:], ("what the article is about",)))
    return found

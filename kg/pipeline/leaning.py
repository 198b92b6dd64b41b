"""Speakers whose words hold no cue: the side that the trained reader hears, on what the article is about.

Requires the scene and the article's subjects. Abstains below a threshold; one claim a speaker.
"""
from __future__ import annotations

import math
from dataclasses import dataclass

from kg import lang
from kg.model import Stance
from kg.pipeline import stance_model
from kg.pipeline.about import about, passage
from kg.pipeline.claims import Claim
from kg.pipeline.contrary import ends
from kg.pipeline.evidence import extent, mode
from kg.pipeline.holders import speaker
from kg.pipeline.inventory import Topic, closest
from kg.pipeline.mentions import Mention
from kg.pipeline.polarity import stated_condition
from kg.pipeline.scene import Scene, Utterance
from kg.pipeline.subject import Subjects
from kg.pipeline.syntax import lemma
from kg.pipeline.unasserted import given_up
from kg.pipeline.valence import valence
from kg.pipeline.wording import likeness, stems

@dataclass(frozen=True, slots=True)
class Caution:
    """`sure`: probability at which the reader is believed where others take sides on the topic; `silent`: the share of speakers without a
    side among such speakers, over their share in training."""

    sure: float
    silent: float


_PLAIN = Caution(sure=0.42, silent=0.2)  # where the article's mentions say what it is about
_OPEN = Caution(sure=0.5, silent=0.5)  # and where the ranker had to choose
_ALONE = 0.6  # probability at which the reader is believed where nobody else takes a side
_TONE = 1.0  # weight of the words' plain good or bad sound beside the reader
_READ = 0.4  # confidence at which a cue has read an utterance
_ABOUT = 0.15  # probability that the words are about the chosen phrase
_LIKE, _MEANT = 0.5, 0.75  # shared words, and likeness of meaning, that make two labels one proposal
_WORDS = 4  # fewest words that can show a side


def _text(scene: Scene, utterance: Utterance) -> str:
    return " ".join(scene.doc[start:end].text for start, end in utterance.content)


def heard(scene: Scene, topic: str, utterance: Utterance, silent: float = 1.0) -> tuple[float, float]:
    """Probabilities of supports and opposes; `silent` lowers that of neither, for where others take sides on the topic fewer speakers are without one."""
    value = valence(scene.doc, utterance.content)
    supports, opposes, none = stance_model.sides(topic, [_text(scene, utterance)])[0][:3]  # a condition is found by its words
    supports, opposes, none = supports * math.exp(_TONE * value), opposes * math.exp(-_TONE * value), none * silent
    total = supports + opposes + none
    return float(supports / total), float(opposes / total)


def _label(subjects: Subjects | None, topics: list[Topic], utterance: Utterance) -> str | None:
    """What an utterance may take a side on: the article's first topic, or where that is open the ranker's choice."""
    if subjects is None:
        return topics[0].label if topics else None
    chosen = about(subjects, passage(utterance))
    if chosen is None or chosen.sure < _ABOUT:
        return None
    topic = closest(chosen.label, topics, _LIKE, meant=_MEANT)
    return topic.label if topic is not None else chosen.label


def _puts_a_question(scene: Scene, utterance: Utterance) -> bool:
    """Whether the words are told as a question ('wondered how it would help'); a quoted one may argue."""
    table = lang.table("en", "grammar")
    indirect = min((a for a, _ in utterance.content), default=0)
    put = table["asking"] if scene.doc[indirect].lower_ in table["askers"] else table["wondering"]  # 'asked whether he would support it'
    return any(lemma(scene.doc[i]) in put for a, b in utterance.cue for i in range(a, b)) and not any(scene.quoted[a] for a, _ in utterance.content)


def _puts_the_contrary(scene: Scene, utterance: Utterance) -> bool:
    """Whether the words argue from what happens without it ('if it isn't protected, it won't reach carers'): the reader hears the harm and takes the wrong side."""
    table = lang.table("en", "grammar")
    words = [scene.doc[i] for a, b in utterance.content for i in range(a, b)]
    opened = next((n for n, token in enumerate(words) if token.lower_ == "if" and token.dep_ == "mark"), None)
    return opened is not None and any(token.lower_ in table["negators"] for token in words[opened:opened + 8])


def _of_the_contrary(scene: Scene, utterance: Utterance, label: str, topics: list[Topic]) -> bool:
    """Whether the words are about what a topic would end, or about ending what it names: the reader cannot tell which way they cut."""
    topic = next((t for t in topics if t.label == label), None)
    inside = [m for m in topic.mentions if any(a <= m.start < b for a, b in utterance.content)] if topic is not None else []
    if any(m.sign < 0 for m in inside):
        return True
    gerund, _, thing = label.lower().partition(" ")
    if gerund.endswith("ing") and ends(label) and (of_thing := stems(thing)):  # 'abolishing the councils', which are called toothless
        said = stems(_text(scene, utterance))
        return bool(of_thing & said) and not stems(gerund) & said and valence(scene.doc, utterance.content) < 0
    noun, of, rest = label.lower().partition(" of ") if " of " in label else label.lower().partition(" to ")
    said, acts = stems(_text(scene, utterance)), set(lang.table("en", "proposals")["ending_nouns"])
    return bool(of) and bool(acts & set(noun.split())) and bool(stems(rest) & said) and not stems(noun) & said


def _only_named(utterance: Utterance, label: str, topics: list[Topic]) -> bool:
    """Whether all that is attributed is the proposal's own name ('a plan to close the pool has been called "a farce" by swimmers'): no word of it argues."""
    mentions = [m for topic in topics if topic.label == label for m in topic.mentions]
    return any(all(m.start <= start and end <= m.end for start, end in utterance.content) for m in mentions)


def leanings(scene: Scene, subjects: Subjects | None, topics: list[Topic], so_far: list[Claim], rule: str) -> list[Claim]:
    """For each speaker the surest of the utterances that no cue has read, one claim a side."""
    if not stance_model.available():
        return []
    caution = _PLAIN if subjects is None else _OPEN
    read = {c.holder.utterance.id for c in so_far if c.holder.utterance is not None and c.confidence >= _READ}
    sides: dict[tuple[str, Stance], tuple[float, Utterance, str]] = {}
    for utterance in scene.utterances.values():
        if utterance.actor is None or utterance.id in read or utterance.size < _WORDS or _puts_a_question(scene, utterance) or _puts_the_contrary(scene, utterance):
            continue
        if all(lemma(scene.doc[i]) == "report" for a, b in utterance.cue for i in range(a, b)) and not any(scene.quoted[a] for a, _ in utterance.content):
            continue  # who only reports takes no side
        if any(given_up(scene.doc[i]) for a, b in utterance.content for i in range(a, b)):
            continue
        label = _label(subjects, topics, utterance)
        if label is None:
            continue
        if any(lemma(scene.doc[i]) in lang.table("en", "grammar")["dismissing"] for a, b in utterance.cue for i in range(a, b)):
            continue  # 'denied that jobs would be lost': the reader hears the loss
        if _only_named(utterance, label, topics) or _of_the_contrary(scene, utterance, label, topics):
            continue
        contested = any((c.label == label if subjects is None else _same(c.label, label)) and c.confidence >= _READ for c in so_far)
        supports, opposes = heard(scene, label, utterance, caution.silent if contested else 1.0)
        sure, side = max((supports, Stance.SUPPORTS), (opposes, Stance.OPPOSES))
        if side is Stance.SUPPORTS and any(lemma(scene.doc[i]) in lang.table("en", "grammar")["complaining"] for a, b in utterance.cue for i in range(a, b)):
            continue
        if sure >= (caution.sure if contested else _ALONE) and sure > sides.get((utterance.actor.name, side), (0.0,))[0]:
            sides[utterance.actor.name, side] = sure, utterance, label
    return [_claim(scene, label, utterance, side, sure, rule) for (_, side), (sure, utterance, label) in sides.items()]


def _same(one: str, other: str) -> bool:
    return one == other or likeness(stems(one), stems(other)) >= _LIKE


def _claim(scene: Scene, topic: str, utterance: Utterance, side: Stance, sure: float, rule: str) -> Claim:
    first, last = utterance.content[0], utterance.content[-1]
    doc, said = scene.doc, _text(scene, utterance)
    said = said if scene.quoted[last[1] - 1] else f"{said} {doc[last[1]:max(last[1], doc[last[1] - 1].sent.end)].text}"  # a condition may stand behind what the tagger took for the words
    condition = stated_condition(f" {said.lower()} ")
    start, end = extent(scene, utterance, *first)
    m = Mention(first[0], last[1], first[0], topic, "pointer", word="leaning")
    stance, lean, words = (side, None, None) if condition is None else (Stance.CONDITIONAL, side, said[condition:])
    return Claim(speaker(utterance), stance, m, topic, topic, start, end, first[0], "", rule, mode(scene, utterance, start, end), 0.75 * sure, lean, words, ("what the article is about",))

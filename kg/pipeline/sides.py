"""Sides told without a verb of their own: "Bo Frame (Lab) for, Ann Lee (Con) against"; "The union backed it. The league did not."

Requires the scene and the claims of the other rules.
"""
from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg import lang
from kg.model import SpeakerKind, Stance
from kg.pipeline.claims import TURNED, Claim
from kg.pipeline.evidence import extent, mode
from kg.pipeline.holders import Holder, resolve
from kg.pipeline.inventory import Topic
from kg.pipeline.mentions import Mention, mention
from kg.pipeline.scene import Scene
from kg.pipeline.syntax import child, children, lemma, negation, surface_subject

_LISTED, _ELLIPTIC = 0.55, 0.45
_OWN = ("stance_verb", "stance_noun", "announced", "intention", "pledge", "echo")  # rules whose claims a bare "did not" may answer


@dataclass(frozen=True, slots=True)
class Matter:
    """What a side is taken on."""

    mention: Mention
    label: str
    text: str


def _matter(claim: Claim) -> Matter:
    return Matter(claim.mention, claim.label, claim.text)


def _written(scene: Scene, matter: Matter, who: Holder, stance: Stance, at: int, rule: str, confidence: float, note: str) -> Claim:
    low, high = extent(scene, who.utterance, at, at + 1)
    return Claim(who, stance, matter.mention, matter.label, matter.text, low, high, at, scene.doc[at].text, rule, mode(scene, who.utterance, low, high), confidence, notes=(note,))


def listed(scene: Scene, so_far: list[Claim], topic: Topic | None, rule: str) -> list[Claim]:
    """For each name with a bare "for" or "against" after it, in a sentence that has two such or tells of a vote or debate."""
    table, found = lang.table("en", "grammar"), []
    for sentence in scene.doc.sents:
        pairs = [(name, token) for token in sentence if _side(token) and (name := _named_before(scene, token)) is not None]
        voting = any(t.lemma_.lower() in table["dividing"] for t in sentence)
        if not pairs or len(pairs) < 2 and not voting:
            continue
        held = [c for c in so_far if sentence.start <= c.anchor < sentence.end]
        before = [c for c in so_far if c.anchor < sentence.start and sentence.start - c.anchor < 60]
        parted = _parted(sentence.root, topic)
        matter = parted if parted is not None else _matter(held[0]) if held else _matter(before[-1]) if before else _of_topic(topic, sentence.start)
        if matter is None:
            continue
        for name, token in pairs:
            who = resolve(name, scene, None) if len(pairs) > 1 or scene.actors[name.i] is not None else None
            if who is not None and not any(c.holder.actor == who.actor for c in held):
                found.append(_written(scene, matter, who, Stance.SUPPORTS if _side(token) > 0 else Stance.OPPOSES, token.i, rule, _LISTED, f"'{token.text}' in a list of sides"))
    return found


def _parted(verb: Token, topic: Topic | None) -> Matter | None:
    """What a sentence says has divided people: 'the plan has split the profession, with nurses for and doctors against'."""
    about = surface_subject(verb) if lemma(verb) in lang.table("en", "grammar")["parting"] else None
    m = mention(about) if about is not None else None
    if m is None or m.kind == "pointer" or not m.label:
        return _of_topic(topic, verb.i) if m is not None else None
    return Matter(m, m.label, m.label)


def _side(token: Token) -> int:
    """1 for a word that by itself puts whoever stands before it on the side of a thing, -1 on the other, else 0; "in favour" counts by its noun."""
    table = lang.table("en", "grammar")
    if token.lower_ in table["favour"]:
        return int(token.i > token.sent.start and token.nbor(-1).lower_ == "in")
    return table["side_words"].get(token.lower_, 0)


def _named_before(scene: Scene, token: Token) -> Token | None:
    """The last word of the name that a bare "for" or "against" closes: "Bo Frame (Lab) for,", "unions largely in favour and"."""
    doc, after = scene.doc, token.i + 1
    closed = (",", ";", ".", ")") if token.lower_ not in lang.table("en", "grammar")["favour"] else (",", ";", ".", ")", "and", "but", "while")
    i = token.i - 1 if token.nbor(-1 if token.i else 0).lower_ != "in" else token.i - 2
    if after < len(doc) and doc[after].lower_ not in closed or i < 0:
        return None
    while i > token.sent.start and doc[i].pos_ in ("ADV", "AUX"):
        i -= 1
    if doc[i].text in (")", "]"):
        i = next((k for k in range(i, max(-1, i - 10), -1) if doc[k].text in ("(", "[")), 0) - 1
    return doc[i] if i >= 0 and doc[i].pos_ in ("PROPN", "NOUN") else None


def _of_topic(topic: Topic | None, at: int) -> Matter | None:
    """What the article is about, where no other claim tells."""
    return Matter(Mention(at, at + 1, at, "", "pointer", strength=0.5, word="implied"), topic.label, topic.label) if topic is not None else None


def elliptic(scene: Scene, so_far: list[Claim], rule: str) -> list[Claim]:
    """For each clause that is but a subject and an auxiliary, the side of the claim just before it: its own, or with "not" the other."""
    found = []
    for token in scene.doc:
        turned = _answers(token)
        if turned is None or scene.quoted[token.i] or token.sent[-1].text == "?":
            continue
        if token.dep_ == "cop":
            who = surface_subject(token.head) if token.head.lower_ == "so" else token.head
        else:
            who = surface_subject(token) or child(token, "obj")
        holds = _whoever(scene, token, who) if who is not None and who.pos_ != "PRON" else None
        like = _before(scene, token, so_far, holds) if holds is not None else None
        if holds is None or like is None:
            continue
        found.append(_written(scene, _matter(like), holds, TURNED[like.stance] if turned else like.stance, token.i, rule, _ELLIPTIC, f"answers {like.holder.actor.name}"))
    return found


def _whoever(scene: Scene, at: Token, who: Token) -> Holder | None:
    """The subject, or the name beside it: "so is her husband, Len"."""
    beside = next((c for c in children(who, "appos", "flat") if scene.actors[c.i] is not None), None)
    return resolve(who, scene, scene.speaking(at.i)) or (resolve(beside, scene, scene.speaking(at.i)) if beside is not None else None)


def _answers(token: Token) -> bool | None:
    """Whether a bare auxiliary turns the side before it; None where it is none: "did not", "so does", "do too"."""
    table = lang.table("en", "grammar")
    if token.dep_ == "cop" and token.head.lower_ == "so" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "less":
        return True  # 'GPs are less so'
    if token.dep_ == "cop" and token.i > token.sent.start and token.nbor(-1).lower_ in table["joining_in"] and token.head.i > token.i and not any(c.dep_.startswith("nsubj") for c in token.head.children):
        return False  # so is her husband
    if token.lower_ not in table["bare_auxiliaries"] or token.dep_.lower() not in ("root", "conj", "parataxis", "advcl", "ccomp") or any(c.dep_.split(":")[0] in ("xcomp", "ccomp", "cop", "aux", "expl") for c in token.children):
        return None
    before = token.nbor(-1).lower_ if token.i > token.sent.start else ""
    inverted = before in table["joining_in"]
    if child(token, "obj") is not None and not inverted:
        return None
    if inverted:
        return False
    later = [c for c in children(token, "advmod", "obl", "discourse") if c.i > token.i]
    denied = negation(token) or next((c for c in token.children if c.lower_ in ("not", "n't", "n\u2019t")), None)
    if any(c.lower_ in table["likewise"] for c in later):
        return False
    if denied is None or any(c.dep_.split(":")[0] == "obl" for c in later):
        return None
    return True


def _before(scene: Scene, token: Token, so_far: list[Claim], who: Holder) -> Claim | None:
    """The claim that a bare auxiliary answers: the last one, of another, in its sentence or the one before."""
    first = token.sent.start
    low = scene.doc[first - 1].sent.start if first else 0
    near = [c for c in so_far if low <= c.anchor < token.i and c.stance in TURNED and c.rule in _OWN and c.holder.actor != who.actor]
    return max(near, key=lambda c: (c.anchor, c.confidence), default=None)


def picked_out(scene: Scene, claim: Claim) -> list[Holder]:
    """Who is named as one of the group that holds a claim, later in its sentence: "Two members objected; one of them, Ann Lee, left"."""
    if claim.holder.actor.kind is not SpeakerKind.GROUP:
        return []
    doc, found = scene.doc, []
    for token in doc[claim.anchor:doc[claim.anchor].sent.end - 4]:
        if [t.lower_ for t in doc[token.i - 1:token.i + 2]] == [",", "among", "them"] or token.lower_ == "one" and [t.lower_ for t in doc[token.i + 1:token.i + 4]] in (["of", "them", ","], ["of", "whom", ","]):
            name = next((i for i in range(token.i + 2, min(token.i + 9, len(doc))) if scene.actors[i] is not None and scene.actors[i].kind is SpeakerKind.PERSON), None)
            if name is not None:
                found.append(Holder(scene.actors[name], None, None, "one of the group", name))
    return found

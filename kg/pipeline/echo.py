"""Those who agree or disagree with somebody else: 'made the same point', 'begs to differ', 'sides with the minister'.

Requires the scene and the claims of the other rules.
"""
from __future__ import annotations

from spacy.tokens import Token

from kg import lang
from kg.model import SpeakerKind, Stance
from kg.pipeline.claims import TURNED, Claim
from kg.pipeline.cues import Hit
from kg.pipeline.evidence import extent, mode
from kg.pipeline.frames import target
from kg.pipeline.holders import Holder, holder, resolve
from kg.pipeline.polarity import negator
from kg.pipeline.scene import Scene
from kg.pipeline.syntax import case, children, lemma, negation, object_of, passive_subject, possessor, subject, surface_subject
from kg.pipeline.unasserted import unasserted

_REACH = 90  # words back within which a side may be echoed
_SURE = 0.5


def echoes(scene: Scene, hits: list[Hit], so_far: list[Claim], rule: str) -> list[Claim]:
    """For each word of agreeing or differing, the claim that is echoed, with its new holder."""
    found = []
    for hit in hits:
        if hit.cue.table != "echo" or hit.anchor.sent[-1].text == "?" or _of_something(hit) or hit.cue.needs == "view" and not _of_a_view(hit):
            continue
        who = holder(hit, scene)
        before = _last_side(scene, hit, who, so_far) if who is not None and not _among_themselves(hit, who) else None
        if who is None or before is None:
            continue
        same = (hit.cue.stance is Stance.SUPPORTS) == (hit.cue.absorbs_negation or negator(hit) is None)
        name = before.holder.actor.name
        found.append(_taken(scene, who, before, same, hit.anchor, hit.last, rule, f"as {name}" if same else f"against {name}"))
    return found


def _taken(scene: Scene, who: Holder, before: Claim, same: bool, first: Token, last: Token, rule: str, note: str) -> Claim:
    """The claim of an earlier one's side, or of the other, by whom the words from `first` to `last` put there."""
    start, end = extent(scene, who.utterance, first.i, last.i + 1)
    return Claim(who, before.stance if same else TURNED[before.stance], before.mention, before.label, before.text, start, end, first.i, scene.doc[first.i:last.i + 1].text, rule,
                 mode(scene, who.utterance, start, end), _SURE, notes=(note,))


def seconded(scene: Scene, so_far: list[Claim], rule: str) -> list[Claim]:
    """Those who back a person on what he spoke of: 'He was backed by the union, which said'."""
    found, table = [], lang.table("en", "grammar")
    for token in scene.doc:
        noun = token.pos_ == "NOUN" and lemma(token) in table["backings"] and token.dep_ == "obj" and lemma(token.head) in table["having"]
        if not noun and (token.pos_ != "VERB" or lemma(token) not in table["seconding"]) or negation(token.head if noun else token) is not None:
            continue
        other = surface_subject(token.head) if noun else object_of(token)
        actor = scene.actors[other.i] if other is not None else None
        if actor is None and other is not None and other.pos_ == "PRON" and other.lower_ in ("he", "she", "him", "her"):
            before = [c for c in so_far if c.anchor < token.i and c.holder.actor.kind is SpeakerKind.PERSON]
            actor = before[-1].holder.actor if before else None
        who = next((c for c in children(token, "nmod") if case(c) in ("of", "from")), None) if noun else subject(token)
        holds = resolve(who, scene, scene.speaking(token.i)) if who is not None and actor is not None and actor.kind is SpeakerKind.PERSON else None
        pool = [c for c in so_far if c.stance in TURNED and c.holder.actor == actor and c.anchor < token.i and token.i - c.anchor <= _REACH]
        if holds is None or not pool or holds.actor == actor:
            continue
        last = max(pool, key=lambda c: (c.confidence, c.anchor))
        start, end = extent(scene, None, token.i, token.i + 1)
        found.append(Claim(holds, last.stance, last.mention, last.label, last.text, start, end, token.i, token.text, rule, mode(scene, None, start, end), _SURE, notes=(f"as {last.holder.actor.name}",)))
    return found


def on_documents(scene: Scene, hits: list[Hit], so_far: list[Claim], rule: str) -> list[Claim]:
    """Those who back or attack a report, on what its makers take a side on: 'The forum has backed the report'."""
    found = []
    for hit in hits:
        if hit.cue.table not in ("support", "oppose", "evaluation", "nouns") or hit.cue.stance not in TURNED or unasserted(hit.anchor, argued=hit.cue.holder == "speaker"):
            continue
        what = target(hit)
        who = holder(hit, scene) if what is not None and what.head is not None and lemma(what.head) in lang.table("en", "grammar")["position_papers"] else None
        before = (_his_side(scene, what.head, who, so_far) or _told_in(scene, what.head, who, so_far)) if who is not None else None
        if who is None or before is None or any(c.anchor == hit.anchor.i and c.holder.actor == who.actor for c in so_far):
            continue
        said = (hit.cue.stance is Stance.SUPPORTS) == (what.sign > 0)
        same = said == (hit.cue.absorbs_negation or negator(hit) is None)
        found.append(_taken(scene, who, before, same, hit.anchor, hit.last, rule, f"the {what.head.text} of {before.holder.actor.name}"))
    return found


def _his_side(scene: Scene, words: Token, who: Holder, so_far: list[Claim]) -> Claim | None:
    """The last side of whom words are: 'Her comments drew a furious response from the league'."""
    owner = possessor(words)
    maker = resolve(owner, scene, None) if owner is not None else None
    if maker is None:
        return None
    pool = [c for c in so_far if c.stance in TURNED and c.holder.actor == maker.actor and c.holder.actor != who.actor and c.anchor < words.i]
    return max(pool, key=lambda c: (c.confidence, c.anchor), default=None)


def _told_in(scene: Scene, document: Token, who: Holder, so_far: list[Claim]) -> Claim | None:
    """The surest side that somebody else took before in a sentence about a document, or in the one after it."""
    about = [sent for sent in scene.doc.sents if sent.start < document.i and any(lemma(token) == lemma(document) for token in sent)]
    near = [c for c in so_far if c.stance in TURNED and c.holder.actor != who.actor and c.anchor < document.i and any(sent.start <= c.anchor < scene.doc[min(sent.end, len(scene.doc) - 1)].sent.end for sent in about)]
    return max(near, key=lambda c: (c.confidence, -c.anchor), default=None)


def _of_something(hit: Hit) -> bool:
    """Whether a bare verb says what is agreed ('agreed that costs would rise'): no echo."""
    return hit.last == hit.anchor and children(hit.anchor, "ccomp", "xcomp", "obj", "parataxis") != []


def _among_themselves(hit: Hit, who: Holder) -> bool:
    """Whether a group is said to differ on a question, not with somebody: 'economists disagree about the effects'."""
    on = {case(c) for c in children(hit.anchor, "obl")}
    return who.actor.kind is SpeakerKind.GROUP and hit.cue.stance is Stance.OPPOSES and bool(on & {*lang.table("en", "grammar")["about_prepositions"]}) and "with" not in on


def _of_a_view(hit: Hit) -> bool:
    """Whether what is shared is somebody's view."""
    what = passive_subject(hit.anchor)
    return what is not None and lemma(what) in lang.table("en", "grammar")["views"]


def _of_that_view(scene: Scene, view: Token, pool: list[Claim]) -> list[Claim]:
    """The claims that a noun for a view may mean: enthusiasm is for, fears are against; and where it is somebody's, his own."""
    table = lang.table("en", "grammar")
    side = Stance.SUPPORTS if lemma(view) in table["glad_views"] else Stance.OPPOSES if lemma(view) in table["sad_views"] else None
    owner = possessor(view)
    maker = scene.actors[owner.i] if owner is not None and owner.pos_ == "PRON" else None
    mine = [c for c in pool if maker is None or maker in (c.holder.actor, None) or c.holder.actor.organisation in (maker.name, maker.organisation) and maker.organisation]
    return [c for c in mine if side is None or c.stance is side]


def _last_side(scene: Scene, hit: Hit, who: Holder, so_far: list[Claim]) -> Claim | None:
    """The side that is echoed: of the one named beside the cue, else the last one that another took within reach."""
    pool = [c for c in so_far if c.stance in TURNED and c.holder.actor != who.actor and c.anchor < hit.anchor.i]
    view = passive_subject(hit.anchor) if hit.cue.needs == "view" else hit.last
    if view is not None:
        pool = _of_that_view(scene, view, pool)
    beside = [scene.actors[c.i] for head in (hit.anchor, hit.last, hit.last.head) for c in children(head, "obl", "obj", "nmod")]
    paper = next((c for head in (hit.anchor, hit.last) for c in children(head, "obl", "obj", "nmod") if lemma(c) in lang.table("en", "grammar")["position_papers"]), None)
    if paper is not None:  # 'dissented from the report'
        return _told_in(scene, paper, who, so_far)
    named = [c for c in pool if c.holder.actor in beside]
    within = [c for c in pool if hit.anchor.i - c.anchor <= _REACH]
    near = named or [c for c in within if c.rule != "leaning"] or within
    return max(near, key=lambda c: (c.anchor, c.confidence), default=None)

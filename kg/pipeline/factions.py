"""Those whom a noun puts on a side: 'critics of the plan say', 'Ann Lee, a supporter of the merger,'.

Requires the parse and the scene.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from kg import lang
from kg.model import Stance
from kg.pipeline.claims import TURNED, Claim
from kg.pipeline.contrary import facing
from kg.pipeline.evidence import extent, mode
from kg.pipeline.holders import resolve
from kg.pipeline.mentions import Mention, mention
from kg.pipeline.scene import Scene
from kg.pipeline.syntax import case, child, children, lemma

_CALLED = 0.55


def factions(scene: Scene) -> Iterator[tuple[Token, Token, Mention | None, int]]:
    """The noun, whom it names, what they are for or against (None: what the article is about), and 1 or -1."""
    signs = lang.table("en", "grammar")["faction_signs"]
    for token in scene.doc:
        sign = signs.get(lemma(token), 0) if token.pos_ == "NOUN" else 0
        if not sign:
            continue
        equal = _equated(token)
        if equal:
            of = _of(token)
            what = mention(of) if of is not None else None
            if of is None or what is not None and what.kind != "name":
                yield from ((token, one, what, sign) for one in equal)
            continue
        beside = [*children(token, "appos"), *(c for c in children(token.head, "nsubj") if token.i < c.i <= token.i + 5)]  # the parser may take the name for a second subject
        named = next((c for c in beside if c.pos_ == "PROPN"), None)
        owner = child(token, "nmod:poss")
        if named is not None and owner is not None and owner.lower_ in ("its", "their"):  # 'Its sponsor, Lord Quinn, said'
            yield token, named, None, sign
            continue
        who = token.head if token.dep_ == "appos" else token
        plan = _owning_plan(owner)
        if token.dep_ != "appos" and lemma(token) in lang.table("en", "grammar")["makers"]:
            continue
        if not (who.dep_ in ("nsubj", "obl:agent") or who.dep_ == "obl" and case(who) == "by") or token.tag_ != "NNS" and who is token or plan is None and child(token, "amod", "nummod", "nmod:poss") is not None and who is token:
            continue
        if plan is not None:  # 'the bill's sponsor'
            yield token, who, plan, sign
            continue
        of = _of(token)
        if of is None and (who is not token or any(c.i > token.i and c.dep_.split(":")[0] in ("nmod", "acl") for c in token.children) or child(token, "compound") is not None):
            continue
        what = mention(of) if of is not None else None
        if of is None or what is not None and what.kind != "name":
            yield token, who, what, sign


def _of(noun: Token) -> Token | None:
    """What somebody is a critic of or an objector to; with 'the plan's critics', the plan."""
    owner = child(noun, "nmod:poss")
    after = next((c for c in children(noun, "nmod") if case(c) in ("of", "to") and c.i > noun.i), None)
    return after or (owner if owner is not None and owner.pos_ == "NOUN" else None)


def _equated(noun: Token) -> list[Token]:
    """Whom a sentence says to be of a side: 'Among the critics is Ann Lee', 'A leading opponent is Ann Lee', 'Its supporters include Ann Lee'."""
    head = noun.head
    first = None
    if any(c.lower_ in lang.table("en", "grammar")["bygone"] for c in children(noun, "amod")):  # 'a former critic'
        return []
    if noun.dep_ == "obl" and case(noun) in ("among", "amongst") or noun.dep_ == "nsubj" and noun.i < head.i:
        first = head if head.pos_ == "PROPN" and child(head, "cop") is not None else None
    if first is None and child(noun, "cop") is not None:
        first = next((c for c in children(noun, "nsubj") if c.pos_ == "PROPN"), None)
    if first is None and noun.dep_ == "nsubj" and lemma(head) in lang.table("en", "grammar")["naming_members"]:
        first = next((c for c in children(head, "obj") if c.pos_ == "PROPN"), None)
    return [first, *(c for c in children(first, "conj") if c.pos_ == "PROPN")] if first is not None else []


def _owning_plan(owner: Token | None) -> Mention | None:
    """The plan whose critics or backers a noun names: 'the measure's backers'."""
    what = mention(owner) if owner is not None and owner.pos_ == "NOUN" else None
    return what if what is not None and (what.kind == "pointer" or what.strength >= 0.6) else None


def called(scene: Scene, so_far: list[Claim], place: Callable[[Mention], tuple[str, str, tuple[str, ...]] | None], members: Callable[[Claim], list[Claim]], prominent: bool, rule: str) -> list[Claim]:
    """A claim for each of them, and for those named among them; `place` gives a mention's label, words and notes, `prominent` says that the article is about a plan."""
    found: list[Claim] = []
    for noun, who, what, sign in factions(scene):
        m = what if what is not None else Mention(noun.i, noun.i + 1, noun.i, "", "pointer", strength=0.5, word="called")
        placed = place(m) if what is not None and (m.kind == "pointer" or m.strength >= 0.5) or prominent else None
        holds = resolve(who, scene, None)
        if placed is None or holds is None or what is None and not _taken(so_far, placed[0]):
            continue
        label, text, notes = placed
        m = facing(m, label)
        start, end = extent(scene, None, noun.i, noun.i + 1)
        claim = Claim(holds, Stance.SUPPORTS if sign * m.sign > 0 else Stance.OPPOSES, m, label, text, start, end, noun.i, noun.text, rule, mode(scene, None, start, end), _CALLED, notes=(*notes, f"called '{noun.text}'"))
        found += [claim, *members(claim)]
    return found


def _taken(so_far: list[Claim], label: str) -> bool:
    """Whether somebody takes a side on a proposal, so that there can be critics and supporters of it."""
    return any(c.label == label and c.stance in TURNED for c in so_far)

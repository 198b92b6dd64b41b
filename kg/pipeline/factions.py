"""Those whom a noun puts on a side: 'critics of the plan say', 'Ann Lee, a supporter of the merger,'.

Requires the parse and the scene.
"""
from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg import lang
from kg.pipeline.mentions import Mention, mention
from kg.pipeline.scene import Scene
from kg.pipeline.syntax import case, child, children, lemma


def factions(scene: Scene) -> Iterator[tuple[Token, Token, Mention | None, int]]:
    """The noun, whom it names, what they are for or against (None: what the article is about), and 1 or -1."""
    signs = lang.table("en", "grammar")["faction_signs"]
    for token in scene.doc:
        sign = signs.get(lemma(token), 0) if token.pos_ == "NOUN" else 0
        if not sign:
            continue
        beside = [*children(token, "appos"), *(c for c in children(token.head, "nsubj") if token.i < c.i <= token.i + 5)]  # the parser may take the name for a second subject
        named = next((c for c in beside if c.pos_ == "PROPN"), None)
        owner = child(token, "nmod:poss")
        if named is not None and owner is not None and owner.lower_ in ("its", "their"):  # 'Its sponsor, Lord Quinn, said'
            yield token, named, None, sign
            continue
        who = token.head if token.dep_ == "appos" else token
        if token.dep_ != "appos" and lemma(token) in lang.table("en", "grammar")["makers"]:
            continue
        if not (who.dep_ in ("nsubj", "obl:agent") or who.dep_ == "obl" and case(who) == "by") or token.tag_ != "NNS" and who is token or child(token, "amod", "nummod", "nmod:poss") is not None and who is token:
            continue
        of = next((c for c in children(token, "nmod") if case(c) in ("of", "to") and c.i > token.i), None)
        if of is None and (who is not token or any(c.i > token.i and c.dep_.split(":")[0] in ("nmod", "acl") for c in token.children) or child(token, "compound") is not None):
            continue
        what = mention(of) if of is not None else None
        if of is None or what is not None and what.kind != "name":
            yield token, who, what, sign

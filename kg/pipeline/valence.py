"""How good or bad words sound: the evaluation, consequence and stance tables as a plain lexicon, negation turned round.

Requires lemmas and the parse. Used where no cue has a frame, beside the trained reader.
"""
from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc, Token

from kg import lang
from kg.pipeline.lemmas import lemma
from kg.pipeline.syntax import clause_root, negation


@lru_cache
def lexicon() -> dict[str, int]:
    """Word -> +1 or -1. Words that are in tables of both sides are left out."""
    good: set[str] = set()
    bad: set[str] = set()
    for table in ("evaluation", "consequence", "support", "oppose", "valence"):
        data = lang.table("en", f"cues/{table}") if table != "valence" else {"cue": [{"stance": s, "lemmas": lang.table("en", "valence")[s]} for s in ("supports", "opposes")]}
        for entry in data["cue"]:
            side = entry.get("stance", data.get("stance"))
            if entry.get("weak") or side not in ("supports", "opposes") or entry.get("id") in ("describe-as", "propose", "urge", "want-done", "demand", "block", "rid-of-harm", "objected"):
                continue
            (good if side == "supports" else bad).update(w for w in entry.get("lemmas", ()) if " " not in w)
    bad.update(lang.table("en", "cues/consequence")["harms"]["words"][:60])
    return {w: 1 for w in good - bad} | {w: -1 for w in bad - good}


def value(token: Token) -> int:
    """+1, -1 or 0 for a word in its place."""
    sign = lexicon().get(lemma(token), 0)
    if sign and (negation(token) is not None or negation(clause_root(token)) is not None):
        return -sign
    return sign


def valence(doc: Doc, stretches: tuple[tuple[int, int], ...]) -> float:
    """Sum of the words' values over their number's square root; 0 where nothing sounds either way."""
    words = [token for start, end in stretches for token in doc[start:end] if token.is_alpha]
    total = sum(value(token) for token in words)
    return total / max(1.0, len(words)) ** 0.5

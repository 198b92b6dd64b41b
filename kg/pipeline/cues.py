"""Where the words of the cue tables stand in a parsed article. The tables are kg/lang/en/cues/*.toml.

Requires lemmas, tags and the parse. Writes nothing.
"""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from spacy.tokens import Doc, Token

from kg import lang
from kg.errors import ConfigError
from kg.model import Stance
from kg.pipeline.syntax import lemma

FILES = ("support", "oppose", "nouns", "conditional", "evaluation", "consequence", "echo",
         "support-idioms", "oppose-idioms", "nouns-idioms", "evaluation-idioms",
         "support-acts", "oppose-acts", "support-feelings", "oppose-feelings", "nouns-reactions", "conditional-idioms", "evaluation-words")  # what follows the hyphen only parts a long table
_GAP = 4  # words that '*' may stand for


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of a cue table. `words` are phrases, first word by lemma; `weak` and `strict` ask more of the proposal.

    `only_negated` cues take a side only under a negation, which is part of them ('does not hold with').
    What cues of `effects` name may be no proposal but an effect of one ('frets about jobs'): then the topic of the article is meant.
    So it is where a cue `at_people` hits those who plan it rather than the plan ('rounded on ministers').
    """

    id: str
    stance: Stance
    table: str
    holder: str
    target: tuple[str, ...]
    pos: frozenset[str]
    lemmas: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    policy: bool = False
    strict: bool = False
    plan: bool = False
    weak: bool = False
    absorbs_negation: bool = False
    only_negated: bool = False
    effects: bool = False
    at_people: bool = False
    needs: str = ""
    lean: Stance | None = None
    weaker: tuple[str, ...] = ()
    not_targets: tuple[str, ...] = ()
    negated: str = ""
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found in a Doc: its first word, its last word, and the phrase or lemma that matched."""

    cue: Cue
    anchor: Token
    last: Token
    words: str


def _cue(table: str, defaults: dict[str, Any], entry: dict[str, Any]) -> Cue:
    values = {**{k: v for k, v in defaults.items() if k in ("pos", "stance", "holder", "target")}, **entry}
    unknown = sorted(values.keys() - set(Cue.__dataclass_fields__))
    if unknown:
        raise ConfigError(f"cues/{table}.toml: {values.get('id')}: unknown keys {', '.join(unknown)}; known are {', '.join(sorted(Cue.__dataclass_fields__))}")
    for key in ("lemmas", "words", "target", "examples", "counterexamples", "weaker", "not_targets"):
        values[key] = tuple(values.get(key, ()))
    values["pos"] = frozenset(values.get("pos", ()))
    values["stance"] = Stance(values["stance"])
    values["lean"] = Stance(values["lean"]) if values.get("lean") else None
    return Cue(table=table.partition("-")[0], **values)


@lru_cache
def cues(code: str = "en") -> tuple[Cue, ...]:
    """All cues of a language, in the order of the tables. Raises ConfigError naming table, cue and key."""
    found = []
    for table in FILES:
        data = lang.table(code, f"cues/{table}")
        found += [_cue(table, data, entry) for entry in data["cue"]]
    return tuple(found)


@lru_cache
def lemmas_of(name: str) -> frozenset[str]:
    """The lemmas of the cue with an id, for rules about the very verbs."""
    return frozenset(next(cue for cue in cues() if cue.id == name).lemmas)


def _split(phrase: str) -> list[str]:
    """Words as the tokenizer parts them: a hyphen is a word of its own."""
    return re.findall(r"[\w']+|[-*]", phrase)


@lru_cache
def _index(code: str = "en") -> dict[str, list[tuple[Cue, tuple[str, ...]]]]:
    """First word -> cues with the words that must follow, longest phrase first."""
    index: dict[str, list[tuple[Cue, tuple[str, ...]]]] = defaultdict(list)
    for cue in cues(code):
        for word in cue.lemmas:
            first, *rest = _split(word)
            index[first].append((cue, tuple(rest)))
        for phrase in cue.words:
            first, *rest = _split(phrase)
            index[first].append((cue, tuple(rest)))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[1]))
    return dict(index)


def _follow(doc: Doc, i: int, rest: tuple[str, ...], free: bool = True) -> int | None:
    """Index of the last word of the phrase that continues after token i, or None."""
    if not rest:
        return i
    if rest[0] == "*":
        for skip in range(1, _GAP + 1):
            if i + skip < len(doc) and doc[i + skip].sent == doc[i].sent:
                last = _follow(doc, i + skip, rest[1:], free=False)
                if last is not None:
                    return last
        return None
    if i + 1 >= len(doc) or doc[i + 1].is_sent_start:
        return None
    following = doc[i + 1]
    if following.tag_ in ("``", "''") and following.is_quote and i + 2 < len(doc) and not doc[i + 2].is_sent_start:  # 'to "go to war" over plans', 'did "more harm than good"': a cue may be quoted in part
        return _follow(doc, i + 1, rest, free)
    if following.lower_ == rest[0] or lemma(following) == rest[0]:
        return _follow(doc, i + 1, rest[1:], free)
    if free and following.pos_ in ("ADV", "PRON", "DET", "ADJ") and following.lower_ not in ("not", "no") and not (following.tag_ == "PRP$" and doc[i].pos_ == "ADP"):  # 'voted overwhelmingly against'
        return _follow(doc, i + 1, rest, free=False)
    return None


def _pos_fits(cue: Cue, token: Token) -> bool:
    return not cue.pos or token.pos_ in cue.pos or (token.pos_ == "AUX" and "VERB" in cue.pos)


def hits(doc: Doc) -> Iterator[Hit]:
    """Every cue in the order of the text; where a phrase matches, cues of its single first word are left out."""
    index = _index()
    forms = [(lemma(token), token.lower_) for token in doc]
    for token in doc:
        longest: int | None = None
        near: set[str] | None = None
        for word in dict.fromkeys(forms[token.i]):
            for cue, rest in index.get(word, ()):
                if longest is not None and len(rest) < longest:
                    continue
                if rest:
                    if near is None:
                        near = {form for pair in forms[token.i + 1:token.i + _GAP + 4] for form in pair}
                    if rest[0 if rest[0] != "*" else 1] not in near:
                        continue
                if not _pos_fits(cue, token) or rest and token.lemma_ == "do" and token.dep_ == "aux":
                    continue
                last = _follow(doc, token.i, rest)
                if last is None:
                    continue
                if rest and "preposition-infinitive" not in cue.target and cue.target != ("characterised",):
                    longest = len(rest)
                yield Hit(cue, token, doc[last], " ".join((word, *rest)))

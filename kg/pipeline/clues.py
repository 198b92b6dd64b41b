"""What the light tagger looks at, token by token: words, tags, the way to the nearest likely cue, clause edges, quotes.

After the features that research on PolNeAR found to matter (cue prior, clause path, boundary flags, quote state).
"""
from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
from spacy.attrs import DEP, HEAD, LOWER, ORTH, SENT_START, TAG
from spacy.tokens import Doc

from kg import lang
from kg.pipeline.pieces import shape, states

_EDGES = frozenset({"nsubj", "nsubj:pass", "csubj", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "conj", "obj", "obl", "nmod", "appos", "ROOT"})
BEFORE, AFTER = "^", "$"  # beyond the ends of a paragraph
# What each clue is made of: columns of `columns`, with a sign where the token that many places away is meant.
CLUES: Mapping[str, tuple[str, ...]] = {
    "w": ("word",), "w-": ("word-1",), "w+": ("word+1",), "ww": ("word-1", "word"), "wx": ("word", "word+1"),
    "t": ("tag", "form"), "t-": ("tag-1",), "t+": ("tag+1",), "tt": ("tag-1", "tag", "tag+1"), "t--": ("tag-2", "tag-1"), "t++": ("tag+1", "tag+2"),
    "d": ("dep", "tag above"), "h": ("word above", "dep"), "q": ("quote-1", "quote", "quote+1"), "c": ("prior", "tag"), "cc": ("prior-1", "prior", "prior+1"),
    "s": ("best", "quote"), "p": ("way",), "pl": ("cue",), "pq": ("way", "quote"), "L": ("left",), "R": ("right",), "LR": ("left", "tag-1"), "R+": ("right", "tag+1"),
    "qt": ("quote-1", "quote", "tag", "tag+1"), "w-q": ("word-1", "quote"), "P": ("place", "quote", "best"),
}
_DIGITS = tuple("0123456789")


@lru_cache
def priors() -> Mapping[str, int]:
    """Word form and coarse part of speech ("said V") -> how likely it heads a cue, 1 (seldom) to 5 (mostly)."""
    return json.loads((lang.folder("en") / "attribution" / "priors.json").read_text(encoding="utf-8"))


def key(word: str, tag: str) -> str:
    """The name of a word in the table of priors."""
    return f"{word} {tag[:1]}"


def columns(doc: Doc, table: Mapping[str, int]) -> dict[str, Sequence[str]]:
    """Every column that `CLUES` names, unshifted, one string a token; "place" is empty but for the first two of a paragraph.

    Reads the parse, quotes and paragraphs.
    """
    lower, tags, deps, forms, heads, begun = doc.to_array([LOWER, TAG, DEP, ORTH, HEAD, SENT_START]).T
    word, tag, dep = (_column(doc, numbers.tolist()) for numbers in (lower, tags, deps))
    head = (np.arange(len(doc)) + heads.astype("int64")).tolist()
    quoted = states(doc)
    prior = [table.get(key(a, b), 0) for a, b in zip(word, tag)]
    way, cue = zip(*_paths(head, dep, prior, word)) if head else ((), ())
    left, right = _edges(head, dep, prior)
    place = [""] * len(doc)
    for span in doc.spans["paragraphs"]:
        place[span.start:min(span.end, span.start + 2)] = _DIGITS[:min(len(span), 2)]
    return {
        "word": word, "tag": tag, "dep": dep, "form": _column(doc, forms.tolist(), lambda text: _DIGITS[shape(text)]), "tag above": [tag[h] for h in head], "word above": [word[h] for h in head],
        "quote": [_DIGITS[state] for state in quoted], "prior": [_DIGITS[grade] for grade in prior], "best": _sentences(np.flatnonzero(begun == 1).tolist(), quoted, prior),
        "way": way, "cue": cue, "left": left, "right": right, "place": place,
    }


def split(column: str) -> tuple[str, int]:
    """A column's name and how far away it is read: "tag-2" -> ("tag", -2)."""
    name, sign, steps = column.rpartition("-") if "-" in column else column.rpartition("+")
    return (name, int(sign + steps)) if sign else (column, 0)


def _column(doc: Doc, numbers: list[int], of: Callable[[str], str] = str) -> list[str]:
    strings = doc.vocab.strings
    names = {number: of(strings[number]) if number else "" for number in set(numbers)}
    return [names[number] for number in numbers]


def _paths(head: list[int], dep: list[str], prior: list[int], word: list[str]) -> list[tuple[str, str]]:
    """For every token the nearest likely cue above it: the relation under it, the side, how likely it is; and its word."""
    found: list[tuple[str, str] | None] = [None] * len(head)
    for i in range(len(head)):
        trail, at = [], i
        while found[at] is None and head[at] != at and prior[head[at]] < 2 and len(trail) < 40:
            trail.append(at)
            at = head[at]
        if found[at] is None:
            up = head[at]
            if up == at:
                found[at] = ("-", "-")
            else:
                found[at] = (f"{dep[at]} {'<' if at < up else '>'} {prior[up]}", f"{dep[at]} {word[up]}")
        for under in trail:
            found[under] = found[at]
    return [(way + (" =" if prior[i] > 1 else ""), name) for i, (way, name) in enumerate(found)]


def _edges(head: list[int], dep: list[str], prior: list[int]) -> tuple[list[str], list[str]]:
    """The largest phrase that begins and that ends at each token: its relation and what it hangs on."""
    count = len(head)
    low, high = list(range(count)), list(range(count))
    children = [0] * count
    for i, h in enumerate(head):
        if h != i:
            children[h] += 1
    ready = [i for i in range(count) if not children[i]]
    while ready:
        i = ready.pop()
        h = head[i]
        if h == i:
            continue
        if low[i] < low[h]:
            low[h] = low[i]
        if high[i] > high[h]:
            high[h] = high[i]
        children[h] -= 1
        if not children[h]:
            ready.append(h)
    left, right, widest_left, widest_right = ["-"] * count, ["-"] * count, [-1] * count, [-1] * count
    for i in range(count):
        if dep[i] not in _EDGES:
            continue
        width = high[i] - low[i]
        name = f"{dep[i]} {prior[head[i]]}{'<' if i < head[i] else '>'}"
        if width > widest_left[low[i]]:
            widest_left[low[i]], left[low[i]] = width, name
        if width > widest_right[high[i]]:
            widest_right[high[i]], right[high[i]] = width, name
    return left, right


def _sentences(opens: list[int], quoted: list[int], prior: list[int]) -> list[str]:
    """For every token the best prior outside quotes in its sentence and in the one before."""
    out, before = [], 0
    for a, b in pairwise([*sorted({0, *opens}), len(prior)]):
        best = max((prior[i] for i in range(a, b) if not quoted[i]), default=0)
        out += [f"{best} {before}"] * (b - a)
        before = best
    return out

"""What the light tagger looks at, token by token: words, tags, the way to the nearest likely cue, clause edges, quotes.

After the features that research on PolNeAR found to matter (cue prior, clause path, boundary flags, quote state).
"""
from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache

from spacy.attrs import DEP, HEAD, LOWER, ORTH, SENT_START, TAG
from spacy.tokens import Doc

from kg import lang
from kg.pipeline.pieces import shape, states

_EDGES = frozenset({"nsubj", "nsubj:pass", "csubj", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "conj", "obj", "obl", "nmod", "appos", "ROOT"})


_DIGITS = tuple("0123456789")


@lru_cache
def priors() -> Mapping[str, int]:
    """Word form and coarse part of speech ("said V") -> how likely it heads a cue, 1 (seldom) to 5 (mostly)."""
    return json.loads((lang.folder("en") / "attribution" / "priors.json").read_text(encoding="utf-8"))


def key(word: str, tag: str) -> str:
    """The name of a word in the table of priors."""
    return f"{word} {tag[:1]}"


def _column(doc: Doc, numbers: list[int]) -> list[str]:
    strings = doc.vocab.strings
    names = {number: strings[number] if number else "" for number in set(numbers)}
    return [names[number] for number in numbers]


def _shapes(doc: Doc) -> list[str]:
    strings, numbers = doc.vocab.strings, doc.to_array([ORTH]).tolist()
    known = {number: _DIGITS[shape(strings[number])] for number in set(numbers)}
    return [known[number] for number in numbers]


def features(doc: Doc, table: Mapping[str, int]) -> list[list[str]]:
    """One list of strings a token. Reads the parse, quotes and paragraphs."""
    count = len(doc)
    if not count:
        return []
    word, tag, dep = (_column(doc, numbers) for numbers in doc.to_array([LOWER, TAG, DEP]).T.tolist())
    head = [i + h for i, h in enumerate(doc.to_array([HEAD]).astype("int64").tolist())]
    opens = [bool(s == 1) or i == 0 for i, s in enumerate(doc.to_array([SENT_START]).tolist())]
    quoted = states(doc)
    prior = [table.get(key(a, b), 0) for a, b in zip(word, tag)]
    form = _shapes(doc)
    path = _paths(head, dep, prior, word)
    left, right = _edges(head, dep, prior)
    level = _sentences(opens, quoted, prior)
    up, over = [tag[h] for h in head], [word[h] for h in head]
    rows: list[list[str]] = []
    for span in doc.spans["paragraphs"]:
        here = slice(span.start, span.end)
        w, t = ["^", *word[here], "$"], ["^", "^", *tag[here], "$", "$"]
        q, c = ["^", *map(_DIGITS.__getitem__, quoted[here]), "$"], ["^", *map(_DIGITS.__getitem__, prior[here]), "$"]
        columns = (w, w[1:], w[2:], t, t[1:], t[2:], t[3:], t[4:], q, q[1:], q[2:], c, c[1:], c[2:], dep[here], form[here], up[here], over[here], level[here], path[here], left[here], right[here])
        part = [
            [f"w {w0}", f"w- {w1}", f"w+ {w2}", f"ww {w1} {w0}", f"wx {w0} {w2}",
             f"t {t0} {f0}", f"t- {t1}", f"t+ {t2}", f"tt {t1} {t0} {t2}", f"t-- {t3} {t1}", f"t++ {t2} {t4}",
             f"d {d0} {tag_above}", f"h {word_above} {d0}", f"q {q1} {q0} {q2}", f"c {c0} {t0}", f"cc {c1} {c0} {c2}", f"s {best} {q0}",
             f"p {way}", f"pl {name}", f"pq {way} {q0}", f"L {opens_here}", f"R {ends_here}", f"LR {opens_here} {t1}", f"R+ {ends_here} {t2}",
             f"qt {q1} {q0} {t0} {t2}", f"w-q {w1} {q0}"]
            for w1, w0, w2, t3, t1, t0, t2, t4, q1, q0, q2, c1, c0, c2, d0, f0, tag_above, word_above, best, (way, name), opens_here, ends_here in zip(*columns)
        ]
        for place, row in enumerate(part[:2]):
            row.append(f"P {place} {q[place + 1]} {level[span.start + place]}")
        rows += part
    return rows


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


def _sentences(opens: list[bool], quoted: list[int], prior: list[int]) -> list[str]:
    """For every token the best prior outside quotes in its sentence and in the one before."""
    bounds = [i for i, new in enumerate(opens) if new] + [len(opens)]
    out, before = [], 0
    for a, b in zip(bounds, bounds[1:]):
        best = max((prior[i] for i in range(a, b) if not quoted[i]), default=0)
        out += [f"{best} {before}"] * (b - a)
        before = best
    return out

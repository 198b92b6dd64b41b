"""Articles with their attributions marked in the text: {s1|source}, {q1|cue}, {c1|content}."""
from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

_MARK = re.compile(r"\{([sqc])(\d+)\|([^{}]*)\}")
_ROLE = {"s": "source", "q": "cue", "c": "content"}


class Marked(NamedTuple):
    """An article's style, its text, and its attributions: role -> lists of (start, end)."""

    style: str
    text: str
    attributions: list[dict[str, list[tuple[int, int]]]]


def read(path: Path) -> list[Marked]:
    """The articles of a marked file, in order."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    articles = []
    for block in "\n".join(lines).split("\n====\n"):
        head, _, body = block.strip().partition("\n")
        text, found, at = "", defaultdict(lambda: defaultdict(list)), 0
        for match in _MARK.finditer(body):
            text += body[at:match.start()]
            found[int(match[2])][_ROLE[match[1]]].append((len(text), len(text) + len(match[3])))
            text += match[3]
            at = match.end()
        articles.append(Marked(head.removeprefix("style: "), text + body[at:], [dict(found[number]) for number in sorted(found)]))
    return articles


def overlap(a: list[tuple[int, int]], b: list[tuple[int, int]]) -> int:
    """Characters that two lists of spans share."""
    return sum(max(0, min(p[1], q[1]) - max(p[0], q[0])) for p in a for q in b)


def score(gold: list[dict], guess: list[dict], least: float = 0.5) -> tuple[int, int, int]:
    """(found with the right source, gold, predicted): contents matched one to one by overlap over gold length."""
    right, used = 0, set()
    for one in gold:
        size = sum(b - a for a, b in one["content"])
        best = max(((overlap(one["content"], other["content"]) / size, n) for n, other in enumerate(guess) if n not in used), default=(0.0, -1))
        if best[0] > least:
            used.add(best[1])
            right += not one.get("source") or overlap(one["source"], guess[best[1]]["source"]) > 0
    return right, len(gold), len(guess)

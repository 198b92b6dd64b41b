"""Training pairs from training/labels/subjects.txt: invented utterances on many subjects, told in several ways.

A side on a proposal is the other side on its contrary; who speaks of one proposal of a story takes no side on another.
"""
from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.stance.pairs import CONDITIONAL, NONE, OPPOSES, SUPPORTS, Pair

FRAMES = Path(__file__).with_name("frames.txt")
_SIDES = {"+": SUPPORTS, "-": OPPOSES, "?+": CONDITIONAL, "?-": CONDITIONAL, ".": NONE}
_TURNED = {SUPPORTS: OPPOSES, OPPOSES: SUPPORTS}
_QUOTES = "\"“”"


@dataclass(slots=True)
class Subject:
    """One block of the file: wordings of the proposal, of its contrary, of another; utterances as (mark, words)."""

    name: str
    proposal: list[str] = field(default_factory=list)
    contrary: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    said: list[tuple[str, str]] = field(default_factory=list)


def subjects(lines: Iterable[str]) -> list[Subject]:
    """The blocks in order. Raises ValueError for a line that opens with none of the marks."""
    found: list[Subject] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        mark, _, rest = line.strip().partition(" ")
        if mark == "#":
            found.append(Subject(rest))
        elif not found:
            raise ValueError(f"subjects.txt, line {number}: '{mark}' stands before the first subject; open one with '# name'")
        elif mark in ("=", "~", "*"):
            wordings = {"=": found[-1].proposal, "~": found[-1].contrary, "*": found[-1].other}[mark]
            wordings += [w.strip() for w in rest.split(";")]
        elif mark in _SIDES or mark in ("*+", "*-"):
            found[-1].said.append((mark, rest))
        else:
            raise ValueError(f"subjects.txt, line {number}: '{mark}' is no mark; use one of # = ~ * + - ?+ ?- . *+ *-")
    return found


def frames(path: Path = FRAMES) -> dict[str, list[str]]:
    """Ways of telling by kind: direct, reported."""
    found: dict[str, list[str]] = {"direct": [], "reported": []}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, _, way = line.partition("\t")
            found[kind].append(way)
    return found


def told(words: str, ways: dict[str, list[str]], rng: random.Random) -> str:
    """The words as a newspaper would give them: a quotation where they are somebody's own sentences, else reported."""
    if words[0].isupper() or words[0] in _QUOTES:
        inside = words.strip(_QUOTES)
        return rng.choice(ways["direct"]).format(re.sub(r"\.$", ",", inside))
    line = rng.choice(ways["reported"]).format(words.rstrip("."))
    return line[0].upper() + line[1:]


def pairs(found: list[Subject], seed: int = 7) -> Iterator[Pair]:
    """Each utterance with a wording of its proposal, some with the contrary's, another's or another subject's."""
    rng, ways = random.Random(seed), frames()
    every = [w for s in found for w in s.proposal]
    for subject in found:
        for mark, words in subject.said:
            def pair(wordings: list[str], side: int) -> Pair:
                return Pair(rng.choice(wordings), told(words, ways, rng) if rng.random() < 0.7 else words, side, f"subject-{subject.name}")

            if mark.startswith("*"):
                yield pair(subject.other, _SIDES[mark[1:]])
                yield pair(subject.proposal, NONE)
                continue
            side = _SIDES[mark]
            yield pair(subject.proposal, side)
            if len(subject.proposal) > 1 and side != NONE:
                yield pair(subject.proposal, side)
            if subject.contrary and side in _TURNED:
                yield pair(subject.contrary, _TURNED[side])
            if subject.other and side != NONE and rng.random() < 0.5:
                yield pair(subject.other, NONE)
            if side != NONE and rng.random() < 0.1:
                yield pair([w for w in every if w not in subject.proposal], NONE)
